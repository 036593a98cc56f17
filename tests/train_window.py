"""What tests of the page for training do in a window: drop pictures, find buttons, wait for a run."""

from collections.abc import Callable
from pathlib import Path

from hands import button, drop
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from app.pages.train_page import TrainPage
from app.runs import RunState
from app.widgets.training.run_view import RunView

WAIT_MS = 15_000
Make = Callable[..., MainWindow]


def page_of(window: MainWindow) -> TrainPage:
    assert window.pages.train is not None
    return window.pages.train


def view_of(window: MainWindow) -> RunView:
    view = page_of(window).run_view
    assert view is not None
    return view


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


def times(page: TrainPage) -> list[str]:
    return [label.text() for label in page.choices._times.values()]
