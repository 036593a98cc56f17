"""Colours in rows, to look at."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.theme import current
from app.widgets.training.enlarged import paint_squares

_CELL = 14


class Swatches(QWidget):
    """As many rows as the width asks for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours: list[QColor] = []
        self.setAccessibleName(self.tr("Colours"))
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_colours(self, colours: Sequence[str]) -> None:
        """Show these, rrggbbaa."""
        self._colours = [QColor(f"#{text[6:8]}{text[:6]}") for text in colours]
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Tell that the rows follow from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows."""
        return -(-max(len(self._colours), 1) // max(width // _CELL, 1)) * _CELL

    def sizeHint(self) -> QSize:
        """Ask for one row of some colours."""
        return QSize(20 * _CELL, self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint them."""
        painter = QPainter(self)
        for number, colour in enumerate(self._colours):
            rect = self._rect(number)
            if colour.alpha() < 255:
                paint_squares(painter, rect)
            painter.fillRect(rect, colour)
            painter.setPen(QPen(QColor(current().line), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name the colour under the pointer."""
        at = event.position().toPoint()
        under = [colour for number, colour in enumerate(self._colours) if self._rect(number).contains(at)]
        text = "" if not under else self.tr("transparent") if not under[0].alpha() else under[0].name()
        QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def _rect(self, number: int) -> QRect:
        columns = max(self.width() // _CELL, 1)
        return QRect(QPoint(number % columns * _CELL, number // columns * _CELL), QSize(_CELL - 2, _CELL - 2))
