"""The head of the timeline: tags as bars, and every frame with its number and duration; frames are dragged here."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

from app.theme import current
from app.widgets.timeline.timeline_model import TimelineModel
from genmodels.media.artwork.artwork import Tag

COLUMN = 30  # width of a frame
_LANE, _NUMBER, _DURATION = 15, 15, 14  # heights of a tag's bar and of the two lines of a frame
_MOST_LANES = 3
_DARK, _LIGHT = "#14151a", "#ffffff"  # text on a tag's colour


class FrameHeader(QHeaderView):
    """Tells what is pressed and where frames are dropped; the view chooses and the page changes."""

    pressed = Signal(int, object)  # column, Qt.KeyboardModifiers
    dragged_over = Signal(int)  # with the button down, while not moving frames
    frames_dropped = Signal(int)  # the chosen ones, before this column
    opened = Signal(int)  # a column, by a double click
    tag_opened = Signal(object)  # Tag
    menu_asked = Signal(QPoint, object)  # on the screen; the Tag there, or None

    def __init__(self, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self._lanes: list[list[Tag]] = []  # bars that do not overlap share one
        self._pressed_at: QPoint | None = None
        self._moves = False  # whether what is pressed was chosen before
        self._target: int | None = None  # before which frames would be dropped
        self.playhead: int | None = None  # the column that is played just now
        self.here = 0  # the column that is seen
        self.chosen: frozenset[int] = frozenset()
        self.setMinimumSectionSize(COLUMN)
        self.setDefaultSectionSize(COLUMN)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setAccessibleName(self.tr("Frames"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)

    def refresh(self) -> None:
        """Show the model's tags and frames as they are now."""
        lanes: list[list[Tag]] = []
        for tag in self._model.artwork.tags:
            free = next((lane for lane in lanes if lane[-1].last < tag.first), None)
            if free is not None:
                free.append(tag)
            elif len(lanes) < _MOST_LANES:
                lanes.append([tag])
        if len(lanes) != len(self._lanes):
            self._lanes = lanes
            self.updateGeometry()
            self.geometriesChanged.emit()
        self._lanes = lanes
        self.viewport().update()

    def tag_under(self, at: QPoint) -> Tag | None:
        """Return the tag whose bar is at this point."""
        lane, column = at.y() // _LANE, self.logicalIndexAt(at)
        if lane >= len(self._lanes):
            return None
        return next((tag for tag in self._lanes[lane] if tag.first <= column <= tag.last), None)

    # Qt's events

    def sizeHint(self) -> QSize:
        """Ask for the bars and two lines."""
        return QSize(super().sizeHint().width(), self._top + _NUMBER + _DURATION)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one frame and what of the bars is above it."""
        colours, frame = current(), self._model.frame(section)
        painter.save()
        painter.fillRect(rect, QColor(colours.panel))
        lower = rect.adjusted(0, self._top, 0, 0)
        if section == self.playhead:
            painter.fillRect(lower, QColor(colours.accent))
        elif section == self.here or section in self.chosen:
            painter.fillRect(lower, QColor(colours.hovered))
        painter.setPen(QColor(colours.line))
        painter.drawLine(lower.topRight(), lower.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        playing = section == self.playhead
        painter.setFont(_font(painter.font(), 12, bold=section == self.here))
        painter.setPen(QColor(colours.on_accent if playing else colours.text))
        number = QRect(lower.left(), lower.top(), lower.width(), _NUMBER)
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(section + 1))
        painter.setFont(_font(painter.font(), 10))
        painter.setPen(QColor(colours.on_accent if playing else colours.muted))
        duration = QRect(lower.left(), number.bottom() + 1, lower.width(), _DURATION - 1)
        painter.drawText(duration, Qt.AlignmentFlag.AlignCenter, _short(frame.duration_ms))
        painter.setClipRect(rect)
        for lane, tags in enumerate(self._lanes):
            for tag in tags:
                if tag.first <= section <= tag.last:
                    self._paint_tag(painter, tag, lane)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint where frames would be dropped over the frames."""
        super().paintEvent(event)
        if self._target is not None:
            last = self._target >= self.count()
            x = self.length() - self.offset() - 2 if last else self.sectionViewportPosition(self._target) - 1
            QPainter(self.viewport()).fillRect(QRect(x, self._top, 3, self.height()), QColor(current().accent))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose, or take hold of what is chosen."""
        at = event.position().toPoint()
        column = self.logicalIndexAt(at)
        if event.button() != Qt.MouseButton.LeftButton or column < 0:
            return
        self._pressed_at = at
        self._moves = column in self.chosen and event.modifiers() == Qt.KeyboardModifier.NoModifier
        if not self._moves:
            self.pressed.emit(column, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the frames would be dropped, or choose more of them."""
        at = event.position().toPoint()
        if self._pressed_at is None:
            return
        if not self._moves:
            column = self.logicalIndexAt(at)
            if column >= 0:
                self.dragged_over.emit(column)
        elif self._target is not None or abs(at.x() - self._pressed_at.x()) >= QApplication.startDragDistance():
            self._show_target(self._column_before(at.x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop, or choose the one frame that was clicked on."""
        if self._pressed_at is None:
            return
        column, target, moves = self.logicalIndexAt(self._pressed_at), self._target, self._moves
        self._pressed_at, self._moves = None, False
        self._show_target(None)
        if target is not None:
            self.frames_dropped.emit(target)
        elif moves:
            self.pressed.emit(column, event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the tag or the frame."""
        at = event.position().toPoint()
        tag, column = self.tag_under(at), self.logicalIndexAt(at)
        if tag is not None:
            self.tag_opened.emit(tag)
        elif column >= 0:
            self.opened.emit(column)

    def _on_menu(self, at: QPoint) -> None:
        column = self.logicalIndexAt(at)
        if column >= 0 and column not in self.chosen:
            self.pressed.emit(column, Qt.KeyboardModifier.NoModifier)
        self.menu_asked.emit(self.viewport().mapToGlobal(at), self.tag_under(at))

    # Parts

    @property
    def _top(self) -> int:
        """Height of the bars."""
        return _LANE * len(self._lanes)

    def _column_before(self, x: int) -> int:
        """Return before which column something dropped at x lands."""
        return min(max((x + self.offset() + COLUMN // 2) // COLUMN, 0), self.count())

    def _show_target(self, column: int | None) -> None:
        self._target = column
        self.viewport().update()

    def _paint_tag(self, painter: QPainter, tag: Tag, lane: int) -> None:
        left = self.sectionViewportPosition(tag.first) + 1
        bar = QRect(left, lane * _LANE + 1, (tag.last - tag.first + 1) * COLUMN - 3, _LANE - 3)
        colour = QColor(*tag.colour)
        painter.fillRect(bar, colour)
        painter.setFont(_font(painter.font(), 10))
        painter.setPen(QColor(_DARK if colour.lightness() > 110 else _LIGHT))
        inside = bar.adjusted(4, 0, -2, 0)
        text = QFontMetrics(painter.font()).elidedText(tag.name, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def _font(font: QFont, pixels: int, *, bold: bool = False) -> QFont:
    result = QFont(font)
    result.setPixelSize(pixels)
    result.setBold(bold)
    return result


def _short(duration_ms: int) -> str:
    """Return a duration in as few signs as a column has room for."""
    return str(duration_ms) if duration_ms < 10_000 else f"{duration_ms / 1000:.0f} s"
