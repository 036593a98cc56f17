"""The commands that export the drawing, and the one that exports it once more as the last time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.document.drawing import Drawing
from app.document.exports import Export, last_export
from app.widgets.job_bar import JobBar
from app.widgets.menus import action
from genmodels.api.errors import ConfigError

if TYPE_CHECKING:
    from app.tasks.export_writing import ExportWriting, Order
    from app.tasks.picture_exporting import PictureExporting
    from app.tasks.sheet_exporting import SheetExporting


class Exporting(QObject):
    """What there is to it is made when it is first asked for: few starts export."""

    def __init__(self, window: QWidget, drawing: Callable[[], Drawing], bar: JobBar) -> None:
        super().__init__(window)
        self._window, self._drawing, self._bar = window, drawing, bar
        self._writing: ExportWriting | None = None
        self._sheets: SheetExporting | None = None
        self._pictures: PictureExporting | None = None
        make = partial(action, self)
        self.sheet = make(
            "file.export_sheet", self.tr("&Export sprite sheet…"), lambda: self.sheets.ask(self._drawing()), "Ctrl+E",
            tip=self.tr("All frames on one picture, with a file for the game engine"),
        )  # fmt: skip
        self.picture = make(
            "file.export_picture", self.tr("Export &animation or picture…"),
            lambda: self.pictures.ask(self._drawing()), "Ctrl+Alt+Shift+S",
            tip=self.tr("GIF, animated PNG, WebP, PNG or Aseprite’s file, with a preview of what will be written"),
        )  # fmt: skip
        self.repeat = make(
            "file.repeat_export", self.tr("&Repeat the last export"), self.repeat_last, "Ctrl+Shift+X",
            tip=self.tr("Write the same files again, with the same settings"),
        )  # fmt: skip

    def actions(self) -> Sequence[QAction]:
        """Return the commands in the order of a menu."""
        return [self.sheet, self.picture, self.repeat]

    @property
    def sheets(self) -> SheetExporting:
        """What exports sprite sheets."""
        if self._sheets is None:
            from app.tasks.sheet_exporting import SheetExporting

            self._sheets = SheetExporting(self._window, self.writing)
        return self._sheets

    @property
    def pictures(self) -> PictureExporting:
        """What exports animations and pictures."""
        if self._pictures is None:
            from app.tasks.picture_exporting import PictureExporting

            self._pictures = PictureExporting(self._window, self.writing)
        return self._pictures

    @property
    def writing(self) -> ExportWriting:
        """What writes files."""
        if self._writing is None:
            from app.tasks.export_writing import ExportWriting

            self._writing = ExportWriting(self._bar, self._window)
        return self._writing

    def repeat_last(self) -> None:
        """Do what the last export did; asks only where that would replace what this session did not write."""
        try:
            order = self._last_order(self._drawing())
        except ConfigError as error:  # such as for a tag that is gone
            self._bar.fail(error)
            return
        if order is None:
            self._bar.say(self.tr("Nothing of this drawing was exported yet."), self.tr("Ctrl+E exports a sheet."))
        elif self.writing.may_write(order, self._window):
            self.writing.write(order)

    def _last_order(self, drawing: Drawing) -> Order | None:
        match last_export(drawing.belongings.export):
            case None:
                return None
            case Export.SHEET:
                return self.sheets.last_order(drawing)
            case Export.PICTURE:
                return self.pictures.last_order(drawing)
            case other:
                assert_never(other)
