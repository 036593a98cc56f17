"""Holds a run's folder for one process and keeps its record; knows no torch, so that a refusal comes at once."""

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from genmodels.api.errors import StorageError, cannot_write
from genmodels.api.messages import Event, Progress, encode
from genmodels.api.runs import EVENTS, LOCK

PACE_SECONDS = 1.5  # from one line of progress to the next
PROBE_SECONDS = 1.0  # longer than a window holds the lock to see whether a run lives


@contextlib.contextmanager
def holding(run: Path) -> Iterator[None]:
    """Hold the run: no other process trains in it meanwhile; a kill gives it back. Raises StorageError."""
    lock = FileLock(run / LOCK)
    try:
        lock.acquire(timeout=PROBE_SECONDS)
    except Timeout as error:
        message = f"The run “{run.name}” is being trained by another process."
        raise StorageError(message, hint="Stop it first, or choose another run folder with --run.") from error
    except OSError as error:
        raise cannot_write(run, error) from error
    try:
        yield
    finally:
        lock.release()


class Record:
    """events.jsonl of a run; what a full disk refuses is written later, in order."""

    def __init__(self, run: Path, name: str) -> None:
        self._path, self._name, self._late = run / EVENTS, name, ""
        self._last, self._moved = "", -PACE_SECONDS

    def add(self, event: Event) -> str:
        """Write the event, what is late before it, and return its line.

        One that says nothing new is left out, and returns nothing: the same as the last one, or progress that comes
        sooner than people read it.
        """
        line, now = encode(event, self._name), time.monotonic()
        if line == self._last or (isinstance(event, Progress) and now - self._moved < PACE_SECONDS):
            return ""
        self._moved = now if isinstance(event, Progress) else self._moved
        self._last = line
        self._late += line + "\n"
        data = self._late.encode()
        with contextlib.suppress(OSError), self._path.open("ab", buffering=0) as file:
            start = file.tell()
            try:
                written = file.write(data)
            except OSError:
                written = 0
            if written == len(data):
                self._late = ""
            else:
                file.truncate(start)  # whole lines or none
        return line
