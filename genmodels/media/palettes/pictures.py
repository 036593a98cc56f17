"""Palettes in pictures: the stored one of an indexed picture, the colours seen of any other; a strip of swatches."""

from genmodels.media.arrays import np
from genmodels.media.indexed import Indexed, indexed_png
from genmodels.media.palettes.palette import Palette, palette_of
from genmodels.media.sprite import Sprite

_BLACK = (0, 0, 0, 255)
_ROW = 16  # swatches in a row of a square


def palette_in(sprite: Sprite) -> Palette:
    """Return the colours of a picture, in the order of its file or from the first pixel on."""
    if sprite.indexed is None:
        rgba_N4 = sprite.rgba_HWC.reshape(-1, 4)
        first_T = np.unique(np.ascontiguousarray(rgba_N4).view(np.uint32), return_index=True)[1]
        return palette_of(rgba_N4[np.sort(first_T)])
    stored_T4 = sprite.indexed.palette_T4
    rows = [tuple(colour) for colour in stored_T4.tolist()]
    # GIF and others fill a palette up to a power of two: black and repeats at the end, which no pixel uses.
    while len(rows) > int(sprite.indexed.index_HW.max()) + 1 and rows[-1] in (_BLACK, *rows[:-1]):
        rows.pop()
    return palette_of(stored_T4[: len(rows)])


def strip_png(palette: Palette) -> bytes:
    """Return an indexed PNG of one pixel a colour, in one row, or in rows of sixteen where they come out even."""
    count = len(palette.colours)
    index_HW = np.arange(count, dtype=np.uint8).reshape(-1, _ROW if count % _ROW == 0 else count)
    return indexed_png(Indexed(palette_T4=np.array(palette.colours, np.uint8), index_HW=index_HW))
