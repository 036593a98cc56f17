"""Small pictures shown large: whole pixels, on the squares that stand for transparency."""

import base64

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.theme import current

_SQUARE = 6


def decoded(picture: str) -> QImage:
    """Return a base64 PNG as an image; an empty one where it is none."""
    return QImage.fromData(base64.b64decode(picture))


def paint_enlarged(painter: QPainter, room: QRect, image: QImage) -> QRect:
    """Paint the image in the middle of the room, by a whole factor where it fits more than once; returns where."""
    if image.isNull():
        return QRect(room.center(), QSize(0, 0))
    scale = min(room.width() / image.width(), room.height() / image.height())
    if scale > 1:
        scale = int(scale)
    target = QRect(0, 0, max(round(image.width() * scale), 1), max(round(image.height() * scale), 1))
    target.moveCenter(room.center())
    paint_squares(painter, target)
    painter.drawImage(target, image)
    return target


def paint_squares(painter: QPainter, rect: QRect) -> None:
    """Paint what lies behind transparent pixels."""
    colours = current()
    painter.fillRect(rect, QColor(colours.check_light))
    dark = QColor(colours.check_dark)
    for y in range(0, rect.height(), _SQUARE):
        for x in range(y // _SQUARE % 2 * _SQUARE, rect.width(), 2 * _SQUARE):
            square = QRect(rect.x() + x, rect.y() + y, _SQUARE, _SQUARE)
            painter.fillRect(square.intersected(rect), dark)


class Enlarged(QWidget):
    """One picture, as large as whole pixels fit."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._image = QImage()

    @property
    def image(self) -> QImage:
        """What is shown."""
        return self._image

    def show_image(self, image: QImage) -> None:
        """Show this picture."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint it."""
        paint_enlarged(QPainter(self), self.rect(), self._image)
