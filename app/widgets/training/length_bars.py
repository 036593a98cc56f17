"""How long lines are: a bar for each length, which the pointer reads off."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme import current

_HEIGHT, _WIDEST, _SPACE = 96, 26.0, 4.0  # pixels


class LengthBars(QWidget):
    """Paints itself in the colours of the look; the shortest, the longest and the most usual length are named."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first, self._counts = 0, (0,)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lengths(self, counts: Sequence[int]) -> None:
        """Show how many lines there are of 0, 1, 2 … characters."""
        met = [length for length, count in enumerate(counts) if count] or [0]
        self._first = met[0]
        self._counts = tuple(counts[met[0] : met[-1] + 1]) or (0,)
        self.setAccessibleDescription(", ".join(self._said(length) for length in met if length < len(counts)))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a height that tells the shape."""
        return QSize(180, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint the bars, and below them the lengths that matter most."""
        painter, colours, metrics = QPainter(self), current(), QFontMetricsF(self.font())
        floor = self.height() - metrics.height() - _SPACE
        most, usual = max(self._counts), self._counts.index(max(self._counts))
        step = self._step()
        gap = 1.0 if step > 3 else 0.0
        for place, count in enumerate(self._counts):
            height = max(1.0, floor * count / most) if count else 0.0
            bar = QRectF(place * step, floor - height, step - gap, height)
            painter.fillRect(bar, QColor(colours.accent if place == usual else colours.field_line))
        painter.fillRect(QRectF(0, floor, step * len(self._counts), 1), QColor(colours.line))
        painter.setPen(QColor(colours.muted))
        taken: list[QRectF] = []
        for place in (usual, 0, len(self._counts) - 1):
            text = str(self._first + place)
            width = metrics.horizontalAdvance(text)
            left = min(max(0.0, (place + 0.5) * step - width / 2), max(0.0, self.width() - width))
            box = QRectF(left, floor + _SPACE, width + 1, metrics.height())
            if not any(box.adjusted(-_SPACE, 0, _SPACE, 0).intersects(other) for other in taken):
                painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, text)
                taken.append(box)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read off the bar under the pointer."""
        place = int(event.position().x() / self._step())
        self.setToolTip(self._said(self._first + place) if 0 <= place < len(self._counts) else "")

    def _step(self) -> float:
        return min(_WIDEST, self.width() / len(self._counts))

    def _said(self, length: int) -> str:
        count = self._counts[length - self._first]
        return self.tr("{0} characters: {1} lines").format(length, f"{count:,}")
