"""Animated GIF files in one palette that all frames share, so that no colour flickers; what cannot be kept is told."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from genmodels.media.arrays import np
from genmodels.media.colours import nearest
from genmodels.media.sprite import OPAQUE

MOST_COLOURS = 256  # transparency among them
LEAST_MS = 20  # browsers show frames of less for 100 ms
_CLEAR_AFTER = 2  # disposal: a transparent pixel of the next frame does not show this one
_CODE_BITS = 8


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Gif:
    """A file, and what it shows."""

    data: bytes
    frames: tuple[np.ndarray, ...]  # uint8 RGBA as the file shows them
    durations_ms: tuple[int, ...]
    remarks: tuple[str, ...]  # what a GIF could not keep, one sentence each


def gif_of(frames: Sequence[np.ndarray], durations_ms: Sequence[int]) -> Gif:
    """Return frames (uint8 RGBA, all of one size) as a GIF that loops, each shown for so many ms.

    Exact where all frames together have at most 256 colours, transparency among them, and none is half transparent.
    """
    table_T4, index_NHW, remarks = _indexed(np.stack(frames))
    hundredths = [max(LEAST_MS, duration_ms + 5) // 10 for duration_ms in durations_ms]  # rounded half up
    shown_ms = tuple(10 * count for count in hundredths)
    if shown_ms != tuple(durations_ms):
        said = sorted({(ms, got) for ms, got in zip(durations_ms, shown_ms, strict=True) if ms != got})
        words = ", ".join(f"{ms} ms became {got} ms" for ms, got in said[:3])
        remarks.append(f"A GIF counts in hundredths of a second: {words}.")
    return Gif(
        data=_file(table_T4, index_NHW, hundredths),
        frames=tuple(table_T4[index_NHW]),
        durations_ms=shown_ms,
        remarks=tuple(remarks),
    )


def _indexed(rgba_NHW4: np.ndarray) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Return the palette (uint8 RGBA, transparency first where there is any), the frames in it, and remarks."""
    remarks = []
    half = int(((rgba_NHW4[..., 3] > 0) & (rgba_NHW4[..., 3] < 255)).any(axis=(1, 2)).sum())
    if half:
        remarks.append("A GIF has no half-transparent pixels: they became opaque or clear. APNG and WebP keep them.")
    solid_NHW = rgba_NHW4[..., 3] >= OPAQUE
    flat_NHW4 = np.where(solid_NHW[..., None], rgba_NHW4 | np.array([0, 0, 0, 255], np.uint8), np.uint8(0))
    key_NHW = np.ascontiguousarray(flat_NHW4).view("<u4")[..., 0]
    keys_M, place_X = np.unique(key_NHW, return_inverse=True)  # 0, all clear, comes first
    colours_M4 = np.ascontiguousarray(keys_M.astype("<u4")).view(np.uint8).reshape(-1, 4)
    index_M = np.arange(len(colours_M4))
    if len(colours_M4) > MOST_COLOURS:
        few_T4 = _fewer(colours_M4)
        remarks.append(f"A GIF has {MOST_COLOURS} colours at most: {len(colours_M4):,} became {len(few_T4)}.")
        index_M, colours_M4 = nearest(colours_M4, few_T4), few_T4
    return colours_M4, index_M.astype(np.uint8)[place_X].reshape(key_NHW.shape), remarks


def _fewer(colours_M4: np.ndarray) -> np.ndarray:
    """Return so few colours that stand for all, the clear one kept."""
    from PIL import Image

    clear = int(colours_M4[0, 3] == 0)
    row = Image.fromarray(np.ascontiguousarray(colours_M4[None, clear:, :3]))
    palette = row.quantize(MOST_COLOURS - clear, method=Image.Quantize.MEDIANCUT, kmeans=2).getpalette("RGB") or []
    rgb_T3 = np.unique(np.array(palette, np.uint8).reshape(-1, 3), axis=0)[: MOST_COLOURS - clear]
    opaque_T4 = np.pad(rgb_T3, ((0, 0), (0, 1)), constant_values=255)
    return np.concatenate([colours_M4[:clear], opaque_T4])


def _file(table_T4: np.ndarray, index_NHW: np.ndarray, hundredths: Sequence[int]) -> bytes:
    """Return the bytes, every frame a whole one; GIF89a specification, sections 17 to 26, and Netscape's loop."""
    from PIL import Image

    _, height, width = index_NHW.shape
    bits = max(1, (len(table_T4) - 1).bit_length())
    rgb_T3 = np.pad(table_T4[:, :3], ((0, (1 << bits) - len(table_T4)), (0, 0)))
    is_clear = bool(table_T4[0, 3] == 0)
    flags = _CLEAR_AFTER << 2 | is_clear
    parts = [
        b"GIF89a" + struct.pack("<HHBBB", width, height, 0b1111_0000 | (bits - 1), 0, 0) + rgb_T3.tobytes(),
        b"\x21\xff\x0bNETSCAPE2.0\x03\x01" + struct.pack("<HB", 0, 0),
    ]
    for index_HW, delay in zip(index_NHW, hundredths, strict=True):
        parts.append(b"\x21\xf9\x04" + struct.pack("<BHBB", flags, delay, 0, 0))
        parts.append(b"\x2c" + struct.pack("<HHHHB", 0, 0, width, height, 0) + bytes([_CODE_BITS]))
        parts.append(Image.fromarray(index_HW).tobytes("gif", "L", _CODE_BITS, 0) + b"\x00")
    return b"".join([*parts, b"\x3b"])
