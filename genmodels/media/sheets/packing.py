"""Where rectangles go on a sheet: packed, in a grid, or in rows and columns. It knows sizes, not pictures."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import assert_never

from genmodels.media.sheets.settings import Layout

Size = tuple[int, int]  # width, height
Place = tuple[int, int]  # x, y of the upper left corner

AT_ONCE = 100  # rectangles that are packed together: the packer's time grows faster than their square
_FULL, _LESS_FULL = 1.03, 1.08  # room that is tried first, as a multiple of the area, and how much more at a time


def place(sizes: Sequence[Size], layout: Layout, *, columns: int, bands: Sequence[int], gap: int) -> list[Place]:
    """Return where each rectangle goes, none over another, the gap between them, the sheet beginning at (0, 0).

    columns: of a grid, 0 for as square as can be; bands: which row or column each belongs to, in order.
    """
    match layout:
        case Layout.PACKED if len(set(sizes)) > 1:
            return _packed(sizes, gap)
        case Layout.PACKED:  # nothing is fuller than a grid
            return _grid(sizes, 0, gap)
        case Layout.GRID:
            return _grid(sizes, columns, gap)
        case Layout.ROWS:
            return _rows(sizes, bands, gap)
        case Layout.COLUMNS:
            turned = _rows([(height, width) for width, height in sizes], bands, gap)
            return [(x, y) for y, x in turned]
        case _:
            assert_never(layout)


def extent(sizes: Sequence[Size], places: Sequence[Place]) -> Size:
    """Return the width and height that all of them take together."""
    both = list(zip(sizes, places, strict=True))
    return max(x + width for (width, _), (x, _) in both), max(y + height for (_, height), (_, y) in both)


def cell(sizes: Sequence[Size]) -> Size:
    """Return the size that each of them fits into."""
    return max(width for width, _ in sizes), max(height for _, height in sizes)


def grid_columns(sizes: Sequence[Size], gap: int) -> int:
    """Return how many cells in a row make the grid's longer side shortest, then its area least, then it widest."""
    width, height = cell(sizes)
    count = len(sizes)

    def sides(columns: int) -> tuple[int, int, int]:
        across, down = columns * (width + gap), math.ceil(count / columns) * (height + gap)
        return max(across, down), across * down, -columns

    return min(range(1, count + 1), key=sides)


def _grid(sizes: Sequence[Size], columns: int, gap: int) -> list[Place]:
    width, height = cell(sizes)
    across = columns or grid_columns(sizes, gap)
    return [(i % across * (width + gap), i // across * (height + gap)) for i in range(len(sizes))]


def _rows(sizes: Sequence[Size], bands: Sequence[int], gap: int) -> list[Place]:
    places: list[Place] = []
    y = 0
    for _, band in groupby(range(len(sizes)), key=lambda i: bands[i]):
        x, tallest = 0, 0
        for i in band:
            width, height = sizes[i]
            places.append((x, y))
            x, tallest = x + width + gap, max(tallest, height)
        y += tallest + gap
    return places


def _packed(sizes: Sequence[Size], gap: int) -> list[Place]:
    """Pack into a sheet nearly square, in strips across it where there are many."""
    spaced = [(width + gap, height + gap) for width, height in sizes]
    across = max(math.ceil(math.sqrt(_FULL * _area(spaced))), *(width for width, _ in spaced))
    places: list[Place] = []
    y = 0
    for strip in _strips(spaced):
        packed = _fitted(strip, across)
        places += [(x, y + below) for x, below in packed]
        y += extent(strip, packed)[1]
    return places


def _strips(sizes: Sequence[Size]) -> Iterator[Sequence[Size]]:
    """Yield them in parts of nearly one length, each short enough to be packed at once."""
    count = math.ceil(len(sizes) / AT_ONCE)
    for part in range(count):
        yield sizes[len(sizes) * part // count : len(sizes) * (part + 1) // count]


def _fitted(sizes: Sequence[Size], across: int) -> list[Place]:
    """Pack into a box of this width, as low as is found."""
    import rpack  # here, because few starts ever pack

    room = _FULL * _area(sizes)
    while True:
        height = max(math.ceil(room / across), *(height for _, height in sizes))
        try:
            return rpack.pack(sizes, max_width=across, max_height=height)
        except rpack.PackingImpossibleError:
            room *= _LESS_FULL


def _area(sizes: Sequence[Size]) -> int:
    return sum(width * height for width, height in sizes)
