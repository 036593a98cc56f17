"""The strip below the board: which sprites are chosen, and where they can be sent."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.widgets.buttons import ElidedLabel, action_button, command_button


class ChoiceStrip(QFrame):
    """A line of words, icons, and buttons with a text."""

    def __init__(
        self, icons: Sequence[QAction], texts: Sequence[tuple[str, QAction]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "bottom")
        self._words = ElidedLabel(self, "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 5, 12, 5)
        layout.setSpacing(6)
        for one in icons:
            layout.addWidget(action_button(self, one))
        layout.addSpacing(4)
        layout.addWidget(self._words, 1)
        for text, one in texts:
            button = command_button(self, one, text)
            button.setIcon(one.icon())
            layout.addWidget(button)

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def show_text(self, text: str) -> None:
        """Say which sprites are chosen."""
        self._words.setText(text)
