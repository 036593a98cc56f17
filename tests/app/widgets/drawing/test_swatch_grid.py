"""Swatches by pointer and by keys: taken, selected, moved."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.widgets.drawing.swatch_grid import SwatchGrid

COLOURS = [(n, 0, 0, 255) for n in range(5)]
LEFT, RIGHT, CTRL, SHIFT = (
    Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton,
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def grid(qtbot: QtBot) -> SwatchGrid:
    grid = SwatchGrid()
    qtbot.addWidget(grid)
    grid.resize(60, 40)  # three columns
    grid.set_colours(COLOURS)
    grid.show()
    return grid


def at(place: int, x: int = 10) -> QPoint:
    return QPoint(place % 3 * 20 + x, place // 3 * 20 + 10)


def test_a_click_takes_and_selects_and_the_right_button_takes_for_the_other_hand(grid, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.taken) as took:
        qtbot.mouseClick(grid, LEFT, pos=at(1))
    assert (took.args, grid.chosen) == ([COLOURS[1], False], [1])
    with qtbot.waitSignal(grid.taken) as took:
        qtbot.mouseClick(grid, RIGHT, pos=at(4))
    assert (took.args, grid.chosen) == ([COLOURS[4], True], [1])


def test_control_and_shift_select_more(grid, qtbot: QtBot) -> None:
    qtbot.mouseClick(grid, LEFT, pos=at(1))
    qtbot.mouseClick(grid, LEFT, CTRL, pos=at(3))
    assert grid.chosen == [1, 3]
    qtbot.mouseClick(grid, LEFT, CTRL, pos=at(1))
    assert grid.chosen == [3]
    qtbot.mouseClick(grid, LEFT, SHIFT, pos=at(4))
    assert grid.chosen == [1, 2, 3, 4]
    qtbot.mouseClick(grid, LEFT, pos=at(2))
    assert grid.chosen == [2]


def test_dragging_asks_for_a_move(grid, qtbot: QtBot) -> None:
    qtbot.mousePress(grid, LEFT, pos=at(0))
    qtbot.mouseMove(grid, at(4, x=2))
    with qtbot.waitSignal(grid.moved) as moved:
        qtbot.mouseRelease(grid, LEFT, pos=at(4, x=2))
    assert (moved.args, grid.chosen) == ([4], [0])
    grid.grab()


def test_keys_move_select_take_and_edit(grid, qtbot: QtBot) -> None:
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.chosen == [3]
    qtbot.keyClick(grid, Qt.Key.Key_Right, SHIFT)
    assert grid.chosen == [3, 4]
    qtbot.keyClick(grid, Qt.Key.Key_Home, CTRL)
    qtbot.keyClick(grid, Qt.Key.Key_Space, CTRL)
    assert grid.chosen == [0, 3, 4]
    assert grid.accessibleDescription() == "#000000, 1 of 5, 3 selected"
    with qtbot.waitSignal(grid.taken) as took:
        qtbot.keyClick(grid, Qt.Key.Key_Space, SHIFT)
    assert took.args == [COLOURS[0], True]
    with qtbot.waitSignal(grid.edit_asked) as asked:
        qtbot.keyClick(grid, Qt.Key.Key_F2)
    assert asked.args == [0]
    with qtbot.waitSignals([grid.remove_asked, grid.copy_asked, grid.paste_asked]):
        qtbot.keyClick(grid, Qt.Key.Key_Delete)
        qtbot.keyClick(grid, Qt.Key.Key_C, CTRL)
        qtbot.keyClick(grid, Qt.Key.Key_V, CTRL)
    qtbot.keyClick(grid, Qt.Key.Key_A, CTRL)
    assert grid.chosen == [0, 1, 2, 3, 4]


def test_alt_and_an_arrow_key_ask_for_a_move(grid, qtbot: QtBot) -> None:
    grid.choose([1, 2])
    for key, to in ((Qt.Key.Key_Left, 0), (Qt.Key.Key_Right, 4), (Qt.Key.Key_Down, 5)):
        with qtbot.waitSignal(grid.moved) as moved:
            qtbot.keyClick(grid, key, ALT)
        assert moved.args == [to]


def test_what_is_selected_lasts_where_its_colour_does(grid) -> None:
    grid.choose([1, 3])
    grid.set_colours([*COLOURS[:2], (9, 9, 9, 255), (8, 8, 8, 255)])
    assert grid.chosen == [1]
    grid.set_colours([])
    assert grid.chosen == []


def test_a_double_click_asks_to_edit(grid, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.edit_asked) as asked:
        qtbot.mouseDClick(grid, LEFT, pos=at(2))
    assert asked.args == [2]
