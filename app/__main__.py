"""`spriteverse [FILE]`: opens the window; `spriteverse export`: writes files without one."""

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from genmodels.api.version import version

if TYPE_CHECKING:
    from app.application import Application


def main() -> int:
    """Parse the few flags and run the window; returns the exit status."""
    if len(sys.argv) == 1:  # as most starts are, which need not wait for argparse
        return build().run(None)
    if sys.argv[1] == "export":
        from app.export import main as export

        return export(sys.argv[2:])
    import argparse

    parser = argparse.ArgumentParser(
        prog="spriteverse",
        description="Draw sprites together with your own models.",
        epilog="“spriteverse export --help” tells of writing sprite sheets without a window.",
    )
    parser.add_argument("file", nargs="?", type=Path, help="sprite to open: PNG, GIF, WebP, BMP or JPEG")
    parser.add_argument("--version", action="store_true", help="print the version and end")
    arguments = parser.parse_args()
    if arguments.version:
        print(version())  # noqa: T201 - what the flag is for
        return 0
    return build().run(arguments.file)


def build(command: Sequence[str] = ()) -> "Application":
    """Return the program, ready to run; command starts another engine than its own.

    What the first paint does not need is left for after it: the engine, packs, NumPy and pictures, and the garbage
    collector, which would find nothing among what is being built.
    """
    gc.disable()
    _import_what_knows_no_qt()

    from PySide6.QtWidgets import QApplication  # here, so that --help does not wait for Qt

    from app.application import Application
    from app.engine import COMMAND

    qt = QApplication([sys.argv[0], "-style", "fusion"])  # setStyle would hand back a QStyle, whose enums take long
    application = Application(qt, command or COMMAND)
    application.window.first_painted.connect(_collect_again)
    return application


def _collect_again() -> None:
    """Start the garbage collector; what has been built lives as long as the program and need not be looked through."""
    gc.freeze()
    gc.enable()


def _import_what_knows_no_qt() -> None:
    """Import it ahead of Qt, because PySide reads the source of every module that is imported after it."""
    import_module("app.canvas.tools")
    import_module("app.document.candidates")
    import_module("genmodels.api.packs")
    import_module("genmodels.media.masks")


if __name__ == "__main__":
    sys.exit(main())
