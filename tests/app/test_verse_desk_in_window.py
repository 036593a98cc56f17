"""The verse desk in the window: its keys, the sprite of the canvas on a card, packs that come and are renamed."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from verse_desk import CONTROL, FIRST, LAST, SHIFT, finish, texts

from app.main_window import MainWindow
from app.pages.verse_page import VersePage
from app.places import Place
from app.tasks import verse_reading
from app.widgets.verse.card_dialog import PoemCardDialog

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def writing(
    make_window: Callable[..., MainWindow],
    add_verse_pack: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> MainWindow:
    """A window on the verse desk."""
    monkeypatch.setattr(verse_reading, "REST_MS", 1)
    add_verse_pack("english", script="latin")
    window = make_window()
    window.activateWindow()
    qtbot.waitActive(window)
    window.show_place(Place.VERSE)
    return window


def page_of(window: MainWindow) -> VersePage:
    assert window.pages.verse is not None
    return window.pages.verse


def key(qtbot: QtBot, pressed: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, pressed, held)


def test_a_poem_is_made_with_keys_alone(writing: MainWindow, qtbot: QtBot) -> None:
    page = page_of(writing)
    qtbot.keyClicks(QApplication.focusWidget(), FIRST)
    key(qtbot, Qt.Key.Key_Down)
    qtbot.keyClicks(QApplication.focusWidget(), LAST)
    key(qtbot, Qt.Key.Key_Return)
    finish(page, qtbot)
    before = texts(page)
    assert len(before) == 7
    key(qtbot, Qt.Key.Key_Up)
    key(qtbot, Qt.Key.Key_Return, CONTROL)
    finish(page, qtbot)
    assert texts(page)[5] != before[5]
    key(qtbot, Qt.Key.Key_Down, CONTROL)
    key(qtbot, Qt.Key.Key_Up, CONTROL)
    key(qtbot, Qt.Key.Key_Z, CONTROL)
    key(qtbot, Qt.Key.Key_Z, CONTROL)
    key(qtbot, Qt.Key.Key_Z, CONTROL)
    assert texts(page) == before
    key(qtbot, Qt.Key.Key_L, CONTROL)
    assert page.desk.poem.lines[5].locked
    held = texts(page)[5]
    key(qtbot, Qt.Key.Key_Return, CONTROL | SHIFT)
    finish(page, qtbot)
    assert texts(page)[5] == held
    key(qtbot, Qt.Key.Key_S, CONTROL)
    assert page.desk.now.is_kept


def test_the_card_has_the_sprite_of_the_canvas(writing: MainWindow, rgba: np.ndarray, qtbot: QtBot) -> None:
    page = page_of(writing)
    qtbot.keyClicks(QApplication.focusWidget(), FIRST)
    key(qtbot, Qt.Key.Key_E, CONTROL | SHIFT)
    dialog = page.findChild(PoemCardDialog)
    assert dialog is not None
    scale = 448 // 12
    top = (dialog.image.height() - 12 * scale) // 2
    assert dialog.image.pixelColor(72 + 4 * scale, top + 3 * scale).getRgb()[:3] == tuple(rgba[3, 4, :3].tolist())
    dialog.reject()


def test_the_hint_goes_to_the_page_for_training(window: MainWindow) -> None:
    window.show_place(Place.VERSE)
    page_of(window).hint.train_asked.emit()
    assert window.pages.train is not None
    assert window.pages.train.isVisible()
    assert window.bar.text.startswith("Drop verse here")


def test_a_pack_that_comes_is_used(window: MainWindow, add_verse_pack: Callable[..., Path]) -> None:
    window.show_place(Place.VERSE)
    page = page_of(window)
    assert page.hint.isVisible()
    folder = add_verse_pack("english")
    window.show_place(Place.DRAW)
    window.use_pack(folder)
    assert page.isVisible()
    assert page.view.isVisible()
    assert page.top.picker.pack.folder == folder
    folder.rename(folder.with_name("plain"))
    window._settings.rename_pack("english", "plain")
    window.pages.refresh_packs()
    assert page.top.picker.pack.folder.name == "plain"
