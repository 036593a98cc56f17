"""What can be found on disk: packs and sample sprites, the shipped ones and the user's own."""

from dataclasses import dataclass
from pathlib import Path

from genmodels.api import paths
from genmodels.api.configs import Preset
from genmodels.api.errors import PackError
from genmodels.api.packs import PackCard, find_packs, read_card

DRAWING_FAMILY = "pixelrnn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A pack that can be read."""

    folder: Path
    card: PackCard


def drawing_packs(*roots: Path) -> tuple[list[Pack], list[PackError]]:
    """Return the packs that complete sprites, best first, and what is wrong with those that cannot be read.

    The first one is what a new user meets: the lecture's network comes last, and a wider view before a narrow one.
    """
    packs, errors = [], []
    for folder in find_packs(*(roots or paths.pack_roots())):
        try:
            card = read_card(folder)
        except PackError as error:
            errors.append(error)
            continue
        if card.family == DRAWING_FAMILY:
            packs.append(Pack(folder=folder, card=card))
    packs.sort(key=lambda pack: (pack.card.config.get("preset") == Preset.LECTURE, -pack.card.size, pack.folder.name))
    return packs, errors


def sample_sprites() -> list[Path]:
    """Return the sprites that ship with the program, sorted by name."""
    return sorted((paths.assets() / "sprites").glob("*.png"))
