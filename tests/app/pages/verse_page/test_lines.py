"""Line by line: others for a place, one's own words, locks, facts at the side, and undo everywhere."""

from pathlib import Path

import pytest
from hands import sent
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from verse_desk import CONTROL, FIRST, LAST, OLD, finish, press_in, shown, texts, write_in

from app.pages.verse_page import VersePage
from app.widgets.job_bar import JobBar


def test_others_are_shown_at_the_line_and_taken_with_a_key(page: VersePage) -> None:
    page.view.focus_on(2)
    row = page.view.rows[2]
    line = page.desk.poem.lines[2]
    offered = [button for button in row.others.buttons if button.isVisibleTo(row)]
    assert [button.line for button in offered] == list(line.others)
    assert not page.view.rows[3].others.isVisibleTo(page.view)
    QTest.keyClick(offered[1], Qt.Key.Key_Return)
    assert texts(page)[2] == line.others[1]
    assert set(page.desk.poem.lines[2].others) == {line.text, line.others[0], line.others[2]}
    page._unfold.trigger()
    assert page.view.rows[3].others.isVisibleTo(page.view)


def test_the_others_are_gone_through_one_by_one(page: VersePage) -> None:
    before = page.desk.poem.lines[1]
    page.view.focus_on(1)
    page.editing.next.trigger()
    assert texts(page)[1] == before.others[0]
    page.editing.previous.trigger()
    assert texts(page)[1] == before.text


def test_another_line_is_written_for_one_place_alone(page: VersePage, qtbot: QtBot, record: Path) -> None:
    before = texts(page)
    page.desk.lock_words(3, ("hope",), "lock")
    page.view.focus_on(3)
    page._roll.trigger()
    finish(page, qtbot)
    [asked] = sent(record, "vary_line")
    assert (asked["place"], asked["lines"], asked["words"]) == (3, before, ["hope"])
    after = texts(page)
    assert after[3] != before[3]
    assert "hope" in after[3].split()
    assert [*after[:3], *after[4:]] == [*before[:3], *before[4:]]
    assert before[3] in page.desk.poem.lines[3].others, "the line before is one of the others"
    page.editing.steps.undo.trigger()
    assert texts(page) == before


def test_other_lines_leave_the_seed_and_a_wish_for_more_lines_alone(
    page: VersePage, qtbot: QtBot, record: Path
) -> None:
    page.top.seed.set_seed(7)
    page.top.between.setValue(9)
    page.view.focus_on(3)
    for _ in range(2):
        page.vary()
        finish(page, qtbot)
    write_in(page, 0, "another beginning")
    first, second = (asked["seed"] for asked in sent(record, "vary_line"))
    assert first != second
    assert page.top.between.value() == 9
    page.write()
    finish(page, qtbot)
    asked = sent(record, "morph_verse")[-1]
    assert (asked["seed"], asked["count"]) == (7, 9)
    page.editing.steps.undo.trigger()
    assert page.top.between.value() == 5


def test_a_locked_line_is_not_written_anew(page: VersePage, bar: JobBar) -> None:
    page.view.focus_on(2)
    page.editing.lock.trigger()
    page.vary()
    assert not page.writing.running
    assert bar.text == "This line is locked. Ctrl+L unlocks it."
    page.editing.lock.trigger()
    assert not page.desk.poem.lines[2].locked


def test_own_words_are_locked_and_told_apart(page: VersePage, qtbot: QtBot) -> None:
    write_in(page, 2, "a moth goes round the lamp")
    finish(page, qtbot)
    row = page.view.rows[2]
    assert row.lock.isChecked()
    assert row.facts_text.endswith("yours")
    assert page.view.rows[3].facts_text.endswith("new")
    assert page.view.rows[2].facts_text.startswith("8 syllables")


def test_a_line_that_is_already_written_says_so(page: VersePage, qtbot: QtBot) -> None:
    write_in(page, 0, OLD)
    finish(page, qtbot)
    assert page.view.first.facts_text.endswith("already written")


def test_lines_that_rhyme_share_a_letter(page: VersePage, qtbot: QtBot) -> None:
    write_in(page, 0, "a lamp in rain")
    write_in(page, 6, "the boat again")
    finish(page, qtbot)
    assert page.view.first.facts_text.startswith("5 syllables · A")
    assert page.view.last.facts_text.startswith("6 syllables · A")
    assert "rhymes with the lines of letter A" in page.view.last.field.accessibleDescription()


def test_a_word_is_locked_at_the_cursor(page: VersePage) -> None:
    page.view.focus_on(1)
    row = page.view.rows[1]
    first = row.field.text().split()[0]
    row.field.setCursorPosition(1)
    page.editing.lock_words.trigger()
    assert page.desk.poem.lines[1].words == (first,)
    row.field.selectAll()
    page.editing.lock_words.trigger()
    assert page.desk.poem.lines[1].words == tuple(row.field.text().split())
    page.editing.lock_words.trigger()
    assert page.desk.poem.lines[1].words == ()


