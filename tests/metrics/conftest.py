"""Sprites to measure, drawn by code: outlined, shaded creatures with eyes, in few colours, no two alike."""

import colorsys

import numpy as np
import pytest

SIDE = 20


@pytest.fixture(scope="session")
def creatures() -> np.ndarray:
    return np.stack([creature(seed) for seed in range(360)])


def creature(seed: int, side: int = SIDE) -> np.ndarray:
    """Two ellipses and two ears, an outline, light from above, two eyes; uint8 (side, side, 4)."""
    rng = np.random.default_rng(seed)
    y_HW, x_HW = np.mgrid[:side, :side] / (side - 1) * 2 - 1
    lean, ear, tall = rng.uniform(-0.2, 0.2), rng.uniform(0.15, 0.4), rng.uniform(0.25, 0.45)
    body_HW = ((x_HW - lean) / rng.uniform(0.35, 0.6)) ** 2 + ((y_HW - 0.4) / tall) ** 2 < 1
    head_HW = ((x_HW + lean) / rng.uniform(0.3, 0.5)) ** 2 + ((y_HW + 0.2) / 0.35) ** 2 < 1
    ears_HW = (np.abs(np.abs(x_HW + lean) - ear) < 0.12) & (y_HW > -0.5 - ear) & (y_HW < -0.2)
    inside_HW = body_HW | head_HW | ears_HW
    padded_HW = np.pad(inside_HW, 1)
    near_HW = padded_HW[:-2, 1:-1] & padded_HW[2:, 1:-1] & padded_HW[1:-1, :-2] & padded_HW[1:-1, 2:]
    hue, belly = rng.uniform(), rng.uniform()
    rgba_HW4 = np.zeros((side, side, 4), np.uint8)
    rgba_HW4[inside_HW] = _colour(hue, 0.7, 0.25)
    rgba_HW4[inside_HW & near_HW] = _colour(hue, 0.6, 0.75)
    rgba_HW4[inside_HW & near_HW & (y_HW + 0.4 * x_HW < -0.1)] = _colour(hue, 0.4, 0.95)
    rgba_HW4[body_HW & near_HW & (np.abs(x_HW - lean) < 0.2)] = _colour(belly, 0.3, 0.9)
    for sign in (-1, 1):
        row, column = round((0.8 / 2) * (side - 1)), round((1 - lean + 0.2 * sign) / 2 * (side - 1))
        rgba_HW4[row : row + 2, column] = (20, 20, 30, 255)
    return rgba_HW4


def _colour(hue: float, saturation: float, value: float) -> tuple[int, ...]:
    return (*(round(255 * part) for part in colorsys.hsv_to_rgb(hue, saturation, value)), 255)
