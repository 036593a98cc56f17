"""The keys of a keyboard by their places: which sign each has on a US one, whatever an input method makes of it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_ROWS = (  # first code of a row, its signs, and the same with Shift: set 1 on Windows, the kernel's own on Linux
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "QWERTYUIOP[]", "QWERTYUIOP{}"),
    (30, "ASDFGHJKL;'`", 'ASDFGHJKL:"~'),
    (43, "\\ZXCVBNM,./", "|ZXCVBNM<>?"),
)
_LINUX_OFFSET = 8  # X11 and Wayland count from 8
_MAC_SIGNS = "ASDFHGZXCV BQWERYT123465=97-80]OU[IP LJ'K;\\,/NM."  # by virtual key code; a space is no sign of ours
_MAC_GRAVE = 50
_SIGNS = {code + at: sign for code, signs, _ in _ROWS for at, sign in enumerate(signs)}
_SHIFTED = {sign: shifted for _, signs, row in _ROWS for sign, shifted in zip(signs, row, strict=True)}
_UNSHIFTED = {shifted: sign for sign, shifted in _SHIFTED.items() if shifted != sign}
_FIRST_NAMED = 0x01000000  # from here on keys have names (Esc, F1) and are no signs

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPlace:
    """Where a key is on the keyboard, as the system counts."""

    platform: str  # Qt's name of it
    scan_code: int
    virtual_key: int

    def sign(self) -> str:
        """Return the sign of this key on a US keyboard; empty where it has none."""
        if self.platform == "cocoa":
            if self.virtual_key == _MAC_GRAVE:
                return "`"
            return _MAC_SIGNS[self.virtual_key : self.virtual_key + 1].strip()
        return _SIGNS.get(self.scan_code if self.platform == "windows" else self.scan_code - _LINUX_OFFSET, "")


def is_foreign(key: int) -> bool:
    """Return whether a key's sign is on no US keyboard, as those of Chinese input methods and Cyrillic layouts are."""
    return not key or 0x7F < key < _FIRST_NAMED or key == Qt.Key.Key_unknown


def readings(sign: str, held: Qt.KeyboardModifier) -> list[QKeySequence]:
    """Return what pressing the key with this sign may be written as, the likeliest first."""
    held &= _COMMANDING | _SHIFT
    found = [QKeySequence(held.value | ord(sign))]
    if held & _SHIFT and _SHIFTED[sign] != sign:
        found.append(QKeySequence((held & ~_SHIFT).value | ord(_SHIFTED[sign])))
    return found


def pressed_keys(event: QKeyEvent, platform: str) -> str:
    """Return the combination that was pressed in Qt's portable notation; empty while only Ctrl and the like are held.

    A sign that takes Shift is written as the sign alone, and with Ctrl and the like as Shift and its key.
    """
    key, held = event.key(), event.modifiers() & (_COMMANDING | _SHIFT)
    if is_foreign(key):
        place = KeyPlace(platform=platform, scan_code=event.nativeScanCode(), virtual_key=event.nativeVirtualKey())
        return readings(place.sign(), held)[-1 if not held & _COMMANDING else 0].toString() if place.sign() else ""
    if key in _ALONE_NOTHING:
        return ""
    if key < _FIRST_NAMED and held & _SHIFT and key != Qt.Key.Key_Space and not chr(key).isalpha():
        if held & _COMMANDING:
            key = ord(_UNSHIFTED.get(chr(key), chr(key)))
        else:
            held &= ~_SHIFT
    if key == Qt.Key.Key_Backtab:
        key = Qt.Key.Key_Tab.value
    return QKeySequence(held.value | int(key)).toString(QKeySequence.SequenceFormat.PortableText)


def plain_keys(keys: str) -> str:
    """Return a combination as one that is equal for all that the same fingers press: `?` and Shift+/ are the same."""
    front, _, sign = keys.rpartition("+") if not keys.endswith("+") else (keys[:-2], "", "+")
    parts = [part for part in front.split("+") if part]
    if sign in _UNSHIFTED:
        sign = _UNSHIFTED[sign]
        parts = [*parts, "Shift"]
    sign = {"Enter": "Return"}.get(sign, sign)
    return "+".join([*sorted(set(parts)), sign])


_ALONE_NOTHING = frozenset(
    {
        Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R, Qt.Key.Key_Hyper_L,
        Qt.Key.Key_Hyper_R, Qt.Key.Key_Mode_switch,
    }
)  # fmt: skip
