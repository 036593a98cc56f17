"""A training that goes on: what is seen of it, and its pack in use."""

import subprocess
import sys
from pathlib import Path

from hands import button
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from train_window import WAIT_MS, Make, checked, page_of, started, state, view_of

from app.main_window import Place
from app.runs import RunState
from app.settings import Settings

ROOT = Path(__file__).parents[4]


def test_a_start_loads_nothing_of_trainings_and_the_page_no_curves() -> None:
    program = (
        "import sys\n"
        "from app.__main__ import build\n"
        "from app.main_window import Place\n"
        "made = build((sys.executable, '-c', 'import sys; sys.stdin.read()'))\n"
        "late = ('app.pages.train_page', 'app.runs', 'filelock', 'pyqtgraph')\n"
        "def look():\n"
        "    return [name for name in late if name in sys.modules]\n"
        "print(look())\n"
        "made.window.show_place(Place.TRAIN)\n"
        "print(look())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines() == ["[]", "['app.pages.train_page', 'app.runs']"]


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
    assert window.page.panel.picker.pack is not None
    assert window.page.panel.picker.pack.folder.name == "My-Balls"


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


def test_weights_so_far_can_be_tried_while_it_trains(qtbot: QtBot, make: Make, pictures: Path, home: Path) -> None:
    window = make("--steps", "5000")
    page = started(qtbot, window, pictures)
    run = page._runs.cards[0].folder
    qtbot.waitUntil((run / "pack" / "pack.json").is_file, timeout=WAIT_MS)
    page._on_runs_changed()
    button(view_of(window), "Try it on the canvas").click()
    assert window.page.panel.picker.pack is not None
    assert window.page.panel.picker.pack.folder == run / "pack"
    assert window.page.panel.picker.pack.card.title == "My balls, so far"
    window.page.refresh_packs()
    assert window.page.panel.picker.pack.folder == run / "pack", "it stays while others come and go"
    assert Settings(home / "settings.ini").pack != "pack", "another start would not find it"
    page._steering.stop_now(run)
    qtbot.waitUntil(lambda: state(page) is RunState.STOPPED, timeout=WAIT_MS)
    page._steering._runs.delete(run)
    window.page.refresh_packs()
    assert window.page.panel.picker.pack.folder.name == "alpha"


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


def test_keys_of_the_draw_page_rest_on_other_pages(qtbot: QtBot, make: Make) -> None:
    window = make()
    window.show_place(Place.TRAIN)
    visible = [entry.text() for entry in window.menuBar().actions() if entry.isVisible()]
    assert visible == ["&File", "&Window", "&Help"]
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.page.isVisible()
    assert len([entry for entry in window.menuBar().actions() if entry.isVisible()]) > 8
