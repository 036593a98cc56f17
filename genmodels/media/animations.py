"""Frames of an animated GIF, PNG or WebP as pixels; still pictures are media.sprite's."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from genmodels.api.errors import InputError
from genmodels.media.arrays import np
from genmodels.media.sprite import MAX_FILE_BYTES, MAX_SIDE

if TYPE_CHECKING:
    from PIL import Image  # functions import it when they are called, so that the window need not wait for it

FORMATS = ("PNG", "GIF", "WEBP")
MAX_FRAMES = 2000


def is_animated(path: Path) -> bool:
    """Return whether a file holds more than one frame; raises InputError where that cannot be told for damage.

    Of what is no picture, or too large a one, read_sprite tells why.
    """
    from PIL import Image

    with _errors_told(path):
        try:
            with _opened(path) as image:
                return bool(getattr(image, "is_animated", False))
        except (Image.UnidentifiedImageError, Image.DecompressionBombError):
            return False


def read_frames(path: Path) -> Iterator[np.ndarray]:
    """Yield the frames one after another as they are shown, uint8 RGBA; raises InputError with what to do next."""
    with _errors_told(path), _opened(path) as image:
        if max(image.size) > MAX_SIDE:
            what = f"{image.width}×{image.height} pixels; a frame has at most {MAX_SIDE} a side"
            raise InputError(f"“{path.name}” has {what}.", hint="Cut out the part you need.")
        for number in range(min(getattr(image, "n_frames", 1), MAX_FRAMES)):
            image.seek(number)
            yield np.array(image.convert("RGBA"))


def _opened(path: Path) -> Image.Image:
    from PIL import Image

    if path.stat().st_size > MAX_FILE_BYTES:
        message = f"“{path.name}” is over {MAX_FILE_BYTES >> 20} MB."
        raise InputError(message, hint="Choose an animation of sprites, not a film.")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a large size, which is looked at here, and of damage that does no harm
        return Image.open(path, formats=FORMATS)


@contextmanager
def _errors_told(path: Path) -> Iterator[None]:
    """Turn what Pillow raises on files that are damaged or too large into an InputError."""
    from PIL import Image

    try:
        yield
    except Image.DecompressionBombError as error:
        message = f"“{path.name}” has far too many pixels."
        raise InputError(message, hint="Cut out the part you need.", detail=str(error)) from error
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, struct.error) as error:
        why = getattr(error, "strerror", None)  # the system's own errors have one, Pillow's have none
        message = f"“{path.name}” cannot be read: {why or 'it is damaged'}."
        raise InputError(message, hint="Open it in its editor and save it again.", detail=repr(error)) from error
