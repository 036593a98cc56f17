"""What every tool is: a press, drags and a release on cells of the drawing, with the keys held meanwhile."""

from dataclasses import dataclass
from enum import StrEnum

from app.document.drawing import Drawing
from app.document.raster import Cell


class BrushKind(StrEnum):
    """Which brush size a tool listens to."""

    NONE = "none"
    DRAWING = "drawing"
    MASK = "mask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What is held while the pointer goes down: it decides what the whole stroke does."""

    secondary: bool = False  # the right button
    shift: bool = False
    alt: bool = False


class Tool:
    """One stroke at a time; `press` begins it, `release` makes it an undo step. What a tool leaves out does nothing."""

    brush = BrushKind.NONE
    spans = False  # whether it needs a start and an end, as a rectangle does

    def press(self, drawing: Drawing, cell: Cell, keys: Keys) -> None:
        """Begin at cell, which lies inside the drawing or, for spanning tools, anywhere."""

    def drag(self, drawing: Drawing, cell: Cell) -> None:
        """Go on to cell."""

    def release(self, drawing: Drawing) -> None:
        """End the stroke."""

    def abort(self, drawing: Drawing) -> None:
        """Take the stroke back."""
        drawing.abort()
