"""Where to lay the square that a model sees, so that every hidden pixel of a sprite of any size is drawn once."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A square of `size` pixels at (x, y) of the sprite; it reaches beyond the edges of a sprite that is smaller."""

    x: int
    y: int
    size: int

    def cut(self, plane_HW: np.ndarray) -> np.ndarray:
        """Return what the window sees of a plane (H, W, ...), zeros where there is no sprite."""
        height, width, *channels = plane_HW.shape
        top, bottom = max(0, self.y), min(height, self.y + self.size)
        left, right = max(0, self.x), min(width, self.x + self.size)
        seen_SS = np.zeros((self.size, self.size, *channels), dtype=plane_HW.dtype)
        seen_SS[top - self.y : bottom - self.y, left - self.x : right - self.x] = plane_HW[top:bottom, left:right]
        return seen_SS

    def places(self, where_SS: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the rows and columns, on the sprite, of the pixels that are True."""
        rows, columns = np.nonzero(where_SS)
        return rows + self.y, columns + self.x


def windows_over(mask_HW: np.ndarray, size: int) -> list[tuple[Window, np.ndarray]]:
    """Return windows in scan order, each with the pixels to draw in it (bool SS), every hidden pixel in exactly one.

    A sprite smaller than the window lies in its middle. A mask that fits lies in the middle of one window, as far as
    the sprite's edges allow; a larger one is covered by windows that overlap by a quarter of their side.
    """
    height, width = mask_HW.shape
    rows, columns = np.flatnonzero(mask_HW.any(axis=1)), np.flatnonzero(mask_HW.any(axis=0))
    left_HW, windows = mask_HW.copy(), []
    for y in _starts(int(rows[0]), int(rows[-1]) + 1, height, size):
        for x in _starts(int(columns[0]), int(columns[-1]) + 1, width, size):
            window = Window(x=x, y=y, size=size)
            held_SS = window.cut(left_HW)
            if held_SS.any():
                left_HW[window.places(held_SS)] = False
                windows.append((window, held_SS))
    return windows


def _starts(low: int, high: int, length: int, size: int) -> list[int]:
    """Return where windows begin along one axis of `length` pixels to hold those from low to high."""
    if length <= size:
        return [-((size - length) // 2)]
    if high - low <= size:
        return [min(max((low + high - size) // 2, 0), length - size)]
    return [*range(low, high - size, size - size // 4), high - size]
