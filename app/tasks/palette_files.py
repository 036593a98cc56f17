"""Palettes from files and into them; every failure becomes a message, and so does what a format cannot hold."""

from __future__ import annotations

from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.widgets.job_bar import JobBar
from genmodels.api.errors import GenError
from genmodels.media.artwork.artwork import Rgba
from genmodels.media.palettes.palette import Palette, Swatch
from genmodels.media.palettes.reading import SUFFIXES, read_palette
from genmodels.media.palettes.writing import FORMATS, Loss, format_of, write_palette


class PaletteFiles(QObject):
    """Remembers the palette read last: what its file tells beside the colours goes into the next file."""

    def __init__(self, bar: JobBar, window: QWidget) -> None:
        super().__init__(window)
        self._bar, self._window = bar, window
        self._folder = ""
        self._last = Palette()

    def ask(self) -> Palette | None:
        """Ask for a file and read it."""
        from PySide6.QtWidgets import QFileDialog

        kinds = self.tr("Palettes and pictures ({0});;All files (*)").format(" ".join(f"*{one}" for one in SUFFIXES))
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Load a palette"), self._folder, kinds)
        return self.read(Path(name)) if name else None

    def read(self, path: Path) -> Palette | None:
        """Read this file; returns nothing where that cannot be."""
        try:
            self._last = read_palette(path)
        except GenError as error:
            self._bar.fail(error)
            return None
        self._folder = str(path.parent)
        return self._last

    def save(self, colours: tuple[Rgba, ...]) -> None:
        """Ask for a file, whose name tells the format, and save the colours to it."""
        from PySide6.QtWidgets import QFileDialog

        kinds = ";;".join(f"{self._words(one.suffix)} (*{one.suffix})" for one in FORMATS)
        proposed = str(Path(self._folder) / f"{self.tr('palette')}{FORMATS[0].suffix}")
        name, kind = QFileDialog.getSaveFileName(self._window, self.tr("Save the palette"), proposed, kinds)
        if not name:
            return
        path = Path(name)
        if not path.suffix:
            suffix = next((one.suffix for one in FORMATS if f"*{one.suffix})" in kind), FORMATS[0].suffix)
            path = path.with_name(path.name + suffix)
            if path.exists() and not self._may_replace(path):
                return
        palette = self._with_names(colours)
        try:
            write_palette(path, palette)
        except GenError as error:
            self._bar.fail(error)
            return
        self._folder = str(path.parent)
        lost = ", ".join(self._loss(one) for one in format_of(path).lost(palette))
        hint = self.tr("The file has no room for: {0}. A .gpl file keeps everything.").format(lost) if lost else ""
        self._bar.say(self.tr("Saved {0}.").format(path.name), hint)

    def _with_names(self, colours: tuple[Rgba, ...]) -> Palette:
        names = {swatch.rgba: swatch.name for swatch in self._last.swatches}
        swatches = tuple(Swatch(rgba=colour, name=names.get(colour, "")) for colour in colours)
        last = self._last
        return Palette(swatches=swatches, name=last.name, columns=last.columns, comments=last.comments)

    def _may_replace(self, path: Path) -> bool:
        from PySide6.QtWidgets import QMessageBox

        text = self.tr("{0} is there already. Replace it?").format(path.name)
        answer = QMessageBox.question(self._window, self.tr("Save the palette"), text)
        return answer == QMessageBox.StandardButton.Yes

    def _words(self, suffix: str) -> str:
        words = {
            ".gpl": self.tr("GIMP and Aseprite"),
            ".hex": self.tr("Hexadecimal list"),
            ".pal": self.tr("JASC, for Game Boy tools"),
            ".act": self.tr("Adobe colour table"),
            ".png": self.tr("PNG picture"),
        }
        return words[suffix]

    def _loss(self, loss: Loss) -> str:
        match loss:
            case Loss.ALPHA:
                return self.tr("transparency")
            case Loss.EMPTY:
                return self.tr("empty places")
            case Loss.NAMES:
                return self.tr("names")
            case _:
                assert_never(loss)
