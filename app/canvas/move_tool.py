"""The tool that moves what is selected on the layer, or all of the layer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.canvas.tools import Keys, Tool
from app.document.drawing import Drawing
from app.document.lifting import Lifted, lift
from app.document.raster import Cell
from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Artwork


class Move(Tool):
    """Carries pixels along; as long as nothing else is done, a further move carries the same ones, none beside them."""

    spans = True
    draws = True

    def __init__(self) -> None:
        self._start: Cell = (0, 0)
        self._at: Cell = (0, 0)  # how far the pixels have come since they were lifted
        self._before: Cell = (0, 0)  # how far they had come before this stroke
        self._lifted: Lifted | None = None
        self._left: tuple[Artwork, np.ndarray] | None = None  # as the last move left the drawing

    def press(self, drawing: Drawing, cell: Cell, keys: Keys) -> None:
        """Lift the pixels."""
        del keys
        if self._lifted is None or self._left is None or not _same(drawing, self._left):
            self._lifted, self._at = lift(drawing.cel_HWC, drawing.mask_HW), (0, 0)
        drawing.begin()
        self._start, self._before = cell, self._at

    def drag(self, drawing: Drawing, cell: Cell, keys: Keys) -> None:
        """Show them as far from where they were as cell is from the start; with Shift along one axis."""
        dx, dy = cell[0] - self._start[0], cell[1] - self._start[1]
        if keys.shift:
            dx, dy = (dx, 0) if abs(dx) >= abs(dy) else (0, dy)
        self._at = self._before[0] + dx, self._before[1] + dy
        if self._lifted is not None:
            drawing.relay(*self._lifted.moved(*self._at, drawing.tiling).down())

    def release(self, drawing: Drawing) -> None:
        """Make the move one step."""
        drawing.commit(QCoreApplication.translate("Tools", "Move"))
        self._left = drawing.artwork, drawing.mask_HW

    def abort(self, drawing: Drawing) -> None:
        """Take the move back."""
        self._lifted = None
        drawing.abort()

    def nudge(self, drawing: Drawing, dx: int, dy: int) -> None:
        """Move the pixels by so much in one step."""
        self.press(drawing, (0, 0), Keys())
        self.drag(drawing, (dx, dy), Keys())
        self.release(drawing)


def _same(drawing: Drawing, left: tuple[Artwork, np.ndarray]) -> bool:
    artwork, mask_HW = left
    return drawing.artwork is artwork and drawing.mask_HW is mask_HW
