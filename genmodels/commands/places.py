"""Where the packs lie that a command line names."""

import difflib
from pathlib import Path

from genmodels.api import paths
from genmodels.api.errors import PackError
from genmodels.api.packs import CARD, find_packs


def find_pack(name: str) -> Path:
    """Return the folder of a pack given by path or by name; raises PackError with the nearest names."""
    roots = paths.pack_roots()
    for folder in (Path(name), *(root / name for root in roots)):
        if (folder / CARD).is_file():
            return folder.resolve()
    names = [folder.name for folder in find_packs(*roots)]
    near = difflib.get_close_matches(name, names, n=3, cutoff=0.4) or names
    hint = f"Did you mean {', '.join(near)}?" if near else "There are no packs yet: train one, or give a path."
    raise PackError(f"There is no pack “{name}”.", hint=hint)
