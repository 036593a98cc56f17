"""The newest request wins, and nobody is told who is gone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.engine import Engine
from app.tasks.latest import Latest
from genmodels.api.errors import ErrorKind
from genmodels.api.messages import Done, Failed, LoadPack, Progress


@pytest.mark.parametrize("late", [Done(), Failed(error=ErrorKind.INTERNAL, message="late"), Progress(done=1, total=2)])
def test_an_answer_that_comes_after_the_window_went_is_dropped(
    make_engine: Callable[..., Engine], qtbot: QtBot, late: Done | Failed | Progress
) -> None:
    engine, window = make_engine(), QObject()
    latest = Latest(engine, 0, window)
    latest.ask(LoadPack(pack="nowhere"))
    qtbot.waitUntil(lambda: latest._job is not None)
    job = latest._job
    assert job is not None
    delete(window)
    with qtbot.captureExceptions() as thrown:
        job.receive(late)
    assert thrown == []
