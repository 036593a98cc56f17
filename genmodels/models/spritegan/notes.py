"""What a game's care remembers from check to check, the handles that it has turned, and what is wrong by them."""

import dataclasses
import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

RECENT = 0.5  # weight of the newest figure in a running mean
CERTAIN = 0.15  # bits of doubt: less means that the critic is hardly ever wrong
ASLEEP, FOOLED = 0.1, 1.1  # a smaller lead is none; bits of doubt: more means that made ones look more real
FLAT = 0.003  # bits from one: the critic says the same of all
BY_HEART = 0.7  # of the critic's lead: so much less of it over held-out pictures
SHRUNK = 0.5  # of the strongest push so far
TOLD_APART = 0.65  # one_nn: made and real ones are told apart, .5 is as good as real
FALL = 0.7  # of the best coverage: less is a fall
COVERED = 0.2  # of its floor: with less coverage there is nothing yet that could fall
PATIENCE = 3  # checks


class Trouble(StrEnum):
    """What wants an answer, the most urgent first."""

    COLLAPSED = "collapsed"  # most of the variety is gone, and stays gone
    ASLEEP = "asleep"  # the critic takes made pictures for real ones
    BY_HEART = "by heart"  # it knows the training pictures, not what they have in common
    TOO_STRONG = "too strong"  # the generator learns nothing from it


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Numbers only, so that a state and other processes can have them; counts are of checks in a row."""

    # Handles
    holes: float = 0.0  # so large a share more of all pictures have one
    penalty: float = 1.0  # times the settings'
    # What was seen
    checks: float = 0.0
    doubt: float = 1.0  # running mean, bits
    memorised: float = 0.0  # running mean
    push: float = 0.0  # the newest
    most_push: float = 0.0
    best_coverage: float = 0.0
    best_kid: float = math.inf
    sound_kid: float = math.inf  # at the check that the run can go back to
    certain: float = 0.0  # the critic is hardly ever wrong
    asleep: float = 0.0
    by_heart: float = 0.0
    fallen: float = 0.0  # coverage is far below its best
    stalled: float = 0.0  # kid was no better
    # What was done
    rest: float = 0.0  # checks until the next answer
    returns: float = 0.0

    @classmethod
    def of(cls, numbers: Mapping[str, float]) -> Self:
        """Return what `as_numbers` told; what is missing is as at first."""
        return cls(**numbers)

    def as_numbers(self) -> dict[str, float]:
        """Return all that is not as at first."""
        pairs = [(field, getattr(self, field.name)) for field in dataclasses.fields(self)]
        return {field.name: value for field, value in pairs if value != field.default}

    def with_figures(self, figures: Mapping[str, float]) -> Self:
        """Return the notes with a check's figures taken in."""
        newest = 1.0 if not self.checks else RECENT
        doubt = self.doubt + newest * (figures["doubt"] - self.doubt)
        memorised = self.memorised + newest * (max(0.0, figures.get("memorised", 0.0)) - self.memorised)
        is_fooled = figures["lead"] < ASLEEP and figures["doubt"] > FOOLED
        is_asleep = is_fooled or abs(figures["doubt"] - 1) < FLAT
        best = max(self.best_coverage, figures["coverage"])
        falls = figures["coverage"] < FALL * best and best >= COVERED * figures["coverage_floor"]
        return dataclasses.replace(
            self,
            checks=self.checks + 1,
            doubt=doubt,
            memorised=memorised,
            push=figures["push"],
            most_push=max(self.most_push, figures["push"]),
            best_coverage=best,
            best_kid=min(self.best_kid, figures["kid"]),
            certain=_in_a_row(self.certain, doubt < CERTAIN),
            asleep=_in_a_row(self.asleep, is_asleep and figures["one_nn"] > TOLD_APART),
            by_heart=_in_a_row(self.by_heart, memorised > BY_HEART),
            fallen=_in_a_row(self.fallen, falls),
            stalled=_in_a_row(self.stalled, figures["kid"] >= self.best_kid),
            rest=max(0.0, self.rest - 1),
        )

    @property
    def trouble(self) -> Trouble | None:
        """What is wrong for several checks already."""
        hopeless = self.push < SHRUNK * self.most_push or self.stalled >= PATIENCE
        for trouble, count, holds in (
            (Trouble.COLLAPSED, self.fallen, True),
            (Trouble.ASLEEP, self.asleep, True),
            (Trouble.BY_HEART, self.by_heart, True),
            (Trouble.TOO_STRONG, self.certain, hopeless),
        ):
            if count >= PATIENCE and holds:
                return trouble
        return None


def _in_a_row(count: float, happens: bool) -> float:
    return count + 1 if happens else 0.0
