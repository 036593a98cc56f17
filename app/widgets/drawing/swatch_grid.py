"""The palette's colours in rows: taken, selected, and moved by pointer and by keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from app.canvas.ink import Rgba
from app.theme import current
from app.widgets.drawing.swatch import hex_of, paint_swatch

_CELL = 20
_KEYS = QKeySequence.StandardKey
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class SwatchGrid(QWidget):
    """A click takes a colour and selects it; Ctrl and Shift select more; dragging, or Alt with an arrow key, moves.

    Space and the left button take into the first hand, Shift+Space and the right button into the second.
    """

    taken = Signal(tuple, bool)  # the colour; whether for the second hand
    selected = Signal()
    moved = Signal(int)  # the selected ones, ahead of the one in this place
    edit_asked = Signal(int)
    remove_asked = Signal()
    copy_asked = Signal()
    paste_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours: tuple[Rgba, ...] = ()
        self._chosen: set[int] = set()
        self._current = 0
        self._anchor = 0  # where a run of selected ones began
        self._pressed: QPoint | None = None  # where, by the left button
        self._drop: int | None = None  # place ahead of which the dragged ones would go
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Palette"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def colours(self) -> tuple[Rgba, ...]:
        """The colours shown."""
        return self._colours

    @property
    def chosen(self) -> list[int]:
        """Places of the selected ones, in their order."""
        return sorted(self._chosen)

    def set_colours(self, colours: Sequence[Rgba]) -> None:
        """Show these colours; what was selected stays so where the same colour is still there."""
        if tuple(colours) != self._colours:
            before, self._colours = self._colours, tuple(colours)
            there = range(len(self._colours))
            self._chosen = {place for place in self._chosen if place in there and before[place] == colours[place]}
            self._current = min(self._current, max(len(colours) - 1, 0))
            self._drop = None
            self.updateGeometry()
            self._tell()

    def choose(self, places: Sequence[int]) -> None:
        """Select these, the last of which is then the current one."""
        self._chosen = {place for place in places if 0 <= place < len(self._colours)}
        self._current = self._anchor = places[-1] if self._chosen else self._current
        self._tell()

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows."""
        columns = max(width // _CELL, 1)
        return max(-(-len(self._colours) // columns), 1) * _CELL

    def sizeHint(self) -> QSize:
        """Ask for the panel's width."""
        return QSize(12 * _CELL, self.heightForWidth(max(self.width(), _CELL)))

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint the colours, rings round the selected ones, and where dragged ones would go."""
        painter = QPainter(self)
        for place, colour in enumerate(self._colours):
            paint_swatch(painter, self._rect(place), colour)
        for place in self._chosen:  # a ring in each of two colours, one of which shows on any swatch
            painter.setPen(QPen(QColor(current().panel), 1))
            painter.drawRect(self._rect(place).adjusted(1, 1, -1, -1))
            painter.setPen(QPen(QColor(current().text), 2))
            painter.drawRect(self._rect(place))
        painter.setPen(QPen(QColor(current().accent), 2))
        if self.hasFocus() and self._colours:
            painter.drawRect(self._rect(self._current).adjusted(-1, -1, 1, 1))
        if self._drop is not None:
            after = self._drop == len(self._colours)
            rect = self._rect(self._drop - after)
            x = rect.right() + 2 if after else rect.left() - 1
            painter.drawLine(x, rect.top() - 1, x, rect.bottom() + 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the colour under the pointer and select it, or select more."""
        place = self._at(event.position().toPoint())
        if place is None:
            return
        if event.button() == Qt.MouseButton.RightButton:
            self.taken.emit(self._colours[place], True)
            return
        self._pressed = event.position().toPoint()
        held = event.modifiers()
        if held & _SHIFT:
            self._extend(place)
        elif held & _CTRL:
            self._toggle(place)
        else:
            self._current = self._anchor = place
            if place not in self._chosen:  # several selected ones may be dragged by any of them
                self._chosen = {place}
            self.taken.emit(self._colours[place], False)
            self._tell()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name the colour under the pointer, or show where the dragged ones would go."""
        point = event.position().toPoint()
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            far = (point - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if far or self._drop is not None:
                self._drop = self._gap(point)
                self.update()
            return
        place = self._at(point)
        QToolTip.showText(event.globalPosition().toPoint(), "" if place is None else hex_of(self._colours[place]), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the dragged ones go; where none were dragged, keep only the one under the pointer."""
        drop, pressed, self._drop, self._pressed = self._drop, self._pressed, None, None
        if drop is not None:
            self.moved.emit(drop)
        elif pressed is not None and not event.modifiers() & (_SHIFT | _CTRL):
            self._chosen = {self._current} if self._colours else set()
            self._tell()
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask to edit the colour."""
        place = self._at(event.position().toPoint())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = None
            self.edit_asked.emit(place)

    def event(self, event: QEvent) -> bool:
        """Keep those keys from the page that mean something here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, select, take, edit, remove, copy and paste."""
        held = event.modifiers()
        if event.matches(_KEYS.Paste):
            self.paste_asked.emit()
        elif not self._colours:
            super().keyPressEvent(event)
        elif event.key() in self._steps():
            self._step(self._steps()[Qt.Key(event.key())], held)
        elif event.matches(_KEYS.Copy):
            self.copy_asked.emit()
        elif event.matches(_KEYS.SelectAll):
            self.choose(range(len(self._colours)))
        elif event.key() == Qt.Key.Key_Space and held & _CTRL:
            self._toggle(self._current)
        elif event.key() == Qt.Key.Key_Space:
            self.taken.emit(self._colours[self._current], bool(held & _SHIFT))
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held & _CTRL:
            self.edit_asked.emit(self._current)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)

    # How it works

    def _is_ours(self, event: QKeyEvent) -> bool:
        bare = event.key() in (*self._steps(), Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F2, Qt.Key.Key_Space)
        return bare or any(event.matches(key) for key in (_KEYS.Copy, _KEYS.Paste, _KEYS.SelectAll))

    def _steps(self) -> dict[Qt.Key, int]:
        columns = max(self.width() // _CELL, 1)
        key = Qt.Key
        return {
            key.Key_Left: -1, key.Key_Right: 1, key.Key_Up: -columns, key.Key_Down: columns,
            key.Key_Home: -len(self._colours), key.Key_End: len(self._colours),
        }  # fmt: skip

    def _step(self, step: int, held: Qt.KeyboardModifier) -> None:
        to = min(max(self._current + step, 0), len(self._colours) - 1)
        if held & Qt.KeyboardModifier.AltModifier:
            self._shift(step)
        elif held & _SHIFT:
            self._extend(to)
        else:
            self._current = to
            if not held & _CTRL:
                self._chosen, self._anchor = {to}, to
            self._tell()

    def _shift(self, step: int) -> None:
        """Move the selected ones by so many places."""
        places = self.chosen or [self._current]
        self._chosen = set(places)
        to = places[0] + step if step < 0 else places[-1] + step + 1
        self.moved.emit(min(max(to, 0), len(self._colours)))

    def _extend(self, to: int) -> None:
        self._current = to
        self._chosen = set(range(min(self._anchor, to), max(self._anchor, to) + 1))
        self._tell()

    def _toggle(self, place: int) -> None:
        self._chosen ^= {place}
        self._current = self._anchor = place
        self._tell()

    def _tell(self) -> None:
        """Have the rings, the words of screen readers and the commands follow what is selected."""
        if self._colours:
            words = self.tr("{0}, {1} of {2}, {3} selected")
            colour, count = hex_of(self._colours[self._current]), len(self._colours)
            self.setAccessibleDescription(words.format(colour, self._current + 1, count, len(self._chosen)))
        self.update()
        self.selected.emit()

    def _rect(self, place: int) -> QRect:
        columns = max(self.width() // _CELL, 1)
        return QRect(place % columns * _CELL + 1, place // columns * _CELL + 1, _CELL - 3, _CELL - 3)

    def _at(self, point: QPoint) -> int | None:
        columns = max(self.width() // _CELL, 1)
        column, row = point.x() // _CELL, point.y() // _CELL
        place = row * columns + column
        return place if 0 <= column < columns and 0 <= place < len(self._colours) else None

    def _gap(self, point: QPoint) -> int:
        """Return the place ahead of which something dropped here goes."""
        columns = max(self.width() // _CELL, 1)
        column = min(max(round(point.x() / _CELL), 0), columns)
        return min(max(point.y() // _CELL, 0) * columns + column, len(self._colours))
