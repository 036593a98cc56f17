"""Where packs, sample sprites and the user's own files lie. The only user of appdirs, so that it can be swapped."""

import os
from pathlib import Path

import appdirs

from genmodels.api.errors import cannot_write

HOME_VARIABLE = "SPRITEVERSE_HOME"  # overrides the user's folder, for tests and portable installs

# A checkout, an installation and a frozen bundle all keep assets/ and resources/ beside genmodels/.
_ROOT = Path(__file__).resolve().parents[2]


def assets() -> Path:
    """Return the folder of what ships: packs/, sprites/."""
    return _ROOT / "assets"


def resources() -> Path:
    """Return the folder of icons, style and translations."""
    return _ROOT / "resources"


def user_home() -> Path:
    """Return the user's Spriteverse folder; it may not exist yet."""
    return Path(os.environ.get(HOME_VARIABLE) or appdirs.user_data_dir("Spriteverse", appauthor=False))


def user_packs() -> Path:
    """Return the folder of the user's own packs; it may not exist yet."""
    return user_home() / "packs"


def pack_roots() -> tuple[Path, ...]:
    """Return the folders that hold packs, the user's own first."""
    return user_packs(), assets() / "packs"


def make_folder(folder: Path) -> None:
    """Make a folder where there is none; raises StorageError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error
