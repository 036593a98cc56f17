"""Files written on a thread: told in order, and nothing breaks where the window goes first."""

import gc
import threading
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.tasks.file_writing import FileWriting


def test_every_end_is_told_here_and_in_order(qtbot: QtBot, tmp_path: Path) -> None:
    window, told = QObject(), []
    writing = FileWriting(window)
    for name in ("one", "two", "three"):
        path = tmp_path / name
        writing.start(
            lambda path=path: path.write_text("x"),
            lambda future, name=name: told.append((name, future.result(), threading.current_thread())),
        )
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told == [(name, 1, threading.main_thread()) for name in ("one", "two", "three")]


def test_an_error_is_told_as_well(qtbot: QtBot, tmp_path: Path) -> None:
    window, errors = QObject(), []
    FileWriting(window).start((tmp_path / "no" / "folder").touch, lambda future: errors.append(future.exception()))
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], FileNotFoundError)


def test_a_window_that_is_deleted_meanwhile_ends_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    window, path, told = QObject(), tmp_path / "late", []
    gone, collected = threading.Event(), []

    def write() -> None:
        gone.wait(10)
        collected.append(gc.isenabled())
        path.touch()

    FileWriting(window).start(write, told.append)
    delete(window)
    gone.set()
    qtbot.waitUntil(path.exists)
    qtbot.wait(50)
    assert told == []
    assert collected == [False]
    assert gc.isenabled()
