"""Where the packs and folders lie that a command line names."""

import difflib
from pathlib import Path

from genmodels.api import paths
from genmodels.api.errors import PackError, StorageError
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


def make_folder(folder: Path) -> None:
    """Make a folder where there is none; raises StorageError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        hint = "Choose another folder, one that you may write to."
        raise StorageError(f"“{folder}” cannot be made: {error.strerror}.", hint=hint) from error
