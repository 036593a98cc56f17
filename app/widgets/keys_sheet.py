"""Help > Keys: every shortcut, read from the actions themselves."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.widgets.buttons import label

Section = tuple[str, Sequence[tuple[str, str]]]  # title, (what it does, its keys)


class KeysSheet(QDialog):
    """Sections of two columns: what it does, its keys."""

    def __init__(self, sections: Sequence[Section], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet = QWidget(self)
        columns = QGridLayout(sheet)
        columns.setContentsMargins(4, 4, 16, 4)
        columns.setHorizontalSpacing(40)
        columns.setVerticalSpacing(18)
        for number, (title, rows) in enumerate(sections):
            block = QGridLayout()
            block.setHorizontalSpacing(20)
            block.setVerticalSpacing(5)
            block.addWidget(label(sheet, title, role="title"), 0, 0)
            for row, (text, keys) in enumerate(rows, start=1):
                block.addWidget(label(sheet, text), row, 0)
                block.addWidget(label(sheet, keys, role="muted"), row, 1, Qt.AlignmentFlag.AlignRight)
            block.setRowStretch(len(rows) + 1, 1)
            columns.addLayout(block, number // 2, number % 2)
        scroll = QScrollArea(self)
        scroll.setWidget(sheet)
        scroll.setWidgetResizable(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.addWidget(scroll)
        layout.addWidget(buttons)
        self.resize(920, 640)
