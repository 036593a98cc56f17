"""The list of keys: searched, and its keys changed, added, taken over and given back."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from app.keymap import Keymap
from app.settings import Settings
from app.widgets.keys.command_list import Entry, Section
from app.widgets.keys.keys_sheet import KeysSheet
from app.widgets.menus import action


def sections() -> Sequence[Section]:
    return [
        Section(
            title="Tools", entries=[Entry(text="Pencil", name="draw.pencil"), Entry(text="Line", name="draw.line")]
        ),
        Section(title="Board", entries=[Entry(text="Star", name="board.star")]),
        Section(title="Canvas", entries=[Entry(text="Move the view", held="hold Space")]),
    ]


@pytest.fixture
def root(qapp: object) -> QObject:
    root = QObject()
    for name, keys in {"draw.pencil": ["B", "Ctrl+P"], "draw.line": ["L"], "board.star": ["S"]}.items():
        action(root, name, name, lambda: None, *keys)
    return root


@pytest.fixture
def keymap(root: QObject, tmp_path: Path) -> Keymap:
    keymap = Keymap(Settings(tmp_path / "settings.ini"))
    keymap.adopt(root)
    return keymap


@pytest.fixture
def sheet(qtbot: QtBot, keymap: Keymap) -> KeysSheet:
    sheet = KeysSheet(keymap, sections)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def shown(sheet: KeysSheet) -> dict[str, str]:
    """Return the lines that are not hidden: command, keys."""
    lines: dict[str, str] = {}
    for at in range(sheet.list.topLevelItemCount()):
        head = sheet.list.topLevelItem(at)
        assert isinstance(head, QTreeWidgetItem)
        rows = [head.child(row) for row in range(head.childCount())]
        visible = [row for row in rows if not row.isHidden()]
        assert head.isHidden() == (not visible)
        lines |= {row.text(0): row.text(1) for row in visible}
    return lines


def texts(sheet: KeysSheet) -> str:
    return " ".join(one.text() for one in sheet.findChildren(QLabel) if one.isVisible())


def button(sheet: KeysSheet, text: str) -> QPushButton:
    return next(one for one in sheet.findChildren(QPushButton) if one.text() == text and one.isVisible())


def test_all_commands_and_their_keys(sheet: KeysSheet) -> None:
    assert shown(sheet) == {"Pencil": "B   Ctrl+P", "Line": "L", "Star": "S", "Move the view": "hold Space"}


def test_words_find_names_menus_and_keys(qtbot: QtBot, sheet: KeysSheet) -> None:
    qtbot.keyClicks(sheet.search, "penc")
    assert list(shown(sheet)) == ["Pencil"]
    sheet.search.setText("tools l")
    assert list(shown(sheet)) == ["Pencil", "Line"]
    sheet.search.setText("ctrl+p")
    assert list(shown(sheet)) == ["Pencil"]
    sheet.search.setText("space")
    assert list(shown(sheet)) == ["Move the view"]
    sheet.search.setText("nothing like it")
    assert shown(sheet) == {}
    assert "No command has that." in texts(sheet)


def test_a_pressed_key_finds_its_command(qtbot: QtBot, sheet: KeysSheet) -> None:
    qtbot.keyClick(sheet.search_key, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert list(shown(sheet)) == ["Pencil"]
    assert sheet.search_key.text() == "Ctrl+P"
    qtbot.keyClick(sheet.search_key, Qt.Key.Key_Escape)
    assert len(shown(sheet)) == 4
    assert sheet.isVisible()
    qtbot.keyClick(sheet.search_key, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_a_new_key(qtbot: QtBot, sheet: KeysSheet, keymap: Keymap) -> None:
    sheet.list.choose("draw.pencil")
    sheet.change.click()
    assert "Pencil (Tools)" in texts(sheet)
    qtbot.keyClick(sheet.question.field, Qt.Key.Key_P)
    assert keymap.keys("draw.pencil") == ("P",)
    assert shown(sheet)["Pencil"] == "P"
    assert sheet.question.isHidden()
    sheet.add.click()
    qtbot.keyClick(sheet.question.field, Qt.Key.Key_F5)
    assert keymap.keys("draw.pencil") == ("P", "F5")
    sheet.reset.click()
    assert keymap.keys("draw.pencil") == ("B", "Ctrl+P")
    assert not sheet.reset.isEnabled()


def test_a_key_in_use_is_told_by_name_before_it_is_taken(qtbot: QtBot, sheet: KeysSheet, keymap: Keymap) -> None:
    sheet.list.choose("draw.pencil")
    sheet.change.click()
    qtbot.keyClick(sheet.question.field, Qt.Key.Key_L)
    assert "L is the key of Line (Tools)." in texts(sheet)
    assert keymap.keys("draw.line") == ("L",)
    button(sheet, "Leave it").click()
    assert keymap.keys("draw.pencil") == ("B", "Ctrl+P")
    sheet.change.click()
    qtbot.keyClick(sheet.question.field, Qt.Key.Key_L)
    button(sheet, "Take it over").click()
    assert (keymap.keys("draw.pencil"), keymap.keys("draw.line")) == (("L",), ())
    sheet.list.choose("draw.line")
    sheet.add.click()
    qtbot.keyClick(sheet.question.field, Qt.Key.Key_N)
    sheet.reset.click()
    assert "L stays with the command that you gave it to." in texts(sheet)


def test_keys_that_pages_hold_cannot_be_given_away(qtbot: QtBot, sheet: KeysSheet, keymap: Keymap) -> None:
    sheet.list.choose("draw.line")
    sheet.change.click()
    qtbot.keyClick(sheet.question.field, Qt.Key.Key_Space)
    assert "press another key" in texts(sheet)
    qtbot.keyClick(sheet.question.field, Qt.Key.Key_Tab)
    assert keymap.keys("draw.line") == ("Tab",)


def test_what_pages_do_themselves_cannot_be_changed(sheet: KeysSheet) -> None:
    sheet.search.setText("space")
    assert sheet.list.command == ""
    assert not sheet.change.isEnabled()
    assert not sheet.add.isEnabled()


def test_no_key_and_all_back(sheet: KeysSheet, keymap: Keymap) -> None:
    sheet.list.choose("board.star")
    sheet.remove.click()
    assert keymap.keys("board.star") == ()
    assert not sheet.remove.isEnabled()
    sheet.reset_all.click()
    button(sheet, "Reset all").click()
    assert keymap.keys("board.star") == ("S",)


def test_esc_leaves_the_question_and_then_the_sheet(qtbot: QtBot, sheet: KeysSheet) -> None:
    sheet.list.choose("draw.line")
    sheet.change.click()
    qtbot.keyClick(sheet.question.field, Qt.Key.Key_Escape)
    assert sheet.question.isHidden()
    qtbot.keyClick(sheet.list, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
