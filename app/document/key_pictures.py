"""The pictures a morph goes through, in their order, changed only by undoable steps. It knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from genmodels.media.arrays import np

MAX_STEPS = 100  # that can be undone

Row = tuple["KeyPicture", ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class KeyPicture:
    """One picture of the person's own."""

    name: str
    rgba_HWC: np.ndarray  # uint8, never changed


class KeyPictures:
    """The row of key pictures; listeners hear of every change."""

    def __init__(self) -> None:
        self._row: Row = ()
        self._done: list[tuple[str, Row]] = []  # what each step was called, and the row before it
        self._undone: list[tuple[str, Row]] = []
        self._listeners: list[Callable[[], None]] = []

    @property
    def row(self) -> Row:
        """The pictures from first to last."""
        return self._row

    @property
    def undo_text(self) -> str:
        """What undo would take back; empty where there is nothing."""
        return self._done[-1][0] if self._done else ""

    @property
    def redo_text(self) -> str:
        """What redo would bring back; empty where there is nothing."""
        return self._undone[-1][0] if self._undone else ""

    def subscribe(self, listener: Callable[[], None]) -> None:
        """Call listener after every change."""
        self._listeners.append(listener)

    # Steps

    def insert(self, at: int, pictures: Sequence[KeyPicture], text: str) -> None:
        """Put pictures before the one at this place; a place past the end puts them last."""
        self._step((*self._row[:at], *pictures, *self._row[at:]), text)

    def replace(self, at: int, picture: KeyPicture, text: str) -> None:
        """Put a picture where another one is."""
        self._step((*self._row[:at], picture, *self._row[at + 1 :]), text)

    def remove(self, at: int, text: str) -> None:
        """Take a picture out."""
        self._step((*self._row[:at], *self._row[at + 1 :]), text)

    def move(self, at: int, to: int, text: str) -> None:
        """Give a picture another place, counted without it."""
        rest = (*self._row[:at], *self._row[at + 1 :])
        self._step((*rest[:to], self._row[at], *rest[to:]), text)

    def reverse(self, text: str) -> None:
        """Turn the order round."""
        self._step(self._row[::-1], text)

    def undo(self) -> None:
        """Take back the last step."""
        self._go(self._done, self._undone)

    def redo(self) -> None:
        """Bring back the step last taken back."""
        self._go(self._undone, self._done)

    def _step(self, row: Row, text: str) -> None:
        if row == self._row:
            return
        self._undone.clear()
        self._done = [*self._done, (text, self._row)][-MAX_STEPS:]
        self._show(row)

    def _go(self, source: list[tuple[str, Row]], target: list[tuple[str, Row]]) -> None:
        if source:
            text, row = source.pop()
            target.append((text, self._row))
            self._show(row)

    def _show(self, row: Row) -> None:
        self._row = row
        for listener in self._listeners:
            listener()
