"""The palette's place in the side panel: the colours in hand, the swatches, and the buttons for them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from app.canvas.ink import Ink
from app.widgets.buttons import icon_button, label, toggle_button
from app.widgets.drawing.hands import Hands
from app.widgets.drawing.swatch_grid import SwatchGrid
from app.widgets.drops import one_palette


class PaletteBar(QWidget):
    """Two hands, swapped by X, above the palette; it knows no drawing."""

    add_asked = Signal()
    ramp_asked = Signal()
    dropped = Signal(Path)

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = SwatchGrid(self)
        self.grid.taken.connect(lambda colour, background: ink.take(colour, background=background))
        self.menu = QMenu(self.tr("&Palette"), self)
        self.lock = toggle_button(self, "unlock", "lock", self.tr("Lock the palette"))
        self.lock.setToolTip(self.tr("Lock the palette: drawing and completing keep to its colours"))
        self._remove = icon_button(self, "discard", self.tr("Remove the selected colours (Delete)"))
        self._remove.clicked.connect(self.grid.remove_asked)
        self._ramp = icon_button(self, "ramp", self.tr("Ramp between the two selected colours"), self.ramp_asked.emit)
        self._title = label(self, role="title")
        self._lay_out(ink)
        self.grid.selected.connect(self._on_selected)
        self.setAcceptDrops(True)
        self.show_own(own=False)
        self._on_selected()

    def _lay_out(self, ink: Ink) -> None:
        top, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(Hands(ink, self))
        top.addWidget(icon_button(self, "swap", self.tr("Swap the two colours (X)"), ink.swap))
        below.setSpacing(2)
        below.addWidget(icon_button(self, "add", self.tr("Add the colour in hand"), self.add_asked.emit))
        below.addWidget(self._remove)
        below.addWidget(self._ramp)
        below.addStretch(1)
        below.addWidget(self.lock)
        below.addWidget(self._more())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.grid)
        layout.addLayout(below)

    def _more(self) -> QToolButton:
        more = icon_button(self, "more", self.tr("More for the palette"))
        more.setMenu(self.menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        return more

    def show_own(self, *, own: bool) -> None:
        """Tell whether the artist chose these colours, or they are those that are seen on the sprite."""
        self._title.setText(self.tr("Palette") if own else self.tr("Colours"))
        tip = self.tr("The palette of this sprite") if own else self.tr("The colours that are seen on the sprite")
        self._title.setToolTip(tip)
        self.grid.setAccessibleName(tip)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a palette file; pictures are for the page."""
        if one_palette(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand it over."""
        path = one_palette(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def _on_selected(self) -> None:
        self._remove.setEnabled(bool(self.grid.chosen))
        self._ramp.setEnabled(len(self.grid.chosen) == 2)
