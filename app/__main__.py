"""`spriteverse [FILE]`: opens the window."""

import argparse
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

    from PySide6.QtWidgets import QApplication  # here, so that --help does not wait for Qt

    from app.application import Application

    return Application(QApplication(sys.argv[:1])).run(arguments.file)


if __name__ == "__main__":
    sys.exit(main())
