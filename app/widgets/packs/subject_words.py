"""What is said differently of pictures and of lines of verse, wherever one place serves both."""

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from genmodels.api.reports import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectWords:
    """Most of it is said of a training."""

    starts: str  # of a run
    speed: str
    trained_on: str
    batch: str  # titles of settings
    passes: str
    previews: str  # what a run shows of itself
    meaning: str  # of such a preview; empty where it shows by itself
    move: str  # asked about a way through the codes that is given a name
    named: str  # said when it has one


def words_about(subject: Subject) -> SubjectWords:
    """Return the words for what is learnt from."""
    match subject:
        case Subject.PICTURES:
            return SubjectWords(
                starts=_tr("Starts: the pictures are read and the model is built…"),
                speed=_tr("{0} pictures/s"),
                trained_on=_tr("{0:,} pictures of {1}"),
                batch=_tr("Pictures per step"),
                passes=_tr("Passes over the pictures"),
                previews=_tr("What it draws"),
                meaning="",
                move=_tr("What does this move do? Wings, rounder, darker…"),
                named=_tr("“{0}” is a slider now, and can be chosen for the pad."),
            )
        case Subject.VERSE:
            return SubjectWords(
                starts=_tr("Starts: the lines are read and the model is built…"),
                speed=_tr("{0} lines/s"),
                trained_on=_tr("{0:,} lines of {1}"),
                batch=_tr("Lines per step"),
                passes=_tr("Passes over the lines"),
                previews=_tr("What it gives back"),
                meaning=_tr("A row is a line it has not seen, a square a piece: light where its code gives it back."),
                move=_tr("What does this move do to a line? Night, shorter, nearer the sea…"),
                named=_tr("“{0}” is a slider now."),
            )
        case _:
            assert_never(subject)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SubjectWords", text)
