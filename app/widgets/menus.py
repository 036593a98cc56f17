"""Commands with their names, keys, icons and slots, and menus of them."""

import re
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from app.theme import icon


def action(
    parent: QObject, name: str, text: str, slot: Callable[[], object], *keys: str, icon: str = "", tip: str = ""
) -> QAction:
    """Return a command.

    Its name is what a person's own keys are kept under, and so never changes: the page on which it works, or `window`
    or `every`, then a dot and what it does. Its usual keys are in Qt's portable notation, the first is the one shown.
    Its tooltip is the tip, or else the text, and the keys it has by then.
    """
    result = QAction(text, parent)
    result.setObjectName(name)
    result.setIconText(plain(text))  # on buttons; Qt would leave the brackets of a Chinese mnemonic
    result.setProperty("plain_text", plain(text))
    result.setProperty("tip", tip)
    result.setShortcuts([QKeySequence(key) for key in keys])
    result.triggered.connect(lambda *_: slot())
    if icon:
        show_icon(result, icon)
    _show_tip(result)
    result.changed.connect(lambda: _show_tip(result))
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


def unmarked(text: str) -> str:
    """Return a text without its mnemonic, which Chinese has in brackets behind it."""
    return re.sub(r"\(&.\)", "", text).replace("&", "")


def plain(text: str) -> str:
    """Return a command's text without its mnemonic and dots."""
    return unmarked(text).rstrip("…")


def plain_text(action: QAction) -> str:
    """Return what a command is called, whatever step it would take now."""
    return action.property("plain_text") or plain(action.text())


def keys_text(keys: Sequence[QKeySequence] | Sequence[str], between: str = ", ") -> str:
    """Return keys as this system writes them."""
    return between.join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


def _show_tip(action: QAction) -> None:
    text, keys = action.property("tip") or plain(action.text()), keys_text(action.shortcuts())
    action.setToolTip(f"{text} ({keys})" if keys else text)
