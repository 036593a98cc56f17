"""One candidate as a picture with its seed; fills while the model draws."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.document.candidates import Candidate
from app.images import to_qimage
from app.theme import current, icon

PICTURE = 96
_PAD, _CAPTION = 6, 20


class CandidateTile(QAbstractButton):
    """A click looks at the candidate, a double click applies it."""

    double_clicked = Signal()

    def __init__(self, candidate: Candidate, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.candidate = candidate
        self._image = QImage()
        self._name = self.tr("Candidate {0}, seed {1}").format(number, candidate.seed)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(self.sizeHint())
        self.refresh()

    def refresh(self) -> None:
        """Show what has been drawn by now."""
        left, top, right, bottom = self.candidate.part_to_show()
        self._image = to_qimage(self.candidate.rgba_HWC[top:bottom, left:right])
        starred = self.tr(", starred") if self.candidate.starred else ""
        self.setAccessibleName(self._name + starred)
        self.setToolTip(self._name + starred)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the picture, its frame and the seed below."""
        return QSize(PICTURE + 2 * _PAD, PICTURE + 2 * _PAD + _CAPTION)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Apply."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.double_clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint frame, picture, star and seed."""
        colours, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.rect().adjusted(1, 1, -1, -1)
        painter.setBrush(QColor(colours.hovered if self.underMouse() or self.isChecked() else colours.raised))
        outlined = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(QColor(colours.accent if outlined else colours.line), 2 if outlined else 1))
        painter.drawRoundedRect(frame, 8, 8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._paint_picture(painter)
        if self.candidate.starred:
            star = icon("star-filled", ink=lambda look: look.accent).pixmap(16, 16)
            painter.drawPixmap(QPointF(self.width() - 24, 8), star)
        painter.setPen(QColor(colours.text if self.isChecked() else colours.muted))
        caption = QRect(_PAD, self.height() - _CAPTION - 3, PICTURE, _CAPTION)
        text = self.fontMetrics().elidedText(str(self.candidate.seed), Qt.TextElideMode.ElideMiddle, PICTURE)
        painter.drawText(caption, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_picture(self, painter: QPainter) -> None:
        colours, size = current(), self._image.size()
        scale = PICTURE / max(size.width(), size.height(), 1)
        if scale > 1:
            scale = int(scale)  # whole pixels stay crisp
        drawn = QSize(max(round(size.width() * scale), 1), max(round(size.height() * scale), 1))
        target = QRect(0, 0, drawn.width(), drawn.height())
        target.moveCenter(QRect(_PAD, _PAD, PICTURE, PICTURE).center())
        painter.fillRect(target, QColor(colours.check_dark))
        painter.drawImage(target, self._image)
