"""Flips and turns: of what is selected on the layer, or of the whole drawing where nothing is."""

from __future__ import annotations

from collections.abc import Callable

from app.document.drawing import Drawing
from app.document.lifting import lift
from genmodels.media.arrays import np
from genmodels.media.artwork.reshaping import turn_right


def turn(drawing: Drawing, change: Callable[[np.ndarray], np.ndarray], text: str) -> bool:
    """Flip or turn in one step; without a selection all layers in all frames. Returns whether anything changed."""
    if not drawing.mask_HW.any():
        return drawing.reshape(change, text)
    drawing.begin()
    drawing.relay(*lift(drawing.cel_HWC, drawing.mask_HW).reshaped(change).down())
    return drawing.commit(text)


def turn_half(pixels: np.ndarray) -> np.ndarray:
    """Return pixels turned upside down."""
    return turn_right(turn_right(pixels))


def reduce(pixels: np.ndarray, factor: int) -> np.ndarray:
    """Return every so manieth pixel of each row and column: the reverse of `enlarge`."""
    return pixels[::factor, ::factor]
