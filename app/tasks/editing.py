"""Undo and redo of the drawing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.document.drawing import Drawing
from app.tasks.undoing import Undoing


class Editing(QObject):
    """`before` takes back a stroke under way and tells whether there was one: undo then has done its work."""

    def __init__(self, parent: QObject, drawing: Callable[[], Drawing], before: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._drawing, self._before = drawing, before
        self.steps = Undoing(self._undo, self._redo, self)

    def show_history(self) -> None:
        """Name the steps that undo and redo would take."""
        self.steps.show(self._drawing().history)

    def _undo(self) -> None:
        if not self._before():
            self._drawing().undo()

    def _redo(self) -> None:
        self._before()
        self._drawing().redo()
