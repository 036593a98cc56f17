"""Seeds: rolled, typed, locked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.widgets.drawing.seed_field import SeedField


def test_a_typed_seed_is_used_once_and_a_locked_one_again(qtbot: QtBot) -> None:
    field = SeedField()
    qtbot.addWidget(field)
    text = field.findChild(QLineEdit)
    text.clear()
    qtbot.keyClicks(text, "41x2")
    assert field.take(3) == (412, 413, 414), "letters do not get in"
    assert field.take(1) != (412,)
    field.set_seed(99)
    assert field.locked
    assert field.take(2) == field.take(2) == (99, 100)


def test_an_empty_field_rolls(qtbot: QtBot) -> None:
    field = SeedField()
    qtbot.addWidget(field)
    text = field.findChild(QLineEdit)
    text.selectAll()
    qtbot.keyClick(text, Qt.Key.Key_Delete)
    assert field.take(1)[0] >= 0
    assert text.text()
