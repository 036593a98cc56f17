"""The tools that select: rectangle, ellipse, lasso, polygon, wand, brush. In the selection tools and models draw."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QCoreApplication

from app.canvas.ink import Ink
from app.canvas.tools import BrushKind, Choice, Keys, Tool
from app.document.drawing import Drawing
from app.document.filling import region
from app.document.raster import Cell, Patch, patch_of
from app.document.selection import Mode
from app.document.shapes import ellipse, polygon, rectangle, squared
from app.document.strokes import line, stamp


def mode_of(keys: Keys, chosen: Mode) -> Mode:
    """Return the mode that the held keys ask for, which are Aseprite's, or else the chosen one."""
    if keys.shift and keys.ctrl:
        return Mode.INTERSECT
    if keys.alt or keys.secondary:
        return Mode.SUBTRACT
    return Mode.ADD if keys.shift else chosen


class SelectionTool(Tool):
    """Collects the cells of a stroke and shows the selection they make while the stroke goes on."""

    choices = (Choice.MODE,)
    spans = True

    def __init__(self, ink: Ink) -> None:
        self._ink = ink
        self._cells: list[Cell] = []
        self._mode = Mode.REPLACE
        self._regular = False
        self._joins = False  # whether Shift is still held from before the press, where it stands for the mode

    def press(self, drawing: Drawing, cell: Cell, keys: Keys) -> None:
        """Begin a shape."""
        drawing.begin()
        self._cells, self._mode = [cell], self.mode(keys)
        self._regular, self._joins = False, keys.shift
        self._show(drawing)

    def drag(self, drawing: Drawing, cell: Cell, keys: Keys) -> None:
        """Go on to cell; Shift pressed by now makes the shape regular."""
        self._joins = self._joins and keys.shift
        regular = keys.shift and not self._joins
        if cell != self._cells[-1] or regular != self._regular:
            self._regular = regular
            self._cells.append(cell)
            self._show(drawing)

    def release(self, drawing: Drawing) -> None:
        """Make the shape one step."""
        drawing.commit(_title())

    def mode(self, keys: Keys) -> Mode:
        """Return what this stroke does."""
        return mode_of(keys, self._ink.mode)

    @abstractmethod
    def shape(self) -> Patch:
        """Return what the stroke covers so far."""

    def _show(self, drawing: Drawing) -> None:
        drawing.select(self.shape(), self._mode)

    def _corner(self) -> Cell:
        return squared(self._cells[0], self._cells[-1]) if self._regular else self._cells[-1]


class RectangleSelection(SelectionTool):
    """Selects a rectangle."""

    def shape(self) -> Patch:
        """Return the rectangle between the first and the last cell."""
        return rectangle(self._cells[0], self._corner())


class EllipseSelection(SelectionTool):
    """Selects an ellipse."""

    def shape(self) -> Patch:
        """Return the ellipse between the first and the last cell."""
        return ellipse(self._cells[0], self._corner())


class LassoSelection(SelectionTool):
    """Selects what an outline drawn by hand encloses."""

    def shape(self) -> Patch:
        """Return the inside of the outline, the outline included."""
        return polygon(self._cells)


class PolygonSelection(SelectionTool):
    """Selects what straight lines from click to click enclose, until a corner is clicked twice, or the first again."""

    def press(self, drawing: Drawing, cell: Cell, keys: Keys) -> None:
        """Begin with the first corner, or set the next."""
        if not self.goes_on:
            super().press(drawing, cell, keys)
            self._cells.append(cell)  # the last one follows the pointer
            self.goes_on = True
        elif cell in (self._cells[0], self._cells[-2]):
            self.goes_on = False
        else:
            self._cells[-1] = cell
            self._cells.append(cell)
            self._show(drawing)

    def drag(self, drawing: Drawing, cell: Cell, keys: Keys) -> None:
        """Show the polygon with a corner at cell."""
        del keys
        if cell != self._cells[-1]:
            self._cells[-1] = cell
            self._show(drawing)

    def release(self, drawing: Drawing) -> None:
        """Make the polygon one step once it is closed."""
        if not self.goes_on:
            super().release(drawing)

    def abort(self, drawing: Drawing) -> None:
        """Take the polygon back."""
        self.goes_on = False
        super().abort(drawing)

    def shape(self) -> Patch:
        """Return the inside of the polygon, its edge included."""
        return polygon(self._cells)


class Wand(Tool):
    """Selects pixels of one colour: all of them, or those connected to the one under the pointer."""

    choices = (Choice.MODE, Choice.CONTIGUOUS, Choice.TOLERANCE)

    def __init__(self, ink: Ink) -> None:
        self._ink = ink

    def press(self, drawing: Drawing, cell: Cell, keys: Keys) -> None:
        """Select from cell, on the layer drawn on."""
        inside, choices = drawing.cell(cell), self._ink.choices
        if inside is not None:
            alike_HW = region(drawing.cel_HWC, inside, connected=choices.contiguous, tolerance=choices.tolerance)
            drawing.begin()
            drawing.select(patch_of(alike_HW), mode_of(keys, self._ink.mode))
            drawing.commit(_title())


class SelectionBrush(SelectionTool):
    """Paints the selection."""

    brush = BrushKind.SELECTION
    spans = False

    def mode(self, keys: Keys) -> Mode:
        """Return add, or subtract where that is asked for: a brush never starts the selection afresh."""
        subtracts = super().mode(keys) is Mode.SUBTRACT
        return Mode.SUBTRACT if subtracts else Mode.ADD

    def drag(self, drawing: Drawing, cell: Cell, keys: Keys) -> None:
        """Paint a line from the last cell to this one."""
        del keys
        way = line(self._cells[-1], cell)
        self._cells.append(cell)
        drawing.select(stamp(way, self._ink.choices.selection_brush), self._mode, further=True)

    def shape(self) -> Patch:
        """Return what the brush has covered."""
        return stamp(self._cells, self._ink.choices.selection_brush)


def _title() -> str:
    return QCoreApplication.translate("Tools", "Select")
