"""One random picture; a click explores it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.theme import current
from app.widgets.training.enlarged import decoded, paint_enlarged
from genmodels.api.codes import Code

SIDE = 70
_PAD = 3
_KEYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class RandomTile(QAbstractButton):
    """Empty until its picture comes; it can be explored when its code is known. Arrow keys step to others."""

    step_asked = Signal(int, int)  # columns, rows
    focused = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture = ""  # base64 PNG
        self.code: Code | None = None
        self._image = QImage()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCheckable(True)
        self.setEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setFixedSize(SIDE, SIDE)

    def show_picture(self, picture: str, code: Code | None = None) -> None:
        """Show a picture, and take its code where it is known."""
        self.picture, self.code, self._image = picture, code, decoded(picture)
        self.setEnabled(code is not None)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the picture and its frame."""
        return QSize(SIDE, SIDE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by arrow keys; Enter explores, as Space does."""
        key = Qt.Key(event.key())
        if key in _KEYS:
            self.step_asked.emit(*_KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell, so that Tab comes back here."""
        super().focusInEvent(event)
        self.focused.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint frame and picture."""
        colours, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours.hovered if self.underMouse() or self.isChecked() else colours.raised))
        outlined = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(QColor(colours.accent if outlined else colours.line), 2 if outlined else 1))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        paint_enlarged(painter, self.rect().adjusted(_PAD, _PAD, -_PAD, -_PAD), self._image)
