"""Keeps the poems on disk, written on a thread of its own: they are there again when the window opens next."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QObject, QTimer

from app.document.poem import Desk, DeskState, Poem
from app.document.poem_file import load_poems, poem_file, save_poems
from app.tasks.file_writing import FileWriting
from app.widgets.job_bar import JobBar
from genmodels.api.errors import GenError

SETTLE_MS = 1000


class VerseKeeping(QObject):
    """A file that cannot be read is not written over, but once it was moved away; that it cannot be is told once."""

    def __init__(self, bar: JobBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._saved: tuple[Poem, tuple[Poem, ...]] | None = None  # what is in the file, or on its way there
        self._writing = FileWriting(self)
        self._damage: GenError | None = None  # why the file cannot be read
        self._told = False
        self.desk = self._loaded()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.save)
        self.desk.subscribe(self._settle.start)

    def save(self) -> None:
        """Write the poems now, where they have changed."""
        self._settle.stop()
        state = self.desk.now
        if self._saved == (state.poem, state.kept):
            return
        if self._damage is not None and poem_file().exists():
            self._tell(self._damage)
            return
        self._damage = None
        self._saved = state.poem, state.kept
        self._writing.start(partial(save_poems, state, poem_file()), self._on_over)

    def _on_over(self, future: Future[None]) -> None:
        try:
            future.result()
            self._told = False
        except GenError as error:
            self._saved = None  # so that the next change tries again
            self._tell(error)

    def _tell(self, error: GenError) -> None:
        if not self._told:
            self._bar.fail(error)
        self._told = True

    def _loaded(self) -> Desk:
        state = DeskState()
        try:
            state = load_poems()
            self._saved = state.poem, state.kept
        except GenError as error:
            self._damage = error
            self._bar.fail(error)
        return Desk(state)
