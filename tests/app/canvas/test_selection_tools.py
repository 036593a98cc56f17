"""Selecting in a person's hands: modes, shapes, polygon, wand, and the commands."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.canvas.selection_tools import mode_of
from app.canvas.tools import Keys
from app.document.selection import Mode
from app.main_window import MainWindow

Drag = Callable[..., None]
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("keys", "mode"),
    [
        (Keys(), Mode.INTERSECT),
        (Keys(shift=True), Mode.ADD),
        (Keys(shift=True, alt=True), Mode.SUBTRACT),
        (Keys(alt=True), Mode.SUBTRACT),
        (Keys(secondary=True), Mode.SUBTRACT),
        (Keys(shift=True, ctrl=True), Mode.INTERSECT),
    ],
)
def test_held_keys_go_before_the_chosen_mode(keys: Keys, mode: Mode) -> None:
    assert mode_of(keys, Mode.INTERSECT) is mode


def test_the_chosen_mode_holds_until_another_is_chosen(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    page = window.page
    qtbot.keyClick(page.canvas, Qt.Key.Key_M)
    drag(window, (0, 0), (3, 3))
    page._ink.join(Mode.SUBTRACT)
    drag(window, (0, 0), (1, 3))
    assert page.drawing.mask_HW.sum() == 8
    page._ink.join(Mode.INTERSECT)
    drag(window, (0, 0), (9, 0))
    assert page.drawing.mask_HW.sum() == 2


def test_ellipse(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    qtbot.keyClick(window.page.canvas, Qt.Key.Key_M, SHIFT)
    drag(window, (1, 1), (5, 5))
    assert window.page.drawing.mask_HW[3, 1]
    assert not window.page.drawing.mask_HW[1, 1]


def test_polygon_is_closed_by_clicking_its_last_corner_again(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    page = window.page
    qtbot.keyClick(page.canvas, Qt.Key.Key_Q, SHIFT)
    for corner in ((1, 1), (6, 1), (6, 6)):
        drag(window, corner)
        assert page.canvas.stroke_under_way
    drag(window, (6, 6))
    assert not page.canvas.stroke_under_way
    assert page.drawing.mask_HW[2, 4]
    assert not page.drawing.mask_HW[5, 2]
    assert page.drawing.mask_HW.sum() == 21
    page.drawing.undo()
    assert not page.drawing.mask_HW.any(), "one step"


def test_polygon_by_keyboard_and_taken_back(qtbot: QtBot, window: MainWindow) -> None:
    page, canvas = window.page, window.page.canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Q, SHIFT)
    for keys in ((), (Qt.Key.Key_Right, Qt.Key.Key_Right), (Qt.Key.Key_Down, Qt.Key.Key_Down)):
        for key in keys:
            qtbot.keyClick(canvas, key)
        qtbot.keyClick(canvas, Qt.Key.Key_Insert)
    qtbot.keyClick(canvas, Qt.Key.Key_Insert)
    assert page.drawing.mask_HW.sum() == 6
    qtbot.keyClick(canvas, Qt.Key.Key_Insert)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert page.drawing.mask_HW.sum() == 6
    assert not canvas.stroke_under_way


def test_wand_takes_the_colour_connected_or_everywhere(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    page = window.page
    qtbot.keyClick(page.canvas, Qt.Key.Key_W)
    drag(window, (0, 0))
    clear_HW = page.drawing.rgba_HWC[..., 3] == 0
    assert page.drawing.mask_HW[0, 0]
    assert not (page.drawing.mask_HW & ~clear_HW).any()
    page._ink.choose(replace(page._ink.choices, contiguous=False))
    drag(window, (0, 0))
    assert np.array_equal(page.drawing.mask_HW, clear_HW), "whatever colours clear pixels hide"


def test_reselect_and_what_is_drawn(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    page, canvas = window.page, window.page.canvas
    qtbot.keyClick(canvas, Qt.Key.Key_M)
    drag(window, (1, 1), (2, 2))
    qtbot.keyClick(canvas, Qt.Key.Key_D, CTRL)
    qtbot.keyClick(canvas, Qt.Key.Key_D, CTRL | SHIFT)
    assert page.drawing.mask_HW.sum() == 4
    page.commands.selecting.actions()[-1].trigger()
    assert np.array_equal(page.drawing.mask_HW, page.drawing.cel_HWC[..., 3] > 0)
