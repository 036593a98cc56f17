"""A sprite as pixels, read from and written to image files without losing its mode, palette or hidden colours."""

from __future__ import annotations

import base64
import binascii
import io
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from genmodels.api.errors import InputError
from genmodels.media.arrays import np
from genmodels.media.bounds import check_claim, check_size, file_bytes
from genmodels.media.indexed import Indexed, indexed_of, indexed_png, reindexed
from genmodels.media.pillow import MOVING, opened, quiet, rgba_of, told
from genmodels.media.png import SIGNATURE, quick_png
from genmodels.media.writing import write_checked

if TYPE_CHECKING:
    from PIL import Image  # functions import it when they are called, so that the window need not wait for it

OPAQUE = 128  # alpha from which the models read a pixel as a colour, not as transparent
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
    return decode_sprite(file_bytes(path), f"“{path.name}”")


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
    """Read a still picture from memory; name is what a message calls it. Raises InputError with what to do next."""
    check_claim(name, data)
    with told(name):
        image = opened(data)
        _check(image, data, name)
        with quiet():
            image.load()
        if image.mode == "P":
            indexed = indexed_of(image, data[24] if data.startswith(SIGNATURE) else 8)
            return Sprite(rgba_HWC=indexed.palette_T4[indexed.index_HW], mode="P", indexed=indexed)
        mode = image.mode if image.mode in ("1", "L", "LA", "RGB", "RGBA") else "RGBA"
        return Sprite(rgba_HWC=rgba_of(image).copy(), mode=mode)


def _check(image: Image.Image, data: bytes, name: str) -> None:
    """Raise InputError for what would cost too much to decode, or lose something."""
    check_size(name, *image.size)
    if getattr(image, "n_frames", 1) > 1 and image.format in MOVING:
        message = f"{name} is animated; only still pictures can be completed."
        raise InputError(message, hint="Save the frame you want as a PNG and open that.")
    deep = data.startswith(SIGNATURE) and data[24] == 16
    if deep or image.mode.startswith(("I", "F")):
        raise InputError(f"{name} has more than 8 bits a channel.", hint=_PNG_HINT)
