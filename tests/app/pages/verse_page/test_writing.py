"""From two lines to a poem: drafts first, then the way, with what is locked; and what is said where it cannot be."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hands import button, press, sent
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from verse_desk import CHINESE, FIRST, LAST, OLD, PATIENCE_MS, finish, press_in, shown, texts, write_in

from app.pages.verse_page import VersePage
from app.settings import Settings
from app.widgets.job_bar import JobBar


def test_without_a_pack_it_says_how_to_get_one(make_desk: Callable[..., VersePage], qtbot: QtBot) -> None:
    page = make_desk(any_=False)
    assert page.hint.isVisible()
    assert "text file" in page.hint.text
    with qtbot.waitSignal(page.train_asked):
        press(page, "Go to the Train page")
    page.write()
    assert not page.writing.running


def test_enter_brings_the_lines_between_and_the_ends_stay(
    make_desk: Callable[..., VersePage], qtbot: QtBot, record: Path
) -> None:
    page = make_desk()
    assert "5 lines" in page.view.coming_text
    page.top.between.setValue(4)
    assert "4 lines" in page.view.coming_text
    write_in(page, 0, FIRST)
    write_in(page, 1, LAST)
    press_in(page, 1, Qt.Key.Key_Return)
    finish(page, qtbot)
    assert len(texts(page)) == 6
    assert (texts(page)[0], texts(page)[-1]) == (FIRST, LAST)
    assert shown(page) == texts(page)
    assert page.view.last.field.hasFocus(), "the focus stays in the line that it was in"
    [asked] = sent(record, "morph_verse")
    assert (asked["count"], asked["alternatives"], asked["locked"]) == (4, 3, [])
    assert page.desk.poem.seed == asked["seed"]
    page.editing.steps.undo.trigger()
    assert texts(page) == [FIRST, LAST]


def test_drafts_come_first_and_escape_leaves_the_poem_as_it_was(
    make_desk: Callable[..., VersePage], qtbot: QtBot
) -> None:
    page = make_desk("--hold", "4", "--row-ms", "1")
    write_in(page, 0, FIRST)
    write_in(page, 1, LAST)
    page.write()
    qtbot.waitUntil(lambda: len(page.writing.drafts) == 3, timeout=PATIENCE_MS)
    assert shown(page) == [FIRST, FIRST, FIRST, "", "", "", LAST]
    assert page.view.rows[1].field.isReadOnly()
    assert page.view.rows[1].facts_text == "is being written…"
    page._escape.trigger()
    assert shown(page) == [FIRST, LAST]
    assert not page.view.first.field.isReadOnly()


def test_typing_in_an_end_ends_what_is_being_written(make_desk: Callable[..., VersePage], qtbot: QtBot) -> None:
    page = make_desk("--hold", "2")
    write_in(page, 0, FIRST)
    write_in(page, 1, LAST)
    page.write()
    qtbot.waitUntil(lambda: bool(page.writing.drafts), timeout=PATIENCE_MS)
    page.desk.type(0, "another line", "typing")
    assert not page.writing.running


def test_what_is_locked_stays_and_the_rest_flows_anew(page: VersePage, qtbot: QtBot, record: Path) -> None:
    before = texts(page)
    page.editing.lock_at(2)
    page.desk.lock_words(4, ("hope",), "lock")
    page.top.between.setValue(7)
    page.write()
    finish(page, qtbot)
    asked = sent(record, "morph_verse")[-1]
    assert [(one["place"], one["text"], one["words"]) for one in asked["locked"]] == [
        (3, before[2], []),
        (5, "", ["hope"]),
    ]
    assert texts(page)[3] == before[2]
    assert page.desk.poem.lines[3].locked
    assert page.desk.poem.lines[5].words == ("hope",)
    assert asked["seed"] != sent(record, "morph_verse")[0]["seed"]


def test_what_is_chosen_is_asked_and_remembered(page: VersePage, qtbot: QtBot, record: Path, home: Path) -> None:
    rules = page.rules
    rules.temperature.setValue(30)
    for box in (rules.new_only, rules.rhyme, rules.holds_length):
        box.setChecked(True)
    rules.search.setChecked(False)
    rules.length.setValue(11)
    rules.alternatives.setValue(5)
    page.write()
    finish(page, qtbot)
    asked = sent(record, "morph_verse")[-1]
    assert asked["rules"] == {"temperature": 1.5, "new_only": True, "rhyme": True, "tones": False, "length": 11}
    assert (asked["alternatives"], asked["search"]) == (5, False)
    assert OLD not in [text for line in page.desk.poem.lines for text in line.others]
    choices = Settings(home / "settings.ini").verse
    assert (choices.temperature, choices.new_only, choices.length, choices.alternatives) == (1.5, True, 11, 5)


def test_chinese_lines_choose_the_pack_that_writes_them(
    make_desk: Callable[..., VersePage], qtbot: QtBot, bar: JobBar
) -> None:
    page = make_desk()
    assert page.top.picker.pack.folder.name == "english"
    assert not page.rules.tones.isVisibleTo(page.rules)
    write_in(page, 0, CHINESE[0])
    assert page.top.picker.pack.folder.name == "han"
    assert bar.text == "“Han” writes this language, and is chosen now."
    write_in(page, 1, CHINESE[1])
    page.write()
    finish(page, qtbot)
    assert page.rules.tones.isVisibleTo(page.rules)
    assert page.view.first.facts_text.startswith("5 · ")
    write_in(page, 0, FIRST)
    assert page.top.picker.pack.folder.name == "han", "one end is Chinese"


def test_an_empty_end_is_named_when_it_is_needed(make_desk: Callable[..., VersePage], qtbot: QtBot) -> None:
    page = make_desk()
    write_in(page, 0, FIRST)
    assert page.view.last.remark == ""
    page.write()
    assert page.view.last.remark.startswith("Write a line here")
    assert page.view.last.field.hasFocus()
    assert not page.writing.running
    write_in(page, 1, LAST)
    assert page.view.last.remark == ""


def test_words_that_the_pack_does_not_know_are_named_at_their_line(
    make_desk: Callable[..., VersePage], qtbot: QtBot
) -> None:
    page = make_desk()
    write_in(page, 0, "a lamp for xyzzy")
    finish(page, qtbot)
    assert page.view.first.remark == "New to this pack: “xyzzy”. It stays as you wrote it."


@pytest.mark.parametrize("text", ["🌙🌙🌙", "x" * 500, "a\ud83c lamp\nand a moth"])
def test_any_text_can_be_typed(make_desk: Callable[..., VersePage], qtbot: QtBot, text: str) -> None:
    page = make_desk()
    write_in(page, 0, LAST)
    page.view.last.field.typed.emit("")
    page.view.last.field.textEdited.emit(text)
    finish(page, qtbot)
    page.write()
    finish(page, qtbot)
    assert "\n" not in page.desk.poem.last
    assert page.desk.poem.between == 5


def test_a_failure_is_told_and_what_is_there_stays(
    make_desk: Callable[..., VersePage], qtbot: QtBot, bar: JobBar
) -> None:
    page = make_desk()
    write_in(page, 0, FIRST)
    write_in(page, 1, LAST)
    (page.top.picker.pack.folder / "pack.json").unlink()
    page.write()
    finish(page, qtbot)
    assert "pack" in bar.text
    assert texts(page) == [FIRST, LAST]


def test_two_fresh_lines_begin_a_poem(make_desk: Callable[..., VersePage], qtbot: QtBot) -> None:
    page = make_desk()
    button(page, "Begin with two fresh lines").click()
    qtbot.waitUntil(lambda: page.desk.poem.between == 5 and not page.writing.running, timeout=PATIENCE_MS)
    assert page.desk.poem.first
    assert page.desk.poem.last
