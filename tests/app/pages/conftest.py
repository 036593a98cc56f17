"""Pages alone in a window, on a fake engine that writes down what it is asked."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMenuBar
from pytestqt.qtbot import QtBot

from app.engine import Engine
from app.settings import Settings
from app.widgets.job_bar import JobBar


@pytest.fixture
def record(home: Path) -> Path:
    """Where the requests are, a line each."""
    return home / "lines"


@pytest.fixture
def show_page(
    qtbot: QtBot, home: Path, packs: Path, record: Path, bar: JobBar, make_engine: Callable[..., Engine]
) -> Callable[..., Any]:
    """Show pages of a kind, with their menus; the flags are the engine's."""

    def show(kind: Callable[..., Any], *flags: str) -> Any:
        engine = make_engine("--record", str(record), *flags)
        page = kind(engine, Settings(home / "settings.ini"), bar)
        menus = QMenuBar(page)
        page.add_menu(menus, menus.addAction("end"))
        qtbot.addWidget(page)
        page.resize(1000, 700)
        page.show()
        qtbot.waitExposed(page)
        with qtbot.waitSignal(engine.became_ready, timeout=10_000):
            engine.start()
        return page

    return show
