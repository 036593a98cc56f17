"""Poems are kept, titled, starred and opened; they outlive the page, and a damaged file is never written over."""

from collections.abc import Callable

from hands import press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from verse_desk import FIRST, LAST, PATIENCE_MS, finish, texts, write_in

from app.document.poem_file import load_poems, poem_file
from app.pages.verse_page import VersePage
from app.widgets.job_bar import JobBar


def saved(page: VersePage, qtbot: QtBot) -> None:
    """Wait until the poems are on disk."""
    page.keeping.save()
    qtbot.waitUntil(lambda: not page.keeping._writing._under_way, timeout=PATIENCE_MS)


def test_a_poem_is_titled_kept_and_there_again(
    page: VersePage, make_desk: Callable[..., VersePage], qtbot: QtBot, bar: JobBar
) -> None:
    page.view.title.setFocus()
    QTest.keyClicks(page.view.title, "Kettle")
    page.editing.keep.trigger()
    assert bar.text == "Kept “Kettle” on the shelf."
    assert not page.editing.keep.isEnabled(), "it is kept as it is"
    saved(page, qtbot)
    again = make_desk(any_=False)
    assert texts(again) == texts(page)
    assert again.view.title.text() == "Kettle"
    assert [poem.title for poem in again.desk.now.kept] == ["Kettle"]


def test_a_new_poem_puts_the_last_one_on_the_shelf(page: VersePage, qtbot: QtBot, bar: JobBar) -> None:
    before = texts(page)
    page.editing.new.trigger()
    assert texts(page) == ["", ""]
    assert page.side.shelf.list.count() == 1
    write_in(page, 0, "another beginning")
    press(page.side.shelf, "Open")
    assert texts(page) == before
    assert bar.text.startswith(f"“{FIRST}” is on the desk.")
    page.editing.steps.undo.trigger()
    assert texts(page)[0] == "another beginning"


def test_stars_and_discards_on_the_shelf(page: VersePage, qtbot: QtBot) -> None:
    page.editing.star.trigger()
    shelf = page.side.shelf
    page.editing.new.trigger()
    write_in(page, 0, LAST)
    page.editing.keep.trigger()
    assert shelf.list.count() == 2
    shelf._only.setChecked(True)
    assert shelf.list.count() == 1
    shelf.list.setCurrentRow(0)
    QTest.keyClick(shelf.list, Qt.Key.Key_Delete)
    assert shelf.list.count() == 0
    shelf._only.setChecked(False)
    assert shelf.list.count() == 1
    page.editing.steps.undo.trigger()
    assert shelf.list.count() == 2
    shelf.list.setCurrentRow(0)
    press(shelf, "Star")
    assert page.desk.poem.starred, "the one on the desk is this one"


def test_a_damaged_file_is_told_of_and_never_written_over(
    make_desk: Callable[..., VersePage], qtbot: QtBot, bar: JobBar
) -> None:
    poem_file().parent.mkdir(parents=True, exist_ok=True)
    poem_file().write_text("{ not poems", encoding="utf-8")
    page = make_desk()
    assert "cannot be read" in bar.text
    write_in(page, 0, FIRST)
    write_in(page, 1, LAST)
    page.editing.keep.trigger()
    saved(page, qtbot)
    assert "cannot be read" in bar.text, "that nothing is kept on disk is told again"
    assert poem_file().read_text(encoding="utf-8") == "{ not poems"
    poem_file().rename(poem_file().with_name("old.json"))
    saved(page, qtbot)
    assert load_poems().kept == page.desk.now.kept


def test_leaving_the_page_saves(page: VersePage, qtbot: QtBot) -> None:
    write_in(page, 2, "a moth")
    page.hide()
    qtbot.waitUntil(lambda: not page.keeping._writing._under_way, timeout=PATIENCE_MS)
    assert load_poems().poem == page.desk.poem


def test_poems_can_be_read_and_opened_without_a_pack(
    page: VersePage, make_desk: Callable[..., VersePage], qtbot: QtBot
) -> None:
    page.editing.keep.trigger()
    saved(page, qtbot)
    for name in ("english", "han"):
        (page.top.picker._packs[0].folder.parent / name / "pack.json").unlink()
    again = make_desk(any_=False)
    assert again.view.isVisible()
    assert texts(again) == texts(page)
    again.write()
    assert again._bar.text.startswith("No pack writes verse yet.")
    finish(again, qtbot)
