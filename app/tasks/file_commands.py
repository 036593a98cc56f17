"""The menu of files: new, open, save, export."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenuBar, QWidget

from app.library import sample_sprites
from app.tasks.exporting import Exporting
from app.tasks.files import Files
from app.tasks.importing import Importing
from app.widgets.menus import action, fill


class FileCommands(QObject):
    """Knows what each command asks for, not how it is done."""

    def __init__(
        self, window: QWidget, files: Files, exporting: Exporting, importing: Importing, new: Callable[[], object]
    ) -> None:
        super().__init__(window)
        self._files, self._exporting, self._importing, self._new = files, exporting, importing, new

    def add_menu(self, bar: QMenuBar) -> None:
        """Add the menu to the window's bar."""
        make, files, saving = partial(action, self), self._files, self._files.saving
        file = bar.addMenu(self.tr("&File"))
        new = make("file.new", self.tr("&New…"), self._new, "Ctrl+N")
        fill(file, [new, make("file.open", self.tr("&Open…"), files.open, "Ctrl+O")])
        recent, samples = file.addMenu(self.tr("Open &recent")), file.addMenu(self.tr("Open a sa&mple"))
        recent.aboutToShow.connect(lambda: files.fill(recent, files.recent))
        samples.aboutToShow.connect(lambda: files.fill(samples, sample_sprites()))
        as_project = make("file.save_as", self.tr("Save &as project…"), saving.save_as_project, "Ctrl+Shift+S")
        as_png = make("file.save_png", self.tr("Save as &PNG…"), saving.save_as_png)
        save = make("file.save", self.tr("&Save"), saving.save, "Ctrl+S")
        fill(file, [None, save, as_project, as_png, None, *self._exporting.actions()])
        fill(file, [None, self._importing.sheet])
