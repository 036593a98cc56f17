"""Which keys give which command: those that the code names, except where a person has chosen others."""

import json
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from app.key_signs import plain_keys
from app.settings import Settings

Keys = tuple[str, ...]  # in Qt's portable notation; the first is the one shown

# Where commands work: what a name begins with, and the places that it stands for.
_EVERYWHERE = ("window", "every")
_PLACES = {"file": ("draw", "train", "library")}
_ON_WALKS_TOO = ("board.walk", "board.cancel")  # of the commands of the board; a walk takes its place
_IN_TURN = frozenset({"draw.play", "draw.apply_candidate"})  # of which never both can be given
# What the pages themselves do with a key while it is down; a command would take it from them.
_HELD = frozenset({"Space", "\\", "Left", "Right", "Up", "Down", "Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down"})


class Keymap(QObject):
    """Knows all commands that were handed to `adopt`, gives them their keys, and keeps a person's own in the settings.

    A person's own key is stronger than one that the code gives to another command of the same page.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._actions: dict[str, list[QAction]] = {}
        self._usual: dict[str, Keys] = {}
        self._own, self.dropped = read_keys(settings.keys)  # what was dropped could not be understood

    def adopt(self, root: QObject) -> None:
        """Give all commands below root their keys; those they have now are their usual ones."""
        for action in root.findChildren(QAction):
            name = action.objectName()
            if "." in name and action not in self._actions.get(name, ()):
                self._usual.setdefault(name, tuple(key.toString() for key in action.shortcuts()))
                self._actions.setdefault(name, []).append(action)
        self._apply()

    def actions(self) -> Iterable[QAction]:
        """Return every command that is known."""
        return (action for same in self._actions.values() for action in same)

    def keys(self, name: str) -> Keys:
        """Return the keys of a command, first the one that is shown."""
        own = self._own.get(name)
        if own is not None:
            return own
        taken = {plain_keys(key) for other, keys in self._own.items() if _meet(name, other) for key in keys}
        return tuple(key for key in self._usual.get(name, ()) if plain_keys(key) not in taken)

    def usual(self, name: str) -> Keys:
        """Return the keys that the code gives to a command."""
        return self._usual.get(name, ())

    def is_own(self, name: str) -> bool:
        """Return whether a person has chosen the keys of this command."""
        return name in self._own

    def holders(self, name: str, key: str) -> Sequence[str]:
        """Return the other commands that this key gives where the command works."""
        wanted = plain_keys(key)
        others = (other for other in self._usual if other != name and _meet(name, other))
        return [other for other in others if wanted in map(plain_keys, self.keys(other))]

    def give(self, name: str, keys: Sequence[str]) -> None:
        """Let these keys give the command from now on, and none of them another where it works."""
        wanted = {plain_keys(key) for key in keys}
        for other, own in list(self._own.items()):
            if other != name and _meet(name, other):
                self._keep(other, [key for key in own if plain_keys(key) not in wanted])
        self._keep(name, keys)
        self._save()

    def reset(self, name: str) -> None:
        """Give a command its usual keys again; those that a person gave to another stay there."""
        if self._own.pop(name, None) is not None:
            self._save()

    def reset_all(self) -> None:
        """Give all commands their usual keys again."""
        self._own.clear()
        self._save()

    def forget_unknown(self) -> int:
        """Forget the keys of commands that nobody handed in; returns how many, to be asked when all pages are made."""
        gone = [name for name in self._own if name not in self._usual]
        for name in gone:
            del self._own[name]
        if gone:
            self._save()
        return len(gone)

    def _keep(self, name: str, keys: Sequence[str]) -> None:
        if tuple(keys) == self._usual.get(name) or (not keys and not self._usual.get(name)):
            self._own.pop(name, None)
        else:
            self._own[name] = tuple(keys)

    def _save(self) -> None:
        self._settings.keys = json.dumps(self._own)
        self._apply()

    def _apply(self) -> None:
        for name, same in self._actions.items():
            wanted = [QKeySequence(key) for key in self.keys(name)]
            for action in same:
                if action.shortcuts() != wanted:
                    action.setShortcuts(wanted)
        self.changed.emit()


def is_held(key: str) -> bool:
    """Return whether the pages do something with this key themselves, so that no command can have it."""
    return key in _HELD


def read_keys(text: str) -> tuple[dict[str, Keys], list[str]]:
    """Return a person's own keys by command, and what of the text had to be left out."""
    try:
        entries = json.loads(text or "{}")
    except (ValueError, RecursionError):
        entries = None
    if not isinstance(entries, Mapping):
        return {}, [text[:40]]
    kept: dict[str, Keys] = {}
    dropped = []
    for name, keys in entries.items():
        good = [key for key in keys if _is_key(key)] if isinstance(keys, list) else None
        if good is not None:
            taken = {plain_keys(key) for other, own in kept.items() if _meet(name, other) for key in own}
            good = [key for key in good if plain_keys(key) not in taken]
        if good or good == keys:
            kept[name] = tuple(good or ())
        if good != keys:
            dropped.append(name)
    return kept, dropped


def _is_key(key: object) -> bool:
    """Return whether this is one combination, written as Qt writes it."""
    if not isinstance(key, str) or is_held(key):
        return False
    sequence = QKeySequence(key)
    return sequence.count() == 1 and sequence.toString() == key


def _meet(one: str, other: str) -> bool:
    """Return whether two different commands can be asked for at the same place."""
    here, there = _places(one), _places(other)
    return one != other and not {one, other} <= _IN_TURN and (not here or not there or not here.isdisjoint(there))


def _places(name: str) -> frozenset[str]:
    """Return where a command works; empty where it works everywhere."""
    page = name.partition(".")[0]
    if page in _EVERYWHERE:
        return frozenset()
    return frozenset(_PLACES.get(page, (page,)) + (("walk",) if name in _ON_WALKS_TOO else ()))
