"""Long work as generators: they yield progress every so often, so that whoever drives them can show it or end them."""

import time
from collections.abc import Callable, Generator
from typing import TypeVar

from genmodels.api.messages import Progress

T = TypeVar("T")
Steps = Generator[Progress, None, T]
SECONDS = 0.02  # with one more part of the work, well under the 50 ms in which a cancel should be heard


class Pace:
    """Tells when the next yield is due."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def is_due(self) -> bool:
        """Return whether a yield is due; the next one is then counted from now."""
        now = time.monotonic()
        if now - self._last < SECONDS:
            return False
        self._last = now
        return True


def paced(work: Generator[None, None, T], pace: Pace, progress: Callable[[], Progress]) -> Steps[T]:
    """Return the result of work that yields after each of its parts, with progress whenever it is due."""
    while True:
        try:
            next(work)
        except StopIteration as stop:
            return stop.value
        told = progress()
        if pace.is_due():
            yield told


def finished(steps: Generator[object, None, T]) -> T:
    """Drive the steps to their end and return the result."""
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            return stop.value
