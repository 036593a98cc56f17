"""Random masks to train completion with: train with the shapes that people will hide (Strauss & Oliva, 2205.13554)."""

import numpy as np


def random_mask(rng: np.random.Generator, size: int) -> np.ndarray:
    """Return a bool mask (size, size), true where hidden: all, a half from any side, a rectangle or brush strokes."""
    kind = rng.random()
    if kind < 0.3:
        return np.ones((size, size), bool)
    mask_HW = np.zeros((size, size), bool)
    if kind < 0.6:
        # Half of them the lower part: most people redraw what comes after in scan order, as the lecture does.
        mask_HW[round(size * rng.uniform(0.2, 0.75)) :] = True
        return mask_HW if rng.random() < 0.5 else np.rot90(mask_HW, int(rng.integers(1, 4))).copy()
    if kind < 0.85:
        height, width = rng.integers(max(2, size // 8), size * 3 // 4, 2)
        top, left = rng.integers(0, size - height + 1), rng.integers(0, size - width + 1)
        mask_HW[top : top + height, left : left + width] = True
        return mask_HW
    for _ in range(rng.integers(1, 4)):
        _stroke(rng, mask_HW)
    return mask_HW


def _stroke(rng: np.random.Generator, mask_HW: np.ndarray) -> None:
    """Draw one round brush stroke along a wandering line."""
    size = len(mask_HW)
    y_HW, x_HW = np.mgrid[:size, :size]
    y, x = rng.uniform(0, size, 2)
    heading, radius = rng.uniform(0, 2 * np.pi), rng.uniform(1, size / 8)
    for _ in range(rng.integers(2, size)):
        mask_HW |= (y_HW - y) ** 2 + (x_HW - x) ** 2 <= radius**2
        heading += rng.normal(0, 0.4)
        y, x = np.clip((y + np.sin(heading), x + np.cos(heading)), 0, size - 1)
