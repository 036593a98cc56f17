"""Tiling: a picture that repeats itself; what leaves it on one side comes in on the other."""

from __future__ import annotations

from dataclasses import dataclass

from app.document.raster import Cell, Patch


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiling:
    """In which directions the picture repeats itself."""

    across: bool = False
    down: bool = False

    def parts(self, patch: Patch, shape: tuple[int, int]) -> list[Patch]:
        """Return a patch as those that it is inside a picture of this (height, width)."""
        height, width = shape
        left, top, right, bottom = patch.box
        steps_x = range(left // width, (right - 1) // width + 1) if self.across else (0,)
        steps_y = range(top // height, (bottom - 1) // height + 1) if self.down else (0,)
        moved = (
            Patch(x=left - x * width, y=top - y * height, where_HW=patch.where_HW) for y in steps_y for x in steps_x
        )
        return [inside for one in moved if not (inside := one.inside(shape)).is_empty]

    def cell(self, cell: Cell, shape: tuple[int, int]) -> Cell | None:
        """Return the cell of the picture that this one is; None where it lies outside."""
        height, width = shape
        x, y = cell[0] % width if self.across else cell[0], cell[1] % height if self.down else cell[1]
        return (x, y) if 0 <= x < width and 0 <= y < height else None
