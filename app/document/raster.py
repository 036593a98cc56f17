"""Which pixels a stroke, a fill or an outline covers; plain geometry on the pixel grid. A cell is (x, y)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from genmodels.media.arrays import np

Cell = tuple[int, int]
Box = tuple[int, int, int, int]  # left, top, right, bottom; right and bottom excluded


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Patch:
    """Some pixels of a picture: those of a small rectangle inside it, at (x, y), where where_HW (bool) is true."""

    x: int
    y: int
    where_HW: np.ndarray

    @property
    def is_empty(self) -> bool:
        """Whether the rectangle has no size."""
        return not self.where_HW.size

    @property
    def box(self) -> Box:
        """The rectangle."""
        height, width = self.where_HW.shape
        return self.x, self.y, self.x + width, self.y + height

    @property
    def part(self) -> tuple[slice, slice]:
        """The rectangle as an index of the picture."""
        left, top, right, bottom = self.box
        return slice(top, bottom), slice(left, right)

    def onto(self, shape: tuple[int, int]) -> np.ndarray:
        """Return the pixels as a mask_HW of the whole picture, whose (height, width) is given."""
        mask_HW = np.zeros(shape, bool)
        mask_HW[self.part] = self.where_HW
        return mask_HW


def patch_of(mask_HW: np.ndarray) -> Patch:
    """Return the true pixels of a whole picture's mask."""
    left, top, right, bottom = bounds(mask_HW) or (0, 0, 0, 0)
    return Patch(x=left, y=top, where_HW=mask_HW[top:bottom, left:right])


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


def brush(size: int) -> np.ndarray:
    """Return a round brush as an N×2 array of (x, y) offsets; sizes up to 2 are squares."""
    low = -((size - 1) // 2)
    span = np.arange(low, low + size)
    xs, ys = np.meshgrid(span, span)
    middle = low + (size - 1) / 2
    inside = (xs - middle) ** 2 + (ys - middle) ** 2 <= (size / 2) ** 2 + (0.25 if size > 2 else 1)
    return np.stack([xs[inside], ys[inside]], axis=1)


def stamp(cells: Sequence[Cell], size: int, shape: tuple[int, int]) -> Patch:
    """Return what a brush of `size` covers along the cells of a picture of this (height, width)."""
    height, width = shape
    offsets = brush(size)
    spots = (np.asarray(cells, int)[:, None, :] + offsets[None]).reshape(-1, 2)
    spots = spots[((spots >= 0) & (spots < (width, height))).all(axis=1)]
    if not len(spots):
        return Patch(x=0, y=0, where_HW=np.zeros((0, 0), bool))
    x, y = (int(value) for value in spots.min(axis=0))
    columns, rows = spots.max(axis=0) - (x, y) + 1
    where_HW = np.zeros((rows, columns), bool)
    where_HW[spots[:, 1] - y, spots[:, 0] - x] = True
    return Patch(x=x, y=y, where_HW=where_HW)


def rectangle(start: Cell, end: Cell, shape: tuple[int, int]) -> np.ndarray:
    """Return the mask_HW of the rectangle whose opposite cells are start and end, both included."""
    mask_HW = np.zeros(shape, bool)
    (left, right), (top, bottom) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    mask_HW[max(top, 0) : max(bottom + 1, 0), max(left, 0) : max(right + 1, 0)] = True
    return mask_HW


def polygon(cells: Sequence[Cell], shape: tuple[int, int]) -> np.ndarray:
    """Return the mask_HW inside the closed outline through the cells, the outline itself included."""
    height, width = shape
    corners = np.asarray(cells, float)
    inside_HW = np.zeros(shape, bool)
    columns = np.arange(width)
    for y in range(max(0, int(corners[:, 1].min())), min(height, int(corners[:, 1].max()) + 1)):
        x0, y0 = corners.T
        x1, y1 = np.roll(corners, -1, axis=0).T
        crossing = (y0 <= y) != (y1 <= y)  # the even-odd rule
        at = x0[crossing] + (y - y0[crossing]) * (x1[crossing] - x0[crossing]) / (y1[crossing] - y0[crossing])
        inside_HW[y] = (at[:, None] > columns).sum(axis=0) % 2 == 1
    outline = [cell for a, b in zip(cells, [*cells[1:], cells[0]], strict=True) for cell in line(a, b)]
    return inside_HW | stamp(outline, 1, shape).onto(shape)


def flood(rgba_HWC: np.ndarray, start: Cell) -> np.ndarray:
    """Return the mask_HW of the pixels of start's colour connected to it by their sides.

    Works on runs of equal pixels, so that large flat areas cost rows and not pixels.
    """
    same_HW = (rgba_HWC == rgba_HWC[start[1], start[0]]).all(axis=2)
    filled_HW = np.zeros(same_HW.shape, bool)
    waiting = [start]
    while waiting:
        x, y = waiting.pop()
        if filled_HW[y, x]:
            continue
        row = same_HW[y]
        walls_left, walls_right = np.flatnonzero(~row[:x]), np.flatnonzero(~row[x:])
        left = int(walls_left[-1]) + 1 if walls_left.size else 0
        right = x + int(walls_right[0]) if walls_right.size else len(row)
        filled_HW[y, left:right] = True
        for beside in (y - 1, y + 1):
            if 0 <= beside < len(same_HW):
                open_ = same_HW[beside, left:right] & ~filled_HW[beside, left:right]
                starts = np.flatnonzero(open_ & ~np.concatenate([[False], open_[:-1]]))
                waiting.extend((left + int(at), beside) for at in starts)
    return filled_HW


def bounds(mask_HW: np.ndarray) -> Box | None:
    """Return (left, top, right, bottom) round the true pixels, right and bottom excluded; None where there are none."""
    columns, rows = np.flatnonzero(mask_HW.any(axis=0)), np.flatnonzero(mask_HW.any(axis=1))
    if not rows.size:
        return None
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1
