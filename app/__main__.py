"""`spriteverse [FILE]`: opens the window."""

import argparse
import os
import sys
from pathlib import Path

from app.version import version


def main() -> int:
    """Parse the few flags and run the window; returns the exit status."""
    parser = argparse.ArgumentParser(prog="spriteverse", description="Draw sprites together with your own models.")
    parser.add_argument("file", nargs="?", type=Path, help="sprite to open: PNG, GIF, WebP, BMP or JPEG")
    parser.add_argument("--version", action="store_true", help="print the version and end")
    arguments = parser.parse_args()
    if arguments.version:
        print(version())  # noqa: T201 - what the flag is for
        return 0
    _import_numpy_without_threads()

    from PySide6.QtWidgets import QApplication  # here, so that --help does not wait for Qt

    from app.application import Application

    return Application(QApplication(sys.argv[:1])).run(arguments.file)


def _import_numpy_without_threads() -> None:
    """Import NumPy in half its time: the window multiplies no matrices, so BLAS need not start its threads.

    Before Qt, because PySide looks into the source of every module that is imported after it.
    """
    name = "OPENBLAS_NUM_THREADS"
    before = os.environ.get(name)
    os.environ[name] = "1"
    import numpy as np  # noqa: F401 - imported for its effect

    if before is None:
        del os.environ[name]  # the engine inherits the environment and may use all cores
    else:
        os.environ[name] = before


if __name__ == "__main__":
    sys.exit(main())
