"""Random pictures from both priors."""

from collections.abc import Callable

import numpy as np
from explore_window import LEFT, PATIENCE_MS, settle
from hands import press
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.pages.explore_page import ExplorePage
from app.widgets.job_bar import JobBar
from genmodels.api.messages import Prior


def test_random_pictures_come_side_by_side_and_the_first_is_explored(
    make_page: Callable[..., ExplorePage], qtbot: QtBot
) -> None:
    page = make_page()
    press(page.hint, "New pictures")
    qtbot.waitUntil(lambda: page.exploring.spot is not None, timeout=PATIENCE_MS)
    settle(page, qtbot)
    rows = [page.board.tiles(prior) for prior in Prior]
    assert [len(row) for row in rows] == [8, 8]
    assert all(tile.code is not None for row in rows for tile in row)
    assert rows[0][0].picture != rows[1][0].picture
    assert page.exploring.spot.origin.picture == rows[1][0].picture
    assert rows[1][0].isChecked()
    qtbot.mouseClick(rows[0][3], LEFT)
    assert page.exploring.spot.code == rows[0][3].code
    page._steps.undo.trigger()
    assert page.exploring.spot.code == rows[1][0].code
    press(page.board, "More")
    settle(page, qtbot)
    assert len(page.board.tiles(Prior.NORMAL)) == 16


def test_a_seed_draws_the_same_again(page: ExplorePage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("77")
    page.paste()
    settle(page, qtbot)
    first = page.exploring.spot.code
    assert page.exploring.spot.origin.name == "Seed 77"
    page.board.clear()
    page.paste()
    settle(page, qtbot)
    assert page.exploring.spot.code == first


def test_cancel_ends_random_pictures(
    make_page: Callable[..., ExplorePage], rgba: np.ndarray, bar: JobBar, qtbot: QtBot
) -> None:
    page = make_page("--hold", "1")
    page.board.ask_new()
    assert not page.board.new.isEnabled()
    page._escape.trigger()
    qtbot.waitUntil(page.board.new.isEnabled, timeout=PATIENCE_MS)
    assert page.board.tiles(Prior.NORMAL) == []
