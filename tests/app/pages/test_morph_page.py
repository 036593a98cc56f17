"""The Morph page on a fake engine: pictures in a row, frames that fill by themselves, nothing lost."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hands import drop, drop_data, sent
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from app.pages.morph_page import MorphPage
from app.tasks.key_editing import MAX_PICTURES
from app.widgets.job_bar import JobBar
from app.widgets.morphing.key_tile import DRAGGED
from genmodels.media.sprite import Sprite, write_sprite


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Pictures a to d of one colour each; d is larger."""
    paths = []
    for number, name in enumerate("abcd"):
        side = 8 if name == "d" else 6
        rgba_HWC = np.full((side, side, 4), 255, np.uint8)
        rgba_HWC[..., 0] = 50 * number
        paths.append(tmp_path / f"{name}.png")
        write_sprite(paths[-1], Sprite(rgba_HWC=rgba_HWC))
    return paths


@pytest.fixture
def make_page(
    show_page: Callable[..., MorphPage], packs: Path, add_image_pack: Callable[..., Path]
) -> Callable[..., MorphPage]:
    """Make pages with a pack, or without any."""

    def make(*flags: str, with_pack: bool = True) -> MorphPage:
        if with_pack and not (packs / "shapes").exists():
            add_image_pack("shapes")
        return show_page(MorphPage, *flags)

    return make


@pytest.fixture
def page(make_page: Callable[..., MorphPage]) -> MorphPage:
    return make_page()


def names(page: MorphPage) -> str:
    return "".join(picture.name for picture in page.keys.row)


def wait_for_frames(qtbot: QtBot, page: MorphPage) -> None:
    qtbot.waitUntil(lambda: page.morphing.final and not page.morphing.running, timeout=10_000)


def red_of(page: MorphPage, number: int) -> int:
    frame = page.morphing.frames[number]
    assert frame is not None
    return int(frame[0, 0, 0])


def find(page: MorphPage, kind: type, name: str) -> QWidget:
    [widget] = [one for one in page.findChildren(kind) if one.accessibleName() == name]
    return widget


def test_two_dropped_pictures_become_a_morph(qtbot: QtBot, page: MorphPage, files: list[Path], bar: JobBar) -> None:
    assert "Drop two pictures" in page.hint.text
    drop(page, files[0])
    assert "second picture" in page.hint.text
    drop(page, files[1])
    wait_for_frames(qtbot, page)
    assert len(page.morphing.frames) == 9
    assert (red_of(page, 0), red_of(page, 8)) == (0, 50)
    assert len(page.player.strip.film.images) == 9
    assert page.player.words.text == "Frame 1 of 9 “a” key pictures exact"
    assert bar.text == "9 frames. This fake only wipes."
    assert page.player.stage.isVisible()


def test_pictures_dropped_together_come_by_name(qtbot: QtBot, page: MorphPage, files: list[Path]) -> None:
    drop(page, files[2], files[0], files[1])
    wait_for_frames(qtbot, page)
    assert names(page) == "abc"
    assert page.morphing.times == [n / 8 for n in range(17)]
    page.player.transport.go_to(12)
    assert page.player.words.text.startswith("Frame 13 of 17 50 % of the way from “b” to “c”")


def test_a_bad_file_is_told_and_the_rest_is_taken(page: MorphPage, files: list[Path], bar: JobBar) -> None:
    files[1].write_text("no picture")
    drop(page, files[0], files[1])
    assert names(page) == "a"
    assert "b.png" in bar.text


def test_too_many_pictures_are_told(page: MorphPage, files: list[Path], bar: JobBar) -> None:
    for _ in range(MAX_PICTURES):
        drop(page, files[0])
    drop(page, files[1])
    assert names(page) == "a" * MAX_PICTURES
    assert f"at most {MAX_PICTURES}" in bar.text


def test_a_picture_dropped_on_another_takes_its_place(page: MorphPage, files: list[Path]) -> None:
    drop(page, *files[:2])
    drop(page.keys.line.tiles[0], files[2])
    assert names(page) == "cb"
    page.keys.steps.undo.trigger()
    assert names(page) == "ab"


