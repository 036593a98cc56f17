"""A field that takes whatever keys are pressed in it, as they are and not as what they usually do."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from app.key_signs import pressed_keys
from app.widgets.menus import keys_text


class KeyField(QLineEdit):
    """Shows the last combination; Esc empties it, or tells that it is to be left."""

    pressed = Signal(str)  # in Qt's portable notation
    left = Signal()  # Esc, where there was nothing to empty

    def __init__(self, parent: QWidget, *, takes_tab: bool) -> None:
        super().__init__(parent)
        self.keys = ""
        self._takes_tab = takes_tab
        self.setReadOnly(True)
        self.setPlaceholderText(self.tr("Press a key"))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def show_keys(self, keys: str) -> None:
        """Show this combination, or none."""
        self.keys = keys
        self.setText(keys_text([keys]) if keys else "")

    def event(self, event: QEvent) -> bool:
        """Take keys before the window's commands and the order of Tab do."""
        if isinstance(event, QKeyEvent) and not (self._is_tab(event) and not self._takes_tab):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    @staticmethod
    def _is_tab(event: QKeyEvent) -> bool:
        return event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)

    def _take(self, event: QKeyEvent) -> None:
        keys = pressed_keys(event, QGuiApplication.platformName())
        if keys == "Esc":
            had = self.keys
            self.show_keys("")
            if had:
                self.pressed.emit("")
            else:
                self.left.emit()
        elif keys:
            self.show_keys(keys)
            self.pressed.emit(keys)
        else:
            held = QKeySequence(event.modifiers().value).toString(QKeySequence.SequenceFormat.NativeText)
            self.setText(held or "…")
