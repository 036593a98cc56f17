"""The Explore page on a fake engine: what a person can do there, with the mouse and with keys."""

import base64
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hands import drop, press, sent
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from app.pages.explore_page import ExplorePage
from app.widgets.exploring.direction_slider import DirectionSlider
from app.widgets.exploring.name_dialog import DirectionNameDialog
from app.widgets.job_bar import JobBar
from app.widgets.lesson.lesson_dialog import LessonDialog
from genmodels.api.directions import load_directions
from genmodels.api.messages import Prior
from genmodels.api.packs import read_card
from genmodels.media.sprite import decode_png, encode_png, read_sprite

LEFT, PATIENCE_MS = Qt.MouseButton.LeftButton, 10_000


@pytest.fixture
def make_page(show_page: Callable[..., ExplorePage], add_image_pack: Callable[..., Path]) -> Callable[..., ExplorePage]:
    """Make pages with two packs of their family, or without any."""

    def make(*flags: str, any_: bool = True) -> ExplorePage:
        if any_:
            add_image_pack("cards", numbers=20)
            add_image_pack("balls", tags=["ghost", "water"])
        return show_page(ExplorePage, *flags)

    return make


@pytest.fixture
def page(make_page: Callable[..., ExplorePage], rgba: np.ndarray, qtbot: QtBot) -> ExplorePage:
    """A page on which the ball is explored."""
    page = make_page()
    explore(page, rgba, qtbot)
    return page


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


def test_the_tag_changes_and_the_code_stays(page: ExplorePage, qtbot: QtBot) -> None:
    slider_of(page, "Number 1").setValue(20)
    before = page.exploring.spot.code
    tag = page.choices._tag
    tag.setCurrentIndex(2)
    tag.activated.emit(2)
    after = page.exploring.spot.code
    assert (after.numbers, after.tag) == (before.numbers, "water")
    settle(page, qtbot)
    page._steps.undo.trigger()
    assert tag.currentText() == "none"


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


def test_another_pack_reads_the_picture_anew_and_each_keeps_its_moves(page: ExplorePage, qtbot: QtBot) -> None:
    slider_of(page, "Number 1").setValue(30)
    settle(page, qtbot)
    place = page.exploring.spot.place
    page.picker.choose("cards")
    qtbot.waitUntil(lambda: page.exploring.spot is not None, timeout=PATIENCE_MS)
    assert len(page.exploring.spot.code.numbers) == 20
    assert page.exploring.spot.is_home
    assert not page.choices._tag_row.isVisible()
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


def test_cancel_ends_random_pictures(
    make_page: Callable[..., ExplorePage], rgba: np.ndarray, bar: JobBar, qtbot: QtBot
) -> None:
    page = make_page("--hold", "1")
    page.board.ask_new()
    assert not page.board.new.isEnabled()
    page._escape.trigger()
    qtbot.waitUntil(page.board.new.isEnabled, timeout=PATIENCE_MS)
    assert page.board.tiles(Prior.NORMAL) == []


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


def test_every_part_has_a_name_for_screen_readers(page: ExplorePage) -> None:
    takes_keys = [w for w in page.findChildren(QAbstractButton) if w.isVisible()]
    assert all(button.accessibleName() or button.text() for button in takes_keys)
    assert page.pad.pad.accessibleDescription() == "Number 1 +0.00, Number 2 +0.00"
    assert encode_png(shown(page)) == encode_png(decode_png(page.exploring.spot.origin.picture).rgba_HWC)


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


def test_the_lesson_is_a_button_away(page: ExplorePage) -> None:
    press(page, "Why a VAE?")
    [dialog] = page.findChildren(LessonDialog)
    assert dialog.isVisible()
    dialog.close()
