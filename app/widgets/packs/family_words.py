"""What each family of models is for, in plain words: wherever a pack is shown, and where one is to be trained."""

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from genmodels.api.configs import Family


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyWords:
    """What is said of a family, and its sign."""

    does: str  # of a pack
    learns: str  # of a training
    means: str  # the same in a sentence
    use: str  # what its packs are for, as a hint
    use_there: str  # with the page
    try_there: str  # before its training has ended
    icon: str
    unit: str  # of what a training shows of itself


def family_named(name: str) -> Family | None:
    """Return the family that a card names; None for one that this version does not know."""
    return Family(name) if name in list(Family) else None


def words_of(family: Family) -> FamilyWords:
    """Return the words for a family."""
    match family:
        case Family.PIXELRNN:
            return FamilyWords(
                does=_tr("Completes sprites"),
                learns=_tr("To complete sprites"),
                means=_tr("Draws what you mask on a sprite, so that it fits the rest."),
                use=_tr("Draw with this pack"),
                use_there=_tr("Use it on the Draw page"),
                try_there=_tr("Try it on the canvas"),
                icon="draw",
                unit=_tr("bits per pixel"),
            )
        case Family.IMAGE_VAE:
            return FamilyWords(
                does=_tr("Morphs and explores pictures"),
                learns=_tr("To morph and explore pictures"),
                means=_tr("Draws the way from one picture to another, and new pictures between those it has seen."),
                use=_tr("Morph and explore with this pack"),
                use_there=_tr("Use it on the Morph page"),
                try_there=_tr("Try it on the Morph page"),
                icon="morph",
                unit=_tr("bits per pixel"),
            )
        case Family.GAN:
            return FamilyWords(
                does=_tr("Makes fresh sprites"),
                learns=_tr("To make fresh sprites"),
                means=_tr("Makes up whole sprites. It begins with a pack that morphs pictures of the same size."),
                use=_tr("Make sprites with this pack"),
                use_there=_tr("Use it on the board"),
                try_there=_tr("Try it on the board"),
                icon="board",
                unit=_tr("critic's loss, KID held out"),
            )
        case Family.VERSE_VAE:
            return FamilyWords(
                does=_tr("Writes verse"),
                learns=_tr("To write verse"),
                means=_tr("Writes the lines between two lines of verse. It learns from text files, a line to a line."),
                use=_tr("Write with this pack"),
                use_there=_tr("Use it on the Verse page"),
                try_there=_tr("Try it on the Verse page"),
                icon="verse",
                unit=_tr("nats per line"),
            )
        case _:
            assert_never(family)


def _tr(text: str) -> str:
    return QCoreApplication.translate("FamilyWords", text)
