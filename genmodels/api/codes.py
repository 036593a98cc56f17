"""Codes of pictures and lines as messages carry them, and small steps in them, which window and command line share."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from genmodels.api.errors import ConfigError


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A picture as an image VAE holds it, or a line as a verse VAE does: then all but the numbers is empty.

    The numbers stand in order of how much they matter: each is a principal direction of the training codes, in their
    standard deviations.
    """

    numbers: tuple[float, ...]  # the global code: what morphs and sliders move
    detail: str = ""  # base64 of little-endian float16: the spatial code as it lies; empty takes the likeliest
    tag: str = ""
    read_as: str = ""  # the tag with which numbers and detail were read: with another one the code is carried over
    palette: tuple[str, ...] = ()  # rrggbbaa: the picture's colours; empty leaves the choice to the model

    def moved(self, direction: int, amount: float) -> "Code":
        """Return the code with one of its numbers changed by amount; raises ConfigError where it has no such number."""
        check_direction(direction, len(self.numbers))
        numbers = list(self.numbers)
        numbers[direction] += amount
        return replace(self, numbers=tuple(numbers))

    def along(self, vector: Sequence[float], amount: float) -> "Code":
        """Return the code moved along a vector of its numbers."""
        pairs = zip(self.numbers, vector, strict=True)
        return replace(self, numbers=tuple(number + amount * step for number, step in pairs))


def check_direction(direction: int, count: int) -> None:
    """Raise ConfigError unless a code of so many numbers has this one, counted from 0."""
    if not 0 <= direction < count:
        raise ConfigError(f"There is no direction {direction}.", hint=f"This pack has 0 to {count - 1}.")


def sweep(code: Code, across: int, down: int, *, columns: int, rows: int, reach: float) -> Iterator[Code]:
    """Yield codes row by row, two numbers swept from −reach to +reach about the code's own, the rest kept.

    The lecture's “fix eight of ten numbers and sweep two”. Raises ConfigError for directions the code does not have.
    """
    for dy in steps(rows, reach):
        for dx in steps(columns, reach):
            yield code.moved(across, dx).moved(down, dy)


def steps(count: int, reach: float) -> list[float]:
    """Return count numbers from −reach to +reach, evenly; a single one is 0."""
    if not math.isfinite(reach) or not 1 <= count <= 64:
        raise ConfigError(f"{count} steps of reach {reach:g} cannot be drawn.", hint="Choose 1 to 64 steps.")
    return [reach * (2 * n / (count - 1) - 1) if count > 1 else 0.0 for n in range(count)]
