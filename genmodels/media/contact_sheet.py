"""Contact sheets: small pictures side by side, enlarged by a whole factor so that every pixel stays a square."""

from collections.abc import Sequence

import numpy as np

CELL = 160  # pixels that an enlarged picture fills at most, where a factor above 1 allows it
GAP = 8  # pixels between pictures, and round the sheet
PAPER = np.array([244, 244, 246], dtype=np.float64)
CHECKS = np.array([255, 226], dtype=np.float64)  # greys of the checkerboard behind transparent pixels
VEIL = np.array([108, 92, 231], dtype=np.float64)  # colour over hidden pixels


def veiled(rgba_HW4: np.ndarray, mask_HW: np.ndarray) -> np.ndarray:
    """Return the picture with its hidden pixels under one flat colour, uint8 RGBA."""
    veiled_HW4 = rgba_HW4.copy()
    veiled_HW4[mask_HW] = [*VEIL.astype(np.uint8).tolist(), 255]
    return veiled_HW4


def contact_sheet(pictures: Sequence[np.ndarray], *, columns: int) -> np.ndarray:
    """Return uint8 RGBA, opaque: pictures (uint8 RGBA, all of one size) row by row, transparency as a checkerboard."""
    height, width, _ = pictures[0].shape
    factor = max(1, CELL // max(height, width))
    rows = -(-len(pictures) // columns)
    step_y, step_x = height * factor + GAP, width * factor + GAP
    sheet_HW3 = np.broadcast_to(PAPER, (rows * step_y + GAP, columns * step_x + GAP, 3)).copy()
    for place, rgba_HW4 in enumerate(pictures):
        y, x = GAP + place // columns * step_y, GAP + place % columns * step_x
        sheet_HW3[y : y + height * factor, x : x + width * factor] = _enlarged(rgba_HW4, factor)
    opaque_HW1 = np.full((*sheet_HW3.shape[:2], 1), 255, dtype=np.uint8)
    return np.concatenate([sheet_HW3.round().astype(np.uint8), opaque_HW1], axis=-1)


def tiled(pictures_NHW4: np.ndarray, *, columns: int) -> np.ndarray:
    """Return uint8 RGBA: pictures of one size edge to edge, row by row; their number is a multiple of the columns."""
    N, H, W, _ = pictures_NHW4.shape
    rows = N // columns
    return pictures_NHW4.reshape(rows, columns, H, W, 4).swapaxes(1, 2).reshape(rows * H, columns * W, 4)


def _enlarged(rgba_HW4: np.ndarray, factor: int) -> np.ndarray:
    """Return float64 RGB on a checkerboard of four squares to a sprite's pixel, so that it is not taken for drawing."""
    large_HW4 = rgba_HW4.repeat(factor, axis=0).repeat(factor, axis=1).astype(np.float64)
    y_HW, x_HW = np.indices(large_HW4.shape[:2])
    side = max(1, factor // 2)
    ground_HW1 = CHECKS[(y_HW // side + x_HW // side) % 2][..., None]
    alpha_HW1 = large_HW4[..., 3:] / 255
    return large_HW4[..., :3] * alpha_HW1 + ground_HW1 * (1 - alpha_HW1)
