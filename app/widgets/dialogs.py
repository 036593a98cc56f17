"""What small dialogs share: their parts below each other, above OK and Cancel."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLayout, QVBoxLayout, QWidget


def lay_out_dialog(dialog: QDialog, parts: Sequence[QWidget | QLayout]) -> None:
    """Put the parts into the dialog, and below them the two buttons that end it."""
    choice = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(choice.Ok | choice.Cancel, dialog)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(18, 16, 18, 16)
    layout.setSpacing(12)
    for part in (*parts, buttons):
        if isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
