"""What a person sees after a crash: a list, a copy with one click, and no more of it."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.document.autosaver import Autosaver
from app.document.drawing import Drawing, unsaved
from app.document.project.pictures import Pictures
from app.document.project.project import project_of
from app.document.sessions import Note, Session, find_copies, sessions_root
from app.main_window import MainWindow
from app.widgets.recovery_list import RecoveryList


def leave_a_copy(origin: str = "gone/hero.sprv", value: int = 9) -> None:
    """Leave behind what a crash does."""
    drawing = unsaved(np.full((6, 8, 4), value, np.uint8), "Take")
    session = Session(sessions_root())
    note = Note(origin=origin, width=8, height=6)
    session.write(1, note, project_of(drawing), Pictures())
    session._lock.release()


def shown(window: MainWindow) -> RecoveryList | None:
    found = [one for one in window.findChildren(RecoveryList) if one.isVisible()]
    return found[0] if found else None


@pytest.fixture
def started(qtbot: QtBot, make_window: Callable[..., MainWindow]) -> MainWindow:
    """A window that starts after two crashes."""
    leave_a_copy()
    leave_a_copy("", 5)
    window = make_window()
    qtbot.waitUntil(lambda: shown(window) is not None)
    return window


def test_after_a_crash_one_click_opens_a_copy(qtbot: QtBot, started: MainWindow) -> None:
    listed = shown(started)
    assert listed is not None
    texts = [listed.list.item(row).text() for row in range(listed.list.count())]
    assert sorted(text.split("\n")[0] for text in texts) == ["New sprite", "hero.sprv"]
    assert all("8×6" in text and "kB" in text.replace("KiB", "kB").replace("bytes", "kB") for text in texts)
    assert not listed.list.item(0).icon().isNull()
    row = next(row for row, text in enumerate(texts) if "hero" in text)
    place = listed.list.visualItemRect(listed.list.item(row)).center()
    qtbot.mouseClick(listed.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    drawing = started.page.drawing
    assert (drawing.rgba_HWC == 9).all()
    assert drawing.dirty
    assert drawing.path is None
    assert "hero.sprv (recovered)" in started.windowTitle()
    assert drawing.history.undo_text == "Take"
    assert shown(started) is None
    assert len(find_copies(sessions_root())) == 2, "none is removed"


def test_a_list_that_was_seen_is_in_the_menu_only(
    qtbot: QtBot, started: MainWindow, make_window: Callable[..., MainWindow]
) -> None:
    listed = shown(started)
    assert listed is not None
    listed.reject()
    again = make_window()
    again._kept().start()
    assert shown(again) is None
    again._kept().show_list()
    listed = shown(again)
    assert listed is not None
    assert listed.list.count() == 2


def test_the_question_about_unsaved_changes_comes_first(
    qtbot: QtBot, started: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    started.page.drawing.mark_unsaved(None)
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Cancel)
    listed, before = shown(started), started.page.drawing
    assert listed is not None
    listed.list.itemClicked.emit(listed.list.item(0))
    assert started.page.drawing is before


def test_a_window_without_a_crash_shows_no_list(qtbot: QtBot, window: MainWindow) -> None:
    window._kept().start()
    assert shown(window) is None
    window._kept().show_list()
    listed = shown(window)
    assert listed is not None
    assert listed.list.count() == 0


def test_what_is_drawn_is_copied_and_forgotten_with_the_window(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Discard)
    recovery, drawing = window._kept(), window.page.drawing
    recovery.start()
    autosaver: Autosaver = recovery.autosaver
    monkeypatch.setattr(autosaver, "_delay_s", 0.0)
    paint(drawing)
    autosaver.look(drawing)
    qtbot.waitUntil(lambda: bool(list(sessions_root().rglob("1.sprv"))))
    with qtbot.waitSignal(window.closed):
        window.close()
    (copy,) = find_copies(sessions_root())
    assert not copy.crashed


def test_that_no_copy_can_be_made_is_said_once(qtbot: QtBot, window: MainWindow, home: Path) -> None:
    (home / "sessions").touch()
    recovery = window._kept()
    recovery.autosaver._delay_s = 0.0
    recovery.autosaver.look(window.page.drawing)
    paint(window.page.drawing)
    recovery.autosaver.look(window.page.drawing)
    qtbot.waitUntil(lambda: "No recovery copy could be made" in window.bar.text)
    assert window.page.drawing.dirty


def paint(drawing: Drawing) -> None:
    drawing.begin()
    drawing.cel_HWC[:] = 3
    drawing._touched = (0, 0, drawing.width, drawing.height)
    drawing.commit("Fill")
