"""The command that opens the window."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from app.__main__ import main
from app.version import version
from genmodels.media.sprite import Sprite, write_sprite

ROOT = Path(__file__).parents[2]


def test_version(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["spriteverse", "--version"])
    assert main() == 0
    assert capsys.readouterr().out.strip() == version()


def test_first_paint_waits_for_no_file_and_what_follows_reads_them(tmp_path: Path) -> None:
    program = (
        "import gc, sys\n"
        "from app.__main__ import build\n"
        "made = build((sys.executable, '-c', 'import sys; sys.stdin.read()'))\n"
        "made.window.first_painted.connect(lambda: print('PIL' in sys.modules, 'torch' in sys.modules))\n"
        "made.window.page.files.opened.connect(lambda: print(made.window.windowTitle(), gc.isenabled()))\n"
        "made.window.page.files.opened.connect(made.engine.shut_down)\n"
        "sys.exit(made.run(__import__('pathlib').Path(sys.argv[1])))\n"
    )
    file = tmp_path / "dot.png"
    write_sprite(file, Sprite(rgba_HWC=np.zeros((8, 8, 4), np.uint8)))
    done = subprocess.run(
        [sys.executable, "-c", program, str(file)], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines() == ["False False", "dot.png[*] – Spriteverse True"]


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
