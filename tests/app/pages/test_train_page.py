"""The page for training, from dropped pictures to a pack in use."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.engine import Engine
from app.main_window import MainWindow, Place
from app.pages.train_page import TrainPage
from app.runs import RunState
from app.settings import Settings
from app.tasks import preparation
from app.widgets.training.run_view import RunView
from genmodels.api.configs import Effort, Fit
from genmodels.api.runs import REQUEST
from genmodels.media.sprite import Sprite, write_sprite

ROOT, WAIT_MS = Path(__file__).parents[3], 15_000
FAKE = ROOT / "tests" / "fake_run.py"
Make = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask the engine at once."""
    monkeypatch.setattr(preparation, "CHECK_REST_MS", 1)
    monkeypatch.setattr(preparation, "MEASURE_REST_MS", 1)


@pytest.fixture
def pictures(tmp_path: Path, rgba: np.ndarray) -> Path:
    """A folder of twelve pictures and a broken one."""
    folder = tmp_path / "My Balls"
    folder.mkdir()
    for number in range(12):
        write_sprite(folder / f"ball-{number:02}.png", Sprite(rgba_HWC=np.roll(rgba, number, axis=0)))
    (folder / "broken.png").touch()
    return folder


@pytest.fixture
def make(qtbot: QtBot, home: Path, packs: Path, make_engine: Callable[..., Engine]) -> Make:
    """Make windows whose trainings are the fake's."""

    def make_window(*run_flags: str, engine_flags: tuple[str, ...] = ()) -> MainWindow:
        engine = make_engine(*engine_flags)
        window = MainWindow(engine, Settings(home / "settings.ini"), (sys.executable, str(FAKE), *run_flags))
        qtbot.addWidget(window)
        window.page.refresh_packs()
        window.show()
        qtbot.waitExposed(window)
        with qtbot.waitSignal(engine.became_ready, timeout=WAIT_MS):
            engine.start()
        return window

    return make_window


def page_of(window: MainWindow) -> TrainPage:
    assert window.train_page is not None
    return window.train_page


def view_of(window: MainWindow) -> RunView:
    view = page_of(window).run_view
    assert view is not None
    return view


def drop(widget: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button, held = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), action, data, button, held)
    widget.dragEnterEvent(enter)
    if enter.isAccepted():
        widget.dropEvent(QDropEvent(QPointF(5, 5), action, data, button, held))


def button(widget: QWidget, text: str) -> QAbstractButton:
    found = [one for one in widget.findChildren(QAbstractButton) if one.text() == text and one.isVisibleTo(widget)]
    assert len(found) == 1, text
    return found[0]


def shown(widget: QWidget, text: str) -> bool:
    return any(one.text() == text and one.isVisibleTo(widget) for one in widget.findChildren(QAbstractButton))


def checked(qtbot: QtBot, window: MainWindow, folder: Path) -> TrainPage:
    drop(window, folder)
    page = page_of(window)
    qtbot.waitUntil(lambda: page.preparation.report is not None, timeout=WAIT_MS)
    return page


def started(qtbot: QtBot, window: MainWindow, folder: Path) -> TrainPage:
    page = checked(qtbot, window, folder)
    button(page.choices, "Start training").click()
    qtbot.waitUntil(lambda: state(page) is RunState.TRAINING, timeout=WAIT_MS)
    return page


def state(page: TrainPage) -> RunState | None:
    page._runs.look()
    return page._runs.cards[0].state if page._runs.cards else None


