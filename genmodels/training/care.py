"""What a family may bring to look after its runs: it judges the figures of each check, and answers what goes wrong.

Whatever it has changed or remembers are a run's notes. They are numbers by name, a part of its state, and all
processes have the same: so a run that was stopped goes on exactly, and no process decides alone.
"""

from collections.abc import Iterator, Mapping
from typing import Protocol

from genmodels.api.health import Light

Notes = Mapping[str, float]


class Finding(Protocol):
    """What the figures of a check came to."""

    @property
    def lights(self) -> tuple[Light, ...]:
        """What to show."""
        ...

    @property
    def notes(self) -> dict[str, float]:
        """The notes from now on."""
        ...

    @property
    def answer(self) -> str:
        """What was changed, and why, in a sentence for people; empty where nothing was."""
        ...

    @property
    def is_sound(self) -> bool:
        """Whether the run may come back to where it stands now."""
        ...

    @property
    def goes_back(self) -> bool:
        """Whether it goes back to the best sound check now, at half the learning rate."""
        ...


class Care(Protocol):
    """Looks after the runs of a family."""

    def measure(self, step: int, notes: Notes) -> Iterator[tuple[str, float]]:
        """Yield figures of the networks as they are trained now, by name; the first process alone asks for them."""
        ...

    def judge(self, figures: Mapping[str, float], notes: Notes) -> Finding:
        """Return what to think of a check's figures; it follows from the arguments alone, in every process alike."""
        ...
