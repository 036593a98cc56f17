"""Stars, discards and choices on the board; what is chosen outlives what comes and goes."""

from board_window import CONTROL, COUNT, choose, settle, sprites
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.pages.board_page import BoardPage


def test_stars_and_discards_by_keys_can_be_undone(page: BoardPage) -> None:
    all_ = sprites(page)
    choose(page, 1, 3)
    page.editing.star.trigger()
    assert page.board.state.stars == (all_[1].number, all_[3].number)
    page.editing.discard.trigger()
    assert sprites(page) == [one for one in all_ if one not in (all_[1], all_[3])]
    assert page.grid.current is not None, "what stands there now is chosen"
    page.editing.steps.undo.trigger()
    assert sprites(page) == all_
    page.editing.only_starred.trigger()
    assert [row.number for row in page.grid.sprites.rows] == [all_[1].number, all_[3].number]
    page.make_new()
    assert not page.editing.only_starred.isChecked(), "new ones are to be seen"


def test_a_choice_outlives_what_comes_and_goes(page: BoardPage, qtbot: QtBot) -> None:
    choose(page, 4, 6)
    wanted = page.grid.selected
    page.make_new()
    settle(page, qtbot)
    assert page.grid.selected == wanted
    qtbot.keyClick(page.grid, Qt.Key.Key_Right)
    assert page.grid.selected == [sprites(page)[7]]
    qtbot.keyClick(page.grid, Qt.Key.Key_A, CONTROL)
    assert len(page.grid.selected) == 2 * COUNT


def test_every_part_has_a_name_for_screen_readers(page: BoardPage) -> None:
    buttons = [one for one in page.findChildren(QAbstractButton) if one.isVisible()]
    assert all(button.accessibleName() or button.text() for button in buttons)
    assert page.grid.accessibleName()
