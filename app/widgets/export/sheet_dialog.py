"""Asks how a drawing becomes a sprite sheet, and shows the sheet as it would be written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.widgets.export.export_dialog import ExportDialog
from app.widgets.export.file_row import FileRow
from app.widgets.export.sheet_fields import SheetFields
from app.widgets.export.sheet_look import SheetLook, SheetView
from genmodels.media.artwork.artwork import Tag
from genmodels.media.sheets.settings import SheetSettings
from genmodels.media.sheets.writing import sheet_files


class SheetDialog(ExportDialog):
    """Settings, and the sheet with its frames outlined."""

    def __init__(self, settings: SheetSettings, path: Path, tags: Sequence[Tag], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Export sprite sheet"), parent)
        self.fields = SheetFields(settings, tags, self)
        self.view = SheetView(self)
        self.row = FileRow(path, lambda file: sheet_files(file, self.settings().target), self)
        self.lay_out(self.fields, self.view, self.row)
        self.fields.changed.connect(self._on_changed)

    def settings(self) -> SheetSettings:
        """Return what is chosen."""
        return self.fields.settings()

    def show_look(self, look: SheetLook) -> None:
        """Show the sheet as it would be written."""
        self.view.show_look(look)
        places = len(look.places)
        shared = self.tr(", {0} of them on the sheet").format(places) if places < look.frames else ""
        facts = self.tr("{0}×{1} pixels, {2} frames").format(*look.size, look.frames)
        self.show_facts(facts + shared, " ".join(look.remarks))

    def _on_changed(self) -> None:
        self.row.refresh()
        self.look_asked.emit()
