"""`spriteverse [FILE]`: opens the window."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.version import version

if TYPE_CHECKING:
    from app.application import Application


def main() -> int:
    """Parse the few flags and run the window; returns the exit status."""
    parser = argparse.ArgumentParser(prog="spriteverse", description="Draw sprites together with your own models.")
    parser.add_argument("file", nargs="?", type=Path, help="sprite to open: PNG, GIF, WebP, BMP or JPEG")
    parser.add_argument("--version", action="store_true", help="print the version and end")
    arguments = parser.parse_args()
    if arguments.version:
        print(version())  # noqa: T201 - what the flag is for
        return 0
    return build().run(arguments.file)


def build(command: Sequence[str] = ()) -> "Application":
    """Return the program, ready to run; command starts another engine than its own.

    What the first paint does not need is left for after it: the engine, packs, pictures, and the garbage collector,
    which would find nothing among what is being built.
    """
    gc.disable()
    _import_document()

    from PySide6.QtWidgets import QApplication  # here, so that --help does not wait for Qt

    from app.application import Application
    from app.engine import COMMAND

    qt = QApplication([sys.argv[0], "-style", "fusion"])  # setStyle would hand back a QStyle, whose enums take long
    application = Application(qt, command or COMMAND)
    application.window.first_painted.connect(gc.enable)
    return application


def _import_document() -> None:
    """Import what knows no Qt ahead of Qt, because PySide reads the source of every module imported after it.

    NumPy comes in half its time when BLAS need not start its threads: the window multiplies no matrices.
    """
    name = "OPENBLAS_NUM_THREADS"
    before = os.environ.get(name)
    os.environ[name] = "1"
    import app.document.candidates  # noqa: F401 - imported for its effect

    if before is None:
        del os.environ[name]  # the engine inherits the environment and may use all cores
    else:
        os.environ[name] = before


if __name__ == "__main__":
    sys.exit(main())
