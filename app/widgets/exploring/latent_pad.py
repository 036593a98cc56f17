"""A pad over two directions: small pictures show what each part of it means, a point where the picture is now."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from app.theme import current
from app.widgets.training.enlarged import decoded, paint_enlarged

_GAP, _FOCUS, _POINT, _STALE = 1, 3, 7, 0.3
_KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class LatentPad(QWidget):
    """Places are shares of the reach, −1 to 1; the outermost cells' middles are its ends."""

    pulled = Signal(float, float)  # across, down
    settled = Signal()

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side  # cells across and down
        self._cells: list[QImage] = [QImage()] * side**2
        self._stale = [True] * side**2
        self._picture_side = 0  # pixels; 0 where it is not known
        self._at = (0.0, 0.0)
        self._pressed: QPointF | None = None
        self._follows = False  # the hand has moved: no longer a click on a cell
        self._ground: QPixmap | None = None  # the grid, painted once
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Pad over two directions"))
        self.setToolTip(
            self.tr("Click a picture to go there, drag for all between; arrow keys, Shift for a whole picture, 0 home")
        )

    def sizeHint(self) -> QSize:
        """Ask for room in which the small pictures can be told apart."""
        return QSize(300, 300)

    def minimumSizeHint(self) -> QSize:
        """Ask for the least room that is of use."""
        return QSize(170, 170)

    def begin(self, side: int) -> None:
        """Show no pictures yet; cells will hold ones of this side by a whole factor, with no room to spare."""
        self._picture_side = side
        self._cells = [QImage()] * self._side**2
        self._stale = [True] * self._side**2
        self._repaint()

    def mark_stale(self) -> None:
        """Dim the grid: other pictures will follow."""
        if not all(self._stale):  # at every move of a slider
            self._stale = [True] * self._side**2
            self._repaint()

    def show_cell(self, number: int, picture: str) -> None:
        """Show a cell's picture, counted row by row."""
        self._cells[number], self._stale[number] = decoded(picture), False
        self._repaint()

    @property
    def filled(self) -> bool:
        """Whether every cell is up to date."""
        return not any(self._stale)

    def show_place(self, across: float, down: float, words: str) -> None:
        """Show where the picture is; words say it for screen readers."""
        self._at = across, down
        self.setAccessibleDescription(words)
        self.update()

    # Places and points

    def _cell(self) -> int:
        room = max((min(self.width(), self.height()) - 2 * _FOCUS) // self._side, 1)
        factor = (room - 2 * _GAP) // self._picture_side if self._picture_side else 0
        return factor * self._picture_side + 2 * _GAP if factor else room

    def _area(self) -> QRect:
        side = self._cell() * self._side
        area = QRect(0, 0, side, side)
        area.moveCenter(self.rect().center())
        return area

    def point_of(self, across: float, down: float) -> QPointF:
        """Return where on the widget a place is."""
        area, cell = self._area(), self._cell()
        room = area.width() - cell
        x = area.left() + cell / 2 + room * (across + 1) / 2
        return QPointF(x, area.top() + cell / 2 + room * (down + 1) / 2)

    def _place_at(self, point: QPointF, *, on_cell: bool) -> tuple[float, float]:
        area, cell = self._area(), self._cell()
        room = max(area.width() - cell, 1)
        shares = ((point.x() - area.left() - cell / 2) / room, (point.y() - area.top() - cell / 2) / room)
        stops = self._side - 1
        return _pair(min(max((round(s * stops) / stops if on_cell else s) * 2 - 1, -1.0), 1.0) for s in shares)

    # Qt's events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the cell under the hand."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._follows = event.position(), False
            self.pulled.emit(*self._place_at(event.position(), on_cell=True))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand once it moves."""
        if self._pressed is None:
            return
        way = (event.position() - self._pressed).manhattanLength()
        self._follows = self._follows or way >= QApplication.startDragDistance() / 2
        if self._follows:
            self.pulled.emit(*self._place_at(event.position(), on_cell=False))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt passes it
        """End the gesture."""
        if self._pressed is not None:
            self._pressed = None
            self.settled.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take it as a press: the first click went there already."""
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by keys."""
        key = Qt.Key(event.key())
        if key in _KEYS:
            whole = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            step = 2 / (self._side - 1) / (1 if whole else 5)
            pairs = zip(self._at, _KEYS[key], strict=True)
            self.pulled.emit(*_pair(round(min(max(at + sign * step, -1.0), 1.0), 6) for at, sign in pairs))
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Backspace, Qt.Key.Key_Home):
            self.pulled.emit(0.0, 0.0)
            self.settled.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint the grid anew."""
        super().resizeEvent(event)
        self._repaint()

    def changeEvent(self, event: QEvent) -> None:
        """Paint the grid anew in another look."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._repaint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint the grid, a frame round the picture's own place, and the point."""
        colours, painter = current(), QPainter(self)
        if self._ground is None:
            self._ground = self._painted_ground()
        painter.drawPixmap(0, 0, self._ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at, half = self.point_of(*self._at), self._cell() / 2 - _GAP
        painter.setBrush(Qt.BrushStyle.NoBrush)
        is_home = self._at == (0.0, 0.0)
        painter.setPen(QPen(QColor(colours.accent if is_home else colours.text), 3 if is_home else 2))
        painter.drawRect(QRectF(self.point_of(0, 0) - QPointF(half, half), QSizeF(2 * half, 2 * half)))
        if not is_home:  # there the frame is enough, and hides nothing of the picture
            painter.setPen(QPen(QColor(colours.surround), 5))
            painter.drawEllipse(at, _POINT, _POINT)
            painter.setPen(QPen(QColor(colours.accent), 3))
            painter.drawEllipse(at, _POINT, _POINT)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(self._area().adjusted(-2, -2, 1, 1))

    def _painted_ground(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter, area, cell = QPainter(pixmap), self._area(), self._cell()
        for number, image in enumerate(self._cells):
            row, column = divmod(number, self._side)
            room = QRect(area.left() + column * cell, area.top() + row * cell, cell, cell)
            if cell - 2 * _GAP >= max(image.width(), image.height()):  # else the gap would cost a row of pixels
                room.adjust(_GAP, _GAP, -_GAP, -_GAP)
            painter.setOpacity(1.0)
            painter.fillRect(room, QColor(current().raised))
            painter.setOpacity(_STALE if self._stale[number] else 1.0)
            paint_enlarged(painter, room, image)
        painter.end()
        return pixmap

    def _repaint(self) -> None:
        self._ground = None
        self.update()


def _pair(values: Iterable[float]) -> tuple[float, float]:
    across, down = values
    return across, down
