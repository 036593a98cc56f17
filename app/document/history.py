"""Undo: the drawing before and after each step, and a history of steps that stays within a budget of memory.

States share all that did not change between them, so a step costs only the tiles it touched. It knows no Qt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Artwork

BUDGET_BYTES = 256 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class State:
    """All that undo brings back."""

    artwork: Artwork
    mask_HW: np.ndarray  # bool, true where it is selected; never changed
    layer: int  # by key, the one that was drawn on
    frame: int  # by key, the one that was seen


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Change:
    """One undo step."""

    text: str
    before: State
    after: State

    @property
    def nbytes(self) -> int:
        """Memory that only this step keeps: what was there before and is there no more, bytes."""
        before, after = self.before, self.after
        mask = before.mask_HW.nbytes if before.mask_HW is not after.mask_HW else 0
        if before.artwork is after.artwork:
            return mask
        cels = after.artwork.cels
        changed = {  # linked cels, which hold the same plane, count once
            (plane, cels.get(place)) for place, plane in before.artwork.cels.items() if cels.get(place) is not plane
        }
        return mask + sum(plane.bytes_beside(now) for plane, now in changed)


class History:
    """The steps behind and ahead of the present; the oldest are forgotten beyond the budget."""

    def __init__(self, budget_bytes: int = BUDGET_BYTES) -> None:
        self.budget_bytes = budget_bytes
        self.held_bytes = 0
        self._done: list[tuple[Change, int]] = []
        self._undone: list[tuple[Change, int]] = []

    @property
    def done(self) -> Sequence[Change]:
        """The steps behind, the oldest first."""
        return [change for change, _ in self._done]

    @property
    def undone(self) -> Sequence[Change]:
        """The steps ahead, the next first."""
        return [change for change, _ in reversed(self._undone)]

    def push(self, change: Change) -> None:
        """Add a step that was just made; what had been undone can no longer be redone."""
        self.held_bytes -= sum(held for _, held in self._undone)
        self._undone.clear()
        self._done.append((change, change.nbytes))
        self.held_bytes += self._done[-1][1]
        while self.held_bytes > self.budget_bytes and len(self._done) > 1:
            self.held_bytes -= self._done.pop(0)[1]

    def restore(self, done: Sequence[Change], undone: Sequence[Change]) -> None:
        """Take in the steps of another time: those behind, the oldest first, and those ahead, the next first."""
        self._done = [(change, change.nbytes) for change in done]
        self._undone = [(change, change.nbytes) for change in reversed(undone)]
        self.held_bytes = sum(held for _, held in (*self._done, *self._undone))

    def undo(self) -> Change | None:
        """Step back; returns the step whose `before` is to be restored."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1][0]

    def redo(self) -> Change | None:
        """Step forward; returns the step whose `after` is to be restored."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1][0]

    @property
    def undo_text(self) -> str:
        """What undo would take back; empty where there is nothing."""
        return self._done[-1][0].text if self._done else ""

    @property
    def redo_text(self) -> str:
        """What redo would bring back; empty where there is nothing."""
        return self._undone[-1][0].text if self._undone else ""
