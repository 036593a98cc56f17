"""Copies of unsaved work: made while a person draws, and offered where a window went without being closed."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.document.autosaver import Autosaver
from app.document.drawing import Drawing
from app.document.sessions import Copy, Session, find_copies, mark_offered, sessions_root, sweep
from app.tasks.file_writing import FileWriting
from app.tasks.files import Files
from app.widgets.job_bar import JobBar
from app.widgets.recovery_list import RecoveryList
from genmodels.api.errors import GenError

LOOK_MS = 5000


class Recovery(QObject):
    """The copies are written on a thread; that they cannot be is told once, and drawing goes on."""

    def __init__(self, files: Files, drawing: Callable[[], Drawing], bar: JobBar, window: QWidget) -> None:
        super().__init__(window)
        self._files, self._drawing, self._bar, self._window = files, drawing, bar, window
        self._root = sessions_root()
        self._writing = FileWriting(self)
        self.autosaver = Autosaver(Session(self._root), self._writing.start, self._on_failed)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(lambda: self.autosaver.look(self._drawing()))

    def start(self) -> None:
        """Begin to make copies, and offer those of windows that crashed where nobody has seen them yet."""
        self._timer.start()
        self.autosaver.look(self._drawing())
        copies = [copy for copy in find_copies(self._root) if copy.crashed and not copy.offered]
        if copies:
            text = self.tr("Spriteverse ended before these were saved. One click opens a copy.")
            self._show(copies, text)
        sweep(self._root, time.time())

    def show_list(self) -> None:
        """Show all copies of the last seven days."""
        text = self.tr("Work of the last seven days, from windows that are closed. One click opens a copy.")
        self._show(find_copies(self._root), text)

    def close(self) -> None:
        """Make no more copies: the window was closed, and unsaved work asked about."""
        self._timer.stop()
        self.autosaver.close()

    def _show(self, copies: list[Copy], text: str) -> None:
        shown = RecoveryList(copies, text, self._window)
        shown.chosen.connect(lambda copy: self._files.open_copy(copy.file, copy.origin))
        shown.finished.connect(lambda: mark_offered(copies))
        shown.open()

    def _on_failed(self, error: GenError) -> None:
        self._bar.say(self.tr("No recovery copy could be made: {0}").format(error.message), error.hint)
