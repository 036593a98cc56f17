"""What every tool is: a press, drags and a release on cells of the drawing, with the keys held meanwhile."""

from dataclasses import dataclass
from enum import StrEnum

from app.document.drawing import Drawing
from app.document.raster import Cell


class BrushKind(StrEnum):
    """Which brush size a tool listens to."""

    NONE = "none"
    DRAWING = "drawing"
    SELECTION = "selection"


class Choice(StrEnum):
    """What can be chosen about how a tool works."""

    MODE = "mode"
    PIXEL_PERFECT = "pixel-perfect"
    FILLED = "filled"
    CONTIGUOUS = "contiguous"
    TOLERANCE = "tolerance"
    PRESSURE = "pressure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What is held while the pointer goes down, or moves on, and how hard a pen is pressed."""

    secondary: bool = False  # the right button
    shift: bool = False
    alt: bool = False
    ctrl: bool = False
    pressure: float = 1.0  # 0 to 1; of a mouse always 1
    eraser: bool = False  # the other end of a pen


class Tool:
    """One stroke at a time; `press` begins it, `release` makes it an undo step. What a tool leaves out does nothing."""

    brush = BrushKind.NONE
    choices: tuple[Choice, ...] = ()
    spans = False  # whether it needs a start and an end, as a rectangle does
    draws = False  # whether it changes the pixels of the layer drawn on
    picks = False  # whether Alt held takes a colour instead
    goes_on = False  # whether the stroke does so though the pointer was released

    def press(self, drawing: Drawing, cell: Cell, keys: Keys) -> None:
        """Begin at cell, which lies inside the drawing or, for tools that span or have a brush, anywhere."""

    def drag(self, drawing: Drawing, cell: Cell, keys: Keys) -> None:
        """Go on to cell; the same cell again where only the keys changed."""

    def release(self, drawing: Drawing) -> None:
        """End the stroke."""

    def abort(self, drawing: Drawing) -> None:
        """Take the stroke back."""
        drawing.abort()
