"""Menus from a table of entries, so that every command stands in one place with its keys, icon and slot."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from app.theme import icon


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One command."""

    text: str
    slot: Callable[[], object]
    keys: tuple[str, ...] = ()  # in Qt's portable notation; the first is the one shown
    icon: str = ""


def action(parent: QObject, entry: Entry) -> QAction:
    """Return the entry as an action."""
    result = QAction(entry.text, parent)
    result.setProperty("plain_text", plain(entry.text))
    result.setShortcuts([QKeySequence(key) for key in entry.keys])
    result.triggered.connect(lambda *_: entry.slot())
    if entry.icon:
        show_icon(result, entry.icon)
    return result


def show_icon(target: QAction, name: str) -> None:
    """Give the action an icon, for its buttons and not for its line in the menu."""
    target.setIcon(icon(name))
    target.setIconVisibleInMenu(False)


def fill(menu: QMenu, actions: Iterable[QAction | None]) -> None:
    """Add the actions to the menu, and a line for every None."""
    for one in actions:
        if one is None:
            menu.addSeparator()
        else:
            menu.addAction(one)


def shortcuts_of(actions: Sequence[QAction]) -> list[tuple[str, str]]:
    """Return (what it does, its keys) of every action that has keys."""
    return [
        (one.property("plain_text") or plain(one.text()), "  or  ".join(_native(key) for key in one.shortcuts()))
        for one in actions
        if one.shortcuts()
    ]


def plain(text: str) -> str:
    """Return a command's text without its mnemonic and dots."""
    return text.replace("&", "").rstrip("…")


def _native(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.NativeText)
