"""What the lesson says: plain words, one or two sentences at a time."""

from dataclasses import dataclass
from typing import Any, assert_never

from PySide6.QtCore import QCoreApplication

from genmodels.api.messages import Lesson


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonWords:
    """The texts of one lesson."""

    tab: str
    question: str
    look_for: str  # while the models learn
    answer: str  # when they have
    names: tuple[str, str]
    abouts: tuple[str, str]
    slider: str
    left: str  # what the slider's ends mean
    right: str
    loss: tuple[str, str]
    columns: int  # pictures in a row of a sheet


def words_of(lesson: Lesson) -> LessonWords:
    """Return a lesson's texts in the person's language."""
    match lesson:
        case Lesson.MOONS:
            return LessonWords(
                tab=_tr("Moons"),
                question=_tr("What lies half-way between two moons?"),
                look_for=_tr(
                    "Both models pack a moon into eight numbers and unpack it again. Each row walks in a straight line "
                    "from the numbers of one moon to those of another. The ends have been practised; what lies "
                    "between them has not. Watch the middle; a cross "
                    "will mark what is no moon."
                ),
                answer=_tr(
                    "The autoencoder only ever practised the codes of its own moons; what lies between them is left "
                    "to chance: edges fray, pieces float. The VAE had to draw its moon although the code was shaken, "
                    "so codes close together came to mean moons that look alike, and what lies between them is "
                    "far more often a moon."
                ),
                names=(_tr("Autoencoder"), _tr("VAE")),
                abouts=(_tr("codes as they are"), _tr("the same network, its codes shaken while it learns")),
                slider=_tr("How far between"),
                left=_tr("first moon"),
                right=_tr("second moon"),
                loss=(_tr("bits per pixel"), _tr("bits per pixel")),
                columns=9,
            )
        case Lesson.COLOURS:
            return LessonWords(
                tab=_tr("Colours"),
                question=_tr("Mix a colour, or choose one?"),
                look_for=_tr(
                    "Both models are the same small VAE and see the same fruits, fish and slimes. Top row: what was "
                    "drawn. Below: each model's copy. Last row: pictures from random codes. Watch the colours."
                ),
                answer=_tr(
                    "Where a model cannot tell whether a pixel is red or blue, the mean of both has the smallest "
                    "squared error: a muddy mixture that nobody drew. One that gives every colour a chance of its own "
                    "says “red or blue” and then picks one. It may pick the wrong one, but it stays clear."
                ),
                names=(_tr("RGB, three sigmoids"), _tr("One colour of twelve")),
                abouts=(_tr("red, green and blue as amounts"), _tr("a chance for each; the likeliest is drawn")),
                slider=_tr("Look closer"),
                left=_tr("first picture"),
                right=_tr("last"),
                loss=(_tr("squared error"), _tr("bits per pixel")),
                columns=8,
            )
        case _:
            assert_never(lesson)


def verdict(lesson: Lesson, figures: dict[str, Any]) -> str:
    """Return what was measured of one model, in a sentence."""
    match lesson:
        case Lesson.MOONS:
            text = _tr("Of 200 half-way pictures {0} are no moons; on average {1} pixels are wrong.")
            return text.format(round(200 * figures["broken"]), f"{figures['half_way']:.1f}")
        case Lesson.COLOURS:
            text = _tr("{0} of 100 pixels of the copied figures have a colour that was never used.")
            return text.format(round(100 * figures["foreign"]))
        case _:
            assert_never(lesson)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Lesson", text)
