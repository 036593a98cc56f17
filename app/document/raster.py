"""Places on the pixel grid: cells, boxes, and patches of pixels, which may reach beyond the picture."""

from __future__ import annotations

from dataclasses import dataclass

from genmodels.media.arrays import np

Cell = tuple[int, int]  # x, y
Box = tuple[int, int, int, int]  # left, top, right, bottom; right and bottom excluded


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Patch:
    """Some pixels: those of a small rectangle whose corner is (x, y), where where_HW (bool) is true."""

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
        """The rectangle as an index of the picture; it must lie inside."""
        left, top, right, bottom = self.box
        return slice(top, bottom), slice(left, right)

    def inside(self, shape: tuple[int, int]) -> Patch:
        """Return what of it lies inside a picture of this (height, width)."""
        left, top, right, bottom = self.box
        x, y = max(left, 0), max(top, 0)
        right, bottom = max(min(right, shape[1]), x), max(min(bottom, shape[0]), y)
        return Patch(x=x, y=y, where_HW=self.where_HW[y - top : bottom - top, x - left : right - left])

    def onto(self, shape: tuple[int, int]) -> np.ndarray:
        """Return what of it lies inside a picture of this (height, width) as a mask_HW of the whole picture."""
        mask_HW, inside = np.zeros(shape, bool), self.inside(shape)
        mask_HW[inside.part] = inside.where_HW
        return mask_HW


def patch_of(mask_HW: np.ndarray) -> Patch:
    """Return the true pixels of a whole picture's mask."""
    left, top, right, bottom = bounds(mask_HW) or (0, 0, 0, 0)
    return Patch(x=left, y=top, where_HW=mask_HW[top:bottom, left:right])


def bounds(mask_HW: np.ndarray) -> Box | None:
    """Return (left, top, right, bottom) round the true pixels, right and bottom excluded; None where there are none."""
    columns, rows = np.flatnonzero(mask_HW.any(axis=0)), np.flatnonzero(mask_HW.any(axis=1))
    if not rows.size:
        return None
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def union(a: Box | None, b: Box | None) -> Box | None:
    """Return the least box round both; None counts as nothing."""
    if a is None or b is None:
        return b if a is None else a
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])
