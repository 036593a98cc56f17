"""A training to come: from dropped pictures to one that can start, and why it cannot."""

import json
from pathlib import Path

import pytest
from hands import button, drop, shown
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from train_window import WAIT_MS, Make, checked, page_of, state, times, view_of

from app.main_window import Place
from app.pages.train_page import TrainPage
from app.runs import RunState
from genmodels.api.codec import to_dict
from genmodels.api.configs import Effort, Fit, ImageVAEConfig
from genmodels.api.runs import REQUEST


def test_a_folder_dropped_anywhere_is_looked_at(qtbot: QtBot, make: Make, pictures: Path) -> None:
    window = make()
    drop(window.page, pictures)
    assert window.pages.train is None, "the draw page leaves folders to the window"
    page = checked(qtbot, window, pictures)
    assert page.isVisible()
    assert "12 images, 1 unreadable." in page.data.report.text
    lists = [one.toPlainText() for one in page.data.report.findChildren(QPlainTextEdit)]
    assert lists == ["broken.png: It cannot be read."]
    assert page.data.grid.count() == 12
    assert page.choices.name == "My-Balls"
    qtbot.waitUntil(lambda: "about 12 minutes" in times(page), timeout=WAIT_MS)


def test_a_picture_left_out_is_asked_for_no_more_and_can_come_back(qtbot: QtBot, make: Make, pictures: Path) -> None:
    page = checked(qtbot, make(), pictures)
    grid = page.data.grid
    grid.setCurrentRow(3)
    with qtbot.waitSignal(page.preparation.checked, timeout=WAIT_MS):
        qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert page.preparation.report is not None
    assert page.preparation.report.usable == 11
    assert grid.count() == 12, "it stays in sight"
    assert grid.excluded == ("ball-03",)
    assert grid.current is not None
    assert grid.current.name == "ball-03"
    with qtbot.waitSignal(page.preparation.checked, timeout=WAIT_MS):
        button(page.data, "Take in again").click()
    assert grid.excluded == ()


def test_a_click_on_the_tick_leaves_out_and_one_beside_it_looks(qtbot: QtBot, make: Make, pictures: Path) -> None:
    page = checked(qtbot, make(), pictures)
    grid = page.data.grid
    rect = grid.visualItemRect(grid.item(1))
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert grid.excluded == ()
    assert grid.current is not None
    assert grid.current.name == "ball-01"
    tick = rect.topRight()
    tick.setX(tick.x() - 12)
    tick.setY(tick.y() + 12)
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=tick)
    assert grid.excluded == ("ball-01",)


def test_other_reading_checks_again_and_a_wrong_one_is_marked(qtbot: QtBot, make: Make, pictures: Path) -> None:
    page = checked(qtbot, make(), pictures)
    form = page.data._form
    rows = {row.name: row for row in form._rows}
    with qtbot.waitSignal(page.preparation.checked, timeout=WAIT_MS):
        rows["fit"].editor.setCurrentIndex(rows["fit"].editor.findData(Fit.CROP))
    assert "Fit: crop." in page.data.report.text
    rows["cell_width"].editor.setText("-4")
    assert page.data.reading() is None
    assert rows["cell_width"].error.text() == "It can be 0 to 1024."
    assert not button(page.choices, "Start training").isEnabled()


def test_too_few_pictures_cannot_start_and_say_why(qtbot: QtBot, make: Make, pictures: Path) -> None:
    for path in sorted(pictures.glob("ball-*"))[5:]:
        path.unlink()
    page = checked(qtbot, make(), pictures)
    assert not button(page.choices, "Start training").isEnabled()
    assert page.choices._reason.text() == "Add pictures: a training needs at least 10."


@pytest.mark.parametrize(
    ("name", "reason"),
    [("", "Give the pack a name."), ("a b", "cannot be a pack's name"), ("alpha", "a pack of this name already")],
)
def test_a_name_that_cannot_be_says_why(qtbot: QtBot, make: Make, pictures: Path, name: str, reason: str) -> None:
    page = checked(qtbot, make(), pictures)
    page.choices._name.selectAll()
    qtbot.keyClick(page.choices._name, Qt.Key.Key_Delete)
    qtbot.keyClicks(page.choices._name, name)
    assert reason in page.choices._reason.text()


