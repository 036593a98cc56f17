"""Key pictures and palettes from files; what cannot be read is told, and the rest is taken."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.document.key_pictures import KeyPicture
from app.widgets.job_bar import JobBar
from genmodels.api.errors import GenError
from genmodels.media.colours import to_hex
from genmodels.media.palettes.reading import read_palette
from genmodels.media.sprite import read_sprite


class KeyFiles(QObject):
    """Asks for files and reads them."""

    def __init__(self, bar: JobBar, window: QWidget) -> None:
        super().__init__(window)
        self._bar, self._window = bar, window
        self._folder = ""  # where the last file was

    def ask(self) -> list[KeyPicture]:
        """Ask for any number of pictures."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Choose key pictures"), self._folder, self._kinds()
        )
        return self.read([Path(name) for name in names])

    def ask_for_one(self) -> KeyPicture | None:
        """Ask for one picture."""
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Choose a picture"), self._folder, self._kinds())
        return next(iter(self.read([Path(name)])), None) if name else None

    def read(self, files: Sequence[Path]) -> list[KeyPicture]:
        """Read these files, sorted by name as a folder shows them."""
        pictures, errors = [], []
        for file in sorted(files):
            try:
                pictures.append(KeyPicture(name=file.stem, rgba_HWC=read_sprite(file).rgba_HWC))
                self._folder = str(file.parent)
            except GenError as error:
                errors.append(error)
        if errors:
            self._bar.fail(errors[0])
        return pictures

    def ask_for_palette(self) -> tuple[str, tuple[str, ...]] | None:
        """Ask for a palette file; returns its name and its colours, rrggbbaa."""
        kinds = self.tr("Palettes and pictures (*.gpl *.hex *.pal *.act *.txt *.png *.gif);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Choose a palette"), self._folder, kinds)
        if not name:
            return None
        try:
            return Path(name).name, to_hex(read_palette(Path(name)).distinct())
        except GenError as error:
            self._bar.fail(error)
            return None

    def _kinds(self) -> str:
        return self.tr("Pictures (*.png *.gif *.webp *.bmp *.jpg *.jpeg);;All files (*)")
