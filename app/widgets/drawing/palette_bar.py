"""The colours in hand and those of the sprite."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from app.canvas.ink import Ink, Rgba
from app.document.drawing import Drawing
from app.theme import current
from app.widgets.buttons import icon_button, label
from genmodels.media.arrays import np

MAX_COLOURS = 96
_CELL = 20
_SETTLE_MS = 150  # colours are counted when a stroke pauses, not at each of its pixels


def colours_of(rgba_HWC: np.ndarray) -> list[Rgba]:
    """Return the visible colours, from dark to light; of very many, those used most."""
    visible = rgba_HWC[rgba_HWC[:, :, 3] > 0]
    colours, counts = np.unique(visible, axis=0, return_counts=True)
    kept = colours[np.argsort(-counts, kind="stable")[:MAX_COLOURS]].astype(int)
    lightness = kept[:, :3] @ np.array([299, 587, 114])  # luma weights of ITU-R BT.601
    return [(int(r), int(g), int(b), int(a)) for r, g, b, a in kept[np.argsort(lightness, kind="stable")]]


class PaletteBar(QWidget):
    """Two hands, swapped by X, above the sprite's colours."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        self._drawing: Drawing | None = None
        self._hands = Hands(ink, self)
        self._grid = SwatchGrid(self)
        self._grid.taken.connect(lambda colour, background: ink.take(colour, background=background))
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._count)
        top = QHBoxLayout()
        top.addWidget(label(self, self.tr("Colours"), role="title"), 1)
        top.addWidget(self._hands)
        top.addWidget(icon_button(self, "swap", self.tr("Swap the two colours (X)"), ink.swap))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self._grid)

    def set_drawing(self, drawing: Drawing) -> None:
        """Show the colours of this drawing, now and after every change."""
        self._drawing = drawing
        drawing.subscribe(lambda _box: self._settle.start())
        self._count()

    def _count(self) -> None:
        if self._drawing is not None:
            self._grid.set_colours(colours_of(self._drawing.rgba_HWC))


class Hands(QWidget):
    """The first colour before the second; a click on either opens the colour dialog."""

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self._ink = ink
        self.setFixedSize(46, 30)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.tr("Colours of the left and the right button; click to choose"))
        self.setAccessibleName(self.tr("Colours in hand"))
        ink.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint the two colours."""
        painter = QPainter(self)
        for rect, colour in ((self._back(), self._ink.background), (self._front(), self._ink.foreground)):
            _paint_swatch(painter, rect, colour)
        if self.hasFocus():
            painter.setPen(QPen(QColor(current().accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the dialog for the colour under the pointer."""
        self._choose(background=not self._front().contains(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the dialog for the first colour with Space, for the second with Shift+Space."""
        if event.key() == Qt.Key.Key_Space:
            self._choose(background=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _front(self) -> QRect:
        return QRect(2, 2, 24, 20)

    def _back(self) -> QRect:
        return QRect(18, 9, 24, 19)

    def _choose(self, *, background: bool) -> None:
        from PySide6.QtWidgets import QColorDialog  # here, because few starts open it

        now = self._ink.background if background else self._ink.foreground
        dialog = QColorDialog(QColor(*now), self)
        dialog.setOptions(QColorDialog.ColorDialogOption.ShowAlphaChannel)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(
            lambda one: self._ink.take((one.red(), one.green(), one.blue(), one.alpha()), background=background)
        )
        dialog.open()


class SwatchGrid(QWidget):
    """The sprite's colours; arrow keys move, Space takes, Shift or the right button takes into the second hand."""

    taken = Signal(tuple, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours: list[Rgba] = []
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Colours of the sprite"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def colours(self) -> list[Rgba]:
        """The colours shown."""
        return self._colours

    def set_colours(self, colours: list[Rgba]) -> None:
        """Show these colours."""
        if colours != self._colours:
            self._colours, self._current = colours, 0
            self.updateGeometry()
            self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows."""
        columns = max(width // _CELL, 1)
        return max(-(-len(self._colours) // columns), 1) * _CELL

    def sizeHint(self) -> QSize:
        """Ask for the panel's width."""
        return QSize(12 * _CELL, self.heightForWidth(max(self.width(), _CELL)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint the colours."""
        painter = QPainter(self)
        for number, colour in enumerate(self._colours):
            _paint_swatch(painter, self._rect(number), colour)
        if self.hasFocus() and self._colours:
            painter.setPen(QPen(QColor(current().accent), 2))
            painter.drawRect(self._rect(self._current).adjusted(-1, -1, 1, 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the colour under the pointer."""
        number = self._at(event.position().toPoint())
        if number is not None:
            self._current = number
            self.taken.emit(self._colours[number], event.button() == Qt.MouseButton.RightButton)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name the colour under the pointer."""
        number = self._at(event.position().toPoint())
        text = "" if number is None else _hex(self._colours[number])
        QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by arrow keys, take by Space."""
        columns = max(self.width() // _CELL, 1)
        steps = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns,
        }  # fmt: skip
        if event.key() in steps and self._colours:
            self._current = min(max(self._current + steps[Qt.Key(event.key())], 0), len(self._colours) - 1)
            self.setAccessibleDescription(_hex(self._colours[self._current]))
            self.update()
        elif event.key() == Qt.Key.Key_Space and self._colours:
            held = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.taken.emit(self._colours[self._current], bool(held))
        else:
            super().keyPressEvent(event)

    def _rect(self, number: int) -> QRect:
        columns = max(self.width() // _CELL, 1)
        return QRect(number % columns * _CELL + 1, number // columns * _CELL + 1, _CELL - 3, _CELL - 3)

    def _at(self, point: QPoint) -> int | None:
        columns = max(self.width() // _CELL, 1)
        column, row = point.x() // _CELL, point.y() // _CELL
        number = row * columns + column
        return number if 0 <= column < columns and 0 <= number < len(self._colours) else None


def _paint_swatch(painter: QPainter, rect: QRect, colour: Rgba) -> None:
    colours = current()
    painter.setBackground(QColor(colours.check_light))
    painter.eraseRect(rect)
    if colour[3] < 255:  # a corner of each square shows what lies behind
        half_x, half_y = rect.width() // 2, rect.height() // 2
        painter.fillRect(QRect(rect.topLeft(), QSize(half_x, half_y)), QColor(colours.check_dark))
        painter.fillRect(QRect(rect.center(), QSize(half_x, half_y)), QColor(colours.check_dark))
    painter.setPen(QPen(QColor(colours.field_line), 1))
    painter.setBrush(QColor(*colour))
    painter.drawRect(rect)
    painter.setBrush(Qt.BrushStyle.NoBrush)  # for the focus ring, which may follow


def _hex(colour: Rgba) -> str:
    return "#" + "".join(f"{value:02x}" for value in colour[: 3 if colour[3] == 255 else 4])
