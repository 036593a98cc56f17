"""Animated PNG files of whole RGBA frames: nothing reduced, and no frame lost where two in a row are equal."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from genmodels.media.arrays import np
from genmodels.media.artwork.reshaping import enlarge
from genmodels.media.png import RGBA, chunk, header, pixels

_REPLACE = (0, 0)  # dispose nothing, blend nothing: each frame stands for itself


def apng_bytes(frames: Sequence[np.ndarray], durations_ms: Sequence[int], scale: int = 1) -> bytes:
    """Return the file: frames (uint8 RGBA, all of one size), each shown for so many ms, again and again, enlarged.

    Portable Network Graphics specification, third edition, sections 11.3.6 (acTL, fcTL, fdAT) and 9.2 (filter 0).
    """
    height, width = (scale * side for side in frames[0].shape[:2])
    parts = [
        header(width, height, 8, RGBA),
        chunk(b"acTL", struct.pack(">II", len(frames), 0)),
    ]
    order = 0  # of all chunks that control or hold frames
    for number, (rgba_HW4, duration_ms) in enumerate(zip(frames, durations_ms, strict=True)):
        control = struct.pack(">IIIIIHHBB", order, width, height, 0, 0, duration_ms, 1000, *_REPLACE)
        parts.append(chunk(b"fcTL", control))
        data = pixels(enlarge(rgba_HW4, scale).reshape(height, -1), 9)
        order += 1
        if number == 0:
            parts.append(chunk(b"IDAT", data))  # what a reader shows that knows no animation
        else:
            parts.append(chunk(b"fdAT", struct.pack(">I", order) + data))
            order += 1
    return b"".join([*parts, chunk(b"IEND", b"")])