def test_dragging_gives_another_place(page: MorphPage, files: list[Path]) -> None:
    drop(page, *files[:3])
    line = page.keys.line
    data = QMimeData()
    data.setData(DRAGGED, b"0")
    drop_data(line, data, line.width())
    assert names(page) == "bca"
    data.setData(DRAGGED, b"2")
    drop_data(line, data, 0)
    assert names(page) == "abc"
    drop(line, files[3], x=line.tiles[1].mapTo(line, QPoint(0, 0)).x())
    assert names(page) == "adbc"


def test_keys_move_remove_and_undo(
    qtbot: QtBot, page: MorphPage, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(page, *files[:3])
    page.activateWindow()
    qtbot.waitActive(page)
    line = page.keys.line
    line.focus_on(0)
    qtbot.keyClick(line.tiles[0], Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert names(page) == "bac"
    assert line.tiles[1].hasFocus()
    qtbot.keyClick(line.tiles[1], Qt.Key.Key_Right)
    assert line.tiles[2].hasFocus()
    qtbot.keyClick(line.tiles[2], Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)  # it is the last one
    qtbot.keyClick(line.tiles[2], Qt.Key.Key_Delete)
    assert names(page) == "ba"
    assert line.tiles[1].hasFocus()
    assert "removed “c”" in line.remark
    qtbot.keyClick(line.tiles[1], Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names(page) == "bac"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(files[3]), ""))
    qtbot.keyClick(page.keys.line.tiles[0], Qt.Key.Key_Return)
    assert names(page) == "dac"
    page.keys.swap.trigger()
    assert names(page) == "cad"


def test_rough_frames_come_first_and_the_newest_request_wins(
    qtbot: QtBot, make_page: Callable[..., MorphPage], files: list[Path], bar: JobBar, record: Path
) -> None:
    page = make_page("--hold", "2")
    drop(page, *files[:2])
    qtbot.waitUntil(lambda: page.morphing.frames[1] is not None)
    assert page.morphing.frames[3] is None
    assert "rough so far" in page.player.words.text
    assert not page.exports.animation.isEnabled()
    find(page, QSpinBox, "Frames between two pictures").setValue(15)
    assert len(page.morphing.frames) == 17
    assert red_of(page, 2) == 50, "what is known stands in"
    qtbot.waitUntil(lambda: page.morphing.running and len(sent(record, "morph")) == 2)
    assert len(sent(record, "cancel")) == 1
    assert sent(record, "morph")[1]["frames"] == 17


def test_cancel_leaves_what_is_there_and_can_be_taken_up_again(
    qtbot: QtBot, make_page: Callable[..., MorphPage], files: list[Path], bar: JobBar
) -> None:
    page = make_page("--hold", "2")
    drop(page, *files[:2])
    qtbot.waitUntil(lambda: page.morphing.frames[1] is not None)
    bar.cancelled.emit()
    assert not page.morphing.running
    assert "Cancelled." in bar.text
    assert red_of(page, 0) == 0
    bar.offer_button.click()
    assert page.morphing.running


def test_a_failure_can_be_tried_again(
    qtbot: QtBot, make_page: Callable[..., MorphPage], files: list[Path], bar: JobBar
) -> None:
    page = make_page("--fail", "resources")
    drop(page, *files[:2])
    qtbot.waitUntil(lambda: "as it was told" in bar.text, timeout=10_000)
    assert not page.morphing.running
    assert not page.exports.animation.isEnabled()
    bar.offer_button.click()
    assert page.morphing.running


def test_without_a_pack_the_page_leads_to_training(
    qtbot: QtBot, make_page: Callable[..., MorphPage], files: list[Path], add_image_pack: Callable[..., Path]
) -> None:
    page = make_page(with_pack=False)
    drop(page, *files[:2])
    assert "No pack morphs pictures" in page.hint.text
    assert names(page) == "ab", "the pictures stay"
    with qtbot.waitSignal(page.train_asked):
        [button] = [one for one in page.hint.findChildren(QPushButton) if "Train" in one.text()]
        button.click()
    add_image_pack("shapes")
    page.refresh_packs()
    wait_for_frames(qtbot, page)


def test_keys_step_and_play(qtbot: QtBot, page: MorphPage, files: list[Path]) -> None:
    drop(page, *files[:2])
    wait_for_frames(qtbot, page)
    stage = page.player.stage
    for key, number in (
        (Qt.Key.Key_Right, 1), (Qt.Key.Key_End, 8), (Qt.Key.Key_Left, 7), (Qt.Key.Key_Home, 0), (Qt.Key.Key_Left, 0),
    ):  # fmt: skip
        qtbot.keyClick(stage, key)
        assert page.player.transport.current == number
    find(page, QSpinBox, "Time of a key picture").setValue(10)
    find(page, QSpinBox, "Time of a frame").setValue(10)
    with qtbot.waitSignals([page.player.transport.frame_changed] * 3):
        qtbot.keyClick(stage, Qt.Key.Key_Space)
    assert page.player.transport.playing
    qtbot.keyClick(stage, Qt.Key.Key_Space)
    assert not page.player.transport.playing
    page.keys.line.tiles[1].click()
    assert page.player.transport.current == 8


def test_tab_goes_from_the_pictures_to_the_frames(qtbot: QtBot, page: MorphPage, files: list[Path]) -> None:
    drop(page, *files[:2])
    wait_for_frames(qtbot, page)
    page.activateWindow()
    qtbot.waitActive(page)
    page.setFocus(Qt.FocusReason.OtherFocusReason)
    assert page.player.stage.hasFocus()
    page.keys.line.tiles[0].setFocus()
    visited = []
    while not page.player.stage.hasFocus():
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        visited.append(page.focusWidget())
    assert visited == [page.keys.line.tiles[1], page.player.stage]
    while page.focusWidget() is not page.keys.line.tiles[0]:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        visited.append(page.focusWidget())
        assert len(visited) < 40
    assert all(widget.accessibleName() or widget.text() for widget in visited)


def test_pictures_of_different_sizes_lie_in_the_middle(qtbot: QtBot, page: MorphPage, files: list[Path]) -> None:
    drop(page, files[0], files[3])
    first = page.morphing.frames[0]
    assert first is not None
    assert first.shape == (8, 8, 4)
    assert not first[0].any()
    assert (first[1:7, 1:7] == (0, 255, 255, 255)).all()
    wait_for_frames(qtbot, page)


def test_choices_are_remembered(
    qtbot: QtBot, page: MorphPage, make_page: Callable[..., MorphPage], files: list[Path], record: Path
) -> None:
    find(page, QSpinBox, "Frames between two pictures").setValue(3)
    find(page, QComboBox, "Easing").setCurrentIndex(1)
    page.player.transport._ping_pong.click()
    page.player.transport._loop.click()
    again = make_page()
    assert (again.player.transport.ping_pong, again.player.transport.loop) == (True, False)
    drop(again, *files[:2])
    wait_for_frames(qtbot, again)
    asked = sent(record, "morph")[-1]
    assert (asked["frames"], asked["easing"], asked["palette"]) == (5, "ease-in-out", "both")


def test_a_palette_file_is_asked_for_and_used(
    qtbot: QtBot,
    make_page: Callable[..., MorphPage],
    files: list[Path],
    bar: JobBar,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    record: Path,
) -> None:
    page = make_page()
    drop(page, *files[:2])
    wait_for_frames(qtbot, page)
    (tmp_path / "two.hex").write_text("ff0000\n00ff00\n")
    (tmp_path / "bad.hex").write_text("nothing")
    colours = find(page, QComboBox, "Colours")
    assert isinstance(colours, QComboBox)
    for file, index in (("", 0), ("bad.hex", 0), ("two.hex", 2)):
        answer = str(tmp_path / file) if file else ""
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, answer=answer: (answer, ""))
        colours.setCurrentIndex(2)
        colours.activated.emit(2)
        assert colours.currentIndex() == index
    assert "bad.hex" in bar.text or page.morphing.running
    wait_for_frames(qtbot, page)
    assert sent(record, "morph")[-1]["colours"] == ["ff0000ff", "00ff00ff"]
