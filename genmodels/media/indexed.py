"""Indexed pictures: palette, indices and bit depth kept as a file had them, because games address colours by index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from genmodels.media.arrays import np
from genmodels.media.png import INDEXED, chunk, header, pixels

if TYPE_CHECKING:
    from PIL import Image

MAX_COLOURS = 256


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Indexed:
    """How an indexed picture stores its pixels."""

    palette_T4: np.ndarray  # uint8 RGBA, in file order
    index_HW: np.ndarray  # uint8, each pixel's place in the palette
    bits: int = 8  # per index: 1, 2, 4 or 8


def indexed_of(image: Image.Image, bits: int) -> Indexed:
    """Return the palette and indices of a loaded picture of Pillow's mode P."""
    rgb_T3 = np.array(image.getpalette("RGB") or [0, 0, 0], dtype=np.uint8).reshape(-1, 3)[:MAX_COLOURS]
    index_HW = np.array(image, dtype=np.uint8)
    palette_T4 = np.zeros((max(len(rgb_T3), int(index_HW.max()) + 1), 4), dtype=np.uint8)
    palette_T4[:, 3] = 255
    palette_T4[: len(rgb_T3), :3] = rgb_T3
    match image.info.get("transparency"):
        case bytes() as alphas:
            alpha_T = np.frombuffer(alphas, dtype=np.uint8)[: len(palette_T4)]
            palette_T4[: len(alpha_T), 3] = alpha_T
        case int() as place if place < len(palette_T4):
            palette_T4[place, 3] = 0
    return Indexed(palette_T4=palette_T4, index_HW=index_HW, bits=bits)


def reindexed(indexed: Indexed, rgba_HWC: np.ndarray) -> Indexed | None:
    """Return new pixels in the same palette, new colours appended to it; None where they do not fit."""
    palette_T4, shape = indexed.palette_T4, rgba_HWC.shape[:2]
    # A resized picture has no old indices to keep.
    index_HW = indexed.index_HW.copy() if indexed.index_HW.shape == shape else np.zeros(shape, dtype=np.uint8)
    # Unchanged pixels keep their index: palettes of games hold one colour twice on purpose.
    changed_HW = (palette_T4[index_HW] != rgba_HWC).any(axis=-1)
    colours = [tuple(colour) for colour in palette_T4.tolist()]
    place = {colour: t for t, colour in reversed(list(enumerate(colours)))}
    drawn_N4, inverse_N = np.unique(rgba_HWC[changed_HW], axis=0, return_inverse=True)
    drawn = [tuple(colour) for colour in drawn_N4.tolist()]
    colours += (new := [colour for colour in drawn if colour not in place])
    if len(colours) > MAX_COLOURS:
        return None
    place |= {colour: len(palette_T4) + n for n, colour in enumerate(new)}
    if drawn:
        index_HW[changed_HW] = np.array([place[colour] for colour in drawn], dtype=np.uint8)[inverse_N.ravel()]
    bits = max(indexed.bits, next(b for b in (1, 2, 4, 8) if len(colours) <= 1 << b))
    return Indexed(palette_T4=np.array(colours, dtype=np.uint8), index_HW=index_HW, bits=bits)


def indexed_png(indexed: Indexed) -> bytes:
    """Return the picture as a PNG of exactly this palette and depth; Pillow would choose the depth itself.

    Portable Network Graphics specification, second edition, sections 7.2 (packing), 11.2 and 11.3.2 (chunks).
    """
    height, width = indexed.index_HW.shape
    planes_HWB = np.unpackbits(indexed.index_HW[..., None], axis=-1)[..., 8 - indexed.bits :]
    packed_HB = np.packbits(planes_HWB.reshape(height, -1), axis=-1)
    alpha_T = indexed.palette_T4[:, 3]
    partly = np.flatnonzero(alpha_T < 255)
    chunks = [
        (b"PLTE", indexed.palette_T4[:, :3].tobytes()),
        *([(b"tRNS", alpha_T[: partly[-1] + 1].tobytes())] if len(partly) else []),
        (b"IDAT", pixels(packed_HB, 9)),
        (b"IEND", b""),
    ]
    return header(width, height, indexed.bits, INDEXED) + b"".join(chunk(kind, data) for kind, data in chunks)
