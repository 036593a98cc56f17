"""The board and its choices are there again in another window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from board_window import PATIENCE_MS, choose, settle, sprites
from pytestqt.qtbot import QtBot

from app.document.board_file import load_board
from app.pages.board_page import BoardPage
from app.settings import Settings
from app.widgets.job_bar import JobBar


def test_choices_are_remembered(page: BoardPage, home: Path, bar: JobBar, qtbot: QtBot) -> None:
    page.panel.show_radius(1.2)
    page.grid.step_zoom(1)
    page.top.picker.choose("cards")
    again = BoardPage(page._engine, Settings(home / "settings.ini"), bar)
    qtbot.addWidget(again)
    assert again.panel.radius == pytest.approx(1.2)
    assert again.grid.zoom == 4
    assert again.top.picker.pack.folder.name == "cards"


def test_the_board_is_there_again_in_another_window(page: BoardPage, home: Path, bar: JobBar, qtbot: QtBot) -> None:
    choose(page, 2)
    page.editing.star.trigger()
    page.hide()
    qtbot.waitUntil(lambda: load_board() == page.board.state, timeout=PATIENCE_MS)
    again = BoardPage(page._engine, Settings(home / "settings.ini"), bar)
    qtbot.addWidget(again)
    assert again.board.state == page.board.state
    assert again.board.next_number() > max(one.number for one in sprites(page))


def test_a_damaged_board_is_told_and_not_written_over(
    make_page: Callable[..., BoardPage], home: Path, bar: JobBar, qtbot: QtBot
) -> None:
    home.mkdir(exist_ok=True)
    (home / "board.json").write_text("{", encoding="utf-8")
    page = make_page()
    assert "cannot be read" in bar.text
    page.make_new()
    settle(page, qtbot)
    page.hide()
    assert (home / "board.json").read_text(encoding="utf-8") == "{"
