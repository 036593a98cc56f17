"""A window on a fake engine, two packs and a small sprite."""

import gc
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.engine import Engine
from app.main_window import MainWindow
from app.settings import Settings, Theme
from app.theme import apply_theme
from app.widgets.job_bar import JobBar
from genmodels.api import paths
from genmodels.api.packs import FORMAT_VERSION
from genmodels.media.sprite import Sprite, write_sprite

FAKE = Path(__file__).parents[1] / "fake_engine.py"


def pytest_itemcollected(item: pytest.Item) -> None:
    """Let pass the one thing that Qt's offscreen platform always complains about."""
    item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True))


def make_pack(root: Path, name: str, family: str = "pixelrnn", **config: object) -> Path:
    """Write the card of a pack that the fake engine accepts."""
    folder = root / name
    folder.mkdir(parents=True)
    card = {
        "format_version": FORMAT_VERSION, "family": family, "name": name, "title": name.title(),
        "licence": "MIT", "trained_on": "dots", "config": config,
    }  # fmt: skip
    (folder / "pack.json").write_text(json.dumps(card), encoding="utf-8")
    return folder


@pytest.fixture
def swept(qapp: QApplication) -> Iterator[None]:
    """Let a test change the look: windows deleted while Qt restyles all widgets would end the process."""
    _sweep()
    yield
    _sweep()
    qapp.setStyleSheet("")
    apply_theme(qapp, Theme.SYSTEM)


def _sweep() -> None:
    """Delete earlier windows now."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


@pytest.fixture
def packs(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two packs in the user's folder, and none that ship."""
    monkeypatch.setattr(paths, "pack_roots", lambda: (home / "packs",))
    make_pack(home / "packs", "alpha", size=16)
    make_pack(home / "packs", "beta", size=12)
    return home / "packs"


@pytest.fixture
def add_image_pack(packs: Path) -> Callable[..., Path]:
    """Add packs that morph and explore to the user's folder; keywords go into their configs."""
    return lambda name, **config: make_pack(packs, name, "image-vae", **{"size": 12, "numbers": 12, **config})


@pytest.fixture
def add_verse_pack(packs: Path) -> Callable[..., Path]:
    """Add packs that write verse to the user's folder; keywords go into their configs."""
    return lambda name, **config: make_pack(packs, name, "verse-vae", **{"numbers": 12, **config})


@pytest.fixture
def bar(qtbot: QtBot) -> JobBar:
    """A message bar without a window."""
    bar = JobBar()
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def sprite_file(tmp_path: Path, rgba: np.ndarray) -> Path:
    """A small sprite on disk."""
    path = tmp_path / "ball.png"
    write_sprite(path, Sprite(rgba_HWC=rgba))
    return path


@pytest.fixture
def make_engine(qtbot: QtBot, home: Path) -> Iterator[Callable[..., Engine]]:
    """Make engines that run the fake with the given flags; all are seen off at the end."""
    engines: list[Engine] = []

    def make(*flags: str, delays_ms: tuple[int, ...] = (10, 10)) -> Engine:
        command = (sys.executable, str(FAKE), *flags)
        engines.append(Engine(home / "logs" / "engine.log", command, delays_ms))
        return engines[-1]

    yield make
    for engine in engines:
        with qtbot.waitSignal(engine.stopped, timeout=10_000):
            engine.shut_down()


@pytest.fixture
def make_window(
    qtbot: QtBot, home: Path, packs: Path, sprite_file: Path, make_engine: Callable[..., Engine]
) -> Callable[..., MainWindow]:
    """Make windows with the small sprite open and the fake engine ready."""

    def make(*flags: str, ready: bool = True) -> MainWindow:
        engine = make_engine(*flags)
        window = MainWindow(engine, Settings(home / "settings.ini"))
        qtbot.addWidget(window, before_close_func=keep_nothing)
        window.page.open_first(sprite_file)
        window.show()
        qtbot.waitExposed(window)
        if ready:
            with qtbot.waitSignal(engine.became_ready, timeout=10_000):
                engine.start()
        return window

    return make


@pytest.fixture
def window(make_window: Callable[..., MainWindow]) -> MainWindow:
    """A window on a fake engine that does its work."""
    return make_window()


@pytest.fixture
def drag(qtbot: QtBot) -> Callable[..., None]:
    """Drag on the canvas from cell to cell with a button."""

    def drag_over(
        window: MainWindow,
        *cells: tuple[int, int],
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        canvas = window.page.canvas
        points = [cell_centre(window, cell) for cell in cells]
        qtbot.mousePress(canvas, button, held, points[0])
        for point in points[1:]:
            qtbot.mouseMove(canvas, point)
        qtbot.mouseRelease(canvas, button, held, points[-1])

    return drag_over


def keep_nothing(window: MainWindow) -> None:
    """Spare the test the question about unsaved changes."""
    drawing = window.page.drawing
    drawing.mark_saved(drawing.path or Path("nowhere.png"))


def cell_centre(window: MainWindow, cell: tuple[int, int]) -> QPoint:
    """Return the widget point in the middle of a cell."""
    x, y = cell
    rect = window.page.canvas.viewport.rect_of((x, y, x + 1, y + 1))
    return QPointF(rect.center()).toPoint()
