"""What each family of models does, in the words of errors and of the command line, and what its trainings need.

The window has words of its own.
"""

from typing import assert_never

from genmodels.api.configs import Family
from genmodels.api.reports import Subject


def does(family: Family) -> str:
    """Return what its packs do, to follow “a pack that”."""
    match family:
        case Family.PIXELRNN:
            return "completes sprites"
        case Family.IMAGE_VAE:
            return "morphs and explores pictures"
        case Family.GAN:
            return "makes fresh sprites"
        case Family.VERSE_VAE:
            return "writes verse"
        case _:
            assert_never(family)


def begins_with(family: Family) -> tuple[Family, ...]:
    """Return the families whose packs a training can begin with, the best first; the first one it goes on from."""
    match family:
        case Family.PIXELRNN | Family.IMAGE_VAE | Family.VERSE_VAE:
            return (family,)
        case Family.GAN:
            return (family, Family.IMAGE_VAE)  # in whose codes it works
        case _:
            assert_never(family)


def examples_of(family: Family) -> str:
    """Return what one of its trainings' examples are called, many of them."""
    match learns_from(family):
        case Subject.PICTURES:
            return "pictures"
        case Subject.VERSE:
            return "lines"


def learns_from(family: Family) -> Subject:
    """Return what its trainings read."""
    match family:
        case Family.PIXELRNN | Family.IMAGE_VAE | Family.GAN:
            return Subject.PICTURES
        case Family.VERSE_VAE:
            return Subject.VERSE
        case _:
            assert_never(family)
