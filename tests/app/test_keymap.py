"""A person's own keys: given, taken over, given back, kept, and left out where they are broken."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from app.keymap import Keymap, read_keys
from app.settings import Settings
from app.widgets.menus import action

COMMANDS = {
    "board.walk": ["W"], "walk.to_draw": ["Ctrl+D"],
    "draw.pencil": ["B"], "draw.eraser": ["E"], "draw.help": ["?"], "board.star": ["S"], "file.save": ["Ctrl+S"],
    "train.paste": ["Ctrl+V"], "every.undo": ["Ctrl+Z"], "window.quit": ["Ctrl+Q", "Ctrl+W"], "verse.begin": [],
}  # fmt: skip


@pytest.fixture
def root(qapp: object) -> QObject:
    root = QObject()
    for name, keys in COMMANDS.items():
        action(root, name, name, lambda: None, *keys)
    return root


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def keymap(root: QObject, settings: Settings) -> Keymap:
    keymap = Keymap(settings)
    keymap.adopt(root)
    return keymap


def found(root: QObject, name: str) -> QAction:
    one = root.findChild(QAction, name)
    assert isinstance(one, QAction)
    return one


def test_a_key_works_at_once_and_after_the_next_start(keymap: Keymap, root: QObject, settings: Settings) -> None:
    keymap.give("draw.pencil", ["P", "Ctrl+B"])
    assert [key.toString() for key in found(root, "draw.pencil").shortcuts()] == ["P", "Ctrl+B"]
    assert found(root, "draw.pencil").toolTip() == "draw.pencil (P, Ctrl+B)"
    again, later = QObject(), Keymap(settings)
    made = action(again, "draw.pencil", "Pencil", lambda: None, "B")
    later.adopt(again)
    assert [key.toString() for key in made.shortcuts()] == ["P", "Ctrl+B"]
    assert later.usual("draw.pencil") == ("B",)
    assert later.is_own("draw.pencil")


def test_only_what_works_at_the_same_place_is_in_the_way(keymap: Keymap) -> None:
    assert keymap.holders("draw.pencil", "E") == ["draw.eraser"]
    assert keymap.holders("draw.pencil", "S") == [], "it is the board's"
    assert keymap.holders("draw.pencil", "Shift+/") == ["draw.help"]
    assert keymap.holders("board.star", "Ctrl+W") == ["window.quit"]
    assert keymap.holders("board.star", "Ctrl+Z") == ["every.undo"]
    assert keymap.holders("board.star", "Ctrl+S") == [], "no file menu there"
    assert keymap.holders("train.paste", "Ctrl+S") == ["file.save"]
    assert keymap.holders("draw.pencil", "Ctrl+V") == []
    assert keymap.holders("walk.to_draw", "S") == []
    assert keymap.holders("walk.to_draw", "W") == ["board.walk"]


def test_a_key_taken_over_comes_back_with_a_reset(keymap: Keymap) -> None:
    keymap.give("draw.pencil", ["E"])
    assert keymap.keys("draw.eraser") == ()
    keymap.give("draw.help", ["E"])
    assert keymap.keys("draw.pencil") == ()
    keymap.reset("draw.help")
    assert keymap.keys("draw.eraser") == ("E",)
    assert keymap.keys("draw.pencil") == (), "it had given up B for E"
    keymap.reset_all()
    assert {name: list(keymap.keys(name)) for name in COMMANDS} == COMMANDS


def test_the_usual_keys_are_nobodys_own(keymap: Keymap, settings: Settings) -> None:
    keymap.give("draw.pencil", ["P"])
    keymap.give("draw.pencil", ["B"])
    assert not keymap.is_own("draw.pencil")
    assert json.loads(settings.keys) == {}


def test_an_own_key_is_stronger_than_a_new_command(keymap: Keymap, root: QObject) -> None:
    keymap.give("draw.pencil", ["L"])
    page = QObject(root)
    line = action(page, "draw.line", "Line", lambda: None, "L")
    keymap.adopt(page)
    assert line.shortcuts() == []


def test_broken_entries_are_left_out_and_named() -> None:
    entries = {
        "draw.a": ["P", 7], "draw.b": "Q", "draw.c": ["nonsense key"], "draw.d": ["P"], "draw.e": [],
        "draw.f": ["Space"], "board.g": ["P"], "draw.h": ["Ctrl+A, Ctrl+B"],
    }  # fmt: skip
    kept, dropped = read_keys(json.dumps(entries))
    assert kept == {"draw.a": ("P",), "draw.e": (), "board.g": ("P",)}
    assert dropped == ["draw.a", "draw.b", "draw.c", "draw.d", "draw.f", "draw.h"]


@pytest.mark.parametrize("text", ["{", "[]", "3", "[" * 100_000])
def test_damaged_settings_give_the_usual_keys(text: str) -> None:
    kept, dropped = read_keys(text)
    assert kept == {}
    assert dropped == [text[:40]]


def test_commands_that_are_gone_are_forgotten(keymap: Keymap, settings: Settings) -> None:
    settings.keys = json.dumps({"draw.pencil": ["P"], "draw.gone": ["G"]})
    later = Keymap(settings)
    root = QObject()
    action(root, "draw.pencil", "Pencil", lambda: None, "B")
    later.adopt(root)
    assert later.forget_unknown() == 1
    assert json.loads(settings.keys) == {"draw.pencil": ["P"]}
    assert later.forget_unknown() == 0
