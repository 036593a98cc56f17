"""What a check of verse found, shown: bars that tell lengths, lines that stay, lines left out and why."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from app.settings import Theme
from app.theme import apply_theme, current
from app.widgets.training.length_bars import LengthBars
from app.widgets.training.verse_report import VerseReportView
from genmodels.api.reports import LineProblem, ProblemKind, VerseReport


def report(**fields: object) -> VerseReport:
    problems = [
        LineProblem(name="a.txt", line=number, kind=ProblemKind.NO_LETTERS, what="holds no letters", text="***")
        for number in range(1, 100)
    ]
    problems.append(LineProblem(name="a.txt", line=101, kind=ProblemKind.TOO_SHORT, what="has 2", text="la"))
    problems.append(LineProblem(name="b.txt", line=0, kind=ProblemKind.UNREADABLE, what="is no text"))
    plain = {
        "data": ("/a.txt",), "usable": 5, "counts": {}, "sentences": ("5 lines.",), "problems": tuple(problems),
        "files": (), "encodings": {}, "scripts": {}, "lengths": {"han": (0, 0, 0, 0, 0, 3, 0, 2)},
        "examples": ("灯下旧书香", "窗前新雨凉"), "can_train": True, "hint": "",
    }  # fmt: skip
    return VerseReport(**plain | fields)


def texts(lines: QListWidget) -> list[str]:
    return [lines.item(row).text() for row in range(lines.count())]


@pytest.fixture
def view(qtbot: QtBot) -> VerseReportView:
    widget = VerseReportView()
    qtbot.addWidget(widget)
    widget.resize(700, 400)
    widget.show()
    return widget


def test_lines_that_stay_and_lines_left_out(view: VerseReportView) -> None:
    view.show_report(report())
    kept, left_out = view.findChildren(QListWidget)
    assert texts(kept) == ["灯下旧书香", "窗前新雨凉"]
    assert texts(left_out)[-1] == "has 2  ·  la", "no kind hides the others, and files are named elsewhere"
    assert left_out.count() == 41
    assert left_out.item(40).toolTip() == "a.txt, line 101\nla"
    view.show_report(report(examples=(), problems=()))
    assert not kept.count()
    assert not left_out.count()


def test_only_scripts_that_were_met_have_bars(view: VerseReportView) -> None:
    view.show_report(report())
    chinese, latin = view.findChildren(LengthBars)
    assert chinese.isVisible()
    assert not latin.isVisible()
    assert chinese.width() > 600, "it has the room of both"
    assert chinese.accessibleName() == "Characters of a line: 5 in Chinese"
    assert chinese.accessibleDescription() == "5 characters: 3 lines, 7 characters: 2 lines"
    assert view._note.isHidden()
    view.show_report(report(lengths={"latin": (0,) * 20 + (4, 1)}))
    assert latin.isVisible()
    assert not chinese.isVisible()


def test_of_two_languages_it_says_which_one_is_learnt(view: VerseReportView) -> None:
    view.show_report(report(lengths={"han": (0, 0, 0, 0, 0, 3, 0, 2), "latin": (0,) * 20 + (4, 3)}))
    assert view._note.text() == "One pack is for one language: only the lines in Latin letters are learnt."
    view.show_report(report(lengths={"han": (0, 0, 0, 0, 0, 3, 0, 2), "latin": (0,) * 20 + (4,)}))
    assert view._note.text() == "One pack is for one language: only the lines in Chinese are learnt."
    assert view._note.isVisible()
    view.forget()
    assert not view._note.isVisible()
    assert not any(one.count() for one in view.findChildren(QListWidget))


def test_the_pointer_reads_off_a_bar(view: VerseReportView) -> None:
    view.show_report(report())
    bars = view.findChildren(LengthBars)[0]
    for x, said in ((60.0, "7 characters: 2 lines"), (5.0, "5 characters: 3 lines"), (200.0, "")):
        at, none = QPointF(x, 20.0), Qt.MouseButton.NoButton
        bars.mouseMoveEvent(QMouseEvent(QMouseEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier))
        assert bars.toolTip() == said


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_bars_take_the_colours_of_the_look(
    swept: None, qapp: QApplication, view: VerseReportView, theme: Theme
) -> None:
    view.show_report(report())
    try:
        apply_theme(qapp, theme)
        picture = view.findChildren(LengthBars)[0].grab().toImage()
        assert picture.pixelColor(5, 40).name() == current().accent
        assert picture.pixelColor(57, 60).name() == current().field_line
        assert picture.pixelColor(32, 40).name() not in (current().accent, current().field_line)
    finally:
        apply_theme(qapp, Theme.SYSTEM)


def test_nothing_to_show_is_painted_too(qtbot: QtBot) -> None:
    bars = LengthBars()
    qtbot.addWidget(bars)
    bars.show_lengths(())
    assert not bars.grab().isNull()
    assert bars.accessibleDescription() == ""
