"""Without a pack, with another one, and while the engine fails: the picture is never lost."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
from explore_window import PATIENCE_MS, explore, settle, shown, slider_of
from hands import press
from pytestqt.qtbot import QtBot

from app.pages.explore_page import ExplorePage
from app.widgets.job_bar import JobBar
from app.widgets.lesson.lesson_dialog import LessonDialog
from genmodels.api.messages import Prior


def test_without_a_pack_it_says_how_to_get_one(make_page: Callable[..., ExplorePage], qtbot: QtBot) -> None:
    page = make_page(any_=False)
    assert page.hint.isVisible()
    assert not page.board.isVisible()
    with qtbot.waitSignal(page.train_asked):
        press(page, "Go to the Train page")


def test_a_picture_brought_before_a_pack_waits_for_it(
    make_page: Callable[..., ExplorePage],
    add_image_pack: Callable[..., Path],
    rgba: np.ndarray,
    bar: JobBar,
    qtbot: QtBot,
) -> None:
    page = make_page(any_=False)
    page.take_sprite("ball.png", rgba)
    assert "Train one" in bar.text
    add_image_pack("balls")
    with qtbot.waitSignal(page.exploring.began, timeout=PATIENCE_MS):
        page.refresh_packs()
    qtbot.waitUntil(lambda: page.exploring.spot is not None, timeout=PATIENCE_MS)
    assert (shown(page) == rgba).all()


def test_another_pack_reads_the_picture_anew_and_each_keeps_its_moves(page: ExplorePage, qtbot: QtBot) -> None:
    slider_of(page, "Number 1").setValue(30)
    settle(page, qtbot)
    place = page.exploring.spot.place
    page.picker.choose("cards")
    qtbot.waitUntil(lambda: page.exploring.spot is not None, timeout=PATIENCE_MS)
    assert len(page.exploring.spot.code.numbers) == 20
    assert page.exploring.spot.is_home
    assert not page.choices._tag.isVisible()
    page.picker.choose("balls")
    assert page.exploring.spot.place == place
    settle(page, qtbot)


def test_a_pack_trained_anew_under_its_name_reads_the_picture_anew(page: ExplorePage, qtbot: QtBot) -> None:
    page.board.ask_new()
    settle(page, qtbot)
    slider_of(page, "Number 1").setValue(30)
    settle(page, qtbot)
    origin, folder = page.exploring.spot.origin, page.pack.folder
    page.refresh_packs()
    assert page.exploring.spot.origin is origin  # nothing has changed
    assert page.board.tiles(Prior.NORMAL)
    card = json.loads((folder / "pack.json").read_text(encoding="utf-8"))
    (folder / "pack.json").write_text(json.dumps(card | {"sha256": "a" * 64}), encoding="utf-8")
    page.refresh_packs()
    assert not page.board.tiles(Prior.NORMAL)  # its codes mean other pictures now
    qtbot.waitUntil(lambda: page.exploring.spot is not None, timeout=PATIENCE_MS)
    assert page.exploring.spot.is_home
    assert page.exploring.spot.origin.picture == origin.picture
    settle(page, qtbot)


def test_a_failure_is_told_and_the_page_goes_on(
    make_page: Callable[..., ExplorePage], rgba: np.ndarray, bar: JobBar, qtbot: QtBot
) -> None:
    page = make_page("--fail", "pack")
    page.take_sprite("ball.png", rgba)
    qtbot.waitUntil(lambda: "fails as it was told" in bar.text, timeout=PATIENCE_MS)
    assert page.exploring.spot is None
    page.board.ask_new()
    qtbot.waitUntil(lambda: not page.rolling.running, timeout=PATIENCE_MS)
    assert page.board.tiles(Prior.NORMAL) == []
    assert page.board.new.isEnabled()


def test_the_engines_end_is_told_and_the_picture_can_be_brought_again(
    make_page: Callable[..., ExplorePage], rgba: np.ndarray, home: Path, bar: JobBar, qtbot: QtBot
) -> None:
    page = make_page("--crash-once", str(home / "crashed"))
    page.take_sprite("ball.png", rgba)
    qtbot.waitUntil(lambda: "stopped" in bar.text, timeout=PATIENCE_MS)
    explore(page, rgba, qtbot)
    assert (shown(page) == rgba).all()


def test_leaving_the_page_stops_the_grid_and_coming_back_fills_it(
    make_page: Callable[..., ExplorePage], rgba: np.ndarray, qtbot: QtBot
) -> None:
    page = make_page("--row-ms", "20")
    with qtbot.waitSignal(page.exploring.began, timeout=PATIENCE_MS):
        page.take_sprite("ball.png", rgba)
    page.hide()
    assert not page.exploring._fill.running
    assert not page.pad.pad.filled
    page.show()
    settle(page, qtbot)


def test_the_lesson_is_a_button_away(page: ExplorePage) -> None:
    press(page, "Why a VAE?")
    [dialog] = page.findChildren(LessonDialog)
    assert dialog.isVisible()
    dialog.close()
