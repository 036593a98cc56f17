"""Which tool the pointer uses, with the quick tools that held keys call, and the stroke under way."""

from __future__ import annotations

from dataclasses import replace

from app.canvas.ink import Ink
from app.canvas.move_tool import Move
from app.canvas.stroke_tools import Eraser
from app.canvas.tools import BrushKind, Keys, Tool
from app.canvas.view_tools import Eyedropper, Hand
from app.document.drawing import Drawing
from app.document.raster import Cell


class Handling:
    """At most one stroke is under way; it stays with the tool that began it."""

    def __init__(self, ink: Ink) -> None:
        self.tool: Tool = Hand()
        self.cell: Cell | None = None  # where the stroke under way is; None between strokes
        self.by_key = False  # whether the keyboard holds the tool down
        self._move, self._eyedropper, self._eraser = Move(), Eyedropper(ink), Eraser(ink)
        self._used: Tool = self.tool
        self._keys = Keys()

    def tool_with(self, keys: Keys) -> Tool:
        """Return what is used while these keys are held: Ctrl moves, Alt takes a colour, a pen's other end erases."""
        if keys.eraser:
            return self._eraser
        if keys.ctrl and not keys.shift and not isinstance(self.tool, Move):
            return self._move
        return self._eyedropper if keys.alt and not keys.shift and self.tool.picks else self.tool

    def press(self, drawing: Drawing, cell: Cell, keys: Keys) -> bool:
        """Begin a stroke, or go on with one that takes several; returns whether one is under way."""
        if self.cell is None:
            self._used = self.tool_with(keys)
            if drawing.cell(cell) is None and not self._used.spans and self._used.brush is BrushKind.NONE:
                return False
        elif not self._used.goes_on:
            return False
        self.cell, self._keys = cell, keys
        self._used.press(drawing, cell, keys)
        return True

    def drag(self, drawing: Drawing, cell: Cell, keys: Keys) -> None:
        """Go on with the stroke, if there is one and anything changed; its button stays the one that began it."""
        if self._keys.secondary or self._keys.eraser:
            keys = replace(keys, secondary=self._keys.secondary, eraser=self._keys.eraser)
        if self.cell is not None and (cell, keys) != (self.cell, self._keys):
            self.cell, self._keys = cell, keys
            self._used.drag(drawing, cell, keys)

    def hold(self, drawing: Drawing, keys: Keys) -> None:
        """Tell the stroke, if there is one, which keys are held now."""
        if self.cell is not None:
            self.drag(drawing, self.cell, keys)

    def release(self, drawing: Drawing) -> None:
        """End the stroke, if there is one and it does not take more."""
        if self.cell is not None:
            self._used.release(drawing)
            if not self._used.goes_on:
                self.cell, self.by_key = None, False

    def abort(self, drawing: Drawing) -> bool:
        """Take the stroke back; returns whether there was one."""
        if self.cell is None:
            return False
        self._used.abort(drawing)
        self.cell, self.by_key = None, False
        return True