def test_a_device_that_is_not_there_stops_the_start(qtbot: QtBot, make: Make, pictures: Path) -> None:
    page = checked(qtbot, make(), pictures)
    page.choices._device.setCurrentIndex(2)
    page.choices._device.activated.emit(2)
    qtbot.waitUntil(lambda: "no CUDA device" in page.choices._reason.text(), timeout=WAIT_MS)
    assert not button(page.choices, "Start training").isEnabled()


def test_the_newest_pictures_win(qtbot: QtBot, make: Make, pictures: Path, tmp_path: Path) -> None:
    window = make(engine_flags=("--hold", "1", "--spare", "1"))
    drop(window, pictures)
    page = page_of(window)
    qtbot.waitUntil(lambda: page.preparation._check._job is not None, timeout=WAIT_MS)
    other = tmp_path / "others"
    other.mkdir()
    drop(window, other)
    qtbot.waitUntil(lambda: page.preparation.report is not None, timeout=WAIT_MS)
    assert page.preparation.report is not None
    assert page.preparation.report.data == (str(other),)


def test_a_check_that_fails_says_so(qtbot: QtBot, make: Make, pictures: Path) -> None:
    window = make(engine_flags=("--fail", "input"))
    drop(window, pictures)
    page = page_of(window)
    qtbot.waitUntil(lambda: "This fake fails as it was told." in page.data.report.text, timeout=WAIT_MS)
    assert page.choices._reason.text() == "The files could not be looked at."
    assert not button(page.choices, "Start training").isEnabled()


def test_an_engine_that_died_is_asked_again(qtbot: QtBot, make: Make, pictures: Path, tmp_path: Path) -> None:
    window = make(engine_flags=("--crash-once", str(tmp_path / "crashed")))
    page = checked(qtbot, window, pictures)
    assert (tmp_path / "crashed").exists()
    assert "12 images" in page.data.report.text


def choose_start(page: TrainPage, title: str) -> None:
    box = page.choices._from
    box.setCurrentIndex(box.findText(title))
    box.activated.emit(box.currentIndex())


def starts(page: TrainPage) -> list[str]:
    return [page.choices._from.itemText(number) for number in range(page.choices._from.count())]


@pytest.fixture
def morphers(packs: Path) -> Path:
    """A pack that morphs, and the lecture's, beside two that complete."""
    card = json.loads((packs / "alpha" / "pack.json").read_text(encoding="utf-8"))
    for name, preset in (("moons", "default"), ("ten", "lecture")):
        own = {"family": "image-vae", "name": name, "title": name.title(), "config": {"size": 16, "preset": preset}}
        (packs / name).mkdir()
        (packs / name / "pack.json").write_text(json.dumps(card | own), encoding="utf-8")
    return packs


def test_each_family_goes_on_from_its_own_packs(qtbot: QtBot, make: Make, pictures: Path, morphers: Path) -> None:
    page = checked(qtbot, make(), pictures)
    assert starts(page) == ["Alpha", "Beta", "From scratch"]
    assert page.choices.start == str(morphers / "alpha"), "the report found it the nearest"
    choose_start(page, "Beta")
    button(page.choices, "To morph and explore pictures").click()
    assert starts(page) == ["Moons", "From scratch"]
    assert page.choices.start == str(morphers / "moons")
    button(page.choices, "To complete sprites").click()
    assert page.choices.start == str(morphers / "beta"), "it stays chosen"


