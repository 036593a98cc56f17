"""A value that changes only by undoable steps, each of which keeps the value before it. It knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step(Generic[Value]):
    text: str
    other: Value  # before it while it is done, after it while it is undone


class Steps(Generic[Value]):
    """Listeners hear of every change; steps of one gesture that follow each other are one step."""

    def __init__(self, first: Value, most: int) -> None:
        self.now = first
        self._most = most
        self._gesture = ""
        self._done: list[_Step[Value]] = []
        self._undone: list[_Step[Value]] = []
        self._listeners: list[Callable[[], None]] = []

    @property
    def undo_text(self) -> str:
        """What undo would take back; empty where there is nothing."""
        return self._done[-1].text if self._done else ""

    @property
    def redo_text(self) -> str:
        """What redo would bring back; empty where there is nothing."""
        return self._undone[-1].text if self._undone else ""

    def subscribe(self, listener: Callable[[], None]) -> None:
        """Call listener after every change."""
        self._listeners.append(listener)

    def put(self, value: Value, text: str, gesture: str = "") -> None:
        """Change the value; an equal one is no step."""
        if value == self.now:
            return
        self._undone.clear()
        if not (gesture and gesture == self._gesture and self._done):
            self._done = [*self._done, _Step(text=text, other=self.now)][-self._most :]
        self._show(value, gesture)

    def settle(self) -> None:
        """End the gesture: what follows is a step of its own."""
        self._gesture = ""

    def undo(self) -> None:
        """Take back the last step."""
        self._turn(self._done, self._undone)

    def redo(self) -> None:
        """Bring back the step last taken back."""
        self._turn(self._undone, self._done)

    def _turn(self, source: list[_Step[Value]], target: list[_Step[Value]]) -> None:
        if source:
            step = source.pop()
            target.append(_Step(text=step.text, other=self.now))
            self._show(step.other, "")

    def _show(self, value: Value, gesture: str) -> None:
        self.now, self._gesture = value, gesture
        for listener in self._listeners:
            listener()


def moved(row: Sequence[Value], at: int, to: int) -> tuple[Value, ...]:
    """Return the row with one of its members at another place, counted without it."""
    rest = (*row[:at], *row[at + 1 :])
    return (*rest[:to], row[at], *rest[to:])
