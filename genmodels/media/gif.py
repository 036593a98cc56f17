"""Animated GIF files in one palette that all frames share, so that no colour flickers."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from genmodels.media.arrays import np
from genmodels.media.artwork.reshaping import enlarge
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
    frames: tuple[np.ndarray, ...]  # uint8 RGBA as the file shows them, before they are enlarged
    durations_ms: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Table:
    """The colours of all frames, and those that stand for them in the file: uint8 RGBA, the clear one first."""

    keys_M: np.ndarray  # uint32 of the colours, ascending
    colours_M4: np.ndarray
    kept_T4: np.ndarray
    place_M: np.ndarray  # uint8: of each colour, where it stands among those kept

    def indices(self, rgba_HW4: np.ndarray) -> np.ndarray:
        """Return one of the frames in the colours that are kept, uint8 HW."""
        return self.place_M[np.searchsorted(self.keys_M, _keys(rgba_HW4))]


def gif_of(frames: Sequence[np.ndarray], durations_ms: Sequence[int], scale: int = 1) -> Gif:
    """Return frames (uint8 RGBA, all of one size) as a GIF that loops, each shown for so many ms, enlarged.

    Exact where all frames together have at most 256 colours, transparency among them, and none is half transparent.
    """
    table = table_of(frames)
    shown_ms = tuple(played_in_gif(duration_ms) for duration_ms in durations_ms)
    return Gif(
        data=_file(table, frames, [ms // 10 for ms in shown_ms], scale),
        frames=tuple(table.kept_T4[table.indices(rgba_HW4)] for rgba_HW4 in frames),
        durations_ms=shown_ms,
    )


def played_in_gif(duration_ms: int) -> int:
    """Return for how long a GIF shows a frame: hundredths of a second, rounded half up."""
    return max(LEAST_MS, (duration_ms + 5) // 10 * 10)


def is_half_clear(rgba_HW4: np.ndarray) -> bool:
    """Return whether there are pixels that a GIF makes opaque or clear."""
    alpha_HW = rgba_HW4[..., 3]
    return bool(((alpha_HW > 0) & (alpha_HW < 255)).any())


def table_of(frames: Sequence[np.ndarray]) -> Table:
    """Return the palette that all frames share."""
    keys_M = np.unique(np.concatenate([np.unique(_keys(rgba_HW4)) for rgba_HW4 in frames]))
    colours_M4 = np.ascontiguousarray(keys_M.astype("<u4")).view(np.uint8).reshape(-1, 4)
    place_M, kept_T4 = np.arange(len(colours_M4)), colours_M4
    if len(colours_M4) > MOST_COLOURS:
        kept_T4 = _fewer(colours_M4)
        place_M = nearest(colours_M4, kept_T4)
    return Table(keys_M=keys_M, colours_M4=colours_M4, kept_T4=kept_T4, place_M=place_M.astype(np.uint8))


def _keys(rgba_HW4: np.ndarray) -> np.ndarray:
    """Return each pixel as one number: 0 where a GIF is clear, or its colour, opaque."""
    solid_HW1 = rgba_HW4[..., 3:] >= OPAQUE
    flat_HW4 = np.where(solid_HW1, rgba_HW4 | np.array([0, 0, 0, 255], np.uint8), np.uint8(0))
    return np.ascontiguousarray(flat_HW4).view("<u4")[..., 0]


def _fewer(colours_M4: np.ndarray) -> np.ndarray:
    """Return so few colours that stand for all, the clear one kept."""
    from PIL import Image

    clear = int(colours_M4[0, 3] == 0)
    row = Image.fromarray(np.ascontiguousarray(colours_M4[None, clear:, :3]))
    palette = row.quantize(MOST_COLOURS - clear, method=Image.Quantize.MEDIANCUT, kmeans=2).getpalette("RGB") or []
    rgb_T3 = np.unique(np.array(palette, np.uint8).reshape(-1, 3), axis=0)[: MOST_COLOURS - clear]
    opaque_T4 = np.pad(rgb_T3, ((0, 0), (0, 1)), constant_values=255)
    return np.concatenate([colours_M4[:clear], opaque_T4])


def _file(table: Table, frames: Sequence[np.ndarray], hundredths: Sequence[int], scale: int) -> bytes:
    """Return the bytes, every frame a whole one; GIF89a specification, sections 17 to 26, and Netscape's loop."""
    from PIL import Image

    height, width = (scale * side for side in frames[0].shape[:2])
    colours = len(table.kept_T4)
    bits = max(1, (colours - 1).bit_length())
    rgb_T3 = np.pad(table.kept_T4[:, :3], ((0, (1 << bits) - colours), (0, 0)))
    flags = _CLEAR_AFTER << 2 | bool(table.kept_T4[0, 3] == 0)
    parts = [
        b"GIF89a" + struct.pack("<HHBBB", width, height, 0b1111_0000 | (bits - 1), 0, 0) + rgb_T3.tobytes(),
        b"\x21\xff\x0bNETSCAPE2.0\x03\x01" + struct.pack("<HB", 0, 0),
    ]
    for rgba_HW4, delay in zip(frames, hundredths, strict=True):
        large_HW = enlarge(table.indices(rgba_HW4), scale)
        parts.append(b"\x21\xf9\x04" + struct.pack("<BHBB", flags, delay, 0, 0))
        parts.append(b"\x2c" + struct.pack("<HHHHB", 0, 0, width, height, 0) + bytes([_CODE_BITS]))
        parts.append(Image.fromarray(large_HW).tobytes("gif", "L", _CODE_BITS, 0) + b"\x00")
    return b"".join([*parts, b"\x3b"])