def test_a_gan_begins_with_the_codes_of_a_pack_that_morphs(
    qtbot: QtBot, make: Make, pictures: Path, morphers: Path
) -> None:
    card = json.loads((morphers / "moons" / "pack.json").read_text(encoding="utf-8"))
    (morphers / "maker").mkdir()
    (morphers / "maker" / "pack.json").write_text(json.dumps(card | {"family": "gan", "title": "Maker"}))
    page = checked(qtbot, make(), pictures)
    button(page.choices, "To make fresh sprites").click()
    assert starts(page) == ["Maker", "In the codes of Moons", "From scratch"]
    choose_start(page, "In the codes of Moons")
    assert page.choices.start == str(morphers / "moons")
    assert {row.name for row in page.choices.forms.network._rows} >= {"channels", "penalty", "holes"}


def test_a_family_has_its_own_settings(qtbot: QtBot, make: Make, pictures: Path) -> None:
    window = make("--steps", "5000")
    page = checked(qtbot, window, pictures)
    page.choices.forms.network._rows[0].editor.setText("24")
    assert shown(page.choices, "Network  ·  1 changed")
    button(page.choices, "To morph and explore pictures").click()
    assert not shown(page.choices, "Network  ·  1 changed")
    assert page.choices._meaning.text().startswith("Draws the way from one picture to another")
    rows = {row.name: row for row in page.choices.forms.network._rows}
    assert rows["numbers"].default == 64
    assert "hidden" not in rows
    rows["numbers"].editor.setText("32")
    rows["use_tags"].editor.setChecked(False)
    rows["size"].editor.setText("18")
    assert "multiples of 4" in rows["size"].error.text()
    assert not button(page.choices, "Start training").isEnabled()
    rows["size"].editor.setText("16")
    rows["mixture"].editor.setText("4")
    qtbot.waitUntil(button(page.choices, "Start training").isEnabled, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: "about 12 minutes" in times(page), timeout=WAIT_MS)
    button(page.choices, "Start training").click()
    folder = page._runs.cards[0].folder
    request = json.loads((folder / REQUEST).read_text(encoding="utf-8"))["request"]
    model = ImageVAEConfig(numbers=32, use_tags=False, size=16, mixture=4)
    assert (request["family"], request["model"]) == ("image-vae", to_dict(model))
    assert request["train"]["batch"] == 32
    qtbot.waitUntil(lambda: state(page) is RunState.TRAINING, timeout=WAIT_MS)
    assert not shown(view_of(window), "Try it on the canvas")
    page._steering.stop(folder)
    qtbot.waitUntil(lambda: state(page) is RunState.FINISHED, timeout=WAIT_MS)
    assert shown(view_of(window), "Use it on the Morph page")


def test_what_is_chosen_is_what_is_trained(qtbot: QtBot, make: Make, pictures: Path, packs: Path) -> None:
    window = make("--steps", "5000")
    page = checked(qtbot, window, pictures)
    choose_start(page, "Beta")
    button(page.choices, "Quick").click()
    page.choices.forms.training._rows[0].editor.setText("7")  # the seed
    button(page.choices, "Start training").click()
    folder = page._runs.cards[0].folder
    request = json.loads((folder / REQUEST).read_text(encoding="utf-8"))["request"]
    assert (request["name"], request["effort"], request["train"]["seed"]) == ("My-Balls", Effort.QUICK, 7)
    assert (request["start"], request["title"]) == (str(packs / "beta"), "My balls")
    assert request["trained_on"] == "12 pictures of “My Balls”"
    page._steering.stop_now(folder)
    qtbot.waitUntil(lambda: state(page) is RunState.STOPPED, timeout=WAIT_MS)


def test_packs_dropped_here_are_no_pictures(make: Make, tmp_path: Path) -> None:
    window = make()
    window.show_place(Place.TRAIN)
    page_of(window).take([tmp_path / "one.svpack"])
    assert "no pictures" in window.bar.text


def test_everything_that_takes_focus_has_a_name(qtbot: QtBot, make: Make, pictures: Path) -> None:
    page = checked(qtbot, make(), pictures)
    for widget in page.findChildren(QWidget):
        takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(page)
        if takes_focus and widget.focusProxy() is None and not widget.objectName().startswith("qt_"):
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            assert widget.accessibleName() or text, widget
