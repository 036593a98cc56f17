"""The pages of the window: built when they are asked for, each with its menu and keys, and handing pictures on."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hands import drop
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from app.pages.morph_page import MorphPage
from app.places import Place
from app.widgets.keys.keys_sheet import KeysSheet


@pytest.fixture
def shapes(add_image_pack: Callable[[str], Path]) -> Path:
    """A pack that morphs."""
    return add_image_pack("shapes")


def shown_menus(window: MainWindow) -> list[str]:
    return [entry.text().replace("&", "") for entry in window.menuBar().actions() if entry.isVisible()]


def morph_page(window: MainWindow) -> MorphPage:
    assert window.pages.morph is not None
    return window.pages.morph


def wait_for_frames(qtbot: QtBot, page: MorphPage) -> None:
    qtbot.waitUntil(lambda: page.morphing.final and not page.morphing.running, timeout=10_000)


def test_keys_go_to_the_pages_which_are_built_then(qtbot: QtBot, shapes: Path, window: MainWindow) -> None:
    pages = window.pages
    assert [pages.morph, pages.explore, pages.board, pages.verse, pages.train, pages.library] == [None] * 6
    keys = (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6, Qt.Key.Key_7, Qt.Key.Key_1)
    for key, text in zip(keys, ("Morph", "Explore", "Board", "Verse", "Train", "Library", "Draw"), strict=True):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        [checked] = [place.text().replace("&", "") for place in window._places if place.isChecked()]
        assert checked == text
    assert None not in [pages.morph, pages.explore, pages.board, pages.verse, pages.train, pages.library]
    assert window.page.isVisible()


def test_every_page_has_its_own_menus(window: MainWindow, shapes: Path) -> None:
    drawing = ["File", "Edit", "Sprite", "Palette", "Layer", "Frame", "Select", "View", "Tools", "Model"]
    drawing += ["Window", "Help"]
    assert shown_menus(window) == drawing
    for place, menus in (
        (Place.MORPH, ["File", "Morph", "Window", "Help"]),
        (Place.EXPLORE, ["File", "Explore", "Window", "Help"]),
        (Place.BOARD, ["File", "Board", "Window", "Help"]),
        (Place.VERSE, ["File", "Verse", "Window", "Help"]),
        (Place.TRAIN, ["File", "Window", "Help"]),
        (Place.DRAW, drawing),
    ):
        window.show_place(place)
        assert shown_menus(window) == menus
        keys = [key.toString() for menu in window.menuBar().actions() if menu.isVisible() for key in _keys(menu.menu())]
        assert len(keys) == len(set(keys)), "no key means two things"


def test_the_list_of_keys_has_the_commands_of_all_pages(qtbot: QtBot, window: MainWindow, shapes: Path) -> None:
    window._show_keys()
    sheet = window.findChild(KeysSheet)
    assert sheet is not None
    qtbot.waitUntil(lambda: window.pages.library is not None, timeout=10_000)
    told = {entry.name or entry.text for section in window._key_sections() for entry in section.entries}
    assert {"morph.export_sheet", "Play and pause", "draw.complete", "verse.write", "train.paste"} <= told
    sheet.close()


def test_every_command_of_a_menu_has_a_name_and_no_other_has_it(window: MainWindow, shapes: Path) -> None:
    for place in Place:
        window.pages.made(place)
    sections = [section for section in window._key_sections() if any(entry.name for entry in section.entries)]
    names = [entry.name for section in sections for entry in section.entries if not entry.name.startswith("every.")]
    assert len(names) == len(set(names))
    for entry in window.menuBar().actions():
        for one in entry.menu().actions():
            assert "." in one.objectName() or one.isSeparator() or one.menu() is not None, one.text()


def test_no_usual_key_gives_two_commands_of_one_page(window: MainWindow) -> None:
    for place in Place:
        window.pages.made(place)
    names = {one.objectName() for one in window.keymap.actions()}
    for name in names:
        for key in window.keymap.keys(name):
            assert not window.keymap.holders(name, key), (name, key)


def test_draw_and_morph_hand_sprites_to_each_other(
    qtbot: QtBot, shapes: Path, window: MainWindow, rgba: np.ndarray
) -> None:
    window.page.morph_asked.emit(False)
    page = morph_page(window)
    assert page.isVisible()
    assert [picture.name for picture in page.keys.row] == ["ball"]
    assert (page.keys.row[0].rgba_HWC == rgba).all()
    page.keys.add_canvas.trigger()
    wait_for_frames(qtbot, page)
    page.exports.draw.trigger()
    assert window.page.isVisible()
    assert window.page.drawing.dirty, "it is in no file yet"
    assert (window.page.drawing.rgba_HWC == rgba).all()


def test_the_ends_of_a_morph_can_be_sent_from_the_canvas(shapes: Path, window: MainWindow) -> None:
    window.page.morph_asked.emit(True)
    page = morph_page(window)
    window.page.drawing.origin = Path("other.png")
    window.page.morph_asked.emit(False)
    assert [picture.name for picture in page.keys.row] == ["other", "ball"]
    window.page.drawing.origin = Path("third.png")
    window.page.morph_asked.emit(True)
    assert [picture.name for picture in page.keys.row] == ["other", "third"], "the last one is replaced"
    page.keys.steps.undo.trigger()
    assert [picture.name for picture in page.keys.row] == ["other", "ball"]


def test_leaving_the_morph_page_leaves_the_engine(make_window: Callable[..., MainWindow], shapes: Path) -> None:
    window = make_window("--hold", "2")
    for last in (False, True):
        window.page.morph_asked.emit(last)
    page = morph_page(window)
    assert page.morphing.running
    window.show_place(Place.DRAW)
    assert not page.morphing.running
    window.show_place(Place.MORPH)
    assert page.morphing.running
    page.morphing.stop()


def test_explore_sends_to_morph_and_draw(window: MainWindow, shapes: Path, rgba: np.ndarray) -> None:
    window.show_place(Place.EXPLORE)
    assert window.pages.explore is not None
    window.pages.explore.morph_asked.emit(rgba, "found")
    assert [picture.name for picture in morph_page(window).keys.row] == ["found"]
    window.pages.explore.frame_asked.emit(rgba, "found")
    assert window.page.isVisible()
    assert (window.page.drawing.rgba_HWC == rgba).all()


def test_packs_that_come_and_go_reach_the_morph_page(window: MainWindow, add_image_pack: Callable[[str], Path]) -> None:
    window.show_place(Place.MORPH)
    page = morph_page(window)
    assert page.panel.picker.pack is None
    folder = add_image_pack("later")
    window.pages.refresh_packs()
    assert page.panel.picker.pack is not None
    assert page.panel.picker.pack.folder == folder
    assert window._settings.image_pack == "later"
    window._settings.rename_pack("later", "sooner")
    assert window._settings.image_pack == "sooner"


def test_pictures_dropped_on_the_window_elsewhere_go_to_training(window: MainWindow, sprite_file: Path) -> None:
    drop(window, sprite_file, sprite_file.parent)
    assert window.pages.train is not None
    assert window.pages.train.isVisible()


def _keys(menu: object) -> list:
    if not isinstance(menu, QMenu):
        return []
    entries = [one for one in menu.actions() if one.isVisible() and one.isEnabled()]
    return [key for one in entries for key in one.shortcuts()]
