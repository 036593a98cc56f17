"""Pillow at arm's length: what it may open, and what it raises where a file is damaged or hostile."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from genmodels.api.errors import InputError
from genmodels.media.arrays import np

if TYPE_CHECKING:
    from PIL import Image  # functions import it when they are called, so that the window need not wait for it

FORMATS = ("PNG", "GIF", "WEBP", "BMP", "JPEG")  # told by content, never by name
MOVING = ("PNG", "GIF", "WEBP")
DAMAGED = (OSError, SyntaxError, ValueError, EOFError, IndexError, struct.error, zlib.error)


def opened(source: Path | bytes, formats: tuple[str, ...] = FORMATS) -> Image.Image:
    """Return a picture that is not decoded yet; raises what `told` tells."""
    from PIL import Image

    with quiet():
        return Image.open(io.BytesIO(source) if isinstance(source, bytes) else source, formats=formats)


@contextmanager
def quiet() -> Iterator[None]:
    """Let Pillow not warn of a large size, which is looked at by us, nor of damage that does no harm."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def rgba_of(image: Image.Image) -> np.ndarray:
    """Decode a picture's frame as uint8 RGBA, read-only; raises what `told` tells."""
    with quiet():
        image.load()
        whole = image if image.mode == "RGBA" else image.convert("RGBA")
        return np.frombuffer(whole.tobytes(), np.uint8).reshape(image.height, image.width, 4)


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turn what Pillow raises on a file that is damaged, too large or no picture into an InputError."""
    from PIL import Image

    try:
        yield
    except Image.DecompressionBombError as error:
        message = f"{name} has far too many pixels."
        raise InputError(message, hint="Cut out the part you need.", detail=str(error)) from error
    except Image.UnidentifiedImageError as error:
        kinds = "PNG, GIF, WebP, BMP or JPEG"
        raise InputError(f"{name} is not an image of a known kind.", hint=f"Choose a {kinds} file.") from error
    except DAMAGED as error:
        message = f"{name} cannot be read: {getattr(error, 'strerror', None) or 'it is damaged'}."
        raise InputError(message, hint="Open it in its editor and save it again.", detail=repr(error)) from error