def test_a_start_loads_nothing_of_trainings_and_the_page_no_curves() -> None:
    program = (
        "import sys\n"
        "from app.__main__ import build\n"
        "made = build((sys.executable, '-c', 'import sys; sys.stdin.read()'))\n"
        "late = ('app.pages.train_page', 'app.runs', 'filelock', 'pyqtgraph')\n"
        "def look():\n"
        "    return [name for name in late if name in sys.modules]\n"
        "print(look())\n"
        "made.window.show_place(1)\n"
        "print(look())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines() == ["[]", "['app.pages.train_page', 'app.runs']"]


def test_a_folder_dropped_anywhere_is_looked_at(qtbot: QtBot, make: Make, pictures: Path) -> None:
    window = make()
    drop(window.page, pictures)
    assert window.train_page is None, "the draw page leaves folders to the window"
    page = checked(qtbot, window, pictures)
    assert page.isVisible()
    assert "12 images, 1 unreadable." in page.data.report.text
    lists = [one.toPlainText() for one in page.data.report.findChildren(QPlainTextEdit)]
    assert lists == ["broken.png: It cannot be read."]
    assert page.data.grid.count() == 12
    assert page.choices.name == "My-Balls"
    qtbot.waitUntil(lambda: "about 12 minutes" in times(page), timeout=WAIT_MS)


def times(page: TrainPage) -> list[str]:
    return [label.text() for label in page.choices._times.values()]


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
    assert page.choices._reason.text() == "The pictures could not be looked at."
    assert not button(page.choices, "Start training").isEnabled()


def test_an_engine_that_died_is_asked_again(qtbot: QtBot, make: Make, pictures: Path, tmp_path: Path) -> None:
    window = make(engine_flags=("--crash-once", str(tmp_path / "crashed")))
    page = checked(qtbot, window, pictures)
    assert (tmp_path / "crashed").exists()
    assert "12 images" in page.data.report.text


def test_what_is_chosen_is_what_is_trained(qtbot: QtBot, make: Make, pictures: Path, packs: Path) -> None:
    window = make("--steps", "5000")
    page = checked(qtbot, window, pictures)
    page.choices.propose_start(packs / "beta")
    button(page.choices, "Quick").click()
    page.choices._train._rows[0].editor.setText("7")  # the seed
    button(page.choices, "Start training").click()
    folder = page._runs.cards[0].folder
    request = json.loads((folder / REQUEST).read_text(encoding="utf-8"))["request"]
    assert (request["name"], request["effort"], request["train"]["seed"]) == ("My-Balls", Effort.QUICK, 7)
    assert (request["start"], request["title"]) == (str(packs / "beta"), "My balls")
    assert request["trained_on"] == "12 pictures of “My Balls”"
    page._steering.stop_now(folder)
    qtbot.waitUntil(lambda: state(page) is RunState.STOPPED, timeout=WAIT_MS)


def test_a_run_is_watched_to_its_pack_which_is_then_used(qtbot: QtBot, make: Make, pictures: Path) -> None:
    window = make("--steps", "60", "--step-ms", "5")
    page = checked(qtbot, window, pictures)
    button(page.choices, "Start training").click()
    qtbot.waitUntil(lambda: state(page) is RunState.FINISHED, timeout=WAIT_MS)
    view = view_of(window)
    qtbot.waitUntil(lambda: view.film.step == 60, timeout=WAIT_MS)
    assert not view.film._large.image.isNull()
    assert len(view.chart._held) == 13
    assert "has finished" in window.bar.text
    button(view, "Use it on the Draw page").click()
    assert window.page.isVisible()
    assert window.page.panel.pack is not None
    assert window.page.panel.pack.folder.name == "My-Balls"


def test_looking_back_at_the_film_stays_there(qtbot: QtBot, make: Make, pictures: Path) -> None:
    window = make("--steps", "2000", "--step-ms", "5")
    page = started(qtbot, window, pictures)
    view = view_of(window)
    qtbot.waitUntil(lambda: len(view.film._frames) > 3, timeout=WAIT_MS)
    view.film._slider.setValue(1)
    many = len(view.film._frames)
    qtbot.waitUntil(lambda: len(view.film._frames) > many, timeout=WAIT_MS)
    assert view.film.step == 5
    button(view, "Stop now").click()
    qtbot.waitUntil(lambda: state(page) is RunState.STOPPED, timeout=WAIT_MS)


def test_pause_go_on_and_stop(qtbot: QtBot, make: Make, pictures: Path) -> None:
    window = make("--steps", "5000")
    page = started(qtbot, window, pictures)
    view = view_of(window)
    button(view, "Pause").click()
    qtbot.waitUntil(lambda: state(page) is RunState.PAUSED, timeout=WAIT_MS)
    button(view, "Resume").click()
    qtbot.waitUntil(lambda: state(page) is RunState.TRAINING, timeout=WAIT_MS)
    button(view, "Stop").click()
    qtbot.waitUntil(lambda: state(page) is RunState.FINISHED, timeout=WAIT_MS)
    assert shown(view, "Use it on the Draw page")


def test_weights_so_far_can_be_tried_while_it_trains(qtbot: QtBot, make: Make, pictures: Path, home: Path) -> None:
    window = make("--steps", "5000")
    page = started(qtbot, window, pictures)
    run = page._runs.cards[0].folder
    qtbot.waitUntil((run / "pack" / "pack.json").is_file, timeout=WAIT_MS)
    page._on_runs_changed()
    button(view_of(window), "Try it on the canvas").click()
    assert window.page.panel.pack is not None
    assert window.page.panel.pack.folder == run / "pack"
    assert window.page.panel.pack.card.title == "My balls, so far"
    window.page.refresh_packs()
    assert window.page.panel.pack.folder == run / "pack", "it stays while others come and go"
    assert Settings(home / "settings.ini").pack != "pack", "another start would not find it"
    page._steering.stop_now(run)
    qtbot.waitUntil(lambda: state(page) is RunState.STOPPED, timeout=WAIT_MS)
    page._steering._runs.delete(run)
    window.page.refresh_packs()
    assert window.page.panel.pack.folder.name == "alpha"


def test_a_full_disk_says_so(qtbot: QtBot, make: Make, pictures: Path) -> None:
    window = make("--full", "4")
    page = checked(qtbot, window, pictures)
    button(page.choices, "Start training").click()
    qtbot.waitUntil(lambda: state(page) is RunState.PAUSED, timeout=WAIT_MS)
    view = view_of(window)
    qtbot.waitUntil(lambda: "disk is full" in view._message.text(), timeout=WAIT_MS)
    button(view, "Resume").click()
    qtbot.waitUntil(lambda: state(page) is RunState.FINISHED, timeout=WAIT_MS)


def test_a_failure_says_what_to_do(qtbot: QtBot, make: Make, pictures: Path) -> None:
    window = make("--fail", "3")
    page = checked(qtbot, window, pictures)
    button(page.choices, "Start training").click()
    qtbot.waitUntil(lambda: state(page) is RunState.FAILED, timeout=WAIT_MS)
    assert view_of(window)._message.text() == "The memory is full. Take a smaller batch."
    assert shown(view_of(window), "Resume")
    assert window.bar.text == "The memory is full. Take a smaller batch."
    window.show_place(Place.DRAW)
    button(window.bar, "Show").click()
    assert view_of(window).isVisible()


def test_what_broke_off_is_offered_at_the_next_start_and_resumed(qtbot: QtBot, make: Make, pictures: Path) -> None:
    first = make("--die", "7")
    page = checked(qtbot, first, pictures)
    button(page.choices, "Start training").click()
    qtbot.waitUntil(lambda: state(page) is RunState.INTERRUPTED, timeout=WAIT_MS)
    first.close()
    second = make()
    qtbot.waitUntil(lambda: second.notice is not None and second.notice.isVisible(), timeout=WAIT_MS)
    assert second.notice is not None
    assert second.notice.text == "The training “My-Balls” broke off before its end."
    button(second.notice, "Resume").click()
    assert not second.notice.isVisible()
    second.show_place(Place.TRAIN)
    qtbot.waitUntil(lambda: state(page_of(second)) is RunState.FINISHED, timeout=WAIT_MS)


def test_a_new_window_finds_the_training_that_goes_on(qtbot: QtBot, make: Make, pictures: Path) -> None:
    first = make("--steps", "5000")
    started(qtbot, first, pictures)
    second = make("--steps", "5000")
    second.show_place(Place.TRAIN)
    page = page_of(second)
    run = page._runs.cards[0].folder
    qtbot.waitUntil(lambda: page._follower is not None and len(page._follower.story.loss) > 3, timeout=WAIT_MS)
    button(view_of(second), "Stop now").click()
    qtbot.waitUntil(lambda: state(page) is RunState.STOPPED, timeout=WAIT_MS)
    assert page._runs.cards[0].folder == run


@pytest.mark.parametrize(
    ("answer", "closes", "ends"),
    [("Keep training", True, False), ("Stop and save", True, True), ("Cancel", False, False)],
)
def test_closing_asks_while_a_training_goes_on(
    qtbot: QtBot, make: Make, pictures: Path, monkeypatch: pytest.MonkeyPatch, answer: str, closes: bool, ends: bool
) -> None:
    window = make("--steps", "5000")
    page = started(qtbot, window, pictures)
    chosen: list[QAbstractButton] = []
    monkeypatch.setattr(
        QMessageBox,
        "exec",
        lambda box: chosen.extend(one for one in box.buttons() if one.text().replace("&", "") == answer),
    )
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda _box: chosen[0])
    assert window.close() is closes
    if not ends:
        assert state(page) is RunState.TRAINING
        page._steering.stop_now(page._runs.cards[0].folder)
        qtbot.waitUntil(lambda: state(page) is RunState.STOPPED, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: state(page) in (RunState.FINISHED, RunState.STOPPED), timeout=WAIT_MS)
    window.close()


