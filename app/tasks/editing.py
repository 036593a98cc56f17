"""The commands that change the drawing at once: undo, redo, the size."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.document.drawing import Drawing
from app.tasks.undoing import Undoing
from app.widgets.menus import action


class Editing(QObject):
    """Holds the actions; `before` is called ahead of each change: it takes back a stroke and tells if there was one."""

    def __init__(self, window: QWidget, drawing: Callable[[], Drawing], before: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._drawing, self._before = window, drawing, before
        self.steps = Undoing(self._undo, self._redo, self)
        self.resize = self._action("draw.canvas_size", self.tr("&Canvas size…"), self._resize, "C", "Ctrl+Alt+C")

    def show_history(self) -> None:
        """Name the steps that undo and redo would take."""
        self.steps.show(self._drawing().history)

    def _action(self, name: str, text: str, slot: Callable[[], object], *keys: str, icon: str = "") -> QAction:
        def run() -> None:
            self._before()
            slot()

        return action(self, name, text, run, *keys, icon=icon)

    def _undo(self) -> None:
        if not self._before():  # the stroke is the step to take back
            self._drawing().undo()

    def _redo(self) -> None:
        self._before()
        self._drawing().redo()

    def _resize(self) -> None:
        from app.widgets.drawing.size_dialog import SizeDialog  # here, because few starts ask for a size

        drawing = self._drawing()
        text = self.tr("What is drawn stays in the middle; what no longer fits is cut off.")
        dialog = SizeDialog(self.tr("Canvas size"), text, drawing.width, drawing.height, self._window)
        if dialog.exec() == SizeDialog.DialogCode.Accepted:
            drawing.resize(*dialog.sides(), self.tr("Canvas size"))
