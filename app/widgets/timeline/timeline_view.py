"""The timeline's table: shows an artwork, and tells what a person chooses, opens, drags and asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from app.theme import current
from app.widgets.timeline.cel_delegate import CelDelegate
from app.widgets.timeline.frame_header import COLUMN, FrameHeader
from app.widgets.timeline.layer_header import ROW, LayerHeader
from app.widgets.timeline.timeline_model import Index, TimelineModel
from genmodels.media.artwork.artwork import Artwork

_MOST_ROWS = 6  # that it asks room for by itself
_FLAG = QItemSelectionModel.SelectionFlag


class TimelineView(QTableView):
    """Layers and frames are named by their keys in every signal, a cel by both."""

    went = Signal(int, int)  # to another cel
    chosen = Signal()
    frames_dropped = Signal(int)  # the chosen ones, before the frame at this place
    layer_dropped = Signal(int, int)  # layer, and its place in the stack, counted without it
    cels_dropped = Signal(int, int, bool)  # the chosen ones: layers up, frames on, and whether as a copy
    frame_menu_asked = Signal(QPoint, object)  # the Tag there, or None
    layer_menu_asked = Signal(QPoint)
    cel_menu_asked = Signal(QPoint)

    def __init__(self, artwork: Artwork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cels = TimelineModel(artwork, self)
        self._delegate = CelDelegate(self.cels, self)
        self._silent = False
        self._held: Index | None = None  # a chosen cel that is pressed
        self._held_at = QPoint()
        self._shift: tuple[int, int] | None = None  # rows and columns by which the chosen cels would move
        self.frames, self.layers = FrameHeader(self.cels, self), LayerHeader(self.cels, self)
        self.setHorizontalHeader(self.frames)
        self.setVerticalHeader(self.layers)
        self.setModel(self.cels)
        self.setItemDelegate(self._delegate)
        self.frames.refresh()
        self.setProperty("role", "timeline")
        self.setAccessibleName(self.tr("Timeline"))
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.cel_menu_asked.emit(self.viewport().mapToGlobal(at)))
        self._delegate.pictures.made.connect(self.viewport().update)
        self.frames.pressed.connect(self._on_frame_pressed)
        self.frames.dragged_over.connect(self._choose_columns_to)
        self.frames.frames_dropped.connect(self.frames_dropped)
        self.frames.menu_asked.connect(self.frame_menu_asked)
        self.layers.pressed.connect(self._on_layer_pressed)
        self.layers.layer_dropped.connect(self._on_layer_dropped)
        self.layers.menu_asked.connect(self.layer_menu_asked)

    # What is shown

    def show_artwork(self, artwork: Artwork, layer: int, frame: int) -> None:
        """Show this artwork and which cel of it is drawn on; what was chosen stays, where it is still there."""
        old = self.cels.artwork
        if old is not artwork:
            moved = [one.key for one in old.frames] != [one.key for one in artwork.frames]
            moved |= [one.key for one in old.layers] != [one.key for one in artwork.layers]
            self._silent = True
            self.cels.show(artwork)
            self._silent = False
            self.frames.refresh()
            if moved:
                self.updateGeometry()
                self.clearSelection()
        index = self.cels.index_of(layer, frame)
        self._delegate.current = self.layers.here, self.frames.here = index.row(), index.column()
        if index != self.currentIndex() or not self.selectionModel().isSelected(index):
            self._silent = True
            self.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect)
            self._silent = False
            self.scrollTo(index)
        self._refresh()

    def show_playhead(self, column: int | None) -> None:
        """Mark the frame that is played just now; None where nothing plays."""
        self.frames.playhead = column
        if column is not None:
            self.scrollTo(self.cels.index(self._delegate.current[0], column))
        self.frames.viewport().update()

    def choose_frames(self, frames: Collection[int]) -> None:
        """Choose whole frames."""
        self._choose_columns(self.cels.artwork.frame_at(frame) for frame in frames)

    def choose_cels(self, places: Iterable[tuple[int, int]]) -> None:
        """Choose cels."""
        picked = QItemSelection()
        for layer, frame in places:
            index = self.cels.index_of(layer, frame)
            picked.select(index, index)
        self.selectionModel().select(picked, _FLAG.ClearAndSelect)

    # What is chosen

    @property
    def chosen_frames(self) -> list[int]:
        """The frames of which a cel is chosen, in time."""
        columns = {column for one in self._ranges() for column in range(one.left(), one.right() + 1)}
        return [self.cels.frame(column).key for column in sorted(columns)]

    @property
    def chosen_cels(self) -> list[tuple[int, int]]:
        """The chosen cels, in time."""
        spots = {
            (column, row)
            for one in self._ranges()
            for column in range(one.left(), one.right() + 1)
            for row in range(one.top(), one.bottom() + 1)
        }
        return [self.cels.place(self.cels.index(row, column)) for column, row in sorted(spots)]

    def _ranges(self) -> list[QItemSelectionRange]:
        return list(self.selectionModel().selection())  # pyright: ignore[reportArgumentType] - missing in the stubs

    def _choose_columns(self, columns: Iterable[int], flag: QItemSelectionModel.SelectionFlag = _FLAG.Select) -> None:
        picked, last = QItemSelection(), self.cels.rowCount() - 1
        for column in columns:
            picked.select(self.cels.index(0, column), self.cels.index(last, column))
        if flag == _FLAG.Select:
            self.selectionModel().clearSelection()
        self.selectionModel().select(picked, flag)

    def _choose_columns_to(self, column: int) -> None:
        """Choose all frames from the current one to this one."""
        here = self._delegate.current[1]
        self._choose_columns(range(min(here, column), max(here, column) + 1))

    # Slots

    def _on_frame_pressed(self, column: int, held: Qt.KeyboardModifier) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if held & Qt.KeyboardModifier.ShiftModifier:
            self._choose_columns_to(column)
            return
        if held & Qt.KeyboardModifier.ControlModifier:
            self._choose_columns([column], _FLAG.Toggle)
            return
        self.setCurrentIndex(self.cels.index(self._delegate.current[0], column))
        self._choose_columns([column])

    def _on_layer_pressed(self, row: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.setCurrentIndex(self.cels.index(row, self._delegate.current[1]))

    def _on_layer_dropped(self, row: int, before: int) -> None:
        count = self.cels.rowCount()
        place = count - before - (1 if before <= row else 0)  # rows count from the top, the stack from below
        if place != count - 1 - row:
            self.layer_dropped.emit(self.cels.layer(row).key, place)

    # Qt's events

    def sizeHint(self) -> QSize:
        """Ask for a few layers."""
        return QSize(480, self._height(min(max(self.cels.rowCount(), 2), _MOST_ROWS)))

    def minimumSizeHint(self) -> QSize:
        """Need one layer."""
        return QSize(240, self._height(1))

    def currentChanged(self, now: Index, before: Index) -> None:
        """Tell where a person went."""
        super().currentChanged(now, before)
        if not self._silent and now.isValid():
            self.went.emit(*self.cels.place(now))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell of another choice."""
        super().selectionChanged(selected, deselected)
        columns = {column for one in self._ranges() for column in range(one.left(), one.right() + 1)}
        self.frames.chosen = frozenset(columns)
        self.frames.viewport().update()
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters to the commands; they are not the beginning of a name to look for."""
        if event.text() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose, or take hold of what is chosen."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() == Qt.MouseButton.LeftButton and plain and self.selectionModel().isSelected(index):
            self._held, self._held_at = index, at
        elif event.button() == Qt.MouseButton.RightButton and self.selectionModel().isSelected(index):
            return  # the menu is for all that is chosen
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the chosen cels would land, or choose more of them."""
        at = event.position().toPoint()
        if self._held is None:
            super().mouseMoveEvent(event)
        elif self._shift is not None or (at - self._held_at).manhattanLength() >= QApplication.startDragDistance():
            row, column = self.rowAt(at.y()), self.columnAt(at.x())
            if row >= 0 and column >= 0:
                self._shift = row - self._held.row(), column - self._held.column()
                self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the chosen cels, or choose the one that was clicked on."""
        held, shift = self._held, self._shift
        self._held = self._shift = None
        if held is None:
            super().mouseReleaseEvent(event)
        elif shift is None:
            self.selectionModel().setCurrentIndex(self.cels.index(held.row(), held.column()), _FLAG.ClearAndSelect)
        elif shift != (0, 0):
            copy = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.cels_dropped.emit(-shift[0], shift[1], copy)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint where the chosen cels would land over the cels."""
        super().paintEvent(event)
        if self._shift is not None:
            rows, columns = self._shift
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(current().accent), 2))
            for one in self._ranges():
                box = QRect(self.visualRect(one.topLeft()).topLeft(), self.visualRect(one.bottomRight()).bottomRight())
                painter.drawRect(box.translated(columns * COLUMN, rows * ROW).adjusted(1, 1, -1, -1))

    # Parts

    def _refresh(self) -> None:
        for part in (self, self.frames, self.layers):
            part.viewport().update()

    def _height(self, rows: int) -> int:
        return self.frames.sizeHint().height() + rows * ROW + self.horizontalScrollBar().sizeHint().height() + 2
