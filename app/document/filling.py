"""Which pixels look alike, and which of them are connected: for the bucket and the wand."""

from __future__ import annotations

from app.document.raster import Cell
from genmodels.media.arrays import np


def alike(rgba_HWC: np.ndarray, colour: np.ndarray | tuple[int, int, int, int], tolerance: int = 0) -> np.ndarray:
    """Return the mask_HW of the pixels of which no channel differs from the colour's by more than the tolerance.

    Pixels that are wholly clear are alike whatever colours they hide.
    """
    wanted = np.asarray(colour, np.int16)
    same_HWC = rgba_HWC == wanted if tolerance == 0 else np.abs(rgba_HWC.astype(np.int16) - wanted) <= tolerance
    clear_HW = rgba_HWC[..., 3] == 0
    return np.all(same_HWC, axis=2) | (clear_HW & bool(wanted[3] <= tolerance))


def region(rgba_HWC: np.ndarray, start: Cell, *, connected: bool, tolerance: int = 0) -> np.ndarray:
    """Return the mask_HW of the pixels that are alike to start's: all, or those connected to it by their sides."""
    alike_HW = alike(rgba_HWC, rgba_HWC[start[1], start[0]], tolerance)
    return flood(alike_HW, start) if connected else alike_HW


def flood(open_HW: np.ndarray, start: Cell) -> np.ndarray:
    """Return the mask_HW of the true pixels connected to start by their sides.

    Works on runs of pixels, so that large flat areas cost rows and not pixels.
    """
    filled_HW = np.zeros(open_HW.shape, bool)
    waiting = [start] if open_HW[start[1], start[0]] else []
    while waiting:
        x, y = waiting.pop()
        if filled_HW[y, x]:
            continue
        row = open_HW[y]
        walls_left, walls_right = np.flatnonzero(~row[:x]), np.flatnonzero(~row[x:])
        left = int(walls_left[-1]) + 1 if walls_left.size else 0
        right = x + int(walls_right[0]) if walls_right.size else len(row)
        filled_HW[y, left:right] = True
        for beside in (y - 1, y + 1):
            if 0 <= beside < len(open_HW):
                next_ = open_HW[beside, left:right] & ~filled_HW[beside, left:right]
                starts = np.flatnonzero(next_ & ~np.concatenate([[False], next_[:-1]]))
                waiting.extend((left + int(at), beside) for at in starts)
    return filled_HW
