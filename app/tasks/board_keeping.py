"""Keeps the board on disk: it is there again when the window opens next."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from app.document.board import Board, BoardState
from app.document.board_file import load_board, save_board
from app.widgets.job_bar import JobBar
from genmodels.api.errors import GenError

SETTLE_MS = 1000


class BoardKeeping(QObject):
    """A file that cannot be read is not written over; that it cannot be written is told once."""

    def __init__(self, bar: JobBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._saved = BoardState()
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
        try:
            save_board(state)
        except GenError as error:
            if not self._told:
                self._bar.fail(error)
            self._told = True
            return
        self._saved, self._told = state, False

    def _loaded(self) -> Board:
        try:
            self._saved = load_board()
        except GenError as error:
            self._readable = False
            self._bar.fail(error)
        return Board(self._saved)
