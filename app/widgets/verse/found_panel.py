"""Lines to pick from: fresh ones, or the neighbours of a line; what is chosen becomes a line of the poem."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.document.found_line import FoundLine
from app.widgets.buttons import ElidedLabel, command_button, label
from app.widgets.verse.line_words import facts_tip, other_words
from genmodels.api.verse import Origin


class FoundPanel(QWidget):
    """A list, above it where its lines come from, below it what can be done with the chosen one."""

    chosen = Signal()

    def __init__(
        self, find: Sequence[QAction], use: Sequence[tuple[str, QAction]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines: list[FoundLine] = []
        self._title = ElidedLabel(self, "title")
        self.list = QListWidget(self)
        self.list.setProperty("role", "verse")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Lines found"))
        self._facts = label(self, role="muted")
        self._facts.setWordWrap(True)
        above, below = QHBoxLayout(), QHBoxLayout()
        for one in find:
            above.addWidget(command_button(self, one), 1)
        *into, (explore_text, explore) = use
        for text, one in into:
            below.addWidget(command_button(self, one, text), 1)
        above.setSpacing(6)
        below.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        layout.addLayout(above)
        layout.addWidget(self._title)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._facts)
        layout.addLayout(below)
        layout.addWidget(command_button(self, explore, explore_text))
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.show_lines([], "")

    @property
    def current(self) -> FoundLine | None:
        """The chosen line."""
        row = self.list.currentRow()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def show_lines(self, lines: Sequence[FoundLine], near: str) -> None:
        """Show lines, those near this one or fresh ones; the chosen place stays chosen."""
        row = max(self.list.currentRow(), 0)
        self._lines = list(lines)
        self.list.blockSignals(True)
        self.list.clear()
        for one in lines:
            written = one.line.origin is Origin.CORPUS
            item = QListWidgetItem(
                self.tr("{0}  (already written)").format(one.line.text) if written else one.line.text
            )
            item.setToolTip(facts_tip(one.line))
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(lines) - 1))
        self.list.blockSignals(False)
        title = self.tr("Near “{0}”").format(near) if near else self.tr("Fresh lines")
        self._title.setText(title if lines else self.tr("Lines to pick from"))
        self._on_row_changed()

    def _on_row_changed(self) -> None:
        one = self.current
        if one is None:
            text = self.tr("Fresh lines come from random codes; neighbours are what lies round the line you are at.")
            self._facts.setText(text)
        else:
            seed = self.tr("seed {0}").format(one.seed) if one.seed is not None else ""
            words = (other_words(one.line), one.line.tones, seed)
            self._facts.setText(" · ".join(part for part in words if part))
        self.chosen.emit()
