"""PNG files written by hand, where Pillow would choose what a file is made of, or take longer than drawing it.

Portable Network Graphics specification, third edition: sections 5.3 (chunks), 9.2 (filter 0) and 11.2.1 (IHDR).
"""

from __future__ import annotations

import struct
import zlib

from genmodels.media.arrays import np

SIGNATURE = b"\x89PNG\r\n\x1a\n"
GREY, INDEXED, RGBA = 0, 3, 6  # colour types
_QUICK = 1  # compression: a sprite comes out a little larger in a fraction of the time


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk with its length and its checksum."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def header(width: int, height: int, bits: int, colour_type: int) -> bytes:
    """Return the signature and IHDR."""
    return SIGNATURE + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, colour_type, 0, 0, 0))


def pixels(packed_HB: np.ndarray, level: int) -> bytes:
    """Return rows of bytes, compressed, none of them filtered."""
    return zlib.compress(np.pad(packed_HB, ((0, 0), (1, 0))).tobytes(), level)


def quick_png(rgba_HW4: np.ndarray) -> bytes:
    """Return RGBA pixels (uint8) as a file that is made in no time, and a little larger for it."""
    height, width, _ = rgba_HW4.shape
    data = pixels(rgba_HW4.reshape(height, -1), _QUICK)
    return header(width, height, 8, RGBA) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def bit_png(mask_HW: np.ndarray) -> bytes:
    """Return a mask (bool) as a file of one bit a pixel, white where it is true."""
    height, width = mask_HW.shape
    data = pixels(np.packbits(mask_HW, axis=1), _QUICK)
    return header(width, height, 1, GREY) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
