"""Imports a sheet that was made elsewhere: read and cut off the window's thread, by a grid that is guessed first."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from app.canvas.view import Canvas
from app.document.animation import Animation
from app.document.drawing import Drawing
from app.images import to_qimage
from app.tasks.file_writing import FileWriting
from app.tasks.files import Files
from app.tasks.frame_taking import FrameTaking
from app.widgets.importing.grid_dialog import GridDialog
from app.widgets.job_bar import JobBar
from genmodels.api.errors import GenError
from genmodels.media.arrays import np
from genmodels.media.sheets.grid import Guess, cut, guess_grid
from genmodels.media.sprite import read_sprite


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Sheet:
    """A picture, and the grid that it seems to have."""

    rgba_HWC: np.ndarray  # uint8
    guess: Guess


class SheetImporting(QObject):
    """A failure becomes a message; the drawing then stays as it is."""

    def __init__(
        self, window: QWidget, files: Files, drawing: Callable[[], Drawing], canvas: Canvas, bar: JobBar
    ) -> None:
        super().__init__(window)
        self._window, self._files, self._bar = window, files, bar
        self._thread = FileWriting(self)
        self._taking = FrameTaking(files, drawing, canvas, bar, self)

    def ask(self) -> None:
        """Ask for a sheet, then for its grid."""
        from PySide6.QtWidgets import QFileDialog

        kinds = self.tr("Sheets (*.png *.webp *.bmp *.gif *.jpg *.jpeg);;All files (*)")
        folder = str(self._files.recent[0].parent) if self._files.recent else ""
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Import a sheet"), folder, kinds)
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Read this sheet, and ask for its grid."""
        self._bar.say(self.tr("Reading {0}…").format(path.name))
        self._thread.start(partial(_read, path), partial(self._on_read, path))

    def _on_read(self, path: Path, future: Future[_Sheet]) -> None:
        try:
            sheet = future.result()
        except GenError as error:
            self._bar.fail(error)
            return
        self._bar.clear()
        dialog = GridDialog(path.name, to_qimage(sheet.rgba_HWC), sheet.guess, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._on_accepted(path, sheet, dialog))
        dialog.open()

    def _on_accepted(self, path: Path, sheet: _Sheet, dialog: GridDialog) -> None:
        grid, skip_empty = dialog.grid(), dialog.skip_empty.isChecked()
        frame_ms, take = dialog.frame_ms.value(), self._taking.open
        if dialog.behind.isChecked():
            take = self._taking.insert

        def on_cut(future: Future[list[np.ndarray]]) -> None:
            try:
                frames = future.result()
            except GenError as error:
                self._bar.fail(error, offer=(self.tr("Choose again…"), partial(self.read, path)))
                return
            take(Animation(name=path.stem, frames=frames, durations_ms=[frame_ms] * len(frames)))

        self._thread.start(partial(cut, sheet.rgba_HWC, grid, skip_empty=skip_empty), on_cut)


def _read(path: Path) -> _Sheet:
    rgba_HWC = read_sprite(path).rgba_HWC
    return _Sheet(rgba_HWC=rgba_HWC, guess=guess_grid(rgba_HWC))
