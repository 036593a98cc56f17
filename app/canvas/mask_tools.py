"""The tools that say where the model draws: mask brush, rectangle, lasso."""

from __future__ import annotations

from abc import abstractmethod
from enum import StrEnum
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from app.canvas.ink import Ink
from app.canvas.tools import BrushKind, Keys, Tool
from app.document.drawing import Drawing
from app.document.raster import Cell, line, polygon, rectangle, stamp
from genmodels.media.arrays import np


class MaskMode(StrEnum):
    """What a new shape does to the mask."""

    REPLACE = "replace"
    ADD = "add"
    SUBTRACT = "subtract"
    INTERSECT = "intersect"


def mode_of(keys: Keys) -> MaskMode:
    """Return the mode that the held keys ask for."""
    if keys.shift and keys.alt:
        return MaskMode.INTERSECT
    if keys.alt or keys.secondary:
        return MaskMode.SUBTRACT
    return MaskMode.ADD if keys.shift else MaskMode.REPLACE


def combine(mask_HW: np.ndarray, shape_HW: np.ndarray, mode: MaskMode) -> np.ndarray:
    """Return the mask after a shape was drawn in this mode."""
    match mode:
        case MaskMode.REPLACE:
            return shape_HW.copy()
        case MaskMode.ADD:
            return mask_HW | shape_HW
        case MaskMode.SUBTRACT:
            return mask_HW & ~shape_HW
        case MaskMode.INTERSECT:
            return mask_HW & shape_HW
        case _:
            assert_never(mode)


class _MaskTool(Tool):
    """Collects the cells of a stroke and shows the mask they make while the stroke goes on."""

    spans = True

    _base_HW: np.ndarray  # the mask when the stroke began

    def __init__(self) -> None:
        self._cells: list[Cell] = []
        self._mode = MaskMode.REPLACE

    def press(self, drawing: Drawing, cell: Cell, keys: Keys) -> None:
        """Begin a shape."""
        drawing.begin()
        self._base_HW, self._cells, self._mode = drawing.mask_HW, [cell], self.mode(keys)
        self._show(drawing)

    def drag(self, drawing: Drawing, cell: Cell) -> None:
        """Go on to cell."""
        if cell != self._cells[-1]:
            self._cells.append(cell)
            self._show(drawing)

    def release(self, drawing: Drawing) -> None:
        """Make the shape one step."""
        drawing.commit(QCoreApplication.translate("Tools", "Mask"))

    def mode(self, keys: Keys) -> MaskMode:
        """Return what this stroke does."""
        return mode_of(keys)

    @abstractmethod
    def shape(self, size: tuple[int, int]) -> np.ndarray:
        """Return the mask_HW that the stroke covers so far."""

    def _show(self, drawing: Drawing) -> None:
        drawing.cover(combine(self._base_HW, self.shape(drawing.shape), self._mode))


class RectangleMask(_MaskTool):
    """Masks a rectangle."""

    def shape(self, size: tuple[int, int]) -> np.ndarray:
        """Return the rectangle between the first and the last cell."""
        return rectangle(self._cells[0], self._cells[-1], size)


class LassoMask(_MaskTool):
    """Masks what an outline drawn by hand encloses."""

    def shape(self, size: tuple[int, int]) -> np.ndarray:
        """Return the inside of the outline, the outline included."""
        return polygon(self._cells, size)


class MaskBrush(_MaskTool):
    """Paints the mask."""

    brush = BrushKind.MASK
    spans = False

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self._ink = ink

    def mode(self, keys: Keys) -> MaskMode:
        """Return add, or subtract with Alt or the right button: a brush never starts the mask afresh."""
        return MaskMode.SUBTRACT if keys.alt or keys.secondary else MaskMode.ADD

    def drag(self, drawing: Drawing, cell: Cell) -> None:
        """Paint a line from the last cell to this one."""
        part_HW = stamp(line(self._cells[-1], cell), self._ink.mask_brush, drawing.shape).onto(drawing.shape)
        self._cells.append(cell)
        drawing.cover(combine(drawing.mask_HW, part_HW, self._mode))

    def shape(self, size: tuple[int, int]) -> np.ndarray:
        """Return what the brush has covered."""
        return stamp(self._cells, self._ink.mask_brush, size).onto(size)
