"""Which cells a stroke covers: lines without gaps, brushes, and strokes without doubled corners."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from app.document.raster import Cell, Patch
from genmodels.media.arrays import np


def line(start: Cell, end: Cell) -> list[Cell]:
    """Return the cells from start to end, both included, without gaps (Bresenham 1965)."""
    (x, y), (x1, y1) = start, end
    dx, dy = abs(x1 - x), -abs(y1 - y)
    step_x, step_y = (1 if x < x1 else -1), (1 if y < y1 else -1)
    error, cells = dx + dy, [(x, y)]
    while (x, y) != (x1, y1):
        doubled = 2 * error
        if doubled >= dy:
            error, x = error + dy, x + step_x
        if doubled <= dx:
            error, y = error + dx, y + step_y
        cells.append((x, y))
    return cells


def snapped(start: Cell, end: Cell) -> Cell:
    """Return the cell near end that lies level with start, upright above or below it, or on a diagonal."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    if abs(dx) > 2 * abs(dy):
        return end[0], start[1]
    if abs(dy) > 2 * abs(dx):
        return start[0], end[1]
    reach = max(abs(dx), abs(dy))
    return start[0] + (reach if dx >= 0 else -reach), start[1] + (reach if dy >= 0 else -reach)


@cache
def brush(size: int) -> np.ndarray:
    """Return a round brush as an N×2 array of (x, y) offsets; sizes up to 2 are squares."""
    low = -((size - 1) // 2)
    span = np.arange(low, low + size)
    xs, ys = np.meshgrid(span, span)
    middle = low + (size - 1) / 2
    inside = (xs - middle) ** 2 + (ys - middle) ** 2 <= (size / 2) ** 2 + (0.25 if size > 2 else 1)
    offsets = np.stack([xs[inside], ys[inside]], axis=1)
    offsets.flags.writeable = False
    return offsets


def stamp(cells: Sequence[Cell], size: int) -> Patch:
    """Return what a brush of `size` covers along the cells."""
    if not cells:
        return Patch(x=0, y=0, where_HW=np.zeros((0, 0), bool))
    columns, rows = [x for x, _ in cells], [y for _, y in cells]
    left, top, low = min(columns), min(rows), -((size - 1) // 2)
    where_HW = np.zeros((max(rows) - top + size, max(columns) - left + size), bool)
    spots: np.ndarray = (np.array(cells) - (left + low, top + low))[:, None] + brush(size)
    where_HW[spots[..., 1], spots[..., 0]] = True
    return Patch(x=left + low, y=top + low, where_HW=where_HW)


class Trail:
    """The cells of a stroke of one pixel; a corner between two cells that touch anyway is left out."""

    def __init__(self) -> None:
        self.cells: list[Cell] = []

    def extend(self, cells: Iterable[Cell]) -> list[Cell]:
        """Go on over these cells; returns those that are left out now and were there before, or among these."""
        gone = []
        for cell in cells:
            if self.cells and cell == self.cells[-1]:
                continue
            if len(self.cells) > 1 and _is_corner(self.cells[-2], self.cells[-1], cell):
                gone.append(self.cells.pop())
            self.cells.append(cell)
        return gone


def _is_corner(before: Cell, cell: Cell, after: Cell) -> bool:
    diagonal = abs(after[0] - before[0]) == abs(after[1] - before[1]) == 1
    return diagonal and (cell[0] in (before[0], after[0])) and (cell[1] in (before[1], after[1]))
