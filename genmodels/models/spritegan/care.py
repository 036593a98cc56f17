"""Looks after a game: judges each check's figures, and turns a handle where something stays wrong.

Against a critic that is too strong or knows too much comes first more augmentation (Karras et al. 2020, arXiv
2006.06676; here it is holes, which hide part of what it could know by heart), then a stronger penalty.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from genmodels.api.configs import GANConfig
from genmodels.api.health import Light
from genmodels.models.spritegan.lights import lights
from genmodels.models.spritegan.notes import Notes, Trouble
from genmodels.models.spritegan.training import loudness
from genmodels.models.spritegan.vitals import Vitals

HOLES, MOST_HOLES = 0.2, 0.4  # more of all pictures have one: by an answer, by all together
MOST_PENALTY = 8.0  # times the settings' one, and its inverse the least
RESTING = 3.0  # checks in which an answer is to show
MOST_RETURNS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the figures of a check came to, see genmodels/training/care.py."""

    lights: tuple[Light, ...]
    notes: dict[str, float]
    answer: str
    is_sound: bool
    goes_back: bool


class GameCare:
    """The care for one run."""

    def __init__(self, vitals: Vitals, config: GANConfig, *, trained: int) -> None:
        """trained: the number of training pictures."""
        self._vitals, self._config, self._trained = vitals, config, trained

    def measure(self, step: int, notes: Mapping[str, float]) -> Iterator[tuple[str, float]]:  # noqa: ARG002
        """Yield the figures of `Vitals`."""
        return self._vitals.figures(loudness(self._config, step))

    def judge(self, figures: Mapping[str, float], notes: Mapping[str, float]) -> Finding:
        """Return the lights, and at most one answer."""
        seen = Notes.of(notes).with_figures(figures)
        is_sound = not seen.fallen and figures["kid"] < seen.sound_kid
        if is_sound:
            seen = dataclasses.replace(seen, sound_kid=figures["kid"])
        after, answer = answered(seen)
        return Finding(
            lights=lights(figures, seen, trained=self._trained),
            notes=after.as_numbers(),
            answer=answer,
            is_sound=is_sound,
            goes_back=after.returns > seen.returns,
        )


def answered(notes: Notes) -> tuple[Notes, str]:
    """Return the notes with a handle turned, and what was done in words; nothing where nothing is to be done."""
    trouble = notes.trouble
    if trouble is None or notes.rest:
        return notes, ""
    match trouble:
        case Trouble.COLLAPSED:
            return _returned(notes)
        case Trouble.ASLEEP:
            return _penalised(notes, 0.5, "The critic was asleep")
        case Trouble.BY_HEART:
            return _hidden(notes, "The critic knew the training pictures by heart")
        case Trouble.TOO_STRONG:
            return _hidden(notes, "The critic was too strong")
        case _:
            assert_never(trouble)


def _returned(notes: Notes) -> tuple[Notes, str]:
    if notes.returns >= MOST_RETURNS:
        return notes, ""
    after = dataclasses.replace(notes, returns=notes.returns + 1, fallen=0.0, stalled=0.0)
    penalty = min(MOST_PENALTY, 2 * notes.penalty)
    text = "The variety had collapsed: back to the best weights, at half the learning rate"
    text += f", with {penalty:g} times the set penalty." if penalty > notes.penalty else "."
    return dataclasses.replace(after, penalty=penalty, rest=RESTING), text


def _hidden(notes: Notes, what: str) -> tuple[Notes, str]:
    if notes.holes >= MOST_HOLES:
        return _penalised(notes, 2.0, what)
    holes = round(notes.holes + HOLES, 6)
    text = f"{what}: {100 * holes:.0f} % more of all pictures have a hole when it sees them now."
    return dataclasses.replace(notes, holes=holes, rest=RESTING), text


def _penalised(notes: Notes, factor: float, what: str) -> tuple[Notes, str]:
    penalty = notes.penalty * factor
    if not 1 / MOST_PENALTY <= penalty <= MOST_PENALTY:
        return notes, ""
    text = f"{what}: the penalty on its gradients is {penalty:g} times the set one now."
    return dataclasses.replace(notes, penalty=penalty, rest=RESTING), text
