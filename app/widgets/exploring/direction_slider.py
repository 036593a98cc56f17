"""One direction as a slider about the own value of what is explored, with its name and how far it is moved."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSlider, QWidget

from app.document.exploration import Heading
from app.theme import current
from app.widgets.buttons import ElidedLabel, label

_STEPS = 60  # to either side
_HANDLE, _GROOVE, _NAME_WIDTH, _VALUE_WIDTH = 7, 4, 74, 42


class DirectionSlider(QSlider):
    """Jumps to where it is pressed and follows the hand; the mark in its middle is what is explored as it is."""

    pulled = Signal(float)  # in the heading's units
    released = Signal()
    menu_asked = Signal(QPoint)
    rename_asked = Signal()
    delete_asked = Signal()

    def __init__(self, heading: Heading, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.heading = heading
        self.setRange(-_STEPS, _STEPS)
        self.setSingleStep(2)
        self.setPageStep(10)
        self.setMinimumWidth(60)
        self.setAccessibleName(heading.name)
        self.setToolTip(self.tr("Double click: back to its own value"))
        self.valueChanged.connect(lambda value: self.pulled.emit(value * heading.reach / _STEPS))

    def show_amount(self, amount: float) -> None:
        """Show how far the picture is moved along this direction."""
        self.blockSignals(True)
        self.setValue(round(amount / self.heading.reach * _STEPS))
        self.blockSignals(False)
        self.setAccessibleDescription(f"{amount:+.2f}")
        self.update()

    def reset(self) -> None:
        """Go back to the own value."""
        self.pulled.emit(0.0)
        self.released.emit()

    def sizeHint(self) -> QSize:
        """Ask for the handle's height and a little room."""
        return QSize(120, 2 * _HANDLE + 10)

    # Qt's events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to where it is pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self._value_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        if self.isSliderDown():
            self.setValue(self._value_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt passes it
        """End the gesture."""
        if self.isSliderDown():
            self.setSliderDown(False)
            self.released.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Go back to the own value."""
        self.reset()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the list, unless this is the slider one works with."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reset, rename and delete by keys; Qt's own move the slider."""
        key = event.key()
        if key in (Qt.Key.Key_0, Qt.Key.Key_Backspace):
            self.reset()
        elif key == Qt.Key.Key_F2 and self.heading.saved:
            self.rename_asked.emit()
        elif key == Qt.Key.Key_Delete and self.heading.saved:
            self.delete_asked.emit()
        elif key == Qt.Key.Key_Menu:
            self.menu_asked.emit(self.mapToGlobal(self.rect().center()))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint groove, mark, the way from the mark, and the handle."""
        colours, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, x = self.height() / 2, self._place(self.value())
        home = self._place(0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.line))
        left, right = self._place(-_STEPS), self._place(_STEPS)
        painter.drawRoundedRect(QRectF(left, middle - _GROOVE / 2, right - left, _GROOVE), 2, 2)
        on = self.isEnabled()
        painter.setBrush(QColor(colours.accent if on else colours.faint))
        painter.drawRect(QRectF(min(home, x), middle - _GROOVE / 2, abs(x - home), _GROOVE))
        painter.setBrush(QColor(colours.field_line))
        painter.drawRect(QRectF(home - 1, middle - _HANDLE - 1, 2, 2 * _HANDLE + 2))
        painter.setPen(QPen(QColor(colours.text if self.hasFocus() else colours.accent if on else colours.faint), 2))
        painter.setBrush(QColor(colours.accent if self.hasFocus() or self.value() else colours.raised))
        painter.drawEllipse(QPointF(x, middle), _HANDLE - 1, _HANDLE - 1)

    def _place(self, value: int) -> float:
        room = self.width() - 2 * _HANDLE - 2
        return _HANDLE + 1 + room * (value + _STEPS) / (2 * _STEPS)

    def _value_at(self, point: QPointF) -> int:
        share = (point.x() - _HANDLE - 1) / max(self.width() - 2 * _HANDLE - 2, 1)
        value = round((2 * share - 1) * _STEPS)
        return 0 if abs(value) <= 1 else value  # the mark holds a little


class DirectionRow(QWidget):
    """Name, slider and figure; a menu names the direction, or renames and deletes a saved one."""

    save_asked = Signal()
    rename_asked = Signal()
    delete_asked = Signal()

    def __init__(self, heading: Heading, parent: QWidget) -> None:
        super().__init__(parent)
        self._own = ""
        self._name = ElidedLabel(self)
        self._name.setText(heading.name)
        self._name.setFixedWidth(_NAME_WIDTH)
        self.slider = DirectionSlider(heading, self)
        self._value = label(self, role="muted")
        self._value.setFixedWidth(_VALUE_WIDTH)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._name)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self._value)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self._open_menu(self.mapToGlobal(at)))
        self.slider.menu_asked.connect(self._open_menu)
        self.slider.rename_asked.connect(self.rename_asked)
        self.slider.delete_asked.connect(self.delete_asked)
        self.show_amount(0.0)

    def show_amount(self, amount: float) -> None:
        """Show how far the picture is moved along this direction."""
        self.slider.show_amount(amount)
        self._value.setText(f"{amount:+.2f}".replace("-", "−") if amount else "0")

    def show_own(self, value: float) -> None:
        """Tell the own value in the tooltip."""
        text = self.tr("Its own value is {0} standard deviations; a double click goes back to it.")
        self._own = text.format(f"{value:+.2f}".replace("-", "−"))
        self.slider.setToolTip(self._own)

    def show_ends(self, left: str, right: str) -> None:
        """Tell in the tooltip what stands at both ends of the slider."""
        ends = f"← {left}\n→ {right}"
        self.slider.setToolTip(f"{ends}\n\n{self._own}" if self._own else ends)

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Back to its own value")).triggered.connect(self.slider.reset)
        if self.slider.heading.saved:
            menu.addAction(self.tr("Rename…")).triggered.connect(self.rename_asked)
            menu.addAction(self.tr("Delete")).triggered.connect(self.delete_asked)
        else:
            menu.addAction(self.tr("Name this direction…")).triggered.connect(self.save_asked)
        menu.popup(at)
