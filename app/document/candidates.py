"""What the model drew: candidates with all that is needed to draw them again. It knows no Qt."""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from app.document.sprite import Drawing
from genmodels.api.messages import PaletteRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """The settings a candidate was drawn with, its seed aside."""

    pack: Path
    temperature: float
    palette: PaletteRule


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

    def over(self, rgba_HWC: np.ndarray) -> np.ndarray:
        """Return the picture with what has been drawn laid over it; masked pixels yet to come are transparent."""
        shown_HWC = rgba_HWC.copy()
        shown_HWC[self.mask_HW] = 0
        shown_HWC[self.drawn_HW] = self.rgba_HWC[self.drawn_HW]
        return shown_HWC
