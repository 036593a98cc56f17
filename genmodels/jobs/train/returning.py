"""The way back to the best sound check, for runs whose family looks after them: kept beside the states, and taken."""

from collections.abc import Iterator

from genmodels.api.errors import StorageError
from genmodels.api.messages import Event, Log
from genmodels.jobs.train.beginning import take_up
from genmodels.jobs.train.training import Training, facts_of, patiently
from genmodels.storage import load_state
from genmodels.training import states
from genmodels.training.course import Course


def save_sound(t: Training, course: Course) -> None:
    """Write the state to come back to, in place of the one before; raises StorageError, DiskFullError."""
    states.save_sound(t.run, t.learner.state(), facts_of(t, course))


def go_back(t: Training) -> Iterator[Event]:
    """Go back there, at half the learning rate; what the care has noted, the best figure and the time stay."""
    before = t.course
    try:
        take_up(t, load_state(states.sound(t.run)))
    except StorageError:  # gone or damaged; every process finds the same
        yield Log(text="The best weights cannot be read: the run goes on from where it is.")
        return
    course = t.course
    course.notes, course.seconds, course.setbacks = before.notes, before.seconds, before.setbacks
    course.best, course.checks_since_best, course.pieces = before.best, 0, before.pieces
    course.rate_share = before.rate_share / 2
    t.door.wait_for_everyone()
    if t.is_first:
        yield from patiently(t, lambda: states.save_instead(t.run, course.step, t.learner.state(), facts_of(t, course)))
