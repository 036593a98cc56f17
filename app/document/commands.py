"""Undo: what one step changed, and a history of steps that stays within a budget of memory. It knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from genmodels.media.arrays import np

BUDGET_BYTES = 256 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Layers:
    """The pixels and the mask of one part of the drawing; None where the step left them alone."""

    rgba_HWC: np.ndarray | None = None  # uint8
    mask_HW: np.ndarray | None = None  # bool, true where the model draws

    @property
    def nbytes(self) -> int:
        """Memory held, bytes."""
        return sum(array.nbytes for array in (self.rgba_HWC, self.mask_HW) if array is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One undo step: the part at (x, y) before and after; `whole` where it replaces everything, size included."""

    text: str
    before: Layers
    after: Layers
    x: int = 0
    y: int = 0
    whole: bool = False


class History:
    """The steps behind and ahead of the present; the oldest are forgotten beyond the budget."""

    def __init__(self, budget_bytes: int = BUDGET_BYTES) -> None:
        self._budget_bytes = budget_bytes
        self._done: list[Edit] = []
        self._undone: list[Edit] = []

    def push(self, edit: Edit) -> None:
        """Add a step that was just made; what had been undone can no longer be redone."""
        self._undone.clear()
        self._done.append(edit)
        held = sum(step.before.nbytes + step.after.nbytes for step in self._done)
        while held > self._budget_bytes and len(self._done) > 1:
            oldest = self._done.pop(0)
            held -= oldest.before.nbytes + oldest.after.nbytes

    def undo(self) -> Edit | None:
        """Step back; returns the step whose `before` is to be restored."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def redo(self) -> Edit | None:
        """Step forward; returns the step whose `after` is to be restored."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]

    @property
    def undo_text(self) -> str:
        """What undo would take back; empty where there is nothing."""
        return self._done[-1].text if self._done else ""

    @property
    def redo_text(self) -> str:
        """What redo would bring back; empty where there is nothing."""
        return self._undone[-1].text if self._undone else ""
