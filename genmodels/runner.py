"""Drives any job generator so that its stream of events always keeps the law of genmodels.api.messages."""

import traceback
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from typing import cast

from genmodels.api.errors import ErrorKind, GenError, is_out_of_memory
from genmodels.api.messages import (
    Cancelled,
    Done,
    Event,
    Failed,
    Health,
    Log,
    Metrics,
    Paused,
    Preview,
    Progress,
    Snapshot,
    Started,
)
from genmodels.api.verse import Draft

_REPORT = "This is a defect of ours: please report it with the details."


def drive(events: Iterator[Event], is_cancelled: Callable[[], bool]) -> Iterator[Event]:
    """Yield started, the job's own events, then exactly one of done, cancelled and failed.

    The job is a generator that yields progress, previews, metrics and the like, then one Done. Its yields are points at
    which it can be cancelled: it is closed there, and its `finally` clauses release or save.
    """
    job = cast("Generator[Event, None, None]", events)
    with closing(job):
        yield Started()
        while True:
            event = _step(job, is_cancelled)
            yield event
            if isinstance(event, Done | Cancelled | Failed):
                return


def _step(job: Generator[Event, None, None], is_cancelled: Callable[[], bool]) -> Event:
    """Return the job's next event, or the terminal one that takes its place."""
    try:
        if is_cancelled():
            job.close()
            return Cancelled()
        event = next(job, None)
        match event:
            case Progress() | Preview() | Draft() | Metrics() | Snapshot() | Health() | Paused() | Log():
                return event
            case Done():
                job.close()  # what fails in its `finally` clauses is a failure of the job
                return event
            case None:
                return _defect("The job ended without a result.")
            case _:
                job.close()
                return _defect(f"The job sent {type(event).__name__}, which only its runner may send.")
    except GenError as error:
        return Failed(error=error.kind, message=error.message, hint=error.hint, detail=error.detail)
    except Exception as error:  # noqa: BLE001  the one place where everything becomes a report
        if is_out_of_memory(error):
            hint = "Close other programs, ask for fewer candidates, or choose a smaller pack."
            return Failed(
                error=ErrorKind.RESOURCES, message="There is not enough memory.", hint=hint, detail=str(error)
            )
        return _defect(f"Something went wrong: {error or type(error).__name__}.", traceback.format_exc())


def _defect(message: str, detail: str = "") -> Failed:
    return Failed(error=ErrorKind.INTERNAL, message=message, hint=_REPORT, detail=detail)
