"""Sprites go from the board to the other pages, colours come from the canvas; keys mean what the page shows."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from app.pages.board_page import BoardPage
from app.places import Place
from genmodels.media.sprite import decode_png

CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def boarding(make_window: Callable[..., MainWindow], add_image_pack: Callable[..., Path], qtbot: QtBot) -> MainWindow:
    """A window on the board, with sprites made by keys alone."""
    add_image_pack("balls", numbers=6)
    window = make_window()
    window.activateWindow()
    qtbot.waitActive(window)
    window.show_place(Place.BOARD)
    key(qtbot, Qt.Key.Key_N)
    settle(window, qtbot)
    return window


def page_of(window: MainWindow) -> BoardPage:
    assert window.pages.board is not None
    return window.pages.board


def settle(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    qtbot.waitUntil(lambda: not (page.making.drawing.running or page.walking.running), timeout=10_000)


def key(qtbot: QtBot, pressed: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, pressed, held)


def test_keys_alone_star_vary_cross_and_walk(boarding: MainWindow, qtbot: QtBot) -> None:
    page = page_of(boarding)
    count = len(page.board.state.sprites)
    assert page.grid.hasFocus()
    for pressed in (Qt.Key.Key_S, Qt.Key.Key_Right, Qt.Key.Key_S):
        key(qtbot, pressed)
    assert len(page.board.state.stars) == 2
    key(qtbot, Qt.Key.Key_M)
    settle(boarding, qtbot)
    key(qtbot, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    key(qtbot, Qt.Key.Key_X)
    settle(boarding, qtbot)
    assert len(page.board.state.sprites) == count + 16
    key(qtbot, Qt.Key.Key_W)
    settle(boarding, qtbot)
    assert page.walking.walk.final
    key(qtbot, Qt.Key.Key_Escape)
    key(qtbot, Qt.Key.Key_Delete)
    assert len(page.board.state.sprites) == count + 14
    key(qtbot, Qt.Key.Key_Z, CONTROL)
    assert len(page.board.state.sprites) == count + 16


def test_sprites_go_to_draw_morph_and_explore(boarding: MainWindow, qtbot: QtBot) -> None:
    page, pages = page_of(boarding), boarding.pages
    first, second = page.board.state.sprites[:2]
    page.grid.choose([first])
    key(qtbot, Qt.Key.Key_D, CONTROL)
    assert pages.draw.isVisible()
    assert (pages.draw.drawing.rgba_HWC == decode_png(first.picture).rgba_HWC).all()
    boarding.show_place(Place.BOARD)
    page.grid.choose([first, second])
    key(qtbot, Qt.Key.Key_M, CONTROL)
    assert pages.morph is not None
    assert [picture.name for picture in pages.morph.keys.row] == [first.name, second.name]
    boarding.show_place(Place.BOARD)
    key(qtbot, Qt.Key.Key_L, CONTROL)
    assert pages.explore is not None
    assert pages.explore.isVisible()
    assert pages.explore.exploring.spot.code == second.code
    assert pages.explore.exploring.picture == second.picture


def test_a_sprite_is_laid_onto_the_one_on_the_canvas(boarding: MainWindow, rgba: np.ndarray, qtbot: QtBot) -> None:
    page, draw = page_of(boarding), boarding.pages.draw
    page.grid.choose([page.board.state.sprites[0]])
    key(qtbot, Qt.Key.Key_D, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert draw.isVisible()
    assert draw.drawing.rgba_HWC.shape == rgba.shape
    assert not np.array_equal(draw.drawing.rgba_HWC, rgba)
    key(qtbot, Qt.Key.Key_Z, CONTROL)
    assert np.array_equal(draw.drawing.rgba_HWC, rgba)


def test_the_canvas_lends_its_colours(boarding: MainWindow, rgba: np.ndarray, qtbot: QtBot) -> None:
    page = page_of(boarding)
    page.top.canvas_asked.emit()
    settle(boarding, qtbot)
    assert page.board.state.lock.name == "ball"
    own = {tuple(colour[:3]) for colour in rgba[rgba[..., 3] > 0].tolist()}
    drawn_HWC = decode_png(page.board.state.sprites[0].picture).rgba_HWC
    assert {tuple(colour[:3]) for colour in drawn_HWC[drawn_HWC[..., 3] > 0].tolist()} <= own


def test_a_renamed_pack_stays_chosen(boarding: MainWindow, packs: Path) -> None:
    (packs / "balls").rename(packs / "spheres")
    boarding._settings.rename_pack("balls", "spheres")
    boarding.pages.refresh_packs()
    pack = page_of(boarding).top.picker.pack
    assert pack is not None
    assert pack.folder.name == "spheres"
