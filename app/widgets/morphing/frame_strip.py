"""All frames of a morph side by side; those that are not known yet are empty places."""

from __future__ import annotations

from collections.abc import Container, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.theme import current
from app.widgets.training.enlarged import paint_enlarged

_FRAME, _GAP, _MARK = 66, 1, 6


class FrameStrip(QFrame):
    """A click or a drag along it chooses the frame; the key pictures carry a mark."""

    frame_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bottom")
        self.setAccessibleName(self.tr("Frames"))
        self._scroll = QScrollArea(self)
        self.film = Film(self._scroll)
        self._scroll.setWidget(self.film)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFixedHeight(_FRAME + _MARK + 14)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 6, 4)
        layout.addWidget(self._scroll)
        self.film.asked.connect(self.frame_asked)

    def show_frames(self, images: Sequence[QImage], keys: Container[int], *, rough: bool) -> None:
        """Show these; keys are the numbers of the key pictures."""
        self.film.show_frames(images, keys, rough=rough)

    def show_frame(self, number: int) -> None:
        """Show that the image of one frame is another now."""
        self.film.update(self.film.rect_of(number))

    def show_current(self, number: int) -> None:
        """Mark this frame and bring it into view."""
        self.film.show_current(number)
        rect = self.film.rect_of(number)
        self._scroll.ensureVisible(rect.center().x(), rect.center().y(), _FRAME, 0)


class Film(QWidget):
    """Paints the frames."""

    asked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._images: Sequence[QImage] = ()
        self._keys: Container[int] = ()
        self._rough = False
        self._current = 0

    @property
    def images(self) -> Sequence[QImage]:
        """What is shown; an empty image for a frame that is not known yet."""
        return self._images

    def show_frames(self, images: Sequence[QImage], keys: Container[int], *, rough: bool) -> None:
        """Show these."""
        self._images, self._keys, self._rough = images, keys, rough
        self.resize(self.sizeHint())
        self.update()

    def show_current(self, number: int) -> None:
        """Mark this frame."""
        before, self._current = self._current, number
        for one in (before, number):
            self.update(self.rect_of(one).adjusted(-2, -2, 2, _MARK + 2))

    def rect_of(self, number: int) -> QRect:
        """Return where a frame is."""
        return QRect(number * (_FRAME + _GAP) + 2, 2, _FRAME, _FRAME)

    def sizeHint(self) -> QSize:
        """Ask for all frames."""
        return QSize(len(self._images) * (_FRAME + _GAP) + 2, _FRAME + _MARK + 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the frame under the pointer."""
        self._ask(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scrub."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask(event)

    def _ask(self, event: QMouseEvent) -> None:
        number = (event.position().toPoint().x() - 2) // (_FRAME + _GAP)
        if 0 <= number < len(self._images):
            self.asked.emit(number)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frames inside the dirty rectangle."""
        painter, colours = QPainter(self), current()
        for number, image in enumerate(self._images):
            rect = self.rect_of(number)
            if not rect.adjusted(-2, -2, 2, _MARK + 2).intersects(event.rect()):
                continue
            is_key, chosen = number in self._keys, number == self._current
            painter.fillRect(rect, QColor(colours.surround))
            painter.setOpacity(0.55 if self._rough and not is_key else 1.0)
            paint_enlarged(painter, rect.adjusted(1, 1, -1, -1), image)
            painter.setOpacity(1.0)
            painter.setPen(QPen(QColor(colours.accent if chosen else colours.line), 2 if chosen else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect)
            if is_key:
                mark = QRect(rect.center().x() - 10, rect.bottom() + 4, 22, 3)
                painter.fillRect(mark, QColor(colours.accent if chosen else colours.field_line))
