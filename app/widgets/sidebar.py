"""The bar at the far left that chooses between pages."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from app.theme import current
from app.widgets.menus import plain

_WIDTH = 78


class Sidebar(QFrame):
    """One button for each page's action, of which one is checked."""

    def __init__(self, pages: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sidebar")
        self.setAccessibleName(self.tr("Pages"))
        self.setFixedWidth(_WIDTH)
        self._buttons = [PageButton(action, self) for action in pages]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 8, 6, 8)
        layout.setSpacing(4)
        for button in self._buttons:
            layout.addWidget(button)
        layout.addStretch(1)

    def set_busy(self, page: int, *, busy: bool) -> None:
        """Mark a page on which something goes on."""
        self._buttons[page].set_busy(busy=busy)


class PageButton(QToolButton):
    """Icon, name below it, and a dot while something goes on there."""

    def __init__(self, action: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._busy = False
        self.setDefaultAction(action)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setIconSize(QSize(24, 24))
        self.setFixedSize(_WIDTH - 12, 58)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(plain(action.text()))

    def set_busy(self, *, busy: bool) -> None:
        """Show the dot, or take it away."""
        if busy != self._busy:
            self._busy = busy
            self.setAccessibleDescription(self.tr("a training goes on") if busy else "")
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot over the button."""
        super().paintEvent(event)
        if self._busy:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(current().accent))
            painter.drawEllipse(QPoint(self.width() - 13, 12), 4, 4)
