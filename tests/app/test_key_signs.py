"""Keys by their places, and combinations as they are written."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from app.key_signs import KeyPlace, is_foreign, plain_keys, pressed_keys

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("platform", "scan_code", "virtual_key", "sign"),
    [
        ("windows", 48, 0, "B"), ("windows", 26, 0, "["), ("windows", 43, 0, "\\"), ("windows", 1, 0, ""),
        ("xcb", 56, 0, "B"), ("wayland", 34, 0, "["), ("xcb", 51, 0, "\\"), ("xcb", 9, 0, ""),
        ("cocoa", 1, 11, "B"), ("cocoa", 1, 33, "["), ("cocoa", 1, 42, "\\"), ("cocoa", 1, 50, "`"),
        ("cocoa", 1, 36, ""), ("cocoa", 1, 200, ""),
    ],
)  # fmt: skip
def test_the_sign_of_a_place(platform: str, scan_code: int, virtual_key: int, sign: str) -> None:
    assert KeyPlace(platform=platform, scan_code=scan_code, virtual_key=virtual_key).sign() == sign


def test_what_is_foreign() -> None:
    assert is_foreign(ord("、"))
    assert is_foreign(ord("Ф"))
    assert is_foreign(0)
    assert not is_foreign(Qt.Key.Key_B)
    assert not is_foreign(Qt.Key.Key_F3)


def press(key: int, held: Qt.KeyboardModifier = NONE, scan_code: int = 0) -> str:
    return pressed_keys(QKeyEvent(QEvent.Type.KeyPress, key, held, scan_code, 0, 0), "xcb")


def test_combinations_are_written_as_commands_have_them() -> None:
    assert press(Qt.Key.Key_B) == "B"
    assert press(Qt.Key.Key_B, SHIFT) == "Shift+B"
    assert press(Qt.Key.Key_Question, SHIFT) == "?"
    assert press(Qt.Key.Key_QuoteDbl, SHIFT | CTRL) == "Ctrl+Shift+'"
    assert press(Qt.Key.Key_Space, SHIFT) == "Shift+Space"
    assert press(Qt.Key.Key_Backtab, SHIFT) == "Shift+Tab"
    assert press(Qt.Key.Key_Control, CTRL) == ""


def test_foreign_signs_are_written_as_their_places() -> None:
    assert press(ord("【"), scan_code=34) == "["
    assert press(ord("Ф"), CTRL, 38) == "Ctrl+A"
    assert press(ord("？"), SHIFT, 61) == "?"
    assert press(ord("Ф"), scan_code=9) == ""


def test_the_same_fingers_are_the_same_keys() -> None:
    assert plain_keys("?") == plain_keys("Shift+/")
    assert plain_keys('Ctrl+"') == plain_keys("Ctrl+Shift+'")
    assert plain_keys("Ctrl+Enter") == plain_keys("Ctrl+Return")
    assert plain_keys("Ctrl++") == plain_keys("Ctrl+Shift+=")
    assert plain_keys("Ctrl+-") != plain_keys("Ctrl+=")
