"""The other lines for one place of a poem: small below the line, each a button that takes its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.widgets.buttons import ElidedLabel, label
from app.widgets.verse.line_words import facts_tip, other_words
from genmodels.api.verse import Line

_HEIGHT = 30


class OtherLine(QPushButton):
    """A line, and at its end what is known of it."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "other")
        self.setAutoDefault(False)
        self.setFixedHeight(_HEIGHT)
        self._text = ElidedLabel(self, "other")
        self._facts = label(self, role="muted")
        for one in (self._text, self._facts):
            one.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 8, 0)
        layout.setSpacing(12)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._facts)

    @property
    def line(self) -> str:
        """The text it offers."""
        return self._text.text()

    def show_line(self, text: str, facts: Line | None) -> None:
        """Offer this line."""
        self._text.setText(text)
        self._facts.setText(other_words(facts))
        self.setAccessibleName(self.tr("Instead: {0}").format(text))
        self.setAccessibleDescription(other_words(facts))
        self.setToolTip(facts_tip(facts))

    def minimumSizeHint(self) -> QSize:
        """Ask for no width, so that a long line never widens the page."""
        return QSize(0, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take it with Enter too, and go on with arrows."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case _:
                super().keyPressEvent(event)


class OtherLines(QWidget):
    """A button for each; they are made as they are needed."""

    picked = Signal(int)  # number in the list

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[OtherLine] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 6)
        self._layout.setSpacing(0)

    def show_lines(self, texts: Sequence[str], facts: Callable[[str], Line | None]) -> None:
        """Offer these."""
        while len(self.buttons) < len(texts):
            number = len(self.buttons)
            button = OtherLine(self)
            button.clicked.connect(lambda _=False, number=number: self.picked.emit(number))
            button.stepped.connect(lambda by, number=number: self._focus_on(number + by))
            self._layout.addWidget(button)
            self.buttons.append(button)
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(texts))
            if number < len(texts):
                button.show_line(texts[number], facts(texts[number]))

    def _focus_on(self, number: int) -> None:
        shown = [button for button in self.buttons if button.isVisibleTo(self)]
        if 0 <= number < len(shown):
            shown[number].setFocus(Qt.FocusReason.OtherFocusReason)
