"""The tools that change or read pixels: pencil, eraser, bucket, eyedropper; and the hand, which changes nothing."""

from PySide6.QtCore import QCoreApplication

from app.canvas.ink import TRANSPARENT, Ink, Rgba
from app.canvas.tools import BrushKind, Keys, Tool
from app.document.drawing import Drawing
from app.document.raster import Cell, flood, line, patch_of, stamp


class Hand(Tool):
    """Moves the view, which the canvas does itself; leaves the drawing alone."""


class Eyedropper(Tool):
    """Takes the colour under the pointer."""

    def __init__(self, ink: Ink) -> None:
        self._ink = ink
        self._secondary = False

    def press(self, drawing: Drawing, cell: Cell, keys: Keys) -> None:
        """Take it into the first hand, or with the right button into the second."""
        self._secondary = keys.secondary
        self.drag(drawing, cell)

    def drag(self, drawing: Drawing, cell: Cell) -> None:
        """Take the colour at cell."""
        x, y = cell
        if 0 <= x < drawing.width and 0 <= y < drawing.height:
            red, green, blue, alpha = (int(value) for value in drawing.rgba_HWC[y, x])
            self._ink.take((red, green, blue, alpha), background=self._secondary)


class Pencil(Tool):
    """Draws with the colour in hand; Alt picks a colour instead."""

    brush = BrushKind.DRAWING

    def __init__(self, ink: Ink) -> None:
        self._ink = ink
        self._eyedropper = Eyedropper(ink)
        self._picks = False
        self._last: Cell = (0, 0)
        self._colour: Rgba = TRANSPARENT

    def press(self, drawing: Drawing, cell: Cell, keys: Keys) -> None:
        """Begin a stroke, or pick."""
        self._picks = keys.alt
        if self._picks:
            self._eyedropper.press(drawing, cell, keys)
            return
        drawing.begin()
        self._last, self._colour = cell, self.colour(keys)
        self.drag(drawing, cell)

    def drag(self, drawing: Drawing, cell: Cell) -> None:
        """Draw a line from the last cell to this one."""
        if self._picks:
            self._eyedropper.drag(drawing, cell)
            return
        drawing.paint(stamp(line(self._last, cell), self._ink.brush, drawing.shape), self._colour)
        self._last = cell

    def release(self, drawing: Drawing) -> None:
        """Make the stroke one step."""
        if not self._picks:
            drawing.commit(self.title())

    def colour(self, keys: Keys) -> Rgba:
        """Return what this stroke draws with."""
        return self._ink.background if keys.secondary else self._ink.foreground

    def title(self) -> str:
        """Return the step's name in the undo menu."""
        return QCoreApplication.translate("Tools", "Pencil")


class Eraser(Pencil):
    """A pencil that leaves transparent pixels."""

    def colour(self, keys: Keys) -> Rgba:
        """Return transparency, whatever is held."""
        del keys
        return TRANSPARENT

    def title(self) -> str:
        """Return the step's name in the undo menu."""
        return QCoreApplication.translate("Tools", "Eraser")


class Bucket(Tool):
    """Fills connected pixels of one colour."""

    def __init__(self, ink: Ink) -> None:
        self._ink = ink

    def press(self, drawing: Drawing, cell: Cell, keys: Keys) -> None:
        """Fill from cell."""
        drawing.begin()
        colour = self._ink.background if keys.secondary else self._ink.foreground
        drawing.paint(patch_of(flood(drawing.cel_HWC, cell)), colour)
        drawing.commit(QCoreApplication.translate("Tools", "Fill"))
