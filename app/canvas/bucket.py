"""The tool that fills pixels of one colour."""

from PySide6.QtCore import QCoreApplication

from app.canvas.ink import Ink
from app.canvas.tools import Choice, Keys, Tool
from app.document.drawing import Drawing
from app.document.filling import alike, flood
from app.document.raster import Cell, patch_of


class Bucket(Tool):
    """Fills pixels like the one under the pointer: all of them, or those connected to it."""

    choices = (Choice.CONTIGUOUS, Choice.TOLERANCE)
    draws = True
    picks = True

    def __init__(self, ink: Ink) -> None:
        self._ink = ink

    def press(self, drawing: Drawing, cell: Cell, keys: Keys) -> None:
        """Fill from cell; what is selected holds the colour in, as a wall would."""
        inside, choices = drawing.cell(cell), self._ink.choices
        if inside is None:
            return
        x, y = inside
        where_HW = alike(drawing.cel_HWC, drawing.cel_HWC[y, x], choices.tolerance)
        if drawing.mask_HW.any():
            where_HW &= drawing.mask_HW
        if choices.contiguous:
            where_HW = flood(where_HW, inside)
        drawing.begin()
        drawing.paint(patch_of(where_HW), self._ink.background if keys.secondary else self._ink.foreground)
        drawing.commit(QCoreApplication.translate("Tools", "Fill"))
