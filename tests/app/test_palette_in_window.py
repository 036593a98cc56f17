"""The palette in the whole window: it opens with the sprite, and its lock holds the pencil and the model."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from hands import sent
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def complete(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.page.completion.ended, timeout=10_000):
        window.page.complete()


def test_a_locked_palette_holds_the_model_until_it_is_unlocked(
    qtbot: QtBot, make_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    record = tmp_path / "record"
    page = (window := make_window("--record", str(record))).page
    page.drawing.cover(np.ones(page.drawing.shape, bool))
    page._palette.lock.setChecked(True)
    complete(qtbot, window)
    page._palette.lock.setChecked(False)
    complete(qtbot, window)
    locked, free = sent(record, "complete")
    assert (locked["palette"], locked["colours"]) == ("list", ["280a14ff", "dc2832ff", "ffc8be80", "00000000"])
    assert (free["palette"], free["colours"]) == ("pack", [])


def test_using_the_settings_of_a_held_candidate_brings_its_palette_back(qtbot: QtBot, window: MainWindow) -> None:
    page = window.page
    page.drawing.cover(np.ones(page.drawing.shape, bool))
    page._palette.lock.setChecked(True)
    complete(qtbot, window)
    held = page._palette.grid.colours
    page._palette.lock.setChecked(False)
    page._colours.keep_to(["010203ff"])
    page._palette.lock.setChecked(False)
    page.panel.use(page.audition.strip.candidates[0])
    assert page._palette.lock.isChecked()
    assert page._palette.grid.colours == held
    assert page.panel.recipe().colours == page.audition.strip.candidates[0].recipe.colours


def test_keys_on_the_palette_are_not_the_page_s(qtbot: QtBot, window: MainWindow) -> None:
    grid = window.page._palette.grid
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_A, CTRL)
    assert grid.chosen == [0, 1, 2]
    assert not window.page.drawing.mask_HW.any()
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert window.page.drawing.rgba_HWC.any()


def test_an_indexed_picture_opens_with_its_own_palette(window: MainWindow, tmp_path: Path) -> None:
    image = Image.new("P", (2, 1))
    image.putpalette([9, 8, 7, 1, 2, 3, 9, 8, 7])
    image.putpixel((1, 0), 2)
    image.save(tmp_path / "game.png")
    window.page.files.load(tmp_path / "game.png")
    assert window.page._palette.grid.colours == ((9, 8, 7, 255), (1, 2, 3, 255), (9, 8, 7, 255))
    assert not window.page.drawing.dirty
    assert np.array_equal(window.page.drawing.rgba_HWC[0, :, 0], [9, 9])
