"""Frames of an animated GIF, PNG or WebP as pixels; still pictures are media.sprite's."""

import struct
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from genmodels.api.errors import InputError
from genmodels.media.sprite import MAX_FILE_BYTES, MAX_SIDE

if TYPE_CHECKING:
    from PIL import Image  # functions import it when they are called, so that the window need not wait for it

FORMATS = ("PNG", "GIF", "WEBP")
MAX_FRAMES = 2000
# What Pillow raises on damaged files.
_DAMAGED = (OSError, SyntaxError, ValueError, EOFError, IndexError, struct.error)


def is_animated(path: Path) -> bool:
    """Return whether a file holds more than one frame; what cannot be told is not, and read_sprite says why."""
    try:
        with _open(path) as image:
            return bool(getattr(image, "is_animated", False))
    except InputError:
        return False


def read_frames(path: Path) -> Iterator[np.ndarray]:
    """Yield the frames one after another as they are shown, uint8 RGBA; raises InputError with what to do next."""
    with _open(path) as image:
        if max(image.size) > MAX_SIDE:
            what = f"{image.width}×{image.height} pixels; a frame has at most {MAX_SIDE} a side"
            raise InputError(f"“{path.name}” has {what}.", hint="Cut out the part you need.")
        try:
            for number in range(min(getattr(image, "n_frames", 1), MAX_FRAMES)):
                image.seek(number)
                yield np.array(image.convert("RGBA"))
        except _DAMAGED as error:
            raise _damaged(path, error) from error


def _open(path: Path) -> "Image.Image":
    from PIL import Image

    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            message = f"“{path.name}” is over {MAX_FILE_BYTES >> 20} MB."
            raise InputError(message, hint="Choose an animation of sprites, not a film.")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the size is looked at before any pixel
            return Image.open(path, formats=FORMATS)
    except Image.DecompressionBombError as error:
        message = f"“{path.name}” has far too many pixels."
        raise InputError(message, hint="Cut out the part you need.", detail=str(error)) from error
    except _DAMAGED as error:
        raise _damaged(path, error) from error


def _damaged(path: Path, error: Exception) -> InputError:
    hint = "Open it in its editor and save it again."
    return InputError(f"“{path.name}” is damaged: it cannot be read to its end.", hint=hint, detail=repr(error))
