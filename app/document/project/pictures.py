"""Pixels and masks as PNG files and back; what was written before is not made again."""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Callable
from typing import Any

from genmodels.media.arrays import np
from genmodels.media.png import SIGNATURE, bit_png, quick_png

_BYTES_PER_PIXEL = 4
_MODES = ("1", "L", "LA", "P", "RGB", "RGBA")


class PictureError(ValueError):
    """A picture that cannot be used."""


class Pictures:
    """Remembers the file of every plane, tile and mask, none of which ever changes, until it is not asked for again."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, bytes]] = {}  # by id, which the object beside it keeps from being reused
        self._asked: set[int] = set()

    def png(self, source: Any, pixels: Callable[[], np.ndarray]) -> bytes:
        """Return the file of an object; pixels: gives them, rgba_HWC or mask_HW, where it was not made yet."""
        self._asked.add(id(source))
        known = self._known.get(id(source))
        if known is None:
            array = pixels()
            known = source, bit_png(array) if array.ndim == 2 else quick_png(np.ascontiguousarray(array))
            self._known[id(source)] = known
        return known[1]

    def forget_others(self) -> None:
        """Forget what was not asked for since this was called last."""
        self._known = {key: known for key, known in self._known.items() if key in self._asked}
        self._asked = set()


class Unpacking:
    """Reads pictures until they would take more memory than any project may."""

    def __init__(self, most_bytes: int) -> None:
        self._left_bytes = most_bytes

    def rgba(self, data: bytes, most: tuple[int, int]) -> np.ndarray:
        """Return rgba_HWC, uint8, of at most this (height, width); raises PictureError."""
        return self._read(data, most, "RGBA")

    def mask(self, data: bytes, shape: tuple[int, int]) -> np.ndarray:
        """Return mask_HW, bool, of this (height, width); raises PictureError."""
        mask_HW = self._read(data, shape, "L") >= 128
        if mask_HW.shape != shape:
            raise PictureError(f"a mask of {mask_HW.shape} for {shape}")
        return mask_HW

    def _read(self, data: bytes, most: tuple[int, int], mode: str) -> np.ndarray:
        width, height = _size(data)  # before anything is unpacked
        if not (0 < height <= most[0] and 0 < width <= most[1]):
            raise PictureError(f"a picture of {width}×{height} where {most[1]}×{most[0]} is the most")
        self._left_bytes -= width * height * _BYTES_PER_PIXEL
        if self._left_bytes < 0:
            raise PictureError("more pixels than a project may have")
        from PIL import Image

        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", Image.DecompressionBombWarning)
                image = Image.open(io.BytesIO(data), formats=("PNG",))
                if image.size != (width, height) or image.mode not in _MODES:
                    raise PictureError(f"{image.mode} of {image.size}")
                return np.array(image.convert(mode))
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            raise PictureError(str(error)) from error
        except (OSError, SyntaxError, ValueError, EOFError, IndexError, struct.error) as error:  # damaged: Pillow's
            raise PictureError(str(error)) from error


def _size(data: bytes) -> tuple[int, int]:
    """Return (width, height) as IHDR tells them; raises PictureError."""
    if not data.startswith(SIGNATURE) or data[12:16] != b"IHDR" or len(data) < 33:
        raise PictureError("no PNG file")
    width, height = struct.unpack_from(">II", data, 16)
    return width, height
