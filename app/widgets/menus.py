"""Commands with their keys, icons and slots, and menus of them."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from app.theme import icon


def action(parent: QObject, text: str, slot: Callable[[], object], *keys: str, icon: str = "") -> QAction:
    """Return a command; its keys are in Qt's portable notation, the first is the one shown."""
    result = QAction(text, parent)
    result.setProperty("plain_text", plain(text))
    result.setShortcuts([QKeySequence(key) for key in keys])
    result.triggered.connect(lambda *_: slot())
    if icon:
        show_icon(result, icon)
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
