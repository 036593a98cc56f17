"""The canvas: shows the drawing, its mask and a candidate, and hands pointer and keys to the tool in use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from app.canvas.axes import axis_at, moved
from app.canvas.handling import Handling
from app.canvas.held_keys import keys_of
from app.canvas.ink import Ink
from app.canvas.mask import MaskOverlay
from app.canvas.move_tool import Move
from app.canvas.scene import Scene, brush_rect, paint_scene
from app.canvas.tools import BrushKind, Keys, Tool
from app.canvas.view_tools import Hand, Zoom
from app.canvas.viewport import Viewport
from app.document.drawing import Drawing
from app.document.raster import Box, Cell
from app.images import to_qimage
from genmodels.media.arrays import np

_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_PRESS_KEYS = (Qt.Key.Key_Period, Qt.Key.Key_Insert)
_HELD_KEYS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt)
_FAR = 8  # cells that Shift+arrow moves


class Canvas(QWidget):
    """Pointer, wheel and keyboard on the sprite; the keyboard has its own cursor, moved by the arrow keys.

    The drawing is asked for when it is needed: until there is one, an empty sprite of the expected size is shown.
    """

    zoomed = Signal(int)
    pressed = Signal()  # before the tool is
    pointed = Signal(object)  # the cell under the pointer or the keyboard's cursor, None outside
    guided = Signal()  # an axis of symmetry was moved
    obstructed = Signal()  # a tool was to draw on a layer that is locked or hidden

    def __init__(
        self, drawing: Callable[[], Drawing], expected: QSize, ink: Ink, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(240, 200)
        self.setAccessibleName(self.tr("Canvas"))
        self.viewport = Viewport()
        self.viewport.sprite = expected
        self._get_drawing = drawing
        self._ink = ink
        self._handling = Handling(ink)
        self._preview_HWC: np.ndarray | None = None
        self._pan_from: QPoint | None = None
        self._axis = ""  # the one that is moved
        self._space = False
        self._by_keyboard = False  # whether the ring and the pixel cursor are of use
        self._fitted = True  # keeps fitting while the widget is resized, until a person zooms
        self._wheel = 0
        self._scene = Scene(image=QImage(), overlay=MaskOverlay(), viewport=self.viewport)
        ink.changed.connect(self._on_ink_changed)

    @property
    def _drawing(self) -> Drawing:
        return self._get_drawing()

    # What is shown

    def set_drawing(self, drawing: Drawing) -> None:
        """Show another drawing, which is the page's by now, fitted."""
        self._preview_HWC, self._handling.cell = None, None
        drawing.subscribe(lambda box: self._on_drawing_changed(drawing, box))
        self._scene.cursor = (drawing.width // 2, drawing.height // 2)
        self._scene.pointer = None
        self._reload()
        self.fit()

    def set_tool(self, tool: Tool) -> None:
        """Use another tool; a stroke under way is taken back."""
        self.abort_stroke()
        self._handling.tool = tool
        self._on_ink_changed()
        self._show_pointer_shape()

    def set_preview(self, rgba_HWC: np.ndarray | None) -> None:
        """Show this picture instead of the drawing's pixels, or the drawing's again; the drawing stays as it is."""
        self._preview_HWC = rgba_HWC
        self._scene.hatched = rgba_HWC is None
        self._scene.image = to_qimage(self._drawing.rgba_HWC if rgba_HWC is None else rgba_HWC)
        self.update()

    def rest_mask(self) -> None:
        """Show only the outline of the mask until a tool is used again, so that what was applied can be seen."""
        self._scene.hatched = False
        self.update()

    def set_onion(self, sheets: Sequence[tuple[QImage, float]]) -> None:
        """Show pictures of other frames under the drawing, the lowest first, each so opaque."""
        self._scene.onion = sheets
        self.update()

    def set_grid(self, shown: bool) -> None:
        """Show lines between the pixels from 8 times on."""
        self._scene.grid = shown
        self.update()

    def set_cells(self, cells: QSize | None) -> None:
        """Show the lines of a grid of cells of this size, or none."""
        self._scene.cells = cells
        self.update()

    def show_guides(self) -> None:
        """Show the drawing's symmetry and tiling as they are now."""
        drawing = self._drawing
        self._scene.symmetry, self.viewport.tiling = drawing.symmetry, drawing.tiling
        self.update()

    @property
    def stroke_under_way(self) -> bool:
        """Whether a tool is down."""
        return self._handling.cell is not None

    def abort_stroke(self) -> bool:
        """Take back the stroke under way; returns whether there was one."""
        return self.stroke_under_way and self._handling.abort(self._drawing)  # the first paint knows no drawing

    # Zoom

    def fit(self) -> None:
        """Show the whole sprite, as large as it goes."""
        self._fitted = True
        self.viewport.fit(self.size())
        self._on_view_changed()

    def zoom_to(self, zoom: int, around: QPointF | None = None) -> None:
        """Zoom, keeping the point `around` (the middle, if not given) where it is."""
        self._fitted = False
        self.viewport.zoom_to(zoom, around or QPointF(self.rect().center()))
        self.viewport.keep_reachable(self.size())
        self._on_view_changed()

    def zoom_by(self, steps: int, around: QPointF | None = None) -> None:
        """Zoom this many steps nearer, or farther."""
        self.zoom_to(self.viewport.stepped(steps), around)

    # Qt's events

    def sizeHint(self) -> QSize:
        """Ask for much room."""
        return QSize(640, 520)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dirty rectangle."""
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        self._scene.focused = self.hasFocus() and self._by_keyboard
        paint_scene(painter, event.rect(), self.rect(), self._scene)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again, or keep the sprite in sight."""
        if self._fitted:
            self.fit()
        else:
            self.viewport.keep_reachable(self.size())
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pan, zoom, or begin a stroke."""
        self._down(event.position(), event.button(), keys_of(event.modifiers(), event.button()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, go on with the stroke, or show where the brush would touch."""
        self._move(event.position(), keys_of(event.modifiers()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt passes it
        """End panning or the stroke."""
        self._up()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Do the same with a pen, which can be pressed harder or turned round."""
        eraser = event.pointerType() == QPointingDevice.PointerType.Eraser
        keys = replace(keys_of(event.modifiers(), event.button()), pressure=event.pressure(), eraser=eraser)
        match event.type():
            case QEvent.Type.TabletPress:
                self._down(event.position(), event.button(), keys)
            case QEvent.Type.TabletMove:
                self._move(event.position(), keys)
            case QEvent.Type.TabletRelease:
                self._up()
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the outline of the brush."""
        self._move_pointer(None)
        self.pointed.emit(None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom round the pointer."""
        self._wheel += event.angleDelta().y()
        steps, self._wheel = int(self._wheel / 120), self._wheel - 120 * int(self._wheel / 120)
        if steps:
            self.zoom_by(steps, event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the keyboard's cursor, press the tool at it, or hold the hand."""
        key = Qt.Key(event.key())
        if key in _ARROWS:
            reach = _FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self._on_arrow(_ARROWS[key][0] * reach, _ARROWS[key][1] * reach)
        elif key in _HELD_KEYS:
            self._handling.hold(self._drawing, keys_of(event.modifiers()))
        elif key in _PRESS_KEYS and not event.isAutoRepeat():
            self._press_at_cursor(keys_of(event.modifiers() & ~Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Space:
            self._space = True
            self._show_pointer_shape()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let the hand go, or a key that changes the stroke."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self._show_pointer_shape()
        elif event.key() in _HELD_KEYS:
            self._handling.hold(self._drawing, keys_of(event.modifiers()))
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring where the keyboard brought the focus."""
        self._by_keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focus ring and let the hand go."""
        self._space = False
        super().focusOutEvent(event)
        self.update()

    # Strokes

    def _down(self, position: QPointF, button: Qt.MouseButton, keys: Keys) -> None:
        self._by_keyboard = False
        tool, left, right = self._handling.tool, Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
        pans = self._space or isinstance(tool, Hand)
        if button == Qt.MouseButton.MiddleButton or (pans and button == left):
            self._pan_from = position.toPoint() - self.viewport.origin
            self._show_pointer_shape()
        elif axis := axis_at(self.viewport, self._drawing.symmetry, position):
            self._axis = axis
        elif isinstance(tool, Zoom):
            self.zoom_by(-1 if keys.alt or button == right else 1, position)
        elif button in (left, right):
            self._press(self.viewport.cell_at(position), keys)

    def _move(self, position: QPointF, keys: Keys) -> None:
        if self._pan_from is not None:
            self._fitted = False
            self.viewport.origin = position.toPoint() - self._pan_from
            self.viewport.keep_reachable(self.size())
            self.update()
            return
        if self._axis:
            self._drawing.symmetry = moved(self.viewport, self._drawing.symmetry, self._axis, position)
            self.show_guides()
            self.guided.emit()
            return
        cell = self.viewport.cell_at(position)
        self._handling.drag(self._drawing, cell, keys)
        self._move_pointer(cell)
        self.pointed.emit(cell)

    def _up(self) -> None:
        if self._pan_from is not None:
            self._pan_from = None
            self._show_pointer_shape()
        elif self._axis:
            self._axis = ""
        elif not self._handling.by_key:
            self._handling.release(self._drawing)

    def _press(self, cell: Cell, keys: Keys) -> bool:
        self.pressed.emit()
        tool = self._handling.tool_with(keys)
        if tool.draws and self._drawing.obstacle is not None:
            self.obstructed.emit()
            return False
        self._scene.hatched = self._preview_HWC is None
        return self._handling.press(self._drawing, cell, keys)

    def _press_at_cursor(self, keys: Keys) -> None:
        cell = self._scene.cursor
        if self._handling.by_key:
            self._handling.release(self._drawing)
        elif cell is not None and self._press(cell, keys):
            self._handling.by_key = self._handling.tool.spans and not self._handling.tool.goes_on
            if not self._handling.by_key:
                self._handling.release(self._drawing)

    def _on_arrow(self, dx: int, dy: int) -> None:
        if isinstance(self._handling.tool, Move) and not self.stroke_under_way:
            if self._drawing.obstacle is None:
                self._handling.tool.nudge(self._drawing, dx, dy)
            else:
                self.obstructed.emit()
        else:
            self._move_cursor(dx, dy)

    def _move_cursor(self, dx: int, dy: int) -> None:
        x, y = self._scene.cursor or (0, 0)
        cell = (min(max(x + dx, 0), self._drawing.width - 1), min(max(y + dy, 0), self._drawing.height - 1))
        self._scene.cursor = cell
        self._by_keyboard = True
        self._handling.drag(self._drawing, cell, Keys())
        self.setAccessibleDescription(self.tr("Column {0}, row {1}").format(cell[0] + 1, cell[1] + 1))
        self.pointed.emit(cell)
        self.update()

    def _move_pointer(self, cell: Cell | None) -> None:
        old, self._scene.pointer = self._scene.pointer, cell
        if self._scene.brush_size and old != cell:
            for one in (old, cell):
                if one is not None:
                    self.update(brush_rect(self._scene, one))

    # Changes elsewhere

    def _reload(self) -> None:
        self.viewport.sprite = QSize(self._drawing.width, self._drawing.height)
        self._scene.overlay.update(self._drawing.mask_HW)
        self.show_guides()
        self.set_preview(None)

    def _on_drawing_changed(self, drawing: Drawing, box: Box) -> None:
        if drawing is not self._drawing:
            return
        if self.viewport.sprite != QSize(drawing.width, drawing.height):
            self._reload()
            self.fit()
            return
        left, top, right, bottom = box
        if self._preview_HWC is None:
            painter = QPainter(self._scene.image)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.drawImage(left, top, to_qimage(drawing.rgba_HWC[top:bottom, left:right]))
            painter.end()
        self._scene.overlay.update(drawing.mask_HW)
        changed = self.viewport.rect_of(box).adjusted(-3, -3, 3, 3)
        for offset in self.viewport.copies():
            self.update(changed.translated(offset))

    def _on_ink_changed(self) -> None:
        choices = self._ink.choices
        match self._handling.tool.brush:
            case BrushKind.DRAWING:
                self._scene.brush_size = choices.brush
            case BrushKind.SELECTION:
                self._scene.brush_size = choices.selection_brush
            case BrushKind.NONE:
                self._scene.brush_size = 0
        self.update()

    def _on_view_changed(self) -> None:
        self.zoomed.emit(self.viewport.zoom)
        self.update()

    def _show_pointer_shape(self) -> None:
        shape = Qt.CursorShape.CrossCursor
        if self._space or isinstance(self._handling.tool, Hand) or self._pan_from is not None:
            held = self._pan_from is not None
            shape = Qt.CursorShape.ClosedHandCursor if held else Qt.CursorShape.OpenHandCursor
        self.setCursor(shape)
