"""Asks how a drawing becomes a sprite sheet, and shows the sheet as it would be written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.buttons import label, rule
from app.widgets.export.file_row import FileRow
from app.widgets.export.sheet_fields import SheetFields
from app.widgets.export.sheet_look import SheetLook, SheetView
from genmodels.api.errors import GenError
from genmodels.media.artwork.artwork import Tag
from genmodels.media.sheets.settings import SheetSettings
from genmodels.media.sheets.writing import sheet_files

_FIELDS_WIDTH = 320


class SheetDialog(QDialog):
    """Writes nothing itself: it asks for previews and, at the end, for the export."""

    look_asked = Signal()
    export_asked = Signal()

    def __init__(self, settings: SheetSettings, path: Path, tags: Sequence[Tag], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export sprite sheet"))
        self.fields = SheetFields(settings, tags, self)
        self.fields.setFixedWidth(_FIELDS_WIDTH)
        self.view = SheetView(self)
        self._facts = label(self, self.tr("Laying out…"), role="title")
        self._remarks = label(self, role="muted")
        self._remarks.setWordWrap(True)
        self.row = FileRow(path, lambda file: sheet_files(file, self.settings().target), self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.export = buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.ActionRole)
        self.export.setProperty("role", "primary")
        self.export.setDefault(True)
        self._lay_out(buttons)
        self.fields.changed.connect(self._on_changed)
        self.export.clicked.connect(lambda _checked: self.export_asked.emit())
        buttons.rejected.connect(self.reject)
        self.resize(900, 600)

    def settings(self) -> SheetSettings:
        """Return what is chosen."""
        return self.fields.settings()

    @property
    def remarks(self) -> str:
        """What is said about the sheet."""
        return self._remarks.text()

    @property
    def facts(self) -> str:
        """How large the sheet is."""
        return self._facts.text()

    def show_look(self, look: SheetLook) -> None:
        """Show the sheet as it would be written."""
        self.view.show_look(look)
        places = len(look.places)
        shared = self.tr(", {0} of them on the sheet").format(places) if places < look.frames else ""
        self._facts.setText(self.tr("{0}×{1} pixels, {2} frames").format(*look.size, look.frames) + shared)
        self._remarks.setText(" ".join(look.remarks))
        self._mark(is_error=False)

    def show_problem(self, error: GenError) -> None:
        """Say why it cannot be exported like this."""
        self._facts.setText(error.message)
        self._remarks.setText(error.hint)
        self._mark(is_error=True)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.view, 1)
        for line in (self._facts, self._remarks):
            right.addWidget(line)
        body = QHBoxLayout()
        body.setSpacing(20)
        body.addWidget(self.fields)
        body.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addLayout(body, 1)
        layout.addWidget(rule(self))
        layout.addWidget(self.row)
        layout.addWidget(buttons)

    def _mark(self, *, is_error: bool) -> None:
        self.export.setEnabled(not is_error)
        self._facts.setProperty("role", "error" if is_error else "title")
        self._facts.style().polish(self._facts)

    def _on_changed(self) -> None:
        self.row.refresh()
        self.look_asked.emit()
