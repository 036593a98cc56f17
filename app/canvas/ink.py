"""What the tools work with: two colours, the sizes of the brushes and how tools behave; shared by tools and widgets."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.document.drawing import Rgba
from app.document.selection import Mode
from app.settings import ToolChoices

MAX_BRUSH = 32
TRANSPARENT: Rgba = (0, 0, 0, 0)

__all__ = ["MAX_BRUSH", "TRANSPARENT", "Ink", "Rgba"]


class Ink(QObject):
    """The colours in hand, the mode of new selections, and what was chosen about the tools."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None, choices: ToolChoices | None = None) -> None:
        super().__init__(parent)
        self.foreground: Rgba = (0, 0, 0, 255)
        self.background: Rgba = (255, 255, 255, 255)
        self.mode = Mode.REPLACE
        self.choices = choices or ToolChoices()

    def take(self, colour: Rgba, *, background: bool = False) -> None:
        """Take a colour into the first or the second hand."""
        if background:
            self.background = colour
        else:
            self.foreground = colour
        self.changed.emit()

    def swap(self) -> None:
        """Exchange the two colours."""
        self.foreground, self.background = self.background, self.foreground
        self.changed.emit()

    def join(self, mode: Mode) -> None:
        """Have new shapes join the selection in this mode."""
        self.mode = mode
        self.changed.emit()

    def choose(self, choices: ToolChoices) -> None:
        """Have the tools work like this."""
        if choices != self.choices:
            self.choices = choices
            self.changed.emit()

    def resize(self, size: int, *, selection: bool) -> None:
        """Set the size of the selection brush or of the drawing tools, in pixels of the sprite."""
        size = min(max(size, 1), MAX_BRUSH)
        changed = replace(self.choices, selection_brush=size) if selection else replace(self.choices, brush=size)
        self.choose(changed)
