"""The command that opens the window."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.__main__ import main
from app.engine import Engine
from app.main_window import MainWindow
from app.settings import Settings
from genmodels.api.version import version
from genmodels.media.sprite import Sprite, write_sprite

ROOT = Path(__file__).parents[2]


def test_version(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["spriteverse", "--version"])
    assert main() == 0
    assert capsys.readouterr().out.strip() == version()


def test_first_paint_waits_for_no_picture_and_what_follows_reads_them(tmp_path: Path) -> None:
    program = (
        "import gc, sys\n"
        "from app.__main__ import build\n"
        "made = build((sys.executable, '-c', 'import sys; sys.stdin.read()'))\n"
        "late = ('numpy', 'PIL', 'torch', 'genmodels.api.messages')\n"
        "made.window.first_painted.connect(lambda: print([name for name in late if name in sys.modules]))\n"
        "made.window.page.files.opened.connect(lambda: print(made.window.windowTitle(), gc.isenabled()))\n"
        "made.window.page.files.opened.connect(made.engine.shut_down)\n"
        "sys.exit(made.run(__import__('pathlib').Path(sys.argv[1])))\n"
    )
    file = tmp_path / "dot.png"
    write_sprite(file, Sprite(rgba_HWC=np.zeros((8, 8, 4), np.uint8)))
    done = subprocess.run(
        [sys.executable, "-c", program, str(file)], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines() == ["[]", "dot.png[*] – Spriteverse True"]


def test_who_draws_before_the_first_sprite_is_there_keeps_the_drawing(
    qtbot: QtBot, home: Path, packs: Path, make_engine: Callable[..., Engine], drag: Callable[..., None]
) -> None:
    window = MainWindow(make_engine(), Settings(home / "settings.ini"))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    drag(window, (1, 1), (3, 1))
    window.page.open_first(None)
    assert window.page.drawing.mask_HW.any()
    assert window.page.drawing.path is None
    assert window.page.panel.picker.pack is not None


def test_help_needs_no_qt_and_no_display() -> None:
    program = "import sys, app.__main__; print(any(name.startswith('PySide6') for name in sys.modules))"
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    assert done.stdout.strip() == "False"
