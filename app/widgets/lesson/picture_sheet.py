"""A sheet of small pictures in rows, enlarged by a whole factor; a column can be chosen, single pictures marked."""

from collections.abc import Collection

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.theme import current

_GAP = 4  # between pictures
_SCALE, _LARGE = 3, 7  # pixels of the screen to one of a picture


class PictureSheet(QWidget):
    """Shows a sheet as the engine sends it: pictures edge to edge."""

    column_asked = Signal(int)

    def __init__(self, name: str, columns: int, side: int, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._columns, self._rows, self._side = columns, rows, side
        self._sheet = QImage()
        self._column = 0
        self._wrong: Collection[int] = ()
        step = side * _SCALE + _GAP
        self.setFixedSize(QSize(columns * step + _GAP, rows * step + _GAP))

    def show_sheet(self, sheet: QImage, wrong: Collection[int] = ()) -> None:
        """Show these pictures, those at the places `wrong` marked."""
        self._sheet, self._wrong = sheet, wrong
        self.update()

    def choose(self, column: int) -> None:
        """Frame this column."""
        self._column = column
        self.update()

    def picture(self, row: int, column: int) -> QImage:
        """Return one of the pictures; an empty one before there are any."""
        side = self._side
        return self._sheet.copy(column * side, row * side, side, side) if not self._sheet.isNull() else QImage()

    def is_wrong(self, row: int, column: int) -> bool:
        """Whether this picture is marked."""
        return row * self._columns + column in self._wrong

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the column under the pointer."""
        column = int(event.position().x()) // (self._side * _SCALE + _GAP)
        self.column_asked.emit(min(column, self._columns - 1))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint the pictures, what is marked, and the frame."""
        painter, colours = QPainter(self), current()
        size = self._side * _SCALE
        step = size + _GAP
        for row in range(self._rows):
            for column in range(self._columns):
                rect = QRect(_GAP + column * step, _GAP + row * step, size, size)
                painter.fillRect(rect, QColor(colours.raised))
                painter.drawImage(rect, self.picture(row, column))
                if self.is_wrong(row, column):
                    paint_mark(painter, rect)
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.drawRect(self._column * step + _GAP // 2, _GAP // 2, step, self._rows * step)


class LargeRow(QWidget):
    """One column of a sheet, large and side by side."""

    def __init__(self, sheet: PictureSheet, rows: int, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(sheet.accessibleName())
        self._sheet, self._rows, self._side, self._column = sheet, rows, side, 0
        self.setFixedSize(QSize(rows * (side * _LARGE + 8) - 8, side * _LARGE))

    def choose(self, column: int) -> None:
        """Show this column."""
        self._column = column
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint the pictures."""
        painter, size = QPainter(self), self._side * _LARGE
        for row in range(self._rows):
            rect = QRect(row * (size + 8), 0, size, size)
            painter.fillRect(rect, QColor(current().raised))
            painter.drawImage(rect, self._sheet.picture(row, self._column))
            if self._sheet.is_wrong(row, self._column):
                paint_mark(painter, rect)


def paint_mark(painter: QPainter, rect: QRect) -> None:
    """Cross out a corner: a sign that does not need its colour to be seen."""
    arm = max(rect.width() // 12, 4)
    corner = QRect(rect.right() - 2 * arm - 3, rect.top() + 3, 2 * arm, 2 * arm)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for pen in (QPen(QColor("#000000"), arm / 2 + 2), QPen(QColor("#ff8f86"), arm / 2)):
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(corner.topLeft(), corner.bottomRight())
        painter.drawLine(corner.topRight(), corner.bottomLeft())
    painter.restore()
