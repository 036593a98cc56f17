"""Commands while a Chinese input method or a Cyrillic layout is on: a key that nothing knows counts by its place."""

from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app.key_signs import KeyPlace, is_foreign, readings
from app.keymap import Keymap


def take_by_place(event: QKeyEvent, keymap: Keymap) -> bool:
    """Do what the key at this place does on a US keyboard; call it for keys that no widget took. Returns whether."""
    if not is_foreign(event.key()):
        return False
    place = KeyPlace(
        platform=QGuiApplication.platformName(),
        scan_code=event.nativeScanCode(),
        virtual_key=event.nativeVirtualKey(),
    )
    sign = place.sign()
    if not sign:
        return False
    if event.type() == QKeyEvent.Type.KeyPress:
        wanted = readings(sign, event.modifiers())
        for action in keymap.actions():
            if any(keys in wanted for keys in action.shortcuts()) and _works_now(action):
                action.trigger()
                return True
    widget = QApplication.focusWidget()  # whoever holds keys itself, as the canvas does
    if widget is None:
        return False
    again = QKeyEvent(event.type(), ord(sign), event.modifiers(), sign.lower(), event.isAutoRepeat())
    QApplication.sendEvent(widget, again)
    return True


def _works_now(action: QAction) -> bool:
    """Return whether Qt would take the command's keys: it is enabled, and some menu or widget that has it shows."""
    return action.isEnabled() and any(_shows(owner) for owner in action.associatedObjects())


def _shows(owner: object) -> bool:
    if isinstance(owner, QMenu):
        return owner.menuAction().isVisible() and owner.menuAction().isEnabled()
    return isinstance(owner, QWidget) and owner.isVisible()
