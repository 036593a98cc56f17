"""A section that is folded away until it is asked for; its title says what hides in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget


class Fold(QWidget):
    """A title with an arrow, and the content below it."""

    def __init__(self, title: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._button = QToolButton(self)
        self._button.setProperty("role", "fold")
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setCheckable(True)
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.toggled.connect(self._on_toggled)
        self._content = content
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(content)
        self.note("")
        self._on_toggled(unfolded=False)

    def note(self, text: str) -> None:
        """Show a few words beside the title, such as how many settings are not as they come."""
        self._button.setText(f"{self._title}  ·  {text}" if text else self._title)
        self._button.setAccessibleName(self._button.text())

    def unfold(self) -> None:
        """Show the content."""
        self._button.setChecked(True)

    def _on_toggled(self, unfolded: bool) -> None:
        self._button.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        self._content.setVisible(unfolded)
