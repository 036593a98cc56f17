"""The tools that leave the drawing alone: hand, zoom, and the eyedropper, which only reads it."""

from app.canvas.ink import Ink
from app.canvas.tools import Keys, Tool
from app.document.drawing import Drawing
from app.document.raster import Cell


class Hand(Tool):
    """Moves the view, which the canvas does itself."""


class Zoom(Tool):
    """Shows the pixels larger or smaller, which the canvas does itself."""


class Eyedropper(Tool):
    """Takes the colour under the pointer."""

    def __init__(self, ink: Ink) -> None:
        self._ink = ink

    def press(self, drawing: Drawing, cell: Cell, keys: Keys) -> None:
        """Take it into the first hand, or with the right button into the second."""
        self.drag(drawing, cell, keys)

    def drag(self, drawing: Drawing, cell: Cell, keys: Keys) -> None:
        """Take the colour at cell."""
        inside = drawing.cell(cell)
        if inside is not None:
            red, green, blue, alpha = (int(value) for value in drawing.rgba_HWC[inside[1], inside[0]])
            self._ink.take((red, green, blue, alpha), background=keys.secondary)
