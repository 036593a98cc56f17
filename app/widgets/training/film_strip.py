"""What a training drew over time, always from the same seeds: one picture large, the others small below it."""

from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from app.theme import current
from app.widgets.buttons import label
from app.widgets.training.enlarged import Enlarged, paint_squares

_FRAME = 52
_KEPT = 64  # pictures in memory; a strip shows fewer


class FilmStrip(QWidget):
    """Follows the newest picture until a person looks back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frames: list[tuple[int, Path]] = []
        self._images: dict[Path, QImage] = {}
        self._large = Enlarged(self.tr("What the training draws"), self)
        self._large.setMinimumSize(180, 90)
        self._title = label(self, role="title")
        self._caption = label(self, role="muted")
        self._meaning = label(self, role="muted")
        self._meaning.setWordWrap(True)
        self._thumbs = _Thumbs(self)
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setAccessibleName(self.tr("Step"))
        self._slider.setRange(0, 0)
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self._caption)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self._meaning)
        layout.addWidget(self._large, 1)
        layout.addWidget(self._thumbs)
        layout.addWidget(self._slider)
        self._slider.valueChanged.connect(self._on_moved)
        self._thumbs.asked.connect(self._slider.setValue)
        self.show_words(self.tr("What it draws"))
        self._on_moved(0)

    @property
    def step(self) -> int | None:
        """The step whose picture is large."""
        number = self._slider.value()
        return self._frames[number][0] if number < len(self._frames) else None

    def show_words(self, title: str, meaning: str = "") -> None:
        """Say what the pictures are, and what is to be seen on them where they do not say so themselves."""
        self._title.setText(title)
        self._large.setAccessibleName(title)
        self._meaning.setText(meaning)
        self._meaning.setVisible(bool(meaning))

    def show_frames(self, frames: list[tuple[int, Path]]) -> None:
        """Show (step, picture) of these steps; where the newest was large, the new newest is."""
        if frames == self._frames:
            return
        at_end = self._slider.value() >= len(self._frames) - 1
        self._frames = frames
        self._slider.blockSignals(True)
        self._slider.setRange(0, max(len(frames) - 1, 0))
        if at_end:
            self._slider.setValue(len(frames) - 1)
        self._slider.blockSignals(False)
        self._on_moved(self._slider.value())

    def image(self, number: int) -> QImage:
        """Return a picture by its place in time."""
        path = self._frames[number][1]
        if path not in self._images:
            while len(self._images) >= _KEPT:
                self._images.pop(next(iter(self._images)))
            self._images[path] = QImage(str(path))
        return self._images[path]

    def _on_moved(self, number: int) -> None:
        has_frames = bool(self._frames)
        for widget in (self._slider, self._thumbs):
            widget.setVisible(has_frames)
        if not has_frames:
            self._caption.setText(self.tr("no picture yet"))
            self._large.show_image(QImage())
            return
        self._large.show_image(self.image(number))
        newest = number == len(self._frames) - 1
        text = self.tr("step {0}, the newest") if newest else self.tr("step {0}")
        self._caption.setText(text.format(f"{self._frames[number][0]:,}"))
        self._thumbs.show_place(number, len(self._frames))


class _Thumbs(QWidget):
    """As many small pictures as fit, evenly spread over time."""

    asked = Signal(int)

    def __init__(self, strip: FilmStrip) -> None:
        super().__init__(strip)
        self._strip = strip
        self._current, self._count = 0, 0
        self.setFixedHeight(_FRAME)
        self.setToolTip(self.tr("Click to look at another step"))

    def show_place(self, current: int, count: int) -> None:
        """Mark the large one."""
        self._current, self._count = current, count
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint the pictures, the nearest to the large one framed."""
        painter, colours = QPainter(self), current()
        numbers = self._numbers()
        nearest = min(numbers, key=lambda number: abs(number - self._current), default=None)
        for place, number in enumerate(numbers):
            rect = self._rect(place)
            image = self._strip.image(number)
            paint_squares(painter, rect)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=image.width() > rect.width())
            side = min(image.width(), image.height(), 2 * rect.width())  # the first sprites of a sheet
            painter.drawImage(rect, image, QRect(0, 0, side, side))
            chosen = number == nearest
            painter.setPen(QPen(QColor(colours.accent if chosen else colours.line), 2 if chosen else 1))
            painter.drawRect(rect)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the picture under the pointer."""
        at = event.position().toPoint()
        for place, number in enumerate(self._numbers()):
            if self._rect(place).contains(at):
                self.asked.emit(number)

    def _numbers(self) -> list[int]:
        room = max(self.width() // (_FRAME + 4), 1)
        if self._count <= room:
            return list(range(self._count))
        return [round(place * (self._count - 1) / max(room - 1, 1)) for place in range(room)]

    def _rect(self, place: int) -> QRect:
        return QRect(place * (_FRAME + 4) + 1, 1, _FRAME - 3, _FRAME - 3)

    def sizeHint(self) -> QSize:
        """Ask for a few pictures."""
        return QSize(4 * _FRAME, _FRAME)
