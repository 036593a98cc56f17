"""The grid of sprites: several can be chosen, keys go everywhere, and what comes new is scrolled to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.document.board import BoardSprite, BoardState, Pending
from app.widgets.board.sprite_delegate import SpriteDelegate
from app.widgets.board.sprite_model import Index, SpriteModel, key_of

ZOOMS = (2, 3, 4, 6)
_PIXELS = 32  # of a sprite, for a zoom
_KEEP = QItemSelectionModel.SelectionFlag.NoUpdate


class SpriteGrid(QListView):
    """Shows a state of the board; the page changes it."""

    chosen = Signal()  # which sprites, or which is the current one
    new_asked = Signal()
    opened = Signal()  # the current one: Enter, or a double click
    menu_asked = Signal(QPoint)  # on the screen
    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sprites = SpriteModel(self)
        self._delegate = SpriteDelegate(self.sprites, self)
        self._silent = False
        self.setModel(self.sprites)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Sprites"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)  # the page's ground shows
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.menu_asked.emit(self.viewport().mapToGlobal(at)))
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.zoom = 3
        self.set_zoom(self.zoom)

    # What is shown

    def show_state(self, state: BoardState, pending: Sequence[Pending], *, only_starred: bool) -> None:
        """Show these; what was chosen stays chosen, and what comes new is scrolled to."""
        numbers, current = self._chosen_numbers(), self.current
        place = self.currentIndex().row()
        count, before = self.sprites.rowCount(), self.sprites.sprite_at(self.sprites.index(0))
        self._silent = True
        self.sprites.show(state, pending, only_starred=only_starred)
        first = self.sprites.sprite_at(self.sprites.index(0))
        if before is None and first is not None and not numbers:
            self._choose({first.number}, first, 0)  # so that there is something to go on with
        elif self._chosen_numbers() != numbers or key_of(self.current) != key_of(current):
            self._choose(numbers, current, place)
        self._silent = False
        if self.sprites.rowCount() > count and pending:
            self.scrollToBottom()
        self.chosen.emit()

    def set_zoom(self, zoom: int) -> None:
        """Show sprites so large."""
        self.zoom = zoom if zoom in ZOOMS else ZOOMS[1]
        self._delegate.side = self.zoom * _PIXELS
        self.setGridSize(self._delegate.cell)
        self.scheduleDelayedItemsLayout()

    def step_zoom(self, steps: int) -> None:
        """Show them larger, or smaller below 0."""
        at = min(max(ZOOMS.index(self.zoom) + steps, 0), len(ZOOMS) - 1)
        if ZOOMS[at] != self.zoom:
            self.set_zoom(ZOOMS[at])
            self.zoomed.emit(self.zoom)

    # What is chosen

    @property
    def selected(self) -> list[BoardSprite]:
        """The chosen sprites, in their order."""
        chosen: Iterable[QItemSelectionRange] = self.selectionModel().selection()  # pyright: ignore[reportAssignmentType]
        ranges = sorted((one.top(), one.bottom()) for one in chosen)
        rows = [row for top, bottom in ranges for row in self.sprites.rows[top : bottom + 1]]
        return [row for row in rows if isinstance(row, BoardSprite)]

    @property
    def current(self) -> BoardSprite | None:
        """The one that keys are at, where it is chosen too; or the last chosen one."""
        index = self.currentIndex()
        if self.selectionModel().isSelected(index):
            return self.sprites.sprite_at(index)
        selected = self.selected
        return selected[-1] if selected else None

    def choose(self, sprites: Sequence[BoardSprite]) -> None:
        """Choose these and no others."""
        self._silent = True
        self._choose({one.number for one in sprites}, sprites[-1] if sprites else None, 0)
        self._silent = False
        if sprites:
            self.scrollTo(self.currentIndex())
        self.chosen.emit()

    def _chosen_numbers(self) -> set[int]:
        return {one.number for one in self.selected}

    def _choose(self, numbers: set[int], current: BoardSprite | None, place: int) -> None:
        """Choose sprites by their numbers; where the current one is gone, what stands in its place."""
        rows = [row for number in numbers if (row := self.sprites.row_of(number)) is not None]
        here = self.sprites.row_of(current.number) if current is not None else None
        count = sum(1 for row in self.sprites.rows if isinstance(row, BoardSprite))
        if here is None and count and place >= 0:
            here = min(place, count - 1)
        picked = QItemSelection()
        for row in rows if rows or here is None or current is None else [here]:
            picked.select(self.sprites.index(row), self.sprites.index(row))
        model = self.selectionModel()
        model.select(picked, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if here is not None:
            model.setCurrentIndex(self.sprites.index(here), _KEEP)

    # Qt's events

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell of another choice."""
        super().selectionChanged(selected, deselected)
        if not self._silent:
            self.chosen.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell of another current sprite."""
        super().currentChanged(current, previous)
        if not self._silent:
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for new sprites with Space, and open with Enter."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.new_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.text() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # letters are commands, not the beginning of a name to look for
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl held, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)
