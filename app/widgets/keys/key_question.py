"""The line below the list of keys: asks for a key, and what to do about one that has a command already."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.widgets.buttons import label, text_button
from app.widgets.keys.key_field import KeyField


class KeyQuestion(QFrame):
    """One question at a time; hidden while there is none."""

    pressed = Signal(str)
    agreed = Signal()
    left = Signal()  # the question is answered with no

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = label(self)
        self._text.setWordWrap(True)
        self.field = KeyField(self, takes_tab=True)
        self.field.setFixedWidth(150)
        self._yes = text_button(self, "", self._on_agreed, role="primary")
        self._no = text_button(self, self.tr("Leave it"), self.leave)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text, 1)
        for widget in (self.field, self._yes, self._no):
            layout.addWidget(widget)
        self.field.pressed.connect(self._on_pressed)
        self.field.left.connect(self.leave)
        self.hide()

    def ask_for_key(self, text: str) -> None:
        """Ask for a key."""
        self._show(text, yes="")
        self.field.show_keys("")
        self.field.setFocus()

    def ask(self, text: str, yes: str) -> None:
        """Ask something that is answered with this button or not."""
        self._show(text, yes=yes)
        self._yes.setFocus()

    def leave(self) -> None:
        """Ask no longer."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def _show(self, text: str, *, yes: str) -> None:
        self._text.setText(text)
        self.setAccessibleName(text)
        self.field.setAccessibleName(text)
        self.field.setVisible(not yes)
        self._yes.setText(yes)
        self._yes.setVisible(bool(yes))
        self.show()

    def _on_pressed(self, keys: str) -> None:
        if keys:
            self.pressed.emit(keys)

    def _on_agreed(self) -> None:
        self.hide()
        self.agreed.emit()
