"""How well a training does, as three lights that anyone can read: each with its reason and the figures behind it.

Only families that play a game of two networks light them; the others' losses say enough.
"""

from dataclasses import dataclass
from enum import StrEnum


class LightName(StrEnum):
    """What a light watches."""

    BALANCE = "balance"  # of the two networks: neither wins for long
    VARIETY = "variety"  # of what is made, against that of real pictures
    ORIGINALITY = "originality"  # whether what is made was seen in the training pictures


class Verdict(StrEnum):
    """What a light shows."""

    UNKNOWN = "unknown"  # too early, or too few pictures
    GOOD = "good"
    WATCH = "watch"
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number behind a light."""

    name: str  # as in the run's metrics
    value: float
    floor: float | None = None  # what real pictures, or the run's own best, reach in its place


@dataclass(frozen=True, slots=True, kw_only=True)
class Light:
    """A verdict, why in one sentence for people, and its figures."""

    name: LightName
    verdict: Verdict
    reason: str
    figures: tuple[Figure, ...] = ()
