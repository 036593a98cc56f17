"""What the model drew: candidates with all that is needed to draw them again. It knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from app.document.drawing import Drawing
from app.document.raster import Box, bounds
from genmodels.api.deferred import messages
from genmodels.media.arrays import np

_WHOLE = 48  # a sprite of at most this side is shown whole in a small picture
_LEAST = 32  # side of the least part shown of a larger one


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """The settings a candidate was drawn with, its seed aside."""

    pack: Path
    temperature: float
    palette: messages.PaletteRule
    colours: tuple[str, ...] = ()  # rrggbbaa, for PaletteRule.LIST


@dataclass(slots=True, kw_only=True, eq=False)
class Candidate:
    """One completion while it is drawn and after; only its masked pixels are ever used."""

    seed: int
    recipe: Recipe
    mask_HW: np.ndarray  # bool, true where the model draws
    rgba_HWC: np.ndarray  # uint8, the sprite's size
    drawn_HW: np.ndarray = field(init=False)  # bool, masked pixels that have arrived
    finished: bool = False
    starred: bool = False

    def __post_init__(self) -> None:
        self.drawn_HW = np.zeros(self.mask_HW.shape, bool)

    def lay(self, x: int, y: int, part_HWC: np.ndarray) -> None:
        """Take in a part that the model has drawn; what falls outside the sprite or the mask is left out."""
        height, width = part_HWC.shape[:2]
        target = np.s_[max(y, 0) : max(y + height, 0), max(x, 0) : max(x + width, 0)]
        where = np.zeros(self.mask_HW.shape, bool)
        where[target] = self.mask_HW[target]
        rows, columns = np.nonzero(where)
        self.rgba_HWC[rows, columns] = part_HWC[rows - y, columns - x]
        self.drawn_HW |= where

    def finish(self, rgba_HWC: np.ndarray) -> None:
        """Take in the finished picture; raises ValueError where it has another size."""
        if rgba_HWC.shape != self.rgba_HWC.shape:
            raise ValueError(f"a picture of {rgba_HWC.shape} for a sprite of {self.rgba_HWC.shape}")
        self.lay(0, 0, rgba_HWC)
        self.finished = True

    def fits(self, drawing: Drawing) -> bool:
        """Return whether the drawing still has the size the candidate was drawn for."""
        return self.mask_HW.shape == drawing.mask_HW.shape

    def part_to_show(self) -> Box:
        """Return what a small picture should show: the sprite, or of a large one a square round the mask."""
        height, width = self.mask_HW.shape
        box = bounds(self.mask_HW)
        if box is None or max(height, width) <= _WHOLE:
            return 0, 0, width, height
        left, top, right, bottom = box
        side = max((right - left) * 3 // 2, (bottom - top) * 3 // 2, _LEAST)
        (left, right), (top, bottom) = _around(left, right, side, width), _around(top, bottom, side, height)
        return left, top, right, bottom

    def over(self, rgba_HWC: np.ndarray) -> np.ndarray:
        """Return the picture with what has been drawn laid over it; masked pixels yet to come are transparent."""
        shown_HWC = rgba_HWC.copy()
        shown_HWC[self.mask_HW] = 0
        shown_HWC[self.drawn_HW] = self.rgba_HWC[self.drawn_HW]
        return shown_HWC


def _around(start: int, end: int, length: int, limit: int) -> tuple[int, int]:
    """Return a span of this length, or of the limit if that is less, round start to end and between 0 and limit."""
    length = min(length, limit)
    first = min(max((start + end - length) // 2, 0), limit - length)
    return first, first + length
