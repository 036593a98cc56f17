"""A sprite as pixels, read from and written to image files without losing its mode, palette or hidden colours."""

from __future__ import annotations

import base64
import binascii
import io
import struct
import warnings
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from genmodels.api.errors import InputError
from genmodels.media.arrays import np
from genmodels.media.indexed import Indexed, indexed_of, indexed_png, reindexed
from genmodels.media.png import quick_png
from genmodels.media.writing import write_checked

if TYPE_CHECKING:
    from PIL import Image  # functions import it when they are called, so that the window need not wait for it

MAX_SIDE = 4096
OPAQUE = 128  # alpha from which the models read a pixel as a colour, not as transparent
MAX_FILE_BYTES = 64 * 2**20
FORMATS = ("PNG", "GIF", "WEBP", "BMP", "JPEG")  # told by content, never by name
_PILLOW_ON_DAMAGE = (OSError, SyntaxError, ValueError, EOFError, IndexError, struct.error)
_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PNG_HINT = "Save it again as a PNG with 8 bits a channel, then open that."


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sprite:
    """Pixels, and how their file stored them."""

    rgba_HWC: np.ndarray  # uint8; colours under alpha 0 count too
    mode: str = "RGBA"  # Pillow's name: 1, L, LA, RGB, RGBA, or P with `indexed`
    indexed: Indexed | None = None

    @property
    def height(self) -> int:
        """Rows."""
        return self.rgba_HWC.shape[0]

    @property
    def width(self) -> int:
        """Columns."""
        return self.rgba_HWC.shape[1]

    def with_pixels(self, rgba_HWC: np.ndarray) -> Sprite:
        """Return a sprite of these pixels, to be stored as this one is."""
        return replace(self, rgba_HWC=rgba_HWC)


def read_sprite(path: Path) -> Sprite:
    """Read an image file; raises InputError with what to do next."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise InputError(f"“{path.name}” is over {MAX_FILE_BYTES >> 20} MB.", hint="Choose a sprite, not a photo.")
        data = path.read_bytes()
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        message = f"There is no file “{path}”." if missing else f"“{path}” cannot be read: {error.strerror}."
        raise InputError(message, hint="Check the path and its permissions.", detail=str(error)) from error
    return decode_sprite(data, f"“{path.name}”")


def decode_png(text: str) -> Sprite:
    """Read a picture that came as base64; raises InputError."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise InputError("A picture in the request is not base64.", detail=str(error)) from error
    return decode_sprite(data, "The picture")


def encode_png(rgba_HWC: np.ndarray) -> str:
    """Return RGBA pixels as a base64 PNG."""
    return base64.b64encode(quick_png(rgba_HWC)).decode("ascii")


def write_sprite(path: Path, sprite: Sprite) -> None:
    """Write a PNG in the sprite's own mode where its pixels allow, in RGBA otherwise.

    The file is written beside its place, read back and compared, then moved, so that a failure leaves what was there.
    Raises StorageError.
    """
    write_checked(
        path,
        png_bytes(sprite),
        lambda data: np.array_equal(decode_sprite(data, "The file").rgba_HWC, sprite.rgba_HWC),
    )


def png_bytes(sprite: Sprite) -> bytes:
    """Return the sprite as a PNG file in its own mode where its pixels allow, in RGBA otherwise."""
    rgba_HWC = np.ascontiguousarray(sprite.rgba_HWC)
    if sprite.indexed is not None and (indexed := reindexed(sprite.indexed, rgba_HWC)) is not None:
        return indexed_png(indexed)
    from PIL import Image

    buffer, image = io.BytesIO(), Image.fromarray(rgba_HWC)
    opaque = bool((rgba_HWC[..., 3] == 255).all())
    grey = bool((rgba_HWC[..., :1] == rgba_HWC[..., 1:3]).all())
    match sprite.mode:
        case "RGB" if opaque:
            image = image.convert("RGB")
        case "LA" if grey:
            image = Image.merge("LA", (image.getchannel("R"), image.getchannel("A")))
        case "1" if opaque and grey and np.isin(rgba_HWC[..., 0], (0, 255)).all():
            image = image.getchannel("R").convert("1")
        case "1" | "L" if opaque and grey:
            image = image.getchannel("R")
    image.save(buffer, "PNG")
    return buffer.getvalue()


def decode_sprite(data: bytes, name: str) -> Sprite:
    """Read a picture from memory; name is what a message calls it. Raises InputError with what to do next."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data), formats=FORMATS)
            _check(image, data, name)
            image.load()
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise _too_large(_png_size(data), name) from error
    except Image.UnidentifiedImageError as error:
        kinds = "PNG, GIF, WebP, BMP or JPEG"
        raise InputError(f"{name} is not an image of a known kind.", hint=f"Choose a {kinds} file.") from error
    except _PILLOW_ON_DAMAGE as error:
        message = f"{name} is damaged: it cannot be read to its end."
        raise InputError(message, hint="Open it in its editor and save it again.", detail=repr(error)) from error
    if image.mode == "P":
        indexed = indexed_of(image, data[24] if data.startswith(_PNG_SIGNATURE) else 8)
        return Sprite(rgba_HWC=indexed.palette_T4[indexed.index_HW], mode="P", indexed=indexed)
    mode = image.mode if image.mode in ("1", "L", "LA", "RGB", "RGBA") else "RGBA"
    return Sprite(rgba_HWC=np.array(image.convert("RGBA")), mode=mode)


def _check(image: Image.Image, data: bytes, name: str) -> None:
    """Raise InputError for what would cost too much to decode, or lose something."""
    if max(image.size) > MAX_SIDE:
        raise _too_large(image.size, name)
    if getattr(image, "n_frames", 1) > 1:
        message = f"{name} is animated; only still pictures can be completed."
        raise InputError(message, hint="Save the frame you want as a PNG and open that.")
    deep = data.startswith(_PNG_SIGNATURE) and data[24] == 16
    if deep or image.mode.startswith(("I", "F")):
        raise InputError(f"{name} has more than 8 bits a channel.", hint=_PNG_HINT)


def _too_large(size: tuple[int, int] | None, name: str) -> InputError:
    what = f"{size[0]}×{size[1]} pixels" if size else "far too many pixels"
    return InputError(f"{name} has {what}; a sprite has at most {MAX_SIDE} a side.", hint="Cut out the part you need.")


def _png_size(data: bytes) -> tuple[int, int] | None:
    """Return the size that a PNG's first chunk tells, for a message; None for other kinds."""
    if not data.startswith(_PNG_SIGNATURE) or len(data) < 24:
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
