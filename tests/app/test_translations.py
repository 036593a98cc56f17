"""The translations are whole and fresh, and the window in Chinese has no English left."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot
from translations import FOLDER, LANGUAGES, compile_to, read, source_texts

from app.language import install_language
from app.main_window import MainWindow
from app.places import Place
from app.settings import Language, Settings
from app.widgets.keys.keys_sheet import KeysSheet
from app.widgets.language_menu import fill_language_menu

NAMES = re.compile(
    r"English|Alpha|Beta|alpha|beta|ball\.png|N\(0, 1\)|dots|MIT|F\d"
)  # of packs, files, languages, keys
FRESH = "run `make translations`, and translate what it lists"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_and_none_is_obsolete(language: str) -> None:
    known = read(language)
    assert sorted(known) == source_texts(), FRESH
    assert [text for text, done in known.items() if not done] == [], FRESH


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_places_of_values_and_mnemonics(language: str) -> None:
    for (_, source), text in read(language).items():
        assert sorted(re.findall(r"\{.*?\}", text)) == sorted(re.findall(r"\{.*?\}", source)), source
        assert ("&" in text) == ("&" in source), source


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_window_loads_is_fresh(language: str, tmp_path: Path) -> None:
    compile_to(FOLDER / f"{language}.ts", tmp_path / "again.qm")
    assert (tmp_path / "again.qm").read_bytes() == (FOLDER / f"{language}.qm").read_bytes(), FRESH


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    """Speak Chinese for one test."""
    before = set(qapp.findChildren(QTranslator))
    install_language(qapp, Language.CHINESE)
    yield
    for one in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(one)


def english(root: QWidget) -> set[str]:
    """Return all texts below root with words, but without Chinese: names of packs and languages aside."""
    found = set()
    for one in [root, *root.findChildren(QWidget), *root.findChildren(QAction)]:
        for get in ("text", "toolTip", "title", "placeholderText", "suffix", "accessibleName", "accessibleDescription"):
            text = getattr(one, get, "")
            text = text() if callable(text) else text
            if isinstance(text, str) and re.search("[A-Za-z]{2}", text) and not re.search("[\u4e00-\u9fff]", text):
                found.add(text)
    return found


def test_the_window_in_chinese_has_no_english_left(chinese: None, make_window: Callable[..., MainWindow]) -> None:
    window = make_window()
    for place in Place:
        window.show_place(place)
    window._show_keys()
    sheet = window.findChild(KeysSheet)
    assert sheet is not None
    assert {text for text in english(window) if not NAMES.fullmatch(text)} == set()
    assert window.menuBar().actions()[0].text() == "文件(&F)"
    assert window.page.rail.actions_[0] is not None
    assert window.page.rail.actions_[0].toolTip() == "选区画笔 (K)"
    sheet.close()


def test_english_needs_no_translation(qapp: QApplication) -> None:
    before = qapp.findChildren(QTranslator)
    install_language(qapp, Language.ENGLISH)
    assert qapp.findChildren(QTranslator) == before


def test_the_language_is_chosen_for_the_next_start(qtbot: QtBot, tmp_path: Path) -> None:
    settings, menu, said = Settings(tmp_path / "settings.ini"), QMenu(), list[str]()
    qtbot.addWidget(menu)
    fill_language_menu(menu, settings, said.append)
    assert [one.text() for one in menu.actions()] == ["The system's", "English", "中文"]
    assert menu.actions()[0].isChecked()
    menu.actions()[2].trigger()
    assert settings.language is Language.CHINESE
    assert len(said) == 1
    menu.actions()[2].trigger()
    assert len(said) == 1
    (tmp_path / "other.ini").write_text("[window]\nlanguage=klingon\n", encoding="utf-8")
    assert Settings(tmp_path / "other.ini").language is Language.SYSTEM
