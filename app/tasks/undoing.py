"""Undo and redo as commands, which name the steps they would take."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from app.widgets.menus import action


class NamedSteps(Protocol):
    """What can be undone and done again."""

    @property
    def undo_text(self) -> str:
        """What undo would take back; empty where there is nothing."""
        ...

    @property
    def redo_text(self) -> str:
        """What redo would bring back; empty where there is nothing."""
        ...


class Undoing(QObject):
    """The two commands, which have the same keys on every page."""

    def __init__(self, undo: Callable[[], object], redo: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self.undo = action(parent, "every.undo", self.tr("&Undo"), undo, "Ctrl+Z", icon="undo")
        self.redo = action(parent, "every.redo", self.tr("&Redo"), redo, "Ctrl+Y", "Ctrl+Shift+Z", icon="redo")
        self.both = (self.undo, self.redo)
        for one in self.both:
            one.setEnabled(False)

    def show(self, steps: NamedSteps) -> None:
        """Name the steps; without one a command cannot be chosen."""
        for one, text, step in (
            (self.undo, self.tr("&Undo"), steps.undo_text),
            (self.redo, self.tr("&Redo"), steps.redo_text),
        ):
            one.setText(f"{text} {step}".strip())
            one.setEnabled(bool(step))
