"""Small buttons and labels that several widgets use, made the same way everywhere."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QToolButton, QWidget

from app.theme import icon
from app.widgets.menus import plain, unmarked


def icon_button(parent: QWidget, name: str, text: str, slot: Callable[[], object] | None = None) -> QToolButton:
    """Return a button that shows only an icon; its text is the tooltip and the name that screen readers say."""
    button = QToolButton(parent)
    button.setIcon(icon(name))
    button.setIconSize(QSize(20, 20))
    button.setToolTip(text)
    button.setAccessibleName(text)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if slot is not None:
        button.clicked.connect(lambda *_: slot())
    return button


def toggle_button(parent: QWidget, name: str, checked_name: str, text: str) -> QToolButton:
    """Return an icon button that stays down, with another icon while it does."""
    button = icon_button(parent, name, text)
    button.setIcon(icon(name, checked_name=checked_name))
    button.setCheckable(True)
    return button


def action_button(parent: QWidget, action: QAction, size: int = 20) -> QToolButton:
    """Return an icon button for an action; the tooltip names its keys."""
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setIconSize(QSize(size, size))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(plain(action.text()))
    return button


def text_button(parent: QWidget, text: str, slot: Callable[[], object], role: str = "") -> QPushButton:
    """Return a button with a text."""
    button = QPushButton(unmarked(text), parent)
    button.setAutoDefault(False)
    if role:
        button.setProperty("role", role)
    button.clicked.connect(lambda *_: slot())
    return button


def command_button(parent: QWidget, action: QAction, text: str = "", role: str = "") -> QPushButton:
    """Return a button with a text for an action, which can be pressed when the action can be done."""
    button = text_button(parent, text or action.text(), action.trigger, role=role)
    follow_tip(button, action)
    action.enabledChanged.connect(button.setEnabled)
    button.setEnabled(action.isEnabled())
    return button


def follow_tip(widget: QWidget, action: QAction) -> None:
    """Let a widget show what the action's tooltip says, its keys among it, which a person may change."""
    _Tip(widget, action)


def label(parent: QWidget, text: str = "", role: str = "") -> QLabel:
    """Return a label; role is its look in the style sheet."""
    result = QLabel(text, parent)
    if role:
        result.setProperty("role", role)
    return result


class ElidedLabel(QLabel):
    """A line that ends in dots where it has too little room; the tooltip then has it all."""

    def __init__(self, parent: QWidget, role: str = "") -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        """Ask for no width at all, so that a long message never widens the window."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint as much of the text as there is room for."""
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self.alignment(), shown)


class _Tip(QObject):
    """Belongs to the widget, so that the connection ends with it."""

    def __init__(self, widget: QWidget, action: QAction) -> None:
        super().__init__(widget)
        self._widget, self._action = widget, action
        action.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self._widget.setToolTip(self._action.toolTip())


def rule(parent: QWidget) -> QFrame:
    """Return a thin line between two sections."""
    result = QFrame(parent)
    result.setProperty("role", "rule")
    result.setFixedHeight(1)
    return result
