"""Is it new? Badges tell, and the nearest training picture is shown where it is at hand."""

from collections.abc import Callable
from pathlib import Path

import pytest
from board_window import PATIENCE_MS, choose, settle, sprites
from hands import button, press, sent
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.pages.board_page import BoardPage
from app.settings import Settings
from app.widgets.board.sprite_card import SpriteCard
from app.widgets.job_bar import JobBar
from genmodels.api.messages import Likeness, Originality

SHOW = "Show the nearest picture…"


def test_badges_tell_in_words_and_the_card_shows_the_nearest(page: BoardPage, qtbot: QtBot) -> None:
    words = {Originality.NEW: "new", Originality.RELATIVE: "relative", Originality.COPY: "copy"}
    kinds = {one.likeness.originality for one in sprites(page) if isinstance(one.likeness, Likeness)}
    assert kinds
    for at, one in enumerate(sprites(page)):
        told = page.grid.sprites.data(page.grid.sprites.index(at), Qt.ItemDataRole.AccessibleTextRole)
        assert words[one.likeness.originality] in told
    choose(page, 0)
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    [card] = page.findChildren(SpriteCard)
    assert "ball-1" in card.story.text()
    card.close()


def test_without_likenesses_there_is_no_badge(make_page: Callable[..., BoardPage], qtbot: QtBot) -> None:
    page = make_page()
    page.top.picker.choose("cards")
    page.make_new()
    settle(page, qtbot)
    assert all(one.likeness is None for one in sprites(page))
    choose(page, 0)
    assert not page.panel._badge.isVisible()
    page._about.trigger()
    [card] = page.findChildren(SpriteCard)
    assert not card.story.isVisible()
    card.close()


def test_the_nearest_picture_is_shown_once_its_folder_was(
    page: BoardPage, home: Path, tmp_path: Path, bar: JobBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def show(folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
        press(page.panel, SHOW)

    choose(page, 0)
    qtbot.waitUntil(lambda: button(page.panel, SHOW).isVisible(), timeout=PATIENCE_MS)
    assert not page.panel.original.isVisible()
    show(tmp_path / "wrong")
    qtbot.waitUntil(lambda: "“ball-1” in wrong" in bar.text, timeout=PATIENCE_MS)
    assert Settings(home / "settings.ini").originals("balls") == ""
    page._about.trigger()
    [card] = page.findChildren(SpriteCard)
    assert card.original is None
    (tmp_path / "balls").mkdir()
    (tmp_path / "balls" / "ball-1.png").touch()
    show(tmp_path / "balls")
    qtbot.waitUntil(page.panel.original.isVisible, timeout=PATIENCE_MS)
    assert not page.panel.original.image.isNull()
    assert card.original is not None
    assert card.original.image == page.panel.original.image
    card.close()
    assert Settings(home / "settings.ini").originals("balls") == str(tmp_path / "balls")


def test_a_picture_is_looked_for_once_and_not_for_those_gone_through(
    page: BoardPage, record: Path, qtbot: QtBot
) -> None:
    for at in range(6):
        choose(page, at)
    qtbot.waitUntil(lambda: page.originals.is_missing(sprites(page)[5]), timeout=PATIENCE_MS)
    assert len(sent(record, "find_original")) == 1
    choose(page, 0)
    assert not page.originals._latest.running, "all of them come nearest to the same picture"


def test_a_pack_that_tells_nothing_is_asked_nothing(
    make_page: Callable[..., BoardPage], record: Path, qtbot: QtBot
) -> None:
    page = make_page()
    page.top.picker.choose("cards")
    page.make_new()
    settle(page, qtbot)
    choose(page, 0)
    assert not page.originals._latest.running
    assert not page.originals.show_folder.isEnabled()
    assert sent(record, "find_original") == []
