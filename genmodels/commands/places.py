"""Where the packs lie that a command line names, and what it can write to."""

import difflib
from pathlib import Path

from genmodels.api import paths
from genmodels.api.errors import ConfigError, PackError
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


def check_out(out: Path, *endings: str, folder: bool) -> None:
    """Raise ConfigError unless this names a file with one of these endings, or a folder where that will do too."""
    is_folder = not out.suffix or out.is_dir()
    if folder if is_folder else out.suffix.lower() in endings:
        return
    kinds = " or ".join(filter(None, (", ".join(endings[:-1]), endings[-1])))
    hint = f"Name it {kinds}, or without an ending for a folder." if folder else f"Name it {kinds}."
    raise ConfigError(f"“{out.name or out}” cannot be written: it is no name of such a file.", hint=hint)
