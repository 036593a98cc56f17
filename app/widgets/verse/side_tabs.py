"""The panel at the right of the verse desk: one part of it at a time, chosen above."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from app.widgets.buttons import rule

_WIDTH = 268


class SideTabs(QFrame):
    """Buttons that stay down, and the part of the one that is."""

    changed = Signal()  # another part is shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setFixedWidth(_WIDTH)
        self._group = QButtonGroup(self)
        self._line = QHBoxLayout()
        self._line.setContentsMargins(12, 8, 12, 6)
        self._line.setSpacing(4)
        self._stack = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._line)
        layout.addWidget(rule(self))
        layout.addWidget(self._stack, 1)
        self._group.idClicked.connect(self._stack.setCurrentIndex)
        self._stack.currentChanged.connect(lambda _index: self.changed.emit())

    def add_buttons(self, words: Sequence[tuple[str, str]]) -> None:
        """Put the buttons in, before their parts, so that Tab comes to them first: a word and a tooltip each."""
        for number, (text, tip) in enumerate(words):
            button = QToolButton(self)
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(text)
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(button, number)
            self._line.addWidget(button, 1)
        self._group.button(0).setChecked(True)

    def add_parts(self, parts: Sequence[QWidget]) -> None:
        """Put parts in, in the order of the buttons."""
        for part in parts:
            self._stack.addWidget(part)

    @property
    def current(self) -> QWidget | None:
        """The part that is shown."""
        return self._stack.currentWidget()

    def show_part(self, part: QWidget) -> None:
        """Show a part."""
        self._stack.setCurrentWidget(part)
        self._group.button(self._stack.indexOf(part)).setChecked(True)
