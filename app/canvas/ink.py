"""What the tools draw with: two colours and the sizes of the brushes, shared by tools, palette and tool options."""

from PySide6.QtCore import QObject, Signal

Rgba = tuple[int, int, int, int]

MAX_BRUSH = 32
TRANSPARENT: Rgba = (0, 0, 0, 0)


class Ink(QObject):
    """The colours in hand and the brush sizes, in sprite pixels."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.foreground: Rgba = (0, 0, 0, 255)
        self.background: Rgba = (255, 255, 255, 255)
        self.brush = 1
        self.mask_brush = 4

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

    def resize(self, size: int, *, mask: bool) -> None:
        """Set the size of the mask brush or of the pencil and eraser."""
        size = min(max(size, 1), MAX_BRUSH)
        if mask:
            self.mask_brush = size
        else:
            self.brush = size
        self.changed.emit()
