"""Holds a run's folder for one process and keeps its record; knows no torch, so that a refusal comes at once."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from genmodels.api.errors import StorageError
from genmodels.api.messages import Event, encode
from genmodels.api.runs import EVENTS, LOCK

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
        message = f"“{run}” cannot be written: {error.strerror or error}."
        raise StorageError(message, hint="Choose a folder that you may write to.", detail=str(error)) from error
    try:
        yield
    finally:
        lock.release()


class Record:
    """events.jsonl of a run; what a full disk refuses is written later, in order."""

    def __init__(self, run: Path, name: str) -> None:
        self._path, self._name, self._late = run / EVENTS, name, ""
        self._last = ""

    def add(self, event: Event) -> None:
        """Write the event, and what is late before it; one that says nothing new since the last is left out."""
        line = encode(event, self._name) + "\n"
        if line == self._last:
            return
        self._last = line
        self._late += line
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
