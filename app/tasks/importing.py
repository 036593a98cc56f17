"""The command that imports a sheet by its grid."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.canvas.view import Canvas
from app.document.drawing import Drawing
from app.tasks.files import Files
from app.widgets.job_bar import JobBar
from app.widgets.menus import action

if TYPE_CHECKING:
    from app.tasks.sheet_importing import SheetImporting


class Importing(QObject):
    """What there is to it is made when it is first asked for: few starts import."""

    def __init__(
        self, window: QWidget, files: Files, drawing: Callable[[], Drawing], canvas: Canvas, bar: JobBar
    ) -> None:
        super().__init__(window)
        self._window, self._files, self._drawing, self._canvas, self._bar = window, files, drawing, canvas, bar
        self._sheets: SheetImporting | None = None
        self.sheet = action(
            self, "file.import_sheet", self.tr("&Import sheet by grid…"), self.ask, "Ctrl+I",
            tip=self.tr("Cut a picture of many frames into its frames"),
        )  # fmt: skip

    def ask(self) -> None:
        """Ask for a sheet, then for its grid."""
        self.sheets.ask()

    @property
    def sheets(self) -> SheetImporting:
        """What imports sheets."""
        if self._sheets is None:
            from app.tasks.sheet_importing import SheetImporting

            self._sheets = SheetImporting(self._window, self._files, self._drawing, self._canvas, self._bar)
        return self._sheets
