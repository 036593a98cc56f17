"""A line as sliders: it is read as numbers, and moving one says what the line would be then."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.document.exploration import Spot
from app.widgets.buttons import command_button, label, rule
from app.widgets.exploring.direction_list import DirectionList

_TEXT_HEIGHT = 78


class LineExplorer(QWidget):
    """Shows a spot and its line; without one it says what to do."""

    def __init__(self, explore: QAction, use: Sequence[tuple[str, QAction]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = label(self, role="verse")
        self._from = label(self, role="muted")
        for one in (self._line, self._from):
            one.setTextFormat(Qt.TextFormat.PlainText)
            one.setWordWrap(True)
        self._line.setMinimumHeight(_TEXT_HEIGHT)
        self._line.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._line.setAccessibleName(self.tr("The line here"))
        self.sliders = DirectionList(self)
        below = QHBoxLayout()
        below.setSpacing(6)
        upper = QVBoxLayout()
        upper.setContentsMargins(14, 12, 14, 10)
        upper.setSpacing(6)
        upper.addWidget(command_button(self, explore))
        upper.addWidget(self._line)
        upper.addWidget(self._from)
        for text, one in use:
            below.addWidget(command_button(self, one, text), 1)
        upper.addLayout(below)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(upper)
        layout.addWidget(rule(self))
        layout.addWidget(self.sliders, 1)
        self.show_spot(None, "")

    @property
    def line(self) -> str:
        """The line that is shown; empty before there is one."""
        return self._line.text()

    def show_spot(self, spot: Spot | None, text: str) -> None:
        """Show a spot and its line."""
        self._line.setText(text)
        if spot is None:
            told = self.tr("Go to a line and press the button: each of its numbers becomes a slider.")
        elif spot.is_home:
            told = self.tr("as it is")
        else:
            told = self.tr("from “{0}”").format(spot.origin.name)
        self._from.setText(told)
        self.sliders.show_spot(spot)
