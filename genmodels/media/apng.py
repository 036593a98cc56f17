"""Animated PNG files of whole RGBA frames: nothing reduced, and no frame lost where two in a row are equal."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

from genmodels.media.arrays import np

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_RGBA = 6  # colour type: true colour with alpha
_REPLACE = (0, 0)  # dispose nothing, blend nothing: each frame stands for itself


def apng_bytes(frames: Sequence[np.ndarray], durations_ms: Sequence[int]) -> bytes:
    """Return the file: frames (uint8 RGBA, all of one size), each shown for so many ms, again and again.

    Portable Network Graphics specification, third edition, sections 11.3.6 (acTL, fcTL, fdAT) and 9.2 (filter 0).
    """
    height, width, _ = frames[0].shape
    parts = [
        _SIGNATURE,
        _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, _RGBA, 0, 0, 0)),
        _chunk(b"acTL", struct.pack(">II", len(frames), 0)),
    ]
    order = 0  # of all chunks that control or hold frames
    for number, (rgba_HW4, duration_ms) in enumerate(zip(frames, durations_ms, strict=True)):
        control = struct.pack(">IIIIIHHBB", order, width, height, 0, 0, duration_ms, 1000, *_REPLACE)
        parts.append(_chunk(b"fcTL", control))
        unfiltered_HB = np.pad(rgba_HW4.reshape(height, -1), ((0, 0), (1, 0)))
        pixels = zlib.compress(unfiltered_HB.tobytes(), 9)
        order += 1
        if number == 0:
            parts.append(_chunk(b"IDAT", pixels))  # what a reader shows that knows no animation
        else:
            parts.append(_chunk(b"fdAT", struct.pack(">I", order) + pixels))
            order += 1
    return b"".join([*parts, _chunk(b"IEND", b"")])


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
