"""A window whose trainings are the fake's, and pictures to drop on it."""

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from train_window import WAIT_MS, Make

from app.engine import Engine
from app.main_window import MainWindow
from app.settings import Settings
from app.tasks import preparation
from genmodels.media.sprite import Sprite, write_sprite

FAKE = Path(__file__).parents[3] / "fake_run.py"


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
