"""A walk through the starred sprites."""

from pathlib import Path

import pytest
from board_window import CONTROL, COUNT, PATIENCE_MS, choose, settle, sprites
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.pages.board_page import BoardPage
from app.widgets.job_bar import JobBar
from genmodels.media.sprite import decode_png


def test_a_walk_goes_through_the_stars_in_an_order_of_their_own(page: BoardPage, qtbot: QtBot) -> None:
    choose(page, 4, 1, 7)
    page.editing.star.trigger()
    page._walk.trigger()
    settle(page, qtbot)
    walk = page.walking.walk
    assert walk.final
    assert len(walk.frames) == 17
    assert [key.name for key in walk.row] == [str(sprites(page)[at].fresh.seed) for at in (1, 4, 7)]
    for number, at in ((0, 1), (8, 4), (16, 7)):
        assert (walk.frames[number] == decode_png(sprites(page)[at].picture).rgba_HWC).all()
    tiles = page.walking.view.row.tiles
    qtbot.keyClick(tiles[0], Qt.Key.Key_Right, CONTROL)
    settle(page, qtbot)
    assert (walk.frames[0] == decode_png(sprites(page)[4].picture).rgba_HWC).all()
    qtbot.keyClick(page.walking.view.row.tiles[0], Qt.Key.Key_Delete)
    settle(page, qtbot)
    assert len(walk.frames) == 9
    page.editing.steps.undo.trigger()
    page.editing.steps.undo.trigger()
    settle(page, qtbot)
    assert [key.name for key in walk.row] == [str(sprites(page)[at].fresh.seed) for at in (1, 4, 7)]
    page._escape.trigger()
    assert page.grid.isVisible()


def test_a_walk_is_exported_and_leaves_other_packs_out(
    page: BoardPage, tmp_path: Path, qtbot: QtBot, bar: JobBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.top.picker.choose("cards")
    page.make_new()
    settle(page, qtbot)
    choose(page, 0, 1, COUNT)
    page.editing.star.trigger()
    page._walk.trigger()
    settle(page, qtbot)
    assert "1 of other packs" in page.walking.view.row.remark
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "walk.gif"), ""))
    page.walking.exports.animation.trigger()
    qtbot.waitUntil(lambda: bar.text.startswith("Saved walk.gif"), timeout=PATIENCE_MS)
    assert (tmp_path / "walk.gif").stat().st_size > 0
    with qtbot.waitSignal(page.walking.frame_asked):
        page.walking.exports.draw.trigger()


def test_one_star_is_no_walk_and_keys_play_one(page: BoardPage, qtbot: QtBot) -> None:
    choose(page, 0)
    page.editing.star.trigger()
    page._walk.trigger()
    assert "Star two" in page.walking.view.hint
    page._walk.trigger()
    choose(page, 3)
    page.editing.star.trigger()
    page._walk.trigger()
    settle(page, qtbot)
    qtbot.keyClick(page, Qt.Key.Key_Space)
    assert page.walking.view.player.transport.playing
    page.hide()
    assert not page.walking.view.player.transport.playing
