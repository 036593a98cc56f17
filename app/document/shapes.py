"""Rectangles, ellipses and polygons on the pixel grid, as patches; opposite corners and outlines are included."""

from __future__ import annotations

from collections.abc import Sequence

from app.document.raster import Cell, Patch
from app.document.strokes import line, stamp
from genmodels.media.arrays import np


def squared(start: Cell, end: Cell) -> Cell:
    """Return the corner near end that makes a square, or a circle's box, with start."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    reach = max(abs(dx), abs(dy))
    return start[0] + (reach if dx >= 0 else -reach), start[1] + (reach if dy >= 0 else -reach)


def rectangle(start: Cell, end: Cell) -> Patch:
    """Return the rectangle whose opposite cells are start and end."""
    (left, right), (top, bottom) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    return Patch(x=left, y=top, where_HW=np.ones((bottom - top + 1, right - left + 1), bool))


def ellipse(start: Cell, end: Cell) -> Patch:
    """Return the ellipse inside that rectangle: the cells whose middles lie in it, and its two axes."""
    box = rectangle(start, end)
    height, width = box.where_HW.shape
    y_H1, x_1W = (np.arange(height) - (height - 1) / 2)[:, None], (np.arange(width) - (width - 1) / 2)[None]
    inside_HW = (x_1W / _radius(width)) ** 2 + (y_H1 / _radius(height)) ** 2 <= 1
    inside_HW |= (np.abs(x_1W) < 1) | (np.abs(y_H1) < 1)  # the ends of both axes, however slim it is
    return Patch(x=box.x, y=box.y, where_HW=inside_HW)


def outlined(shape: Patch, size: int) -> Patch:
    """Return the outermost pixels of a shape, drawn with a brush of this size."""
    framed_HW = np.pad(shape.where_HW, 1)
    inner_HW = framed_HW[:-2, 1:-1] & framed_HW[2:, 1:-1] & framed_HW[1:-1, :-2] & framed_HW[1:-1, 2:]
    rows, columns = np.nonzero(shape.where_HW & ~inner_HW)
    if size == 1:
        return Patch(x=shape.x, y=shape.y, where_HW=shape.where_HW & ~inner_HW)
    return stamp(np.stack([columns + shape.x, rows + shape.y], axis=1).tolist(), size)


def polygon(cells: Sequence[Cell]) -> Patch:
    """Return the inside of the closed outline through the cells, the outline itself included."""
    edge = stamp([cell for a, b in zip(cells, [*cells[1:], cells[0]], strict=True) for cell in line(a, b)], 1)
    corners = np.asarray(cells, float) - (edge.x, edge.y)
    height, width = edge.where_HW.shape
    inside_HW, columns = np.zeros((height, width), bool), np.arange(width)
    x0, y0 = corners.T
    x1, y1 = np.roll(corners, -1, axis=0).T
    for y in range(height):
        crossing = (y0 <= y) != (y1 <= y)  # the even-odd rule
        at = x0[crossing] + (y - y0[crossing]) * (x1[crossing] - x0[crossing]) / (y1[crossing] - y0[crossing])
        inside_HW[y] = (at[:, None] > columns).sum(axis=0) % 2 == 1
    return Patch(x=edge.x, y=edge.y, where_HW=inside_HW | edge.where_HW)


def _radius(side: int) -> float:
    return 1.4 if side == 3 else side / 2  # at 1.5 three pixels by three would be a square
