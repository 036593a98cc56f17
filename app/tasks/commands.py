"""What commands on the drawing have in common: a stroke under way is taken back before them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from app.document.drawing import Drawing
from app.widgets.menus import action


class Commands(QObject):
    """Makes commands of one page; `before` takes back a stroke and tells whether there was one."""

    def __init__(self, parent: QObject, drawing: Callable[[], Drawing], before: Callable[[], bool]) -> None:
        super().__init__(parent)
        self.drawing, self._before = drawing, before

    def make(self, name: str, text: str, slot: Callable[[Drawing], object], *keys: str, icon: str = "") -> QAction:
        """Return a command that is done to the drawing."""

        def run() -> None:
            self._before()
            slot(self.drawing())

        return action(self, name, text, run, *keys, icon=icon)
