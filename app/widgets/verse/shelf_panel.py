"""The shelf: the poems that are kept, the latest first, with their stars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.document.poem import Poem
from app.document.poem_text import name_of, written
from app.theme import icon
from app.widgets.buttons import command_button, label, text_button


class _PoemList(QListWidget):
    delete_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)


class ShelfPanel(QWidget):
    """Acts on the chosen poem; every wish is a signal with its number."""

    open_asked = Signal(int)
    star_asked = Signal(int)
    discard_asked = Signal(int)

    def __init__(self, keep: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: Sequence[Poem] = ()
        self._shown: tuple[Sequence[Poem], int, bool] | None = None
        self._only = QCheckBox(self.tr("Only starred"), self)
        self.list = _PoemList(self)
        self.list.setProperty("role", "verse")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Kept poems"))
        self._empty = label(self, role="muted")
        self._empty.setWordWrap(True)
        self._open = text_button(self, self.tr("Open"), lambda: self._ask(self.open_asked))
        self._star = text_button(self, self.tr("Star"), lambda: self._ask(self.star_asked))
        self._discard = text_button(self, self.tr("Discard"), lambda: self._ask(self.discard_asked))
        head, below = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._only, 1)
        head.addWidget(command_button(self, keep, self.tr("Keep this poem")))
        for button in (self._open, self._star, self._discard):
            below.addWidget(button, 1)
        below.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._empty)
        layout.addWidget(self.list, 1)
        layout.addLayout(below)
        self._only.toggled.connect(lambda _on: self.show_kept(self._kept, self._number()))
        self.list.currentRowChanged.connect(lambda _row: self._enable())
        self.list.itemActivated.connect(lambda _item: self._ask(self.open_asked))
        self.list.delete_pressed.connect(lambda: self._ask(self.discard_asked))
        self.show_kept((), 0)

    def show_kept(self, kept: Sequence[Poem], number: int) -> None:
        """Show the kept poems; the one of this number is chosen where it is among them."""
        wanted = (kept, number, self._only.isChecked())
        if wanted == self._shown:
            return  # every letter that is typed asks
        self._kept, self._shown = kept, wanted
        shown = [poem for poem in reversed(kept) if poem.starred or not self._only.isChecked()]
        before = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for poem in shown:
            lines = written(poem)
            item = QListWidgetItem(name_of(poem) or self.tr("Untitled"))
            item.setIcon(icon("star-filled" if poem.starred else "verse"))
            item.setData(Qt.ItemDataRole.UserRole, poem.number)
            item.setToolTip("\n".join(lines))
            starred = self.tr("starred, ") if poem.starred else ""
            told = self.tr("{0}{1} lines").format(starred, len(lines))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, told)
            self.list.addItem(item)
        numbers = [poem.number for poem in shown]
        self.list.setCurrentRow(numbers.index(number) if number in numbers else min(max(before, 0), len(shown) - 1))
        self.list.blockSignals(False)
        self._empty.setText(
            self.tr("No poem has a star yet.")
            if kept
            else self.tr("Ctrl+S keeps the poem: it is here again next time.")
        )
        self._empty.setVisible(not shown)
        self.list.setVisible(bool(shown))
        self._enable()

    def _number(self) -> int:
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item is not None else 0

    def _ask(self, signal: SignalInstance) -> None:
        number = self._number()
        if number:
            signal.emit(number)

    def _enable(self) -> None:
        number = self._number()
        poem = next((one for one in self._kept if one.number == number), None)
        for button in (self._open, self._star, self._discard):
            button.setEnabled(poem is not None)
        self._star.setText(self.tr("Unstar") if poem is not None and poem.starred else self.tr("Star"))
