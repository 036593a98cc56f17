"""The row of key pictures at the top of the Morph page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QScrollArea, QVBoxLayout, QWidget

from app.document.key_pictures import Row
from app.theme import current, icon
from app.widgets.buttons import ElidedLabel, action_button, label
from app.widgets.drops import files_of
from app.widgets.morphing.key_tile import DRAGGED, KeyTile

_HEIGHT = 112


class KeyRow(QFrame):
    """Shows the pictures and says what a person wants to become of them; the page changes them."""

    looked_at = Signal(int)
    move_asked = Signal(int, int)  # from which place, to which, counted without it
    remove_asked = Signal(int)
    replace_asked = Signal(int)  # with a file that is still to be chosen
    replace_with_canvas_asked = Signal(int)
    file_dropped = Signal(int, Path)  # on the picture at this place
    files_dropped = Signal(int, list)  # before the picture at this place

    def __init__(
        self, actions: Sequence[QAction], parent: QWidget | None = None, *, title: str = "", replaces: bool = True
    ) -> None:
        super().__init__(parent)
        title = title or self.tr("Key pictures")
        self._replaces = replaces  # pictures by others; else they are only moved and removed
        self.setProperty("role", "top")
        self.setAccessibleName(title)
        self.tiles: list[KeyTile] = []
        self._focused = 0  # place that has the focus when the row is built anew
        self._scroll = QScrollArea(self)
        self._content = _Content(self._scroll)
        self._line = QHBoxLayout(self._content)
        self._line.setContentsMargins(0, 2, 0, 2)
        self._line.setSpacing(4)
        self._scroll.setWidget(self._content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFixedHeight(_HEIGHT)
        self._hint = ElidedLabel(self, "muted")
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(label(self, title, role="title"))
        top.addSpacing(6)
        top.addWidget(self._hint, 1)
        self._buttons = [action_button(self, one) for one in actions]
        for button in self._buttons:
            top.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 12, 4)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self._scroll)
        self.setAcceptDrops(True)

    @property
    def remark(self) -> str:
        """What is said beside the title."""
        return self._hint.text()

    def show_row(self, row: Row) -> None:
        """Show these pictures."""
        had_focus = any(tile.hasFocus() for tile in self.tiles)
        while (item := self._line.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.tiles = []
        for place, picture in enumerate(row):
            if place:
                arrow = QLabel(self._content)
                arrow.setPixmap(icon("next", ink=lambda colours: colours.muted).pixmap(18, 18))
                self._line.addWidget(arrow)
            tile = KeyTile(picture, place, len(row), self._content, replaces=self._replaces)
            self._line.addWidget(tile)
            self.tiles.append(tile)
            self._connect(tile)
            if place or self._buttons:
                self.setTabOrder(self.tiles[-2] if place else self._buttons[-1], tile)
            tile.show()  # now: what is not shown takes no focus
        self._line.addStretch(1)
        replacing = self.tr("drag to reorder, drop a file on one to replace it")
        self._hint.setText("" if not row else replacing if self._replaces else self.tr("drag to reorder"))
        if had_focus:
            self.focus_on(self._focused)

    def show_remark(self, text: str) -> None:
        """Say this beside the title until the next change."""
        self._hint.setText(text)

    def focus_on(self, place: int) -> None:
        """Go to a picture, the first or last one where there is none at this place."""
        if self.tiles:
            tile = self.tiles[min(max(place, 0), len(self.tiles) - 1)]
            self._focused = tile.place
            tile.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(tile)

    def place_at(self, x: int) -> int:
        """Return before which picture something dropped at x of the row goes."""
        middles = [tile.mapTo(self, tile.rect().center()).x() for tile in self.tiles]
        return sum(middle < x for middle in middles)

    def _connect(self, tile: KeyTile) -> None:
        place = tile.place
        tile.clicked.connect(lambda: self.looked_at.emit(place))
        tile.move_asked.connect(lambda step: self._on_move_asked(place, place + step))
        tile.focus_asked.connect(lambda step: self.focus_on(place + step))
        tile.remove_asked.connect(lambda: self._on_remove_asked(place))
        tile.replace_asked.connect(lambda: self.replace_asked.emit(place))
        tile.dropped.connect(lambda data: self._on_dropped_on(place, data))
        tile.customContextMenuRequested.connect(partial(self._open_menu, tile))

    def _on_move_asked(self, place: int, to: int) -> None:
        if 0 <= to < len(self.tiles):
            self._focused = to
            self.move_asked.emit(place, to)

    def _on_remove_asked(self, place: int) -> None:
        self._focused = place
        self.remove_asked.emit(place)

    def _on_dropped_on(self, place: int, data: QMimeData) -> None:
        files = files_of(data)
        if files:
            self.file_dropped.emit(place, files[0])

    def _open_menu(self, tile: KeyTile, at: QPoint) -> None:
        place, menu = tile.place, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, slot, possible in (
            (self.tr("Replace with a file…"), partial(self.replace_asked.emit, place), self._replaces),
            (
                self.tr("Replace with the sprite on the canvas"),
                partial(self.replace_with_canvas_asked.emit, place),
                self._replaces,
            ),
            (self.tr("Move to the left"), partial(self._on_move_asked, place, place - 1), place > 0),
            (self.tr("Move to the right"), partial(self._on_move_asked, place, place + 1), place + 1 < len(self.tiles)),
            (self.tr("Remove"), partial(self._on_remove_asked, place), True),
        ):
            entry = menu.addAction(text)
            entry.setEnabled(possible)
            entry.triggered.connect(lambda *_, slot=slot: slot())
        menu.popup(tile.mapToGlobal(at))

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take pictures of the row itself, and files."""
        if event.mimeData().hasFormat(DRAGGED) or (self._replaces and files_of(event.mimeData())):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go."""
        event.acceptProposedAction()
        place = self.place_at(event.position().toPoint().x())
        edge = self.tiles[place - 1].geometry().right() + 12 if place else 1
        self._content.show_gap(edge if self.tiles else None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show no place any more."""
        super().dragLeaveEvent(event)
        self._content.show_gap(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Give a picture its new place, or hand files on."""
        self._content.show_gap(None)
        event.acceptProposedAction()
        data, place = event.mimeData(), self.place_at(event.position().toPoint().x())
        if data.hasFormat(DRAGGED):
            source = int(data.data(DRAGGED).data())
            self._on_move_asked(source, place - (place > source))
        else:
            self.files_dropped.emit(place, files_of(data))


class _Content(QWidget):
    """Holds the tiles, and shows where something dragged would go."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._gap: int | None = None

    def show_gap(self, x: int | None) -> None:
        """Show the place at x, or none."""
        if x != self._gap:
            self._gap = x
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint the place."""
        if self._gap is not None:
            QPainter(self).fillRect(self._gap, 6, 3, self.height() - 12, current().accent)
