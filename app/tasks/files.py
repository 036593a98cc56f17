"""New, open and the question about unsaved changes; the drawing is handed in and out.

Qt's dialogs are imported when they are opened: the window paints itself before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.document.drawing import Drawing, blank, unsaved
from app.document.opening import open_file
from app.settings import Settings
from app.tasks.saving import Saving
from app.widgets.job_bar import JobBar
from genmodels.api.errors import GenError
from genmodels.media.arrays import np


class Files(QObject):
    """Every failure becomes a message; the drawing then stays as it is."""

    opened = Signal(Drawing)

    def __init__(self, window: QWidget, drawing: Callable[[], Drawing], bar: JobBar, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._drawing, self._bar, self._settings = window, drawing, bar, settings
        self.saving = Saving(window, drawing, bar, settings)

    @property
    def recent(self) -> list[Path]:
        """Files opened or saved last, newest first."""
        return self._settings.recent

    def new(self, width: int, height: int) -> None:
        """Ask for a size and start an empty sprite."""
        if not self.may_leave(partial(self.new, width, height)):
            return
        from app.widgets.drawing.size_dialog import SizeDialog

        text = self.tr("Packs draw best at their own size, which is suggested here.")
        dialog = SizeDialog(self.tr("New sprite"), text, width, height, self._window)
        if dialog.exec() == SizeDialog.DialogCode.Accepted:
            self.opened.emit(blank(*dialog.sides()))

    def open(self) -> None:
        """Ask for a file and open it."""
        if not self.may_leave(self.open):
            return
        from PySide6.QtWidgets import QFileDialog

        kinds = self.tr("Sprites (*.sprv *.aseprite *.ase *.png *.apng *.gif *.webp *.bmp *.jpg *.jpeg);;All files (*)")
        folder = str(self._settings.recent[0].parent) if self._settings.recent else ""
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open a sprite"), folder, kinds)
        if name:
            self.load(Path(name))

    def open_asking(self, path: Path) -> None:
        """Open this file after the question about unsaved changes."""
        if self.may_leave(partial(self.open_asking, path)):
            self.load(path)

    def open_copy(self, file: Path, origin: Path | None) -> None:
        """Open a copy of a drawing, after the same question; saving it proposes the file that it once came from."""
        if not self.may_leave(partial(self.open_copy, file, origin)):
            return
        read = self._read(file)
        if read is not None:
            drawing, remarks = read
            drawing.mark_unsaved(origin)
            self._show(drawing, remarks)

    def load(self, path: Path, *, remember: bool = True) -> bool:
        """Open this file and remember it among the recent ones; returns whether it could be read."""
        read = self._read(path)
        if read is None:
            return False
        if remember:
            self._settings.add_recent(path.absolute())
            self._bar.clear()
        self._show(*read)
        return True

    def take(self, rgba_HWC: np.ndarray, name: str) -> None:
        """Go on with a picture of another page, which is in no file yet, after the question about unsaved changes."""
        if self.may_leave(partial(self.take, rgba_HWC, name)):
            self.opened.emit(unsaved(rgba_HWC, self.tr("Take {0}").format(name)))

    def may_leave(self, again: Callable[[], object]) -> bool:
        """Return whether the drawing may be left: it is saved, or a person says so.

        Where it is being saved, or is to be, the answer is no, and `again` is called once that is done.
        """
        if self.saving.under_way:
            self.saving.when_over(again)
            return False
        drawing = self._drawing()
        if not drawing.dirty:
            return True
        from PySide6.QtWidgets import QMessageBox

        name = drawing.origin.name if drawing.origin else self.tr("This sprite")
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self._window,
            self.tr("Unsaved changes"),
            self.tr("{0} has unsaved changes. Save them?").format(name),
            buttons.Save | buttons.Discard | buttons.Cancel,
            buttons.Save,
        )
        if answer == buttons.Save:
            self.saving.save(then=again)
        return answer == buttons.Discard

    def fill(self, menu: QMenu, files: Sequence[Path]) -> None:
        """List those of these files that are still there."""
        menu.clear()
        for path in files:
            if path.is_file():
                menu.addAction(path.name).triggered.connect(lambda _checked, path=path: self.open_asking(path))
                menu.actions()[-1].setToolTip(str(path))
        menu.setToolTipsVisible(True)
        if menu.isEmpty():
            menu.addAction(self.tr("Nothing here yet")).setEnabled(False)

    def _read(self, path: Path) -> tuple[Drawing, Sequence[str]] | None:
        try:
            return open_file(path)
        except GenError as error:
            self._bar.fail(error)
            return None

    def _show(self, drawing: Drawing, remarks: Sequence[str]) -> None:
        self.opened.emit(drawing)
        if remarks:
            lost = drawing.path is None
            self._bar.say(" ".join(remarks), self.tr("The rest is here; save it under another name.") if lost else "")
