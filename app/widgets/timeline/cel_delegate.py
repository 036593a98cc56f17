"""Paints one cel: its picture or a dot, what links it with its neighbours, and whether it is chosen or current."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.theme import current
from app.widgets.timeline.cel_pictures import CelPictures
from app.widgets.timeline.timeline_model import TimelineModel

PICTURE = 20  # side, on the screen
_FAINT = 0.35  # cels of a hidden layer


class CelDelegate(QStyledItemDelegate):
    """Knows which cel is drawn on."""

    def __init__(self, model: TimelineModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.pictures = CelPictures(PICTURE, self)
        self.current: tuple[int, int] = (0, 0)  # row, column

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cel."""
        colours, state = current(), option.state  # pyright: ignore[reportAttributeAccessIssue] - missing in the stubs
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        row, column = index.row(), index.column()
        here = (row, column) == self.current
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            tint = QColor(colours.accent)
            tint.setAlpha(70)
            painter.fillRect(rect, tint)
        elif row == self.current[0] or column == self.current[1]:
            painter.fillRect(rect, QColor(colours.hovered))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if not self._model.layer(row).visible:
            painter.setOpacity(_FAINT)
        self._paint_cel(painter, rect, row, column)
        painter.setOpacity(1)
        if here:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            focused = state & QStyle.StateFlag.State_HasFocus
            painter.setPen(QPen(QColor(colours.accent if focused else colours.muted), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_cel(self, painter: QPainter, rect: QRect, row: int, column: int) -> None:
        colours, plane = current(), self._model.plane(row, column)
        middle = rect.center()
        if plane is None:
            painter.setPen(QPen(QColor(colours.faint), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, 3, 3)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        link = QRect(rect.left(), rect.bottom() - 3, rect.width(), 2)
        if self._model.plane(row, column - 1) is plane:
            painter.fillRect(link.adjusted(0, 0, middle.x() - rect.right(), 0), QColor(colours.accent))
        if self._model.plane(row, column + 1) is plane:
            painter.fillRect(link.adjusted(middle.x() - rect.left(), 0, 0, 0), QColor(colours.accent))
        picture = self.pictures.picture(plane)
        room = QRect(middle - QPoint(PICTURE // 2, PICTURE // 2), middle + QPoint(PICTURE // 2 - 1, PICTURE // 2 - 1))
        painter.fillRect(room, QColor(colours.check_light))
        if picture is not None:
            inside = picture.rect()
            inside.moveCenter(room.center())
            painter.drawPixmap(inside.topLeft(), picture)
