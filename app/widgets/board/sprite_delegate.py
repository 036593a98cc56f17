"""Paints one sprite of the grid: frame, picture, star, badge and seed."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.theme import current, icon
from app.widgets.board.badge import paint_badge
from app.widgets.board.sprite_model import SpriteModel, caption_of
from app.widgets.training.enlarged import paint_enlarged

_PAD, _CAPTION, _GAP, _STAR = 5, 18, 3, 16


class SpriteDelegate(QStyledItemDelegate):
    """Knows the side of a picture on the screen."""

    def __init__(self, model: SpriteModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.side = 96

    @property
    def cell(self) -> QSize:
        """The room of one sprite."""
        return QSize(self.side + 2 * (_PAD + _GAP), self.side + 2 * (_PAD + _GAP) + _CAPTION)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Ask for the picture, its frame and the caption."""
        return self.cell

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one sprite."""
        colours, state = current(), option.state  # pyright: ignore[reportAttributeAccessIssue] - missing in the stubs
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        sprite = self._model.sprite_at(index)
        painter.save()
        frame = rect.adjusted(_GAP, _GAP, -_GAP, -_GAP)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours.hovered if chosen or hovered else colours.panel))
        line = colours.accent if chosen else colours.text if focused else colours.line
        painter.setPen(QPen(QColor(line), 2 if chosen or focused else 1))
        painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), 7, 7)
        if focused and chosen:  # among several chosen ones
            painter.setPen(QPen(QColor(colours.text), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(3, 3, -3, -3), 5, 5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        room = QRect(frame.left() + _PAD, frame.top() + _PAD, self.side, self.side)
        paint_enlarged(painter, room, self._model.image_at(index))
        self._paint_caption(painter, room, caption_of(self._model.rows[index.row()]), chosen=chosen)
        if sprite is not None:
            if self._model.is_starred(sprite):
                corner = QPointF(frame.right() - _STAR - 3, frame.top() + 4)
                painter.drawPixmap(corner, icon("star-filled", ink=lambda look: look.accent).pixmap(_STAR, _STAR))
            if sprite.likeness is not None:
                painter.setFont(_small(painter.font()))
                paint_badge(painter, QPointF(room.left(), room.bottom() + 1), sprite.likeness.originality)
        painter.restore()

    def _paint_caption(self, painter: QPainter, room: QRect, text: str, *, chosen: bool) -> None:
        colours = current()
        painter.setFont(_small(painter.font()))
        painter.setPen(QColor(colours.text if chosen else colours.muted))
        where = QRect(room.left(), room.bottom() + 1, room.width(), _CAPTION)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, shown)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(12)
    return small
