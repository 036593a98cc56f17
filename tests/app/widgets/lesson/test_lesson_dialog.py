"""The lesson's dialog on a fake engine: both models learn, the slider walks, and closing ends the learning."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from app.engine import Engine
from app.widgets.lesson.lesson_dialog import LessonDialog
from app.widgets.lesson.words import verdict, words_of
from genmodels.api.messages import Lesson


@pytest.fixture
def make_dialog(qtbot: QtBot, make_engine: Callable[..., Engine]) -> Callable[..., LessonDialog]:
    shown: list[LessonDialog] = []  # qtbot alone would not keep them

    def make(*flags: str) -> LessonDialog:
        engine = make_engine(*flags)
        engine.start()
        dialog = LessonDialog(engine)
        qtbot.addWidget(dialog)
        dialog.show()
        shown.append(dialog)
        return dialog

    return make


def test_both_models_learn_and_their_verdicts_and_marks_come_at_the_end(make_dialog, qtbot):
    view = make_dialog().views[Lesson.MOONS]
    assert view.text == words_of(Lesson.MOONS).look_for
    with qtbot.waitSignal(view.over, timeout=10_000):
        pass
    assert view.text == words_of(Lesson.MOONS).answer
    first, second = view.columns
    assert "50 are no moons" in first.verdict
    assert first.sheet.is_wrong(0, 4)
    assert not second.sheet.is_wrong(0, 4)
    colours = [column.sheet.picture(3, 8).pixelColor(15, 15) for column in view.columns]
    assert colours == [QColor(37, 128, 218), QColor(74, 128, 181)]


def test_a_click_on_a_column_moves_the_slider_and_again_takes_the_next_seed(make_dialog, qtbot):
    view = make_dialog().views[Lesson.MOONS]
    with qtbot.waitSignal(view.over, timeout=10_000):
        pass
    assert view.slider.value() == 4
    qtbot.mouseClick(view.columns[1].sheet, Qt.MouseButton.LeftButton, pos=view.columns[1].sheet.rect().center() / 9)
    assert view.slider.value() == 0
    with qtbot.waitSignal(view.over, timeout=10_000):
        view.begin()
    assert view.columns[0].sheet.picture(0, 0).pixelColor(0, 0) == QColor(74, 128, 181)


def test_the_second_lesson_begins_when_it_is_looked_at(make_dialog, qtbot):
    dialog = make_dialog()
    view = dialog.views[Lesson.COLOURS]
    assert not view.begun
    with qtbot.waitSignal(view.over, timeout=10_000):
        dialog.choose(Lesson.COLOURS)
    assert view.begun
    assert "40 of 100 pixels" in view.columns[0].verdict


def test_closing_ends_the_learning(make_dialog, qtbot):
    dialog = make_dialog("--hold", "1")
    view = dialog.views[Lesson.MOONS]
    job = view._job
    with qtbot.waitSignal(job.progressed, timeout=10_000):
        pass
    with qtbot.waitSignal(job.cancelled, timeout=10_000):
        dialog.close()


def test_a_failure_is_told_and_it_can_be_tried_again(make_dialog, qtbot):
    view = make_dialog("--fail", "resources").views[Lesson.MOONS]
    with qtbot.waitSignal(view.over, timeout=10_000):
        pass
    assert view.text == "This fake fails as it was told. Try another one."
    with qtbot.waitSignal(view.over, timeout=10_000):
        view.begin()


@pytest.mark.parametrize("lesson", Lesson)
def test_every_lesson_has_its_words(lesson):
    words = words_of(lesson)
    assert len({words.question, words.look_for, words.answer}) == 3
    assert verdict(lesson, {"broken": 0.1, "half_way": 1.0, "foreign": 0.2})
