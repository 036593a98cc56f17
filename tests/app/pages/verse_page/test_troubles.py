"""What comes between: other wishes while lines are written, and an engine that dies or refuses."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hands import sent
from pytestqt.qtbot import QtBot
from verse_desk import FIRST, LAST, PATIENCE_MS, finish, texts, write_in

from app.pages.verse_page import VersePage
from app.widgets.job_bar import JobBar
from genmodels.api.errors import ErrorKind
from genmodels.api.messages import Failed


@pytest.fixture
def slow(make_desk: Callable[..., VersePage], qtbot: QtBot) -> VersePage:
    """A desk whose poem is being written and never done."""
    page = make_desk("--hold", "3")
    write_in(page, 0, FIRST)
    write_in(page, 1, LAST)
    page.write()
    qtbot.waitUntil(lambda: bool(page.writing.drafts), timeout=PATIENCE_MS)
    return page


def test_undo_first_ends_what_is_being_written(slow: VersePage) -> None:
    slow.editing.steps.undo.trigger()
    assert not slow.writing.running
    assert slow.desk.poem.texts == (FIRST, "")


def test_another_pack_ends_what_is_being_written(slow: VersePage) -> None:
    slow.top.picker.choose("han")
    assert not slow.writing.running
    assert texts(slow) == [FIRST, LAST]


def test_a_title_does_not_end_what_is_being_written(slow: VersePage) -> None:
    slow.desk.entitle("Kettle", "title")
    assert slow.writing.running


def test_a_newer_wish_wins(slow: VersePage, qtbot: QtBot, record: Path) -> None:
    slow.top.between.setValue(3)
    slow.write()
    qtbot.waitUntil(lambda: len(sent(record, "cancel")) >= 1, timeout=PATIENCE_MS)
    assert slow.writing.awaited is not None
    assert slow.writing.awaited.between == 3


def test_others_for_a_line_that_goes_are_not_waited_for(page: VersePage, qtbot: QtBot) -> None:
    page.view.focus_on(2)
    page.vary()
    assert page.view.rows[2].facts_text == "is being written…"
    page.editing.remove.trigger()
    assert not page.writing.running
    assert len(texts(page)) == 6


def test_the_engine_may_die_and_the_poem_stays(
    make_desk: Callable[..., VersePage], qtbot: QtBot, bar: JobBar, tmp_path: Path
) -> None:
    page = make_desk("--crash", "2")
    write_in(page, 0, FIRST)
    write_in(page, 1, LAST)
    page.write()
    qtbot.waitUntil(lambda: "engine" in bar.text.lower(), timeout=PATIENCE_MS)
    assert not page.writing.running
    assert texts(page) == [FIRST, LAST]


def test_a_refusal_stands_at_the_last_line_until_a_word_changes(page: VersePage, bar: JobBar) -> None:
    page.editing.steps.undo.trigger()
    failure = Failed(error=ErrorKind.INPUT, message="Both lines are the same.", hint="Change a word.")
    page.writing.failed.emit(failure)
    assert page.view.last.remark == "Both lines are the same. Change a word."
    assert bar.text == "Both lines are the same. Change a word."
    write_in(page, 1, "another line")
    assert page.view.last.remark == ""


def test_a_line_that_cannot_be_read_is_found_among_several(
    make_desk: Callable[..., VersePage], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = make_desk()
    write_in(page, 0, FIRST)
    finish(page, qtbot)
    asked: list[tuple[str, ...]] = []

    def refuse(request: object) -> None:
        asked.append(request.lines)
        page.reading._on_failed(Failed(error=ErrorKind.INPUT, message="Too long.", hint="Shorten it."))

    monkeypatch.setattr(page.reading._latest, "ask", refuse)
    page.reading.show((FIRST, "one", "two"))
    assert asked == [("one", "two"), ("one",), ("two",)]
    assert page.reading.problem("two") == "Too long. Shorten it."
