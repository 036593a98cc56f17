"""Keeps what a page holds on disk, written on a thread of its own: it is there again when the window opens next."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer

from app.document.board import Board, BoardState
from app.document.board_file import board_file, load_board, save_board
from app.document.poem import Desk, DeskState
from app.document.poem_file import load_poems, poem_file, save_poems
from app.document.steps import Steps
from app.tasks.file_writing import FileWriting
from app.widgets.job_bar import JobBar
from genmodels.api.errors import GenError

SETTLE_MS = 1000

Value = TypeVar("Value")


class Keeping(QObject):
    """A file that cannot be read is not written over, but once it was moved away; that it cannot be is told once."""

    def __init__(self, file: Path, bar: JobBar, parent: QObject) -> None:
        super().__init__(parent)
        self._file, self._bar = file, bar
        self._steps: Steps[Any] | None = None
        self._saved: object = None  # what is in the file, or on its way there
        self._damage: GenError | None = None  # why the file cannot be read
        self._told = False
        self._writing = FileWriting(self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.save)

    def load(self, load: Callable[[], Value], otherwise: Value) -> Value:
        """Return what was kept, or else the other where the file cannot be read."""
        try:
            return load()
        except GenError as error:
            self._damage = error
            self._bar.fail(error)
            return otherwise

    def follow(self, steps: Steps[Value], save: Callable[[Value, Path], None], kept: Callable[[Value], object]) -> None:
        """Write a while after each change from now on; kept: the part of a value that is in the file."""
        self._steps, self._save, self._kept = steps, save, kept
        self._saved = None if self._damage else kept(steps.now)
        steps.subscribe(self._settle.start)

    def save(self) -> None:
        """Write now, where something has changed."""
        self._settle.stop()
        if self._steps is None or self._saved == self._kept(self._steps.now):
            return
        if self._damage is not None and self._file.exists():
            self._tell(self._damage)
            return
        self._damage = None
        self._saved = self._kept(self._steps.now)
        self._writing.start(partial(self._save, self._steps.now, self._file), self._on_over)

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


def keep_board(bar: JobBar, page: QObject) -> tuple[Board, Keeping]:
    """Return the board as it was last, and what keeps it."""
    keeping = Keeping(board_file(), bar, page)
    board = Board(keeping.load(load_board, BoardState()))
    keeping.follow(board, save_board, lambda state: state)
    return board, keeping


def keep_poems(bar: JobBar, page: QObject) -> tuple[Desk, Keeping]:
    """Return the verse desk as it was last, and what keeps its poems."""
    keeping = Keeping(poem_file(), bar, page)
    desk = Desk(keeping.load(load_poems, DeskState()))
    keeping.follow(desk, save_poems, lambda state: (state.poem, state.kept))
    return desk, keeping
