"""What all dialogues of exports have: choices beside a preview, what there is to know, and the files to be written."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.buttons import label, rule
from app.widgets.export.file_row import FileRow
from genmodels.api.errors import GenError

_FIELDS_WIDTH = 320


class ExportDialog(QDialog):
    """Writes nothing itself: it asks for previews and, at the end, for the export."""

    look_asked = Signal()
    export_asked = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._facts = label(self, self.tr("One moment…"), role="title")
        self._remarks = label(self, role="muted")
        for line in (self._facts, self._remarks):
            line.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.export = self._buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.ActionRole)
        self.export.setDefault(True)
        self.export.clicked.connect(lambda _checked: self.export_asked.emit())
        self._buttons.rejected.connect(self.reject)
        self.resize(900, 600)

    @property
    def facts(self) -> str:
        """What is to be written, in a line, or why it cannot be."""
        return self._facts.text()

    @property
    def remarks(self) -> str:
        """What there is to know about it."""
        return self._remarks.text()

    def lay_out(self, fields: QWidget, view: QWidget, row: FileRow) -> None:
        """Put the parts in their places."""
        fields.setFixedWidth(_FIELDS_WIDTH)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(view, 1)
        for line in (self._facts, self._remarks):
            right.addWidget(line)
        body = QHBoxLayout()
        body.setSpacing(20)
        body.addWidget(fields)
        body.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addLayout(body, 1)
        layout.addWidget(rule(self))
        layout.addWidget(row)
        layout.addWidget(self._buttons)

    def show_facts(self, facts: str, remarks: str) -> None:
        """Say what would be written, and what there is to know about it."""
        self._say(facts, remarks, is_error=False)

    def show_problem(self, error: GenError) -> None:
        """Say why it cannot be exported like this."""
        self._say(error.message, error.hint, is_error=True)

    def _say(self, facts: str, remarks: str, *, is_error: bool) -> None:
        self._facts.setText(facts)
        self._remarks.setText(remarks)
        self.export.setEnabled(not is_error)
        self._facts.setProperty("role", "error" if is_error else "title")
        self._facts.style().polish(self._facts)
