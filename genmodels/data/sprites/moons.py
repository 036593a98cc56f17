"""Draws moons from thin crescents over halves to full ones, as pixel art: data of which every factor is known.

Letters: N moons, H, W a picture's sides.
"""

import math

import numpy as np

# In token order: the night, the lit face, its rim, and the plains on it.
TABLE_K4 = np.array([[24, 26, 48, 255], [250, 240, 188, 255], [222, 184, 112, 255], [176, 168, 160, 255]], np.uint8)
NIGHT, FACE, RIM, PLAIN = range(4)

THINNEST = 0.07  # of a phase's way round: between this and 1 − this there is something to see
SMALLEST = 0.34  # radius, of the size
RIM_WIDTH = 0.2  # of the radius
_PLAINS = ((-0.35, -0.3, 0.24), (0.3, 0.15, 0.28), (-0.15, 0.45, 0.18))  # x, y and radius, in radii of the moon


def draw_moon(
    size: int, phase: float, *, radius: float = 0.4, tilt: float = 0.0, x: float = 0.0, y: float = 0.0
) -> np.ndarray:
    """Return a moon's tokens (size, size), uint8, for TABLE_K4.

    phase goes round from 0, new, over 0.25, the right half, and 0.5, full, to 0.75, the left half; tilt turns the moon
    by radians; radius, and x and y from the middle, are shares of the size.
    """
    rows_HW, columns_HW = np.mgrid[:size, :size].astype(np.float64) + 0.5
    dx_HW, dy_HW = ((at_HW / size - 0.5 - off) / radius for at_HW, off in ((columns_HW, x), (rows_HW, y)))
    across_HW = dx_HW * math.cos(tilt) + dy_HW * math.sin(tilt)
    along_HW = dy_HW * math.cos(tilt) - dx_HW * math.sin(tilt)
    distance_HW = np.hypot(dx_HW, dy_HW)
    half_width_HW = np.sqrt(np.maximum(0.0, 1 - along_HW**2))
    # The border of the light is half an ellipse; seen from the lit side it goes from −1, new, to +1, full.
    lit_side_HW = across_HW if phase <= 0.5 else -across_HW
    lit_HW = (distance_HW < 1) & (lit_side_HW > math.cos(2 * math.pi * phase) * half_width_HW)
    tokens_HW = np.where(distance_HW > 1 - RIM_WIDTH, RIM, FACE)
    for plain_x, plain_y, plain_radius in _PLAINS:
        tokens_HW[np.hypot(across_HW - plain_x, along_HW - plain_y) < plain_radius] = PLAIN
    return np.where(lit_HW, tokens_HW, NIGHT).astype(np.uint8)


def draw_moons(count: int, size: int, rng: np.random.Generator) -> np.ndarray:
    """Return moons (N, size, size) of evenly spread phases in random order; tilt, radius and place vary a little."""
    # A crescent is 1 − cos of its phase wide, in radii; one under a pixel may fall between two columns.
    thinnest = max(THINNEST, math.acos(1 - 1 / (SMALLEST * size)) / (2 * math.pi))
    phases_N = thinnest + (1 - 2 * thinnest) * (rng.permutation(count) + 0.5) / count
    return np.stack([
        draw_moon(
            size,
            float(phase),
            radius=rng.uniform(SMALLEST, 0.45),
            tilt=rng.uniform(-0.5, 0.5),
            x=rng.uniform(-0.04, 0.04),
            y=rng.uniform(-0.04, 0.04),
        )
        for phase in phases_N
    ])  # fmt: skip
