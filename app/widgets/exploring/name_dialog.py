"""Asks for the name of a direction, and says at once what is wrong with it."""

from collections.abc import Collection

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from app.widgets.buttons import label
from genmodels.api.directions import MAX_NAME, check_name
from genmodels.api.errors import ConfigError


class DirectionNameDialog(QDialog):
    """One line; OK can be pressed when the name can be used."""

    def __init__(self, title: str, text: str, name: str, taken: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._taken = taken
        self.field = QLineEdit(name, self)
        self.field.setMaxLength(MAX_NAME)
        self.field.setAccessibleName(self.tr("Name of the direction"))
        self.field.selectAll()
        self._remark = label(self, role="muted")
        self._remark.setWordWrap(True)
        buttons = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel, self)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addWidget(label(self, text))
        layout.addWidget(self.field)
        layout.addWidget(self._remark)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(380)
        self.field.textChanged.connect(lambda _text: self._show_problem())
        self._show_problem()

    def name(self) -> str:
        """Return the name as it is now."""
        return self.field.text().strip()

    def _show_problem(self) -> None:
        problem, name = "", self.name()
        try:
            check_name(name)
        except ConfigError as error:
            problem = error.hint
        if name in self._taken:
            problem = self.tr("There is a direction “{0}” already.").format(name)
        self._remark.setText(problem)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not problem)
