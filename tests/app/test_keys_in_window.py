"""Keys in the whole window: one's own, and those of a foreign keyboard or input method."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from app.places import Place
from app.settings import Settings
from app.widgets.keys.keys_sheet import KeysSheet

BACKSLASH, LETTER_B, LETTER_X = 43 + 8, 48 + 8, 45 + 8  # as Linux counts, which the offscreen platform is taken for


def foreign(window: MainWindow, sign: str, scan_code: int, kind: QEvent.Type = QEvent.Type.KeyPress) -> None:
    """Press a key on the canvas whose sign an input method has changed."""
    event = QKeyEvent(kind, ord(sign), Qt.KeyboardModifier.NoModifier, scan_code, 0, 0, sign)
    QApplication.sendEvent(window.page.canvas, event)


def test_a_command_by_its_place_on_the_keyboard(window: MainWindow) -> None:
    window.page.canvas.setFocus()
    foreign(window, "и", LETTER_B)
    assert window.page._options._title.text() == "Pencil"
    foreign(window, "ж", 200)
    assert window.page._options._title.text() == "Pencil"


def test_keys_of_a_hidden_page_rest(window: MainWindow, packs: Path) -> None:
    before = window.page._ink.foreground
    window.show_place(Place.LIBRARY)
    foreign(window, "ч", LETTER_X)
    assert window.page._ink.foreground == before
    window.show_place(Place.DRAW)
    foreign(window, "ч", LETTER_X)
    assert window.page._ink.foreground != before


def test_a_held_key_under_a_chinese_input_method(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[bool] = []
    monkeypatch.setattr(window.page.audition, "compare", lambda *, held: compared.append(held))
    window.page.canvas.setFocus()
    foreign(window, "、", BACKSLASH)
    foreign(window, "、", BACKSLASH, QEvent.Type.KeyRelease)
    assert compared == [True, False]


def test_own_keys_come_with_the_window(qtbot: QtBot, make_window: Callable[..., MainWindow], home: Path) -> None:
    home.mkdir(parents=True, exist_ok=True)
    settings = Settings(home / "settings.ini")
    settings.keys = json.dumps({"draw.eraser": ["Y"], "draw.bucket": ["no key at all"], "draw.gone": ["J"]})
    settings._ini.sync()
    window = make_window()
    qtbot.keyClick(window.page.canvas, Qt.Key.Key_Y)
    assert window.page._options._title.text() == "Eraser"
    qtbot.keyClick(window.page.canvas, Qt.Key.Key_G)
    assert window.page._options._title.text() == "Bucket"
    qtbot.waitUntil(lambda: "draw.bucket" in window.bar.text)
    window._show_keys()
    sheet = window.findChild(KeysSheet)
    assert sheet is not None
    qtbot.waitUntil(lambda: "one command" in sheet._note.text(), timeout=60_000)
    sheet.close()
