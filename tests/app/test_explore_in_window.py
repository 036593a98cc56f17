"""Pictures go from the canvas to the Explore page and from there to the others; keys mean what the page shows."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from app.pages.explore_page import ExplorePage
from app.places import Place

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def exploring(make_window: Callable[..., MainWindow], add_image_pack: Callable[..., Path], qtbot: QtBot) -> MainWindow:
    """A window on the Explore page, with the sprite of the canvas on it."""
    add_image_pack("balls", numbers=6)
    window = make_window()
    window.activateWindow()
    qtbot.waitActive(window)
    window.show_place(Place.EXPLORE)
    focused = QApplication.focusWidget()
    assert focused is not None
    with qtbot.waitSignal(page_of(window).exploring.began, timeout=10_000):
        qtbot.keyClick(focused, Qt.Key.Key_I, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    return window


def page_of(window: MainWindow) -> ExplorePage:
    assert window.pages.explore is not None
    return window.pages.explore


def test_keys_move_undo_and_hand_on(exploring: MainWindow, rgba: np.ndarray, qtbot: QtBot) -> None:
    page, pad = page_of(exploring), page_of(exploring).pad.pad
    assert page.exploring.spot.origin.name == "ball"
    qtbot.waitUntil(pad.hasFocus)
    qtbot.keyClick(pad, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert page.exploring.spot.code.numbers[0] == pytest.approx(page.exploring.spot.origin.code.numbers[0] + 1)
    qtbot.keyClick(pad, Qt.Key.Key_Z, CONTROL)
    assert page.exploring.spot.is_home
    assert (exploring.page.drawing.rgba_HWC == rgba).all()
    qtbot.keyClick(pad, Qt.Key.Key_M, CONTROL)
    assert exploring.pages.morph is not None
    assert exploring.pages.morph.isVisible()


def test_a_picture_goes_back_to_the_canvas(exploring: MainWindow, qtbot: QtBot) -> None:
    page = page_of(exploring)
    page.sliders.rows[1].slider.setValue(40)
    qtbot.waitUntil(lambda: not page.exploring._live.running, timeout=10_000)
    qtbot.keyClick(page.pad.pad, Qt.Key.Key_D, CONTROL)
    assert exploring.page.isVisible()
    assert exploring.page.drawing.rgba_HWC.shape == (12, 12, 4)


def test_a_renamed_pack_stays_chosen(exploring: MainWindow, add_image_pack: Callable[..., Path], packs: Path) -> None:
    add_image_pack("cards", numbers=6)
    exploring.pages.refresh_packs()
    (packs / "balls").rename(packs / "spheres")
    exploring._settings.rename_pack("balls", "spheres")
    exploring.pages.refresh_packs()
    pack = page_of(exploring).pack
    assert pack is not None
    assert pack.folder.name == "spheres"
