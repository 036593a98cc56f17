"""The command that opens the window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.__main__ import main
from app.version import version

ROOT = Path(__file__).parents[2]


def test_version(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["spriteverse", "--version"])
    assert main() == 0
    assert capsys.readouterr().out.strip() == version()


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
