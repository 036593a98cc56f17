"""One key picture of a morph, to be dragged, replaced and removed."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.document.key_pictures import KeyPicture
from app.images import to_qimage
from app.theme import current
from app.widgets.training.enlarged import paint_enlarged

DRAGGED = "application/x-spriteverse-key-picture"  # its data is the picture's place in the row
_PICTURE, _PAD, _CAPTION = 68, 5, 18


class KeyTile(QAbstractButton):
    """A click looks at the picture, a drag gives it another place, a file dropped on it takes its place."""

    move_asked = Signal(int)  # how many places to the right
    focus_asked = Signal(int)
    remove_asked = Signal()
    replace_asked = Signal()
    dropped = Signal(QMimeData)

    def __init__(self, picture: KeyPicture, place: int, count: int, parent: QWidget, *, replaces: bool = True) -> None:
        super().__init__(parent)
        self._replaces = replaces
        self.picture, self.place = picture, place
        self._image = to_qimage(picture.rgba_HWC)
        self._pressed_at: QPoint | None = None
        self._is_target = False
        name = self.tr("Picture {0} of {1}: {2}").format(place + 1, count, picture.name)
        self.setAccessibleName(name)
        self.setToolTip(f"{name}, {picture.rgba_HWC.shape[1]}×{picture.rgba_HWC.shape[0]}")
        keys = self.tr("Delete removes it, Ctrl with arrow keys moves it")
        self.setAccessibleDescription(self.tr("Enter replaces it, {0}").format(keys) if replaces else keys)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAcceptDrops(replaces)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Ask for the picture, its frame and the name below."""
        return QSize(_PICTURE + 2 * _PAD, _PICTURE + 2 * _PAD + _CAPTION)

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, remove, replace, or go to a neighbour."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.move_asked.emit(step)
        elif step:
            self.focus_asked.emit(step)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_asked.emit()
        elif self._replaces and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.replace_asked.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag could begin."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin a drag."""
        start = self._pressed_at
        if start is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if (event.position().toPoint() - start).manhattanLength() < QApplication.startDragDistance():
            return
        self._pressed_at = None
        self.setDown(False)
        data = QMimeData()
        data.setData(DRAGGED, QByteArray(str(self.place).encode()))
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self.grab())
        drag.setHotSpot(start)
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file, which then takes this place; other drops are the row's."""
        if len(event.mimeData().urls()) == 1:
            self._show_target(is_target=True)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show no target any more."""
        super().dragLeaveEvent(event)
        self._show_target(is_target=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the file on."""
        self._show_target(is_target=False)
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint frame, picture and name."""
        colours, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours.hovered if self.underMouse() else colours.raised))
        outlined = self.hasFocus() or self._is_target
        painter.setPen(QPen(QColor(colours.accent if outlined else colours.line), 2 if outlined else 1))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        paint_enlarged(painter, QRect(_PAD, _PAD, _PICTURE, _PICTURE), self._image)
        painter.setPen(QColor(colours.text))
        caption = QRect(_PAD, self.height() - _CAPTION - 3, _PICTURE, _CAPTION)
        name = self.fontMetrics().elidedText(self.picture.name, Qt.TextElideMode.ElideMiddle, _PICTURE)
        painter.drawText(caption, Qt.AlignmentFlag.AlignCenter, name)

    def _show_target(self, *, is_target: bool) -> None:
        self._is_target = is_target
        self.update()
