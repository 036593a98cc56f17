"""Makes previews on a thread, one at a time: of those asked for meanwhile only the newest is made."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.tasks.file_writing import FileWriting
from genmodels.api.errors import GenError


class Drafting(QObject):
    """What makes a preview touches no object of Qt's."""

    made = Signal(object)
    failed = Signal(GenError)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = FileWriting(self)
        self._wanted: Callable[[], Any] | None = None
        self._busy = False

    def ask(self, make: Callable[[], Any]) -> None:
        """Make this preview rather than one that still waits."""
        self._wanted = make
        if not self._busy:
            self._start()

    def _start(self) -> None:
        wanted, self._wanted = self._wanted, None
        self._busy = wanted is not None
        if wanted is not None:
            self._thread.start(wanted, self._on_over)

    def _on_over(self, future: Future[Any]) -> None:
        self._busy = False
        if self._wanted is not None:
            self._start()
            return
        try:
            made = future.result()
        except GenError as error:
            self.failed.emit(error)
            return
        self.made.emit(made)
