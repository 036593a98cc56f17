"""Symmetry: what is drawn or selected on one side comes on the other, too, and results of models are made to match."""

from __future__ import annotations

from dataclasses import dataclass

from app.document.raster import Patch
from genmodels.media.arrays import np


@dataclass(frozen=True, slots=True, kw_only=True)
class Symmetry:
    """Which sides mirror each other, and where; an axis is counted in half pixels from the left or the upper edge.

    An odd one goes through the middle of a pixel; None is the middle of the picture, whatever its size.
    """

    across: bool = False  # left and right
    down: bool = False  # above and below
    axis_x: int | None = None
    axis_y: int | None = None

    def axes(self, shape: tuple[int, int]) -> tuple[int, int]:
        """Return both axes, x and y, in half pixels, for a picture of this (height, width)."""
        return shape[1] if self.axis_x is None else self.axis_x, shape[0] if self.axis_y is None else self.axis_y


def images(patch: Patch, symmetry: Symmetry, shape: tuple[int, int]) -> list[Patch]:
    """Return the patch and what it becomes on the other sides; all of them may reach beyond the picture."""
    axis_x, axis_y = symmetry.axes(shape)
    patches = [patch]
    if symmetry.across:
        patches += [_flipped_across(one, axis_x) for one in patches]
    if symmetry.down:
        patches += [_flipped_down(one, axis_y) for one in patches]
    return patches


def folded(rgba_HWC: np.ndarray, where_HW: np.ndarray, symmetry: Symmetry) -> np.ndarray:
    """Return the picture with its left and upper pixels repeated on the other sides, where both lie in where_HW."""
    axis_x, axis_y = symmetry.axes(where_HW.shape)
    if symmetry.across:
        rgba_HWC = _folded(rgba_HWC, where_HW, axis_x)
    if symmetry.down:
        rgba_HWC = _folded(rgba_HWC.swapaxes(0, 1), where_HW.T, axis_y).swapaxes(0, 1)
    return rgba_HWC


def _flipped_across(patch: Patch, axis: int) -> Patch:
    return Patch(x=axis - patch.box[2], y=patch.y, where_HW=patch.where_HW[:, ::-1])


def _flipped_down(patch: Patch, axis: int) -> Patch:
    return Patch(x=patch.x, y=axis - patch.box[3], where_HW=patch.where_HW[::-1])


def _folded(rgba_HWC: np.ndarray, where_HW: np.ndarray, axis: int) -> np.ndarray:
    columns = np.arange(where_HW.shape[1])
    sources = axis - 1 - columns
    right = columns[(sources >= 0) & (sources < columns)]
    left = axis - 1 - right
    both_HW = where_HW[:, right] & where_HW[:, left]
    result_HWC = rgba_HWC.copy()
    result_HWC[:, right] = np.where(both_HW[..., None], rgba_HWC[:, left], rgba_HWC[:, right])
    return result_HWC
