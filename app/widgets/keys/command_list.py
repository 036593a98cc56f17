"""The list of commands by menu, each with its keys, of which those that are looked for are shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from app.key_signs import plain_keys
from app.keymap import Keymap
from app.theme import current
from app.widgets.menus import keys_text

_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a key does: a command, or, without a name, something that pages do themselves."""

    text: str
    name: str = ""
    held: str = ""  # the words for its keys where it has no name


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A menu, or a page."""

    title: str
    entries: Sequence[Entry]


class CommandList(QTreeWidget):
    """Shows sections; which of the commands is current, and what it is called, can be asked."""

    chosen = Signal()  # another one is current
    opened = Signal()  # Enter or a double click on the current one

    def __init__(self, keymap: Keymap, parent: QWidget) -> None:
        super().__init__(parent)
        self._keymap = keymap
        self._sections: Sequence[Section] = ()
        self.setColumnCount(2)
        self.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.setAccessibleName(self.tr("Commands and their keys"))
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(False)
        self.currentItemChanged.connect(lambda *_: self.chosen.emit())
        self.itemActivated.connect(lambda *_: self.opened.emit())

    @property
    def command(self) -> str:
        """Name of the current command; empty where the current line is none."""
        item = self.currentItem()
        return item.data(0, _ROLE).name if item is not None and item.data(0, _ROLE) is not None else ""

    def choose(self, name: str) -> None:
        """Make a command the current one."""
        for item in self._items():
            if item.data(0, _ROLE).name == name:
                self.setCurrentItem(item)
                return

    def title_of(self, name: str) -> str:
        """Return what a command is called, with its menu; its name where it is not in the list."""
        for section in self._sections:
            for entry in section.entries:
                if entry.name == name:
                    return _tr("{0} ({1})").format(entry.text, section.title)
        return name

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these; the current command stays it."""
        command, self._sections = self.command, sections
        self.clear()
        for section in sections:
            head = QTreeWidgetItem(self, [section.title])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setFirstColumnSpanned(True)
            font = head.font(0)
            font.setBold(True)
            head.setFont(0, font)
            for entry in section.entries:
                item = QTreeWidgetItem(head, [entry.text])
                item.setData(0, _ROLE, entry)
        self.expandAll()
        self.show_keys()
        if command:
            self.choose(command)

    def show_keys(self) -> None:
        """Show the keys as they are now."""
        for item in self._items():
            entry: Entry = item.data(0, _ROLE)
            own = self._keymap.is_own(entry.name)
            item.setText(1, keys_text(self._keymap.keys(entry.name), "   ") if entry.name else entry.held)
            font = item.font(1)
            font.setBold(own)
            item.setFont(1, font)
            if not entry.name:
                tip = self.tr("Always this key")
                for column in (0, 1):
                    item.setForeground(column, QColor(current().muted))
            elif own:
                usual = keys_text(self._keymap.usual(entry.name)) or self.tr("none")
                tip = self.tr("Chosen by you; usually: {0}").format(usual)
            else:
                tip = ""
            item.setToolTip(1, tip)

    def search(self, text: str, keys: str) -> int:
        """Show only what has all words of the text in its name, menu or keys, and these keys; returns how many."""
        words, wanted, shown = text.casefold().split(), plain_keys(keys) if keys else "", 0
        for head in self._heads():
            found = 0
            for item in _children(head):
                entry: Entry = item.data(0, _ROLE)
                own = self._keymap.keys(entry.name)
                told = f"{entry.text} {head.text(0)} {item.text(1)} {' '.join(own)}".casefold()
                fits = all(word in told for word in words) and (not wanted or wanted in map(plain_keys, own))
                item.setHidden(not fits)
                found += fits
            head.setHidden(not found)
            shown += found
        now = self.currentItem()
        if now is None or now.isHidden():
            first = next((item for item in self._items() if not item.isHidden()), None)
            self.setCurrentItem(first)  # pyright: ignore[reportArgumentType] - Qt takes None
        return shown

    def _items(self) -> list[QTreeWidgetItem]:
        return [item for head in self._heads() for item in _children(head)]

    def _heads(self) -> list[QTreeWidgetItem]:
        heads = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        return [head for head in heads if head is not None]


def _children(head: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    children = (head.child(row) for row in range(head.childCount()))
    return [child for child in children if child is not None]


def _tr(text: str) -> str:
    return QCoreApplication.translate("CommandList", text)
