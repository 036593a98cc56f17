"""What a running training holds, and the writes that wait for space where the disk is full."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from accelerate import Accelerator
from torch import nn

from genmodels.api.configs import TrainRequest
from genmodels.api.errors import DiskFullError
from genmodels.api.messages import Event, Paused
from genmodels.api.packs import FORMAT_VERSION
from genmodels.api.runs import STOP
from genmodels.training import states
from genmodels.training.course import Course, Plan
from genmodels.training.learner import Learner
from genmodels.training.recipe import Recipe

WAIT_SECONDS = 0.25  # from one look at the folder to the next, while waiting
RETRY_SECONDS = 5.0  # from one try to write to a full disk to the next


@dataclass(slots=True, kw_only=True, eq=False)
class Training:
    """One run as this process sees it."""

    request: TrainRequest
    door: Accelerator  # to devices and other processes
    recipe: Recipe
    learner: Learner
    plan: Plan
    fingerprint: str  # of all that must be the same for a run to go on exactly
    course: Course
    is_torn: bool = False  # in the middle of a step: weights and course do not agree
    seen: float = 0.0  # when the clock was last read
    saved: float = 0.0
    told: float = 0.0  # when a figure was last shown
    told_step: int = 0
    preview_seconds: float = 0.0
    preview_HW4: np.ndarray | None = None

    @property
    def run(self) -> Path:
        """The run folder."""
        return Path(self.request.run)

    @property
    def is_first(self) -> bool:
        """Whether this process is the one that measures, writes and decides."""
        return self.door.is_main_process

    @property
    def network(self) -> nn.Module:
        """The averaged weights that would be the pack's."""
        return self.recipe.network(self.learner.averages)


def save_state(t: Training) -> None:
    """Write all that is needed to go on exactly; raises StorageError, DiskFullError."""
    if t.is_first:
        states.save(t.run, t.course.step, t.learner.state(), facts_of(t, t.course))


def facts_of(t: Training, course: Course) -> dict[str, Any]:
    """Return what a state tells beside its tensors."""
    return {"format_version": FORMAT_VERSION, "course": course.as_facts(), "data": t.fingerprint}


def save_patiently(t: Training) -> Iterator[Event]:
    """Write the state, however long the disk is full."""
    yield from patiently(t, lambda: save_state(t))
    t.saved = time.monotonic()


def patiently(t: Training, write: Callable[[], object]) -> Iterator[Event]:
    """Write; while the disk is full, say so, wait and try again.

    Raises DiskFullError once the run is asked to stop: it cannot do so with a whole record.
    """
    while True:
        try:
            write()
        except DiskFullError as error:
            if (t.run / STOP).exists():
                raise
            reason = f"{error.message} Free some space; the training then goes on by itself."
            yield from wait(t, RETRY_SECONDS, Paused(reason=reason))
        else:
            return


def wait(t: Training, seconds: float, event: Paused) -> Iterator[Event]:
    """Let time pass that is none of the training's, saying why."""
    until = time.monotonic() + seconds
    yield event
    while time.monotonic() < until:
        time.sleep(min(WAIT_SECONDS, seconds))
        yield event
    t.seen = t.saved = time.monotonic()
