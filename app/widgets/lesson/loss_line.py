"""The loss of a small model as a line that falls while it learns."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme import current

_HEIGHT, _MARGIN = 44, 3


class LossLine(QWidget):
    """Steps from left to right, the loss from 0 up to the highest so far."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._points: list[tuple[int, float]] = []
        self._total = 1

    def clear(self) -> None:
        """Begin again."""
        self._points = []
        self.update()

    def add(self, step: int, loss: float) -> None:
        """Go on to this point."""
        self._points.append((step, loss))
        self.update()

    def set_total(self, steps: int) -> None:
        """Say how many steps there will be."""
        self._total = max(steps, 1)

    def sizeHint(self) -> QSize:
        """Ask for a low strip."""
        return QSize(200, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint the line above its ground."""
        painter, colours = QPainter(self), current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(_MARGIN, height + _MARGIN, width + _MARGIN, height + _MARGIN)
        highest = max((loss for _, loss in self._points), default=1.0) or 1.0
        line = [
            QPointF(_MARGIN + width * step / self._total, _MARGIN + height * (1 - loss / highest))
            for step, loss in self._points
        ]
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.drawPolyline(QPolygonF(line))
