"""What tests of the verse desk do and look at, and lines written for them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.pages.verse_page import VersePage

FIRST, LAST = "the kettle hums beside the door", "and called it hope until it burned"
OLD = "an old boat turns its shoulder to the tide"  # the fake engine knows it, and its pack's corpus holds it
CHINESE = ("小舟泊晚汀", "新月过疏篱")
PATIENCE_MS = 10_000
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def finish(page: VersePage, qtbot: QtBot) -> None:
    """Wait until all that was asked for has come."""

    def still() -> bool:
        return not (page.writing.running or page.reading.running or page.finding.running or page.exploring.running)

    qtbot.waitUntil(still, timeout=PATIENCE_MS)


def write_in(page: VersePage, place: int, text: str) -> None:
    """Write a line as a person does, by keys or an input method."""
    field = page.view.rows[place].field
    field.setFocus()
    field.selectAll()
    if text.isascii():
        QTest.keyClicks(field, text)
    else:
        field.insert(text)
        field.textEdited.emit(field.text())


def press_in(
    page: VersePage, place: int, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key in a line."""
    page.view.focus_on(place)
    QTest.keyClick(page.view.rows[place].field, key, held)


def texts(page: VersePage) -> list[str]:
    return list(page.desk.poem.texts)


def shown(page: VersePage) -> list[str]:
    """Return the lines as they stand in the fields."""
    return [row.field.text() for row in page.view.rows]
