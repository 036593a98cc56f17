"""From the board to the clipboard, to other pages and to files, and back by pasting."""

from pathlib import Path

import pytest
from board_window import PATIENCE_MS, choose, settle, sprites
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.pages.board_page import BoardPage
from app.widgets.job_bar import JobBar
from genmodels.media.sprite import decode_png, read_sprite


def test_copied_recipes_bring_sprites_back(page: BoardPage, qtbot: QtBot, bar: JobBar) -> None:
    choose(page, 1, 2)
    page.panel.sliders.rows[0].slider.setValue(20)
    settle(page, qtbot)
    wanted = page.grid.selected
    page.sending.copy.trigger()
    page.board.discard({one.number for one in wanted}, "discard")
    page.sending.paste.trigger()
    settle(page, qtbot)
    back = sprites(page)[-2:]
    assert [one.picture for one in back] == [one.picture for one in wanted]
    assert [one.fresh for one in back] == [one.recipe.fresh for one in wanted]
    QGuiApplication.clipboard().setText("77")
    page.sending.paste.trigger()
    settle(page, qtbot)
    assert sprites(page)[-1].fresh.seed == 77
    for text, words in (("hello", "no code"), ('{"spriteverse_code": 1, "pack": "gone", "numbers": [1]}', "“gone”")):
        QGuiApplication.clipboard().setText(text)
        page.sending.paste.trigger()
        assert words in bar.text


def test_sprites_go_to_other_pages_and_to_files(
    page: BoardPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, bar: JobBar
) -> None:
    choose(page, 0, 1, 2)
    with qtbot.waitSignal(page.sending.frame_asked) as caught:
        page.sending.draw.trigger()
    assert (caught.args[0] == decode_png(page.grid.current.picture).rgba_HWC).all()
    with qtbot.waitSignal(page.sending.morph_asked) as caught:
        page.sending.morph.trigger()
    assert len(caught.args[0]) == 3
    with qtbot.waitSignal(page.sending.explore_asked) as caught:
        page.sending.explore.trigger()
    assert caught.args[0] == page.grid.current
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "sheet.png"), ""))
    page.sending.sheet.trigger()
    qtbot.waitUntil(lambda: bar.text.startswith("Saved sheet.png"), timeout=PATIENCE_MS)
    assert read_sprite(tmp_path / "sheet.png").rgba_HWC.shape[:2] == (12, 36)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    page.sending.pictures.trigger()
    qtbot.waitUntil(lambda: "3 files" in bar.text, timeout=PATIENCE_MS)
    assert len([*tmp_path.glob("sprites-*.png")]) == 3
