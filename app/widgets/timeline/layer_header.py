"""The side of the timeline: every layer with its eye, its lock, its name and its opacity; layers are dragged here."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

from app.theme import Colours, current, icon
from app.widgets.timeline.name_field import NameField
from app.widgets.timeline.timeline_model import TimelineModel

ROW = 26  # height of a layer
WIDTH = 176
_SIGN, _ICON = 24, 16  # width of the eye's and the lock's room, side of their pictures
_OPACITY = 38


class LayerHeader(QHeaderView):
    """Tells what is pressed and where a layer is dropped; the page changes it."""

    pressed = Signal(int)  # row
    eye_pressed = Signal(int)
    lock_pressed = Signal(int)
    opacity_opened = Signal(int)
    renamed = Signal(int, str)
    layer_dropped = Signal(int, int)  # row, and before which row
    menu_asked = Signal(QPoint)  # on the screen

    def __init__(self, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._model = model
        self._held: int | None = None  # the row whose name is pressed
        self._pressed_at = QPoint()
        self._target: int | None = None
        self._editor: NameField | None = None
        self._signs = {  # kept, because each draws its pictures once
            (name, strong): icon(name, ink=_strong if strong else _weak)
            for name in ("eye", "eye-off", "lock", "unlock")
            for strong in (True, False)
        }
        self.here = 0  # the row that is drawn on
        self.setMinimumSectionSize(ROW)
        self.setDefaultSectionSize(ROW)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setAccessibleName(self.tr("Layers"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)

    def rename(self, row: int) -> None:
        """Let the name of a layer be typed in its place; Enter takes it, Esc leaves it."""
        self._close_editor()
        editor = self._editor = NameField(self._model.layer(row).name, self.viewport())
        editor.setAccessibleName(self.tr("Name of the layer"))
        editor.setGeometry(self._name_room(row))
        editor.selectAll()
        editor.editingFinished.connect(lambda: self._on_named(editor, row))
        editor.left.connect(self._close_editor)
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt's events

    def sizeHint(self) -> QSize:
        """Ask for room for a name."""
        return QSize(WIDTH, super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one layer."""
        colours, layer = current(), self._model.layer(section)
        painter.save()
        painter.fillRect(rect, QColor(colours.hovered if section == self.here else colours.panel))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        self._paint_sign(painter, rect, 0, "eye" if layer.visible else "eye-off", strong=layer.visible)
        self._paint_sign(painter, rect, 1, "lock" if layer.locked else "unlock", strong=layer.locked)
        font = QFont(painter.font())
        font.setPixelSize(12)
        font.setBold(section == self.here)
        painter.setFont(font)
        painter.setPen(QColor(colours.text if layer.visible else colours.muted))
        room = self._name_room(section)
        if layer.opacity < 255:
            percent = QRect(room.right() - _OPACITY, room.top(), _OPACITY, room.height())
            painter.drawText(percent, Qt.AlignmentFlag.AlignCenter, f"{round(layer.opacity / 2.55)} %")
            room.setRight(percent.left() - 2)
        name = QFontMetrics(font).elidedText(layer.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint where the layer would be dropped over the layers."""
        super().paintEvent(event)
        if self._target is not None:
            y = self._target * ROW - self.offset() - (2 if self._target else 0)
            QPainter(self.viewport()).fillRect(QRect(0, y, self.width(), 3), QColor(current().accent))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press the eye or the lock, or choose the layer."""
        at = event.position().toPoint()
        row = self.logicalIndexAt(at)
        if event.button() != Qt.MouseButton.LeftButton or row < 0:
            return
        if at.x() < _SIGN:
            self.eye_pressed.emit(row)
        elif at.x() < 2 * _SIGN:
            self.lock_pressed.emit(row)
        else:
            self._held, self._pressed_at = row, at
            self.pressed.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the layer would be dropped."""
        y = event.position().toPoint().y()
        if self._held is None:
            return
        if self._target is not None or abs(y - self._pressed_at.y()) >= QApplication.startDragDistance():
            self._show_target(min(max((y + self.offset() + ROW // 2) // ROW, 0), self.count()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Drop the layer."""
        held, target = self._held, self._target
        self._held = None
        self._show_target(None)
        if held is not None and target is not None:
            self.layer_dropped.emit(held, target)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Rename the layer, or open it where its opacity is shown."""
        at = event.position().toPoint()
        row = self.logicalIndexAt(at)
        if row < 0 or at.x() < 2 * _SIGN:
            self.mousePressEvent(event)  # two quick presses of the eye are two
        elif self._model.layer(row).opacity < 255 and at.x() > self._name_room(row).right() - _OPACITY:
            self.opacity_opened.emit(row)
        else:
            self.rename(row)

    # Parts

    def _on_menu(self, at: QPoint) -> None:
        row = self.logicalIndexAt(at)
        if row >= 0:
            self.pressed.emit(row)
        self.menu_asked.emit(self.viewport().mapToGlobal(at))

    def _on_named(self, editor: NameField, row: int) -> None:
        if self._editor is editor:  # else it is being closed
            name = editor.text().strip()
            self._close_editor()
            if name and name != self._model.layer(row).name:
                self.renamed.emit(row, name)

    def _close_editor(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            had_focus = editor.hasFocus()
            editor.hide()
            editor.deleteLater()
            view = self.parentWidget()
            if had_focus and view is not None:
                view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_room(self, row: int) -> QRect:
        left = 2 * _SIGN + 4
        return QRect(left, self.sectionViewportPosition(row), self.width() - left - 4, ROW)

    def _show_target(self, row: int | None) -> None:
        self._target = row
        self.viewport().update()

    def _paint_sign(self, painter: QPainter, rect: QRect, place: int, name: str, *, strong: bool) -> None:
        x = rect.left() + place * _SIGN + (_SIGN - _ICON) // 2
        room = QRect(x, rect.top() + (ROW - _ICON) // 2, _ICON, _ICON)
        painter.drawPixmap(room, self._signs[name, strong].pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))


def _strong(colours: Colours) -> str:
    return colours.text


def _weak(colours: Colours) -> str:
    return colours.faint
