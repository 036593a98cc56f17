"""Puts the program together: Qt, log, look, engine and window; and takes it apart when the window closes."""

import logging
import sys
import traceback
from importlib import metadata
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.engine import COMMAND, Engine
from app.main_window import MainWindow
from app.settings import Settings
from app.theme import apply_theme, drawn_icon
from genmodels.api import paths
from genmodels.api.errors import ErrorKind
from genmodels.api.messages import Failed

_LOG_BYTES = 2**20


class Application:
    """Owns everything that lives as long as the program; the event loop ends when the engine is gone."""

    def __init__(self, arguments: list[str], command: tuple[str, ...] = COMMAND) -> None:
        existing = QApplication.instance()
        self.qt = existing if isinstance(existing, QApplication) else QApplication(arguments)
        self.qt.setApplicationName("Spriteverse")
        self.qt.setApplicationVersion(version())
        self.qt.setDesktopFileName("spriteverse")
        self.qt.setStyle("fusion")
        self.qt.setQuitOnLastWindowClosed(False)  # the engine is seen off first
        self.settings = Settings(paths.user_home() / "settings.ini")
        apply_theme(self.qt, self.settings.theme)
        self.qt.styleHints().colorSchemeChanged.connect(lambda: apply_theme(self.qt, self.settings.theme))
        self.engine = Engine(paths.user_home() / "logs" / "engine.log", command)
        self.window = MainWindow(self.engine, self.settings)
        self.window.first_painted.connect(self._on_first_painted)
        self.window.closed.connect(self.engine.shut_down)
        self.engine.stopped.connect(self.qt.quit)

    def run(self, file: Path | None) -> int:
        """Show the window, with this file if one is given; returns the exit status."""
        self._install_excepthook()
        if file is not None:
            self.window.page.files.load(file)
        self.window.show()
        return self.qt.exec()

    def _on_first_painted(self) -> None:
        self.qt.setWindowIcon(QIcon(drawn_icon(paths.resources() / "icons" / "app.svg", 128)))
        self.engine.start()

    def _install_excepthook(self) -> None:
        log = logging.getLogger("app")
        folder = paths.user_home() / "logs"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            log.addHandler(RotatingFileHandler(folder / "window.log", maxBytes=_LOG_BYTES, backupCount=1, delay=True))
        except OSError:
            log.addHandler(logging.StreamHandler())  # a window without a log is better than none

        def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            if issubclass(kind, KeyboardInterrupt):
                self.window.close()
                return
            log.error("not caught", exc_info=(kind, error, trace))
            detail = "".join(traceback.format_exception(kind, error, trace))
            message = self.qt.translate("Application", "Something went wrong inside Spriteverse.")
            hint = self.qt.translate(
                "Application", "Your sprite is still here: save it. The details help to mend this."
            )
            self.window.bar.fail(Failed(error=ErrorKind.INTERNAL, message=message, hint=hint, detail=detail))

        sys.excepthook = show


def version() -> str:
    """Return the program's version; a checkout that was never installed has none."""
    try:
        return metadata.version("spriteverse")
    except metadata.PackageNotFoundError:
        return "0 (not installed)"
