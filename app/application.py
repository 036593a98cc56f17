"""Puts the program together: Qt, look, engine and window; and takes it apart when the window closes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.engine import COMMAND, Engine
from app.language import install_language
from app.logs import append
from app.main_window import MainWindow
from app.settings import Settings
from app.theme import apply_theme, drawn_icon
from genmodels.api import paths
from genmodels.api.deferred import messages
from genmodels.api.errors import ErrorKind


class Application:
    """Owns everything that lives as long as the program; the event loop ends when the engine is gone."""

    def __init__(self, qt: QApplication, command: Sequence[str] = COMMAND) -> None:
        self.qt = qt
        qt.setApplicationName("Spriteverse")
        qt.setDesktopFileName("spriteverse")
        qt.setQuitOnLastWindowClosed(False)  # the engine is seen off first
        logs = paths.user_home() / "logs"
        self._log = logs / "window.log"
        self.settings = Settings(paths.user_home() / "settings.ini")
        install_language(qt, self.settings.language)
        apply_theme(qt, self.settings.theme)
        qt.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self.engine = Engine(logs / "engine.log", command)
        self.window = MainWindow(self.engine, self.settings)
        self._file: Path | None = None  # to open first
        self.window.first_painted.connect(self._on_first_painted, Qt.ConnectionType.QueuedConnection)
        self.window.closed.connect(self.engine.shut_down)
        self.engine.stopped.connect(qt.quit)

    def run(self, file: Path | None) -> int:
        """Show the window with this file, or with a sample; returns the exit status."""
        sys.excepthook = self.report
        self._file = file
        self.window.show()
        return self.qt.exec()

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Show and log an exception that nothing caught; the program goes on."""
        import traceback  # here, because few starts ever need it

        if issubclass(kind, KeyboardInterrupt):
            self.window.close()
            return
        detail = "".join(traceback.format_exception(kind, error, trace))
        append(self._log, detail)
        message = self.qt.translate("Application", "Something went wrong inside Spriteverse.")
        hint = self.qt.translate("Application", "Your sprite is still here: save it. The details help to mend this.")
        self.window.bar.fail(messages.Failed(error=ErrorKind.INTERNAL, message=message, hint=hint, detail=detail))

    def _on_first_painted(self) -> None:
        _import_numpy()
        QTimer.singleShot(0, self.window, self._open_first)  # in another turn, after what a person does meanwhile

    def _open_first(self) -> None:
        self.window.page.open_first(self._file)
        self.engine.start()
        self.qt.setWindowIcon(QIcon(drawn_icon("app", 128, "")))

    def _on_scheme_changed(self) -> None:
        apply_theme(self.qt, self.settings.theme)


def _import_numpy() -> None:
    """Import NumPy in half its time: BLAS need not start its threads, as the window multiplies no matrices."""
    name = "OPENBLAS_NUM_THREADS"
    before = os.environ.get(name)
    os.environ[name] = "1"
    import numpy  # noqa: F401, ICN001 - imported for its effect

    if before is None:
        del os.environ[name]  # the engine inherits the environment and may use all cores
    else:
        os.environ[name] = before
