"""Pictures of several sizes in the middle of one; the window and the engine lay the pictures of a morph alike."""

from __future__ import annotations

from collections.abc import Sequence

from genmodels.media.arrays import np


def same_size(pictures: Sequence[np.ndarray]) -> list[np.ndarray]:
    """Return pictures (uint8 RGBA) centred on canvases of the largest height and width."""
    height = max(rgba_HW4.shape[0] for rgba_HW4 in pictures)
    width = max(rgba_HW4.shape[1] for rgba_HW4 in pictures)
    return [centred(rgba_HW4, height, width) for rgba_HW4 in pictures]


def centred(rgba_HW4: np.ndarray, height: int, width: int) -> np.ndarray:
    """Return the picture in the middle of a transparent canvas that holds it."""
    inner, across, _ = rgba_HW4.shape
    y, x = (height - inner) // 2, (width - across) // 2
    canvas_HW4 = np.zeros((height, width, 4), np.uint8)
    canvas_HW4[y : y + inner, x : x + across] = rgba_HW4
    return canvas_HW4
