"""What the tests of the Explore page share."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.pages.explore_page import ExplorePage
from app.widgets.exploring.direction_slider import DirectionSlider
from app.widgets.exploring.name_dialog import DirectionNameDialog
from genmodels.media.sprite import decode_png

LEFT, PATIENCE_MS = Qt.MouseButton.LeftButton, 10_000


def explore(page: ExplorePage, rgba_HWC: np.ndarray, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.exploring.began, timeout=PATIENCE_MS):
        page.take_sprite("ball.png", rgba_HWC)
    settle(page, qtbot)


def settle(page: ExplorePage, qtbot: QtBot) -> None:
    """Wait until all that was asked for is drawn."""
    live = page.exploring._live
    qtbot.waitUntil(lambda: page.pad.pad.filled and not live.running and not page.rolling.running, timeout=PATIENCE_MS)


def shown(page: ExplorePage) -> np.ndarray:
    return decode_png(page.exploring.picture).rgba_HWC


def slider_of(page: ExplorePage, name: str) -> DirectionSlider:
    [slider] = [row.slider for row in page.sliders.rows if row.slider.heading.name == name]
    return slider


def name_it(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    def answer(dialog: DirectionNameDialog) -> QDialog.DialogCode:
        dialog.field.setText(name)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(DirectionNameDialog, "exec", answer)
