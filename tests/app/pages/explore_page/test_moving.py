"""A picture moves with sliders, pad and tag, and undo brings it back; at home it is the person’s own."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from explore_window import LEFT, PATIENCE_MS, explore, settle, shown, slider_of
from hands import sent
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.pages.explore_page import ExplorePage
from genmodels.media.sprite import decode_png, encode_png


def test_at_home_the_picture_is_the_persons_own_to_the_pixel(page: ExplorePage, rgba: np.ndarray) -> None:
    assert (shown(page) == rgba).all()
    assert len(page.sliders.rows) == 10
    assert page.pad.pad.filled


def test_a_dragged_slider_changes_the_picture_and_undo_brings_it_back(
    page: ExplorePage, rgba: np.ndarray, qtbot: QtBot
) -> None:
    slider = slider_of(page, "Number 1")
    qtbot.mousePress(slider, LEFT, pos=QPoint(slider.width() // 2, 9))
    qtbot.mouseMove(slider, QPoint(slider.width() - 20, 9))
    qtbot.mouseMove(slider, QPoint(slider.width() - 12, 9))
    qtbot.mouseRelease(slider, LEFT)
    settle(page, qtbot)
    assert shown(page).shape == (12, 12, 4)
    amount = page.exploring.spot.place.moves[0][1]
    assert amount > 2
    page._steps.undo.trigger()
    assert page.exploring.spot.is_home
    assert (shown(page) == rgba).all()
    page._steps.redo.trigger()
    assert page.exploring.spot.place.moves[0][1] == amount


def test_while_it_is_dragged_one_request_is_under_way_and_the_newest_follows(
    make_page: Callable[..., ExplorePage], rgba: np.ndarray, qtbot: QtBot, record: Path
) -> None:
    page = make_page("--row-ms", "30")
    explore(page, rgba, qtbot)
    slider = slider_of(page, "Number 2")
    before = len([one for one in sent(record, "decode") if len(one["codes"]) == 1])
    for value in range(1, 41):
        slider.setValue(value)
    slider.released.emit()
    settle(page, qtbot)
    asked = [one for one in sent(record, "decode") if len(one["codes"]) == 1][before:]
    assert len(asked) == 2  # the first, and the last
    own = page.exploring.spot.origin.code.numbers[1]
    assert asked[-1]["codes"][0]["numbers"][1] == pytest.approx(own + 2.0)
    assert sent(record, "cancel") == []


def test_a_click_on_a_cell_goes_there(page: ExplorePage, qtbot: QtBot) -> None:
    pad = page.pad.pad
    qtbot.mouseClick(pad, LEFT, pos=pad.point_of(1.0, -2 / 3).toPoint())
    settle(page, qtbot)
    across, down = page.pad.pair
    place = page.exploring.spot.place
    assert (place.amount(across.vector), place.amount(down.vector)) == (3.0, -2.0)
    assert (slider_of(page, "Number 1").value(), slider_of(page, "Number 2").value()) == (60, -40)
    cell = pad._cells[1 * 7 + 6]
    assert page.picture.view.image == cell


def test_the_tag_changes_and_the_code_stays(page: ExplorePage, qtbot: QtBot) -> None:
    slider_of(page, "Number 1").setValue(20)
    before = page.exploring.spot.code
    tag = page.choices._tag
    tag.show_tag("water")
    tag.chosen.emit()
    after = page.exploring.spot.code
    assert (after.numbers, after.tag) == (before.numbers, "water")
    assert before.palette
    assert not after.palette, "another family brings its colours"
    settle(page, qtbot)
    page._steps.undo.trigger()
    assert tag.tag == ""
    assert page.exploring.spot.code == before


def test_a_moving_hand_does_not_wait_for_the_grid(
    make_page: Callable[..., ExplorePage], rgba: np.ndarray, qtbot: QtBot
) -> None:
    page = make_page("--row-ms", "50")
    with qtbot.waitSignal(page.exploring.began, timeout=PATIENCE_MS):
        page.take_sprite("ball.png", rgba)
    qtbot.waitUntil(lambda: page.exploring._fill.running, timeout=PATIENCE_MS)
    page.pad.pad.pulled.emit(1.0, 0.0)  # the same grid, another place on it
    assert not page.exploring._fill.running
    assert page.exploring._live.running
    settle(page, qtbot)
    assert page.picture.view.image == page.pad.pad._cells[3 * 7 + 6]


def test_every_part_has_a_name_for_screen_readers(page: ExplorePage) -> None:
    takes_keys = [w for w in page.findChildren(QAbstractButton) if w.isVisible()]
    assert all(button.accessibleName() or button.text() for button in takes_keys)
    assert page.pad.pad.accessibleDescription() == "Number 1 +0.00, Number 2 +0.00"
    assert encode_png(shown(page)) == encode_png(decode_png(page.exploring.spot.origin.picture).rgba_HWC)
