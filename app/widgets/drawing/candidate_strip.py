"""The strip below the canvas: candidates side by side, one of which may be shown on the canvas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from app.document.candidates import Candidate
from app.widgets.buttons import ElidedLabel, action_button, label

if TYPE_CHECKING:
    from app.widgets.drawing.candidate_tile import CandidateTile


class CandidateStrip(QFrame):
    """Holds the candidates; stepping past either end shows the original again."""

    looked_at = Signal(object)  # Candidate, or None for the original
    apply_asked = Signal(Candidate)
    settings_asked = Signal(Candidate)
    save_asked = Signal(Candidate)

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bottom")
        self.setAccessibleName(self.tr("Candidates"))
        self._tiles: list[CandidateTile] = []
        self._earlier: list[CandidateTile] = []  # those that were here before the last set
        self._current: CandidateTile | None = None
        self._row = QWidget(self)
        self._layout = QHBoxLayout(self._row)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self._row)
        self._scroll.setWidgetResizable(True)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFixedHeight(142)
        self._empty = label(self, role="muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setText(
            self.tr(
                "1  Paint over the part to redraw      2  Press Complete      3  Choose a candidate that appears here"
            )
        )
        self._count = ElidedLabel(self, "muted")
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(label(self, self.tr("Candidates"), role="title"))
        top.addSpacing(6)
        top.addWidget(self._count, 1)
        for one in actions:
            top.addWidget(action_button(self, one))
        self._stack = QStackedLayout()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._scroll)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 12, 6)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addLayout(self._stack)
        self.setFixedHeight(194)

    # What it holds

    @property
    def candidates(self) -> list[Candidate]:
        """All candidates, from left to right."""
        return [tile.candidate for tile in self._tiles]

    @property
    def current(self) -> Candidate | None:
        """The candidate looked at; None while the original is."""
        return self._current.candidate if self._current else None

    def add_set(self, candidates: Sequence[Candidate]) -> None:
        """Put a new set first; the earlier ones stay until `drop_earlier`."""
        from app.widgets.drawing.candidate_tile import CandidateTile  # here, because a start has no candidates

        self._earlier = [*self._tiles]
        for number, candidate in enumerate(candidates):
            tile = CandidateTile(candidate, number + 1, self._row)
            tile.clicked.connect(lambda _checked, tile=tile: self.look_at(tile.candidate))
            tile.double_clicked.connect(lambda tile=tile: self.apply_asked.emit(tile.candidate))
            tile.customContextMenuRequested.connect(lambda at, tile=tile: self._open_menu(tile, at))
            self._layout.insertWidget(number, tile)
            self._tiles.insert(number, tile)
        self.look_at(None)

    def drop_earlier(self) -> None:
        """Take the candidates before the last set away, but for the starred and the one looked at."""
        for tile in self._earlier:
            if tile in self._tiles and tile is not self._current and not tile.candidate.starred:
                self._drop(tile)
        self._earlier = []
        self._on_changed()

    def refresh(self, candidate: Candidate) -> None:
        """Show what the model has drawn of this candidate by now."""
        for tile in self._tiles:
            if tile.candidate is candidate:
                tile.refresh()

    def remove(self, candidate: Candidate) -> None:
        """Take a candidate away; the next one is looked at if it was."""
        looked_at = self.current
        numbers = [number for number, tile in enumerate(self._tiles) if tile.candidate is candidate]
        for number in numbers:
            self._drop(self._tiles[number])
            if looked_at is candidate:
                rest = self._tiles[number : number + 1] or self._tiles[-1:]
                looked_at = rest[0].candidate if rest else None
        self.look_at(looked_at)

    def clear(self) -> None:
        """Take all but the starred candidates away, because another sprite was opened."""
        for tile in [tile for tile in self._tiles if not tile.candidate.starred]:
            self._drop(tile)
        self.look_at(None)

    # What is looked at

    def look_at(self, candidate: Candidate | None) -> None:
        """Look at this candidate, or at the original."""
        self._current = next((tile for tile in self._tiles if tile.candidate is candidate), None)
        for tile in self._tiles:
            tile.setChecked(tile is self._current)
        if self._current is not None:
            self._scroll.ensureWidgetVisible(self._current)
        self._on_changed()
        self.looked_at.emit(self.current)

    def step(self, steps: int) -> None:
        """Look at the next (1) or the previous (-1) one; the original comes between the last and the first."""
        stops: list[Candidate | None] = [None, *self.candidates]
        if len(stops) > 1:
            at = 1 + self._tiles.index(self._current) if self._current else 0
            self.look_at(stops[(at + steps) % len(stops)])

    def toggle_star(self) -> None:
        """Star the candidate looked at, or take its star."""
        if self._current is not None:
            self._current.candidate.starred = not self._current.candidate.starred
            self._current.refresh()

    def _drop(self, tile: CandidateTile) -> None:
        self._tiles.remove(tile)
        self._layout.removeWidget(tile)
        tile.hide()
        tile.deleteLater()
        if tile is self._current:
            self._current = None

    def _on_changed(self) -> None:
        self._stack.setCurrentWidget(self._scroll if self._tiles else self._empty)
        total = len(self._tiles)
        if self._current is not None:
            text = self.tr("{0} of {1}").format(self._tiles.index(self._current) + 1, total)
            self._count.setText(text + " · " + self.tr("Enter applies, Page Up and Page Down look at others"))
        else:
            self._count.setText(self.tr("{0} · Page Down looks at the first").format(total) if total else "")

    def _open_menu(self, tile: CandidateTile, at: QPoint) -> None:
        candidate, menu = tile.candidate, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, slot in (
            (self.tr("Apply"), lambda: self.apply_asked.emit(candidate)),
            (self.tr("Use these settings"), lambda: self.settings_asked.emit(candidate)),
            (self.tr("Copy seed"), lambda: QGuiApplication.clipboard().setText(str(candidate.seed))),
            (self.tr("Save as PNG…"), lambda: self.save_asked.emit(candidate)),
            (self.tr("Discard"), lambda: self.remove(candidate)),
        ):
            menu.addAction(text).triggered.connect(slot)
        menu.popup(tile.mapToGlobal(at))
