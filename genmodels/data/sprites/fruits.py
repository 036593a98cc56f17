"""Draws fruits, mushrooms, fish and slimes in a dozen clear colours: small data whose colours cannot be guessed."""

import numpy as np

# In token order: paper, ink, white, then what fruits and their patterns are drawn in.
TABLE_K4 = np.array(
    [
        [250, 246, 232, 255], [44, 34, 52, 255], [255, 255, 255, 255], [226, 48, 56, 255], [248, 146, 30, 255],
        [252, 220, 44, 255], [96, 190, 52, 255], [28, 132, 96, 255], [52, 196, 232, 255], [44, 84, 220, 255],
        [146, 64, 200, 255], [248, 116, 180, 255],
    ],
    np.uint8,
)  # fmt: skip
PAPER, INK, WHITE, FIRST = 0, 1, 2, 3
KINDS = 4


def draw_fruit(size: int, kind: int, body: int, pattern: int) -> np.ndarray:
    """Return tokens (size, size), uint8, for TABLE_K4: a fruit, mushroom, fish or slime in two colours."""
    y_HW, x_HW = ((np.mgrid[:size, :size] + 0.5) / size - 0.5) * 2
    tokens_HW = np.full((size, size), PAPER, np.uint8)
    match kind:
        case 0:  # a fruit: stalk, round body, leaf
            shape_HW = np.hypot(x_HW, y_HW - 0.2) < 0.68
            pattern_HW = np.hypot(x_HW - 0.3, y_HW + 0.65) < 0.24
            marks_HW = (abs(x_HW) < 0.1) & (y_HW < -0.4) & (y_HW > -0.85)
        case 1:  # a mushroom: cap on a foot
            cap_HW = (np.hypot(x_HW, y_HW * 1.1) < 0.85) & (y_HW < 0.1)
            shape_HW = cap_HW | ((abs(x_HW) < 0.35) & (y_HW < 0.8) & (y_HW > 0))
            pattern_HW = shape_HW & ~cap_HW | (np.hypot(x_HW - 0.2, y_HW + 0.4) < 0.2)
            marks_HW = (abs(abs(x_HW) - 0.2) < 0.07) & (abs(y_HW - 0.4) < 0.15)
        case 2:  # a fish: body, tail, eye
            tail_HW = (x_HW > 0.35) & (abs(y_HW) < x_HW - 0.2) & (x_HW < 0.85)
            shape_HW = (np.hypot((x_HW + 0.15) / 0.72, y_HW / 0.5) < 1) | tail_HW
            pattern_HW = tail_HW | (abs(x_HW) < 0.14)
            marks_HW = np.hypot(x_HW + 0.5, y_HW + 0.1) < 0.12
        case _:  # a slime: dome, belly, two eyes
            shape_HW = (np.hypot(x_HW / 0.85, (y_HW - 0.7) / 1.25) < 1) & (y_HW < 0.7)
            pattern_HW = np.hypot(x_HW, (y_HW - 0.45) * 1.6) < 0.4
            marks_HW = (abs(abs(x_HW) - 0.3) < 0.1) & (abs(y_HW + 0.05) < 0.13)
    tokens_HW[shape_HW] = FIRST + body
    tokens_HW[pattern_HW & (shape_HW | (kind == 0))] = FIRST + pattern
    tokens_HW[marks_HW] = INK
    tokens_HW[_rim(shape_HW)] = INK
    tokens_HW[shape_HW & (np.hypot(x_HW + 0.35, y_HW + 0.2) < 0.1)] = WHITE
    return tokens_HW


def draw_fruits(count: int, size: int, rng: np.random.Generator) -> np.ndarray:
    """Return tokens (N, size, size) of kinds and colours at random; body and pattern never have the same colour."""
    colours = len(TABLE_K4) - FIRST
    kinds_N, bodies_N = rng.integers(KINDS, size=count), rng.integers(colours, size=count)
    patterns_N = (bodies_N + rng.integers(1, colours, size=count)) % colours
    triples = zip(kinds_N.tolist(), bodies_N.tolist(), patterns_N.tolist(), strict=True)
    return np.stack([draw_fruit(size, *triple) for triple in triples])


def _rim(shape_HW: np.ndarray) -> np.ndarray:
    """Return the outermost pixels of a shape."""
    padded = np.pad(shape_HW, 1)
    inner_HW = padded[:-2, 1:-1] & padded[2:, 1:-1] & padded[1:-1, :-2] & padded[1:-1, 2:]
    return shape_HW & ~inner_HW