def test_a_run_is_deleted_after_a_question_only(
    qtbot: QtBot, make: Make, pictures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make()
    page = checked(qtbot, window, pictures)
    button(page.choices, "Start training").click()
    qtbot.waitUntil(lambda: state(page) is RunState.FINISHED, timeout=WAIT_MS)
    folder, answers = page._runs.cards[0].folder, ["Cancel", "Delete"]
    chosen: list[QAbstractButton] = []

    def answer(box: QMessageBox) -> None:
        wanted = answers.pop(0)
        chosen[:] = [one for one in box.buttons() if one.text().replace("&", "") == wanted]

    monkeypatch.setattr(QMessageBox, "exec", answer)
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda _box: chosen[0])
    button(view_of(window), "Delete…").click()
    assert folder.exists()
    button(view_of(window), "Delete…").click()
    assert not folder.exists()
    assert page.list.count() == 0
    assert page.choices.isVisible(), "back at the training to come"


def test_packs_dropped_here_are_no_pictures(make: Make, tmp_path: Path) -> None:
    window = make()
    window.show_place(Place.TRAIN)
    page_of(window).take([tmp_path / "one.svpack"])
    assert "no pictures" in window.bar.text


def test_keys_of_the_draw_page_rest_on_other_pages(qtbot: QtBot, make: Make) -> None:
    window = make()
    window.show_place(Place.TRAIN)
    visible = [entry.text() for entry in window.menuBar().actions() if entry.isVisible()]
    assert visible == ["&File", "&Window", "&Help"]
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.page.isVisible()
    assert len([entry for entry in window.menuBar().actions() if entry.isVisible()]) == 8


def test_everything_that_takes_focus_has_a_name(qtbot: QtBot, make: Make, pictures: Path) -> None:
    page = checked(qtbot, make(), pictures)
    for widget in page.findChildren(QWidget):
        takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(page)
        if takes_focus and widget.focusProxy() is None and not widget.objectName().startswith("qt_"):
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            assert widget.accessibleName() or text, widget
