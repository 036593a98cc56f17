"""What a new shape does to what is selected."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never

from genmodels.media.arrays import np


class Mode(StrEnum):
    """How a shape joins the selection."""

    REPLACE = "replace"
    ADD = "add"
    SUBTRACT = "subtract"
    INTERSECT = "intersect"


def combined(mask_HW: np.ndarray, shape_HW: np.ndarray, mode: Mode) -> np.ndarray:
    """Return the selection after a shape was drawn in this mode."""
    match mode:
        case Mode.REPLACE:
            return shape_HW.copy()
        case Mode.ADD:
            return mask_HW | shape_HW
        case Mode.SUBTRACT:
            return mask_HW & ~shape_HW
        case Mode.INTERSECT:
            return mask_HW & shape_HW
        case _:
            assert_never(mode)
