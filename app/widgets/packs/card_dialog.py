"""Asks for what a pack's card says for people, and for a pack's new name."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.widgets.buttons import label
from genmodels.api.errors import ConfigError
from genmodels.api.own_packs import free_name
from genmodels.api.packs import PackCard, check_name

MAX_TITLE = 120  # characters
_TEXT_HEIGHT = 78


class CardDialog(QDialog):
    """Title, what the pack was trained on, and its licence."""

    def __init__(self, card: PackCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Edit card"))
        self._title = QLineEdit(card.title, self)
        self._title.setMaxLength(max(MAX_TITLE, len(card.title)))
        self._trained_on = self._text(card.trained_on, self.tr("Trained on"))
        self._licence = self._text(card.licence, self.tr("Licence"))
        self._title.setAccessibleName(self.tr("Title"))
        sentence = label(self, self.tr("Whoever gets this pack as a file reads this too."), role="muted")
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(self.tr("Title"), self._title)
        form.addRow(self.tr("Trained on"), self._trained_on)
        form.addRow(self.tr("Licence"), self._licence)
        buttons = _buttons(self, QDialogButtonBox.StandardButton.Save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addWidget(sentence)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(460)

    def title(self) -> str:
        """Return the title as it is now."""
        return self._title.text().strip()

    def trained_on(self) -> str:
        """Return what the pack was trained on."""
        return self._trained_on.toPlainText().strip()

    def licence(self) -> str:
        """Return the licence."""
        return self._licence.toPlainText().strip()

    def _text(self, text: str, name: str) -> QPlainTextEdit:
        box = QPlainTextEdit(text, self)
        box.setFixedHeight(_TEXT_HEIGHT)
        box.setTabChangesFocus(True)
        box.setAccessibleName(name)
        return box


class NameDialog(QDialog):
    """A name, and at once what is wrong with it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Rename pack"))
        self._before = name
        self.field = QLineEdit(name, self)
        self.field.setAccessibleName(self.tr("New name"))
        self.field.selectAll()
        self._remark = label(self, role="muted")
        self._remark.setWordWrap(True)
        self._buttons = _buttons(self, QDialogButtonBox.StandardButton.Ok)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addWidget(label(self, self.tr("The pack's folder and the command line use this name.")))
        layout.addWidget(self.field)
        layout.addWidget(self._remark)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(420)
        self.field.textChanged.connect(self._on_text_changed)
        self._on_text_changed(name)

    def name(self) -> str:
        """Return the name as it is now."""
        return self.field.text().strip()

    def _on_text_changed(self, _text: str) -> None:
        problem, name = "", self.name()
        try:
            check_name(name)
        except ConfigError as error:
            problem = error.hint
        if not problem and name.casefold() != self._before.casefold() and free_name(name) != name:
            problem = self.tr("There is a pack “{0}” already; “{1}” is free.").format(name, free_name(name))
        self._remark.setText(problem)
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(not problem and name != self._before)


def _buttons(dialog: QDialog, agree: QDialogButtonBox.StandardButton) -> QDialogButtonBox:
    buttons = QDialogButtonBox(agree | QDialogButtonBox.StandardButton.Cancel, dialog)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons
