"""Verse dropped on the page for training: it is looked at and shown, and no training starts."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot
from verse_files import ENGLISH

from app.main_window import MainWindow
from app.pages.train_page import TrainPage
from app.places import Place
from app.tasks import preparation
from genmodels.api.reports import DataReport, VerseReport
from genmodels.media.sprite import Sprite, write_sprite

WAIT_MS = 15_000


@pytest.fixture
def page(make_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch) -> TrainPage:
    """The page for training of a window on a fake engine that is asked at once."""
    monkeypatch.setattr(preparation, "CHECK_REST_MS", 1)
    monkeypatch.setattr(preparation, "MEASURE_REST_MS", 1)
    window = make_window()
    window.show_place(Place.TRAIN)
    assert window.pages.train is not None
    return window.pages.train


def test_verse_is_shown_and_pictures_after_it(qtbot: QtBot, page: TrainPage, tmp_path: Path, rgba: np.ndarray) -> None:
    verse = tmp_path / "verse.txt"
    verse.write_text("\n\n".join(ENGLISH), encoding="utf-8")
    page.take([verse])
    qtbot.waitUntil(lambda: isinstance(page.preparation.report, VerseReport), timeout=WAIT_MS)
    assert page.data.verse.isVisible()
    assert not page.data.grid.isVisible()
    assert page.data.report.text == "11 lines, 6 usable."
    kept = page.data.verse.findChildren(QListWidget)[0]
    assert [kept.item(row).text() for row in range(kept.count())] == ENGLISH
    assert page.preparation.reason("mine", valid=True) == ""

    pictures = tmp_path / "pictures"
    pictures.mkdir()
    for number in range(12):
        write_sprite(pictures / f"{number}.png", Sprite(rgba_HWC=np.roll(rgba, number, axis=0)))
    page.take([pictures])
    assert not kept.count(), "the verse is gone before the pictures are looked at"
    qtbot.waitUntil(lambda: isinstance(page.preparation.report, DataReport), timeout=WAIT_MS)
    assert page.data.grid.isVisible()
    assert not page.data.verse.isVisible()
    assert page.data.grid.count() == 12
    assert page.preparation.reason("mine", valid=True) == ""
