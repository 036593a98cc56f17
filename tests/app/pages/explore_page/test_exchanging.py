"""Pictures and codes come and go: by pasting, by dropping, from and to other pages."""

import base64
from pathlib import Path

import numpy as np
import pytest
from explore_window import PATIENCE_MS, explore, settle, slider_of
from hands import drop
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.pages.explore_page import ExplorePage
from app.widgets.job_bar import JobBar
from genmodels.media.sprite import read_sprite


def test_a_copied_code_brings_the_picture_back(page: ExplorePage, rgba: np.ndarray, qtbot: QtBot) -> None:
    slider_of(page, "Number 1").setValue(30)
    settle(page, qtbot)
    code, picture = page.exploring.spot.code, page.exploring.picture
    page._copy_code.trigger()
    explore(page, rgba[::-1].copy(), qtbot)
    with qtbot.waitSignal(page.exploring.began, timeout=PATIENCE_MS):
        page._paste.trigger()
    assert page.exploring.spot.code == code
    assert page.exploring.picture == picture


def test_what_cannot_be_pasted_is_told(page: ExplorePage, bar: JobBar) -> None:
    before = page.exploring.spot
    for text, words in (("hello", "is no code"), ("1, 2, 3", "has 3 numbers")):
        QGuiApplication.clipboard().setText(text)
        page.paste()
        assert words in bar.text
    assert page.exploring.spot is before


def test_a_picture_goes_through_the_clipboard(page: ExplorePage, rgba: np.ndarray, qtbot: QtBot) -> None:
    slider_of(page, "Number 4").setValue(30)
    settle(page, qtbot)
    page._copy.trigger()
    image = QGuiApplication.clipboard().image()
    wanted = QImage.fromData(base64.b64decode(page.exploring.picture))
    assert image.convertToFormat(wanted.format()) == wanted
    with qtbot.waitSignal(page.exploring.began, timeout=PATIENCE_MS):
        page.paste()
    assert page.exploring.spot.origin.name == "Pasted picture"
    assert page.exploring.spot.origin.is_own


def test_the_picture_goes_to_other_pages_and_to_a_file(
    page: ExplorePage, rgba: np.ndarray, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for action, signal in ((page._draw, page.frame_asked), (page._morph, page.morph_asked)):
        with qtbot.waitSignal(signal) as caught:
            action.trigger()
        assert (caught.args[0] == rgba).all()
        assert caught.args[1] == "ball.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(tmp_path / Path(args[2]).name), ""))
    page._save.trigger()
    assert (read_sprite(tmp_path / "ball-explored.png").rgba_HWC == rgba).all()


def test_a_dropped_file_is_explored_and_what_is_no_picture_is_told(
    page: ExplorePage, sprite_file: Path, tmp_path: Path, bar: JobBar, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.exploring.began, timeout=PATIENCE_MS):
        drop(page, sprite_file)
    assert page.exploring.spot.origin.name == "ball.png"
    (tmp_path / "text.png").write_text("no picture", encoding="utf-8")
    drop(page, tmp_path / "text.png")
    assert "not an image" in bar.text
    assert page.exploring.spot.origin.name == "ball.png"