@pytest.mark.qt_log_ignore("This plugin does not support")  # what Qt says of menus offscreen
def test_words_are_locked_by_a_menu_too(page: VersePage, qtbot: QtBot) -> None:
    page.view.focus_on(1)
    row = page.view.rows[1]
    row.words.click()
    menu = row.findChild(QMenu)
    words = row.field.text().split()
    assert [entry.text() for entry in menu.actions()] == words
    menu.actions()[1].trigger()
    assert page.desk.poem.lines[1].words == (words[1],)
    menu.close()


def test_undo_in_a_field_is_the_desks(page: VersePage) -> None:
    before = texts(page)
    write_in(page, 2, "a moth")
    assert texts(page)[2] == "a moth"
    field = page.view.rows[2].field
    undo = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, CONTROL)
    QApplication.sendEvent(field, undo)
    assert not undo.isAccepted(), "the page's command gets the key"
    copy = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_C, CONTROL)
    QApplication.sendEvent(field, copy)
    assert copy.isAccepted()
    page.editing.steps.undo.trigger()
    assert shown(page) == before
    page.editing.steps.redo.trigger()
    assert shown(page)[2] == "a moth"


def test_an_input_method_writes_in_every_field(page: VersePage) -> None:
    for row in page.view.rows:
        row.field.setFocus()
        row.field.selectAll()
        composing = QInputMethodEvent("deng", [])
        QApplication.sendEvent(row.field, composing)
        page._show_poem()
        committed = QInputMethodEvent()
        committed.setCommitString("灯")
        QApplication.sendEvent(row.field, committed)
    assert texts(page) == ["灯"] * 7


def test_a_whole_poem_is_pasted(page: VersePage, qtbot: QtBot, bar: JobBar) -> None:
    QGuiApplication.clipboard().setText("one lamp\n\n  two lamps \nthree lamps")
    press_in(page, 2, Qt.Key.Key_V, CONTROL)
    assert texts(page) == ["one lamp", "two lamps", "three lamps"]
    assert [line.locked for line in page.desk.poem.lines] == [False, True, False]
    assert page.side.shelf.list.count() == 1, "the poem before is not lost"
    QGuiApplication.clipboard().setText("\n".join(f"line {n}" for n in range(99)))
    press_in(page, 0, Qt.Key.Key_V, CONTROL)
    assert len(texts(page)) == 34
    assert bar.text.startswith("Only the first 34 lines")
    QGuiApplication.clipboard().setText("a lamp")
    page.view.first.field.selectAll()
    press_in(page, 0, Qt.Key.Key_V, CONTROL)
    assert texts(page)[0] == "a lamp"


def test_keys_go_from_line_to_line(page: VersePage) -> None:
    press_in(page, 1, Qt.Key.Key_Down)
    assert page.view.rows[2].field.hasFocus()
    press_in(page, 2, Qt.Key.Key_Return)
    assert page.view.rows[3].field.hasFocus()
    press_in(page, 0, Qt.Key.Key_Up)
    assert page.view.title.hasFocus()


def test_lines_are_added_and_removed(page: VersePage, qtbot: QtBot) -> None:
    page.view.focus_on(2)
    page.editing.add.trigger()
    assert (len(texts(page)), texts(page)[3]) == (8, "")
    assert page.top.between.value() == 6
    page.view.focus_on(3)
    page.vary()
    finish(page, qtbot)
    assert texts(page)[3]
    page.editing.remove.trigger()
    page.view.focus_on(0)
    assert not page.editing.remove.isEnabled()
    assert (texts(page)[0], texts(page)[-1]) == (FIRST, LAST)


def test_tab_goes_from_top_to_bottom(page: VersePage) -> None:
    page.view.focus_on(1)
    seen = []
    for _ in range(12):
        seen.append(page.focusWidget())
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    row = page.view.rows[1]
    assert seen[:3] == [row.field, row.roll, row.words]
    assert seen[3:6] == row.others.buttons[:3]
    places = [page.view.rows.index(row) for one in seen for row in page.view.rows if one is row.field]
    assert places == sorted(places)


def test_every_part_has_a_name_for_screen_readers(page: VersePage) -> None:
    page.view.focus_on(2)
    for row in page.view.rows:
        for part in row.parts():
            assert part.accessibleName(), part
    names = [row.field.accessibleName() for row in page.view.rows]
    assert names == ["First line", "Line 2", "Line 3", "Line 4", "Line 5", "Line 6", "Last line"]
