"""New, open, save and the question about unsaved changes; the drawing is handed in and out.

Qt's dialogs are imported when they are opened: the window paints itself before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.document.drawing import Drawing, blank, drawing_of, unsaved
from app.settings import Settings
from app.widgets.job_bar import JobBar
from genmodels.api import paths
from genmodels.api.errors import GenError
from genmodels.media.arrays import np
from genmodels.media.artwork.flattening import flatten
from genmodels.media.sprite import Sprite, read_sprite, write_sprite

PNG = ".png"


class Files(QObject):
    """Every failure becomes a message; the drawing then stays as it is."""

    opened = Signal(Drawing)
    saved = Signal()

    def __init__(self, window: QWidget, drawing: Callable[[], Drawing], bar: JobBar, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._drawing, self._bar, self._settings = window, drawing, bar, settings

    def new(self, width: int, height: int) -> None:
        """Ask for a size and start an empty sprite."""
        if not self.may_leave():
            return
        from app.widgets.drawing.size_dialog import SizeDialog

        text = self.tr("Packs draw best at their own size, which is suggested here.")
        dialog = SizeDialog(self.tr("New sprite"), text, width, height, self._window)
        if dialog.exec() == SizeDialog.DialogCode.Accepted:
            self.opened.emit(blank(*dialog.sides()))

    def open(self) -> None:
        """Ask for a file and open it."""
        if not self.may_leave():
            return
        from PySide6.QtWidgets import QFileDialog

        kinds = self.tr("Pictures (*.png *.gif *.webp *.bmp *.jpg *.jpeg);;All files (*)")
        folder = str(self._settings.recent[0].parent) if self._settings.recent else ""
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open a sprite"), folder, kinds)
        if name:
            self.load(Path(name))

    def open_asking(self, path: Path) -> None:
        """Open this file after the question about unsaved changes."""
        if self.may_leave():
            self.load(path)

    def load(self, path: Path, *, remember: bool = True) -> bool:
        """Open this file and remember it among the recent ones; returns whether it could be read."""
        try:
            drawing = drawing_of(read_sprite(path), path)
        except GenError as error:
            self._bar.fail(error)
            return False
        if remember:
            self._settings.add_recent(path.absolute())
            self._bar.clear()
        self.opened.emit(drawing)
        return True

    def take(self, rgba_HWC: np.ndarray, name: str) -> None:
        """Go on with a picture of another page, which is in no file yet, after the question about unsaved changes."""
        if self.may_leave():
            self.opened.emit(unsaved(rgba_HWC, self.tr("Take {0}").format(name)))

    def save(self) -> bool:
        """Save to the sprite's own file, or ask for one; returns whether it was saved."""
        path = self._drawing().path
        own = path is not None and path.suffix.lower() == PNG and not _is_sample(path)
        return self._write(path) if path is not None and own else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file and save to it as PNG; returns whether it was saved."""
        source = self._drawing().path or Path(self.tr("sprite"))
        path = self._ask_where(_beside(source, source.with_suffix(PNG).name))
        return path is not None and self._write(path)

    def save_picture(self, sprite: Sprite, name: str) -> None:
        """Ask for a file and save another picture to it; the drawing stays what it is."""
        source = self._drawing().path
        path = self._ask_where(_beside(source, name) if source else Path(name))
        if path is not None:
            try:
                write_sprite(path, sprite)
                self._bar.say(self.tr("Saved {0}.").format(path.name))
            except GenError as error:
                self._bar.fail(error)

    def may_leave(self) -> bool:
        """Return whether the drawing may be left: it is saved, or a person says so."""
        drawing = self._drawing()
        if not drawing.dirty:
            return True
        from PySide6.QtWidgets import QMessageBox

        name = drawing.path.name if drawing.path else self.tr("This sprite")
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self._window,
            self.tr("Unsaved changes"),
            self.tr("{0} has unsaved changes. Save them?").format(name),
            buttons.Save | buttons.Discard | buttons.Cancel,
            buttons.Save,
        )
        return answer == buttons.Discard or (answer == buttons.Save and self.save())

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

    def _write(self, path: Path) -> bool:
        drawing = self._drawing()
        seen_HWC = flatten(drawing.artwork, drawing.frame)
        sprite = drawing.source.with_pixels(seen_HWC) if drawing.source is not None else Sprite(rgba_HWC=seen_HWC)
        try:
            write_sprite(path, sprite)
        except GenError as error:
            self._bar.fail(error)
            return False
        drawing.mark_saved(path)
        self._settings.add_recent(path.absolute())
        self._bar.say(self.tr("Saved {0}.").format(path.name))
        self.saved.emit()
        return True

    def _ask_where(self, proposed: Path) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        kinds = self.tr("PNG picture (*.png)")
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save as PNG"), str(proposed), kinds)
        if not name:
            return None
        path = Path(name)
        if path.suffix.lower() == PNG:
            return path  # the dialog has asked about replacing this one
        path = path.with_name(path.name + PNG)
        return path if not path.exists() or self._may_replace(path) else None

    def _may_replace(self, path: Path) -> bool:
        from PySide6.QtWidgets import QMessageBox

        text = self.tr("{0} is there already. Replace it?").format(path.name)
        answer = QMessageBox.question(self._window, self.tr("Save as PNG"), text)
        return answer == QMessageBox.StandardButton.Yes


def _is_sample(path: Path) -> bool:
    """Return whether the file ships with the program, which saving must not change."""
    return path.resolve().is_relative_to(paths.assets().resolve())


def _beside(source: Path, name: str) -> Path:
    """Return this name in the folder of source; only the name where source is a sample."""
    return Path(name) if _is_sample(source) else source.with_name(name)
