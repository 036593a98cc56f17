"""The picture of a pack, every pixel a square."""

from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.images import to_qimage
from app.theme import current
from genmodels.api.errors import InputError
from genmodels.api.packs import MAX_PREVIEW_BYTES
from genmodels.media.sprite import read_sprite

WIDTH, HEIGHT = 256, 128
_CHECK = 8  # side of the squares behind transparent pixels


class PackPreview(QWidget):
    """Enlarged by the largest whole factor that fits; empty where there is no picture."""

    def __init__(self, file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(WIDTH, HEIGHT)
        self.setAccessibleName(self.tr("What this pack draws"))
        self._image = _read(file)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint the picture on the squares that say transparent."""
        painter = QPainter(self)
        colours = current()
        place = self._place()
        painter.fillRect(place, QColor(colours.check_light))
        for y in range(place.top(), place.bottom() + 1, _CHECK):
            for x in range(place.left(), place.right() + 1, _CHECK):
                if (x - place.left() + y - place.top()) // _CHECK % 2:
                    square = QRect(x, y, _CHECK, _CHECK)
                    painter.fillRect(square.intersected(place), QColor(colours.check_dark))
        if self._image is None:
            painter.setPen(QColor(colours.text))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("No preview"))
            return
        painter.drawImage(place, self._image)  # without smoothing, so pixels stay squares

    def _place(self) -> QRect:
        if self._image is None:
            return self.rect()
        size, room = self._image.size(), self.size()
        factor = min(room.width() // size.width(), room.height() // size.height())
        if factor:
            shown = QSize(size.width() * factor, size.height() * factor)
        else:
            shown = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        return QRect(QPoint(0, 0), shown)


def _read(file: Path) -> QImage | None:
    try:
        if file.stat().st_size > MAX_PREVIEW_BYTES:
            return None
        return to_qimage(read_sprite(file).rgba_HWC)
    except (OSError, InputError):
        return None
