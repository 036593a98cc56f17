"""Directions get names and become sliders."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from explore_window import explore, name_it, slider_of
from hands import press
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.pages.explore_page import ExplorePage
from app.widgets.job_bar import JobBar
from genmodels.api.directions import load_directions
from genmodels.api.packs import read_card


def test_a_move_is_named_becomes_a_slider_and_comes_back_after_delete(
    page: ExplorePage, packs: Path, bar: JobBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    slider_of(page, "Number 1").setValue(20)
    slider_of(page, "Number 3").setValue(-40)
    name_it(monkeypatch, "Wings")
    press(page, "Name this move…")
    card = read_card(packs / "balls")
    [wings] = load_directions(card, 12)
    assert wings.vector == pytest.approx((1.0, 0, -2.0, *[0] * 9))
    page.reset()
    slider_of(page, "Wings").setValue(30)
    assert page.exploring.spot.move == pytest.approx(wings.vector)
    name_it(monkeypatch, "Fins")
    qtbot.keyClick(slider_of(page, "Wings"), Qt.Key.Key_F2)
    assert slider_of(page, "Fins").value() == 30
    qtbot.keyClick(slider_of(page, "Fins"), Qt.Key.Key_Delete)
    assert load_directions(card, 12) == ()
    assert page.exploring.spot.move == pytest.approx(wings.vector)  # the picture stays
    bar.offer_button.click()
    assert [one.name for one in load_directions(card, 12)] == ["Fins"]
    assert slider_of(page, "Fins").value() == 30


def test_damaged_directions_are_told_and_not_written_over(
    make_page: Callable[..., ExplorePage], home: Path, bar: JobBar, rgba: np.ndarray, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    (home / "directions").mkdir(parents=True)
    (home / "directions" / "balls.json").write_text("{", encoding="utf-8")
    page = make_page()
    assert "cannot be read" in bar.text
    explore(page, rgba, qtbot)
    slider_of(page, "Number 1").setValue(20)
    name_it(monkeypatch, "Wings")
    press(page, "Name this move…")
    assert "cannot be read" in bar.text
    assert (home / "directions" / "balls.json").read_text(encoding="utf-8") == "{"
