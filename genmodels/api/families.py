"""What each family of models does, in the words of errors and of the command line; the window has its own."""

from typing import assert_never

from genmodels.api.configs import Family


def does(family: Family) -> str:
    """Return what its packs do, to follow “a pack that”."""
    match family:
        case Family.PIXELRNN:
            return "completes sprites"
        case Family.IMAGE_VAE:
            return "morphs and explores pictures"
        case _:
            assert_never(family)
