"""Keeps the board on disk, written on a thread of its own: it is there again when the window opens next."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QObject, QTimer

from app.document.board import Board, BoardState
from app.document.board_file import board_file, load_board, save_board
from app.tasks.file_writing import FileWriting
from app.widgets.job_bar import JobBar
from genmodels.api.errors import GenError

SETTLE_MS = 1000


class BoardKeeping(QObject):
    """A file that cannot be read is not written over; that it cannot be written is told once."""

    def __init__(self, bar: JobBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._saved: BoardState | None = None  # what is in the file, or on its way there
        self._writing = FileWriting(self)
        self._readable, self._told = True, False
        self.board = self._loaded()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.save)
        self.board.subscribe(self._settle.start)

    def save(self) -> None:
        """Write the board now, where it has changed."""
        self._settle.stop()
        state = self.board.state
        if not self._readable or state == self._saved:
            return
        self._saved = state
        self._writing.start(partial(save_board, state, board_file()), self._on_over)

    def _on_over(self, future: Future[None]) -> None:
        try:
            future.result()
            self._told = False
        except GenError as error:
            self._saved = None  # so that the next change tries again
            if not self._told:
                self._bar.fail(error)
            self._told = True

    def _loaded(self) -> Board:
        try:
            self._saved = load_board()
        except GenError as error:
            self._readable = False
            self._bar.fail(error)
        return Board(self._saved)
