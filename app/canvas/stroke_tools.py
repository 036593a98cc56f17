"""The tools that draw along the pointer's way: pencil and eraser."""

from __future__ import annotations

import weakref
from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.canvas.ink import TRANSPARENT, Ink, Rgba
from app.canvas.tools import BrushKind, Choice, Keys, Tool
from app.document.drawing import Drawing
from app.document.raster import Cell
from app.document.strokes import Trail, line, stamp


class Pencil(Tool):
    """Draws with the colour in hand; with Shift a straight line from where the last stroke ended."""

    brush = BrushKind.DRAWING
    choices = (Choice.PIXEL_PERFECT, Choice.PRESSURE)
    draws = True
    picks = True

    def __init__(self, ink: Ink) -> None:
        self._ink = ink
        self._colour: Rgba = TRANSPARENT
        self._cell: Cell = (0, 0)
        self._drawing: weakref.ref[Drawing] | None = None  # on which the last stroke was
        self._trail: Trail | None = None  # of a pixel-perfect stroke
        self._inked: Counter[Cell] = Counter()  # how many of the trail's cells have drawn each pixel

    def press(self, drawing: Drawing, cell: Cell, keys: Keys) -> None:
        """Begin a stroke."""
        drawing.begin()
        goes_on = keys.shift and self._drawing is not None and self._drawing() is drawing
        self._drawing, self._colour = weakref.ref(drawing), self.colour(keys)
        self._trail = Trail() if self._ink.choices.pixel_perfect and self._ink.choices.brush == 1 else None
        self._inked.clear()
        self._draw(drawing, line(self._cell, cell) if goes_on else [cell], keys)

    def drag(self, drawing: Drawing, cell: Cell, keys: Keys) -> None:
        """Draw a line from the last cell to this one."""
        if cell != self._cell:
            self._draw(drawing, line(self._cell, cell), keys)

    def release(self, drawing: Drawing) -> None:
        """Make the stroke one step."""
        drawing.commit(self.title())

    def colour(self, keys: Keys) -> Rgba:
        """Return what this stroke draws with."""
        return self._ink.background if keys.secondary else self._ink.foreground

    def title(self) -> str:
        """Return the step's name in the undo menu."""
        return QCoreApplication.translate("Tools", "Pencil")

    def _draw(self, drawing: Drawing, cells: Sequence[Cell], keys: Keys) -> None:
        size = self._ink.choices.brush
        if self._ink.choices.pressure:
            size = max(round(size * keys.pressure), 1)
        drawing.paint(stamp(cells, size), self._colour)
        if self._trail is not None:
            self._leave_corners_out(drawing, self._trail, cells)
        self._cell = cells[-1]

    def _leave_corners_out(self, drawing: Drawing, trail: Trail, cells: Sequence[Cell]) -> None:
        for cell in cells:
            known = len(trail.cells)
            gone = trail.extend([cell])
            if gone or len(trail.cells) > known:
                self._inked.update(self._pixels(drawing, cell))
            for pixel in (pixel for one in gone for pixel in self._pixels(drawing, one)):
                self._inked[pixel] -= 1
                if not self._inked[pixel]:
                    drawing.unpaint(stamp([pixel], 1))

    @staticmethod
    def _pixels(drawing: Drawing, cell: Cell) -> list[Cell]:
        return [(part.x, part.y) for part in drawing.parts(stamp([cell], 1))]


class Eraser(Pencil):
    """A pencil that leaves transparent pixels."""

    def colour(self, keys: Keys) -> Rgba:
        """Return transparency, whatever is held."""
        del keys
        return TRANSPARENT

    def title(self) -> str:
        """Return the step's name in the undo menu."""
        return QCoreApplication.translate("Tools", "Eraser")
