"""The tools that draw from one corner or end to the other: line, rectangle, ellipse."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QCoreApplication

from app.canvas.ink import TRANSPARENT, Ink, Rgba
from app.canvas.tools import BrushKind, Choice, Keys, Tool
from app.document.drawing import Drawing
from app.document.raster import Cell, Patch
from app.document.shapes import ellipse, outlined, rectangle, squared
from app.document.strokes import line, snapped, stamp


class _ShapeTool(Tool):
    """Shows the shape while the pointer is down; Shift makes it regular, and may be pressed at any time."""

    brush = BrushKind.DRAWING
    spans = True
    draws = True
    picks = True

    def __init__(self, ink: Ink) -> None:
        self._ink = ink
        self._start: Cell = (0, 0)
        self._colour: Rgba = TRANSPARENT

    def press(self, drawing: Drawing, cell: Cell, keys: Keys) -> None:
        """Begin a shape."""
        drawing.begin()
        self._start = cell
        self._colour = self._ink.background if keys.secondary else self._ink.foreground
        self.drag(drawing, cell, keys)

    def drag(self, drawing: Drawing, cell: Cell, keys: Keys) -> None:
        """Show the shape that ends at cell."""
        drawing.repaint(self.shape(self._start, cell, regular=keys.shift), self._colour)

    def release(self, drawing: Drawing) -> None:
        """Make the shape one step."""
        drawing.commit(self.title())

    @abstractmethod
    def shape(self, start: Cell, end: Cell, *, regular: bool) -> Patch:
        """Return the shape from start to end."""

    @abstractmethod
    def title(self) -> str:
        """Return the step's name in the undo menu."""


class Line(_ShapeTool):
    """Draws straight lines; Shift keeps them level, upright or diagonal."""

    def shape(self, start: Cell, end: Cell, *, regular: bool) -> Patch:
        """Return the line."""
        return stamp(line(start, snapped(start, end) if regular else end), self._ink.choices.brush)

    def title(self) -> str:
        """Return the step's name in the undo menu."""
        return QCoreApplication.translate("Tools", "Line")


class Rectangle(_ShapeTool):
    """Draws rectangles, or squares with Shift."""

    choices = (Choice.FILLED,)

    def shape(self, start: Cell, end: Cell, *, regular: bool) -> Patch:
        """Return the rectangle, filled or its edge."""
        filled = rectangle(start, squared(start, end) if regular else end)
        return filled if self._ink.choices.filled else outlined(filled, self._ink.choices.brush)

    def title(self) -> str:
        """Return the step's name in the undo menu."""
        return QCoreApplication.translate("Tools", "Rectangle")


class Ellipse(_ShapeTool):
    """Draws ellipses, or circles with Shift."""

    choices = (Choice.FILLED,)

    def shape(self, start: Cell, end: Cell, *, regular: bool) -> Patch:
        """Return the ellipse, filled or its edge."""
        filled = ellipse(start, squared(start, end) if regular else end)
        return filled if self._ink.choices.filled else outlined(filled, self._ink.choices.brush)

    def title(self) -> str:
        """Return the step's name in the undo menu."""
        return QCoreApplication.translate("Tools", "Ellipse")
