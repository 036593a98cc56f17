"""The lights of a training, shown: words and shapes beside colours, figures and answers one click deeper."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from app.settings import Theme
from app.story import Story
from app.theme import apply_theme
from app.widgets.training.figure_words import held_out_words
from app.widgets.training.health_view import HealthView
from app.widgets.training.light_sign import LightSign
from genmodels.api.health import Figure, Light, LightName, Verdict
from genmodels.api.messages import Health

BALANCE = Light(
    name=LightName.BALANCE,
    verdict=Verdict.BAD,
    reason="The critic is too strong.",
    figures=(Figure(name="doubt", value=0.02, floor=1.0), Figure(name="later {0}", value=3.0)),
)
VARIETY = Light(
    name=LightName.VARIETY,
    verdict=Verdict.GOOD,
    reason="The pictures cover much.",
    figures=(Figure(name="coverage", value=0.5, floor=0.9),),
)


@pytest.fixture
def view(qtbot: QtBot) -> HealthView:
    widget = HealthView()
    qtbot.addWidget(widget)
    return widget


def texts(view: HealthView) -> list[str]:
    return [one.text().replace("\u00a0", " ") for one in view.findChildren(QLabel) if one.isVisible()]


def test_without_lights_there_is_nothing_to_see(view: HealthView) -> None:
    view.show_health(None, [])
    assert view.isHidden()


def test_each_light_has_a_word_and_a_reason_and_its_figures_are_one_click_deeper(view: HealthView) -> None:
    view.show_health(Health(step=5, lights=(BALANCE, VARIETY)), [])
    assert {"Balance: bad", "The critic is too strong.", "Variety: good", "The pictures cover much."} <= set(
        texts(view)
    )
    assert not any("doubts" in text for text in texts(view))
    view.findChildren(QToolButton)[0].click()
    shown = " ".join(texts(view))
    assert "doubts 0.02 bits; 1 where it can only guess" in shown
    assert "50 % of the real kinds; other real pictures 90 %" in shown
    assert "later 0 3.000" in shown, "a figure that this version does not know keeps its name"
    assert "Nothing had to be done by itself so far." in shown


def test_answers_are_told_with_their_steps_the_newest_first(view: HealthView) -> None:
    view.show_health(Health(step=5, lights=(BALANCE,)), [(1000, "More noise."), (2000, "More penalty.")])
    view._fold.unfold()
    assert "At step 2,000: More penalty.\nAt step 1,000: More noise." in texts(view)
    assert view.findChildren(QToolButton)[0].accessibleName().endswith("answered 2 times")


def test_screen_readers_hear_what_a_light_shows(view: HealthView) -> None:
    view.show_health(Health(step=5, lights=(BALANCE, VARIETY)), [])
    names = {one.accessibleName() for one in (*view.findChildren(LightSign), *view.findChildren(QLabel))}
    assert {"Balance: bad", "Variety: good", "Balance: bad. The critic is too strong."} <= names


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_signs_differ_in_shape_not_only_in_colour(swept: None, qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    sign, shapes = LightSign(), []
    qtbot.addWidget(sign)
    try:
        apply_theme(qapp, theme)
        ground = sign.grab().toImage().pixelColor(0, 0)
        for verdict in Verdict:
            sign.show_verdict(verdict)
            image = sign.grab().toImage()
            pixels = [(x, y) for x in range(image.width()) for y in range(image.height())]
            shapes.append(frozenset(place for place in pixels if image.pixelColor(*place) != ground))
    finally:
        apply_theme(qapp, Theme.SYSTEM)
    assert len(set(shapes)) == len(Verdict)
    assert all(shapes)


def test_a_story_keeps_the_newest_lights_and_every_answer_once() -> None:
    story = Story()
    for step, answer in ((10, ""), (20, "More noise."), (20, "More noise."), (15, "Back.")):
        story.add(Health(step=step, lights=(BALANCE,), answer=answer))
    assert story.health == Health(step=15, lights=(BALANCE,), answer="Back.")
    assert story.answers == [(20, "More noise."), (15, "Back.")]


def test_figures_behind_lights_are_not_told_twice() -> None:
    assert held_out_words({"coverage": 0.5, "doubt": 0.1, "kid": 0.25}) == ["kid\u00a00.250"]
