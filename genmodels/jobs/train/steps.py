"""A step of a run: taken, put right where it goes wrong, and told of."""

import math
import time
from collections.abc import Iterator

from genmodels.api.errors import ResourceError, StorageError
from genmodels.api.families import examples_of
from genmodels.api.messages import Event, Log, Metrics, Progress
from genmodels.jobs.train.beginning import take_up
from genmodels.jobs.train.training import Training, save_patiently
from genmodels.runtime import memory_mb
from genmodels.storage import load_state
from genmodels.training import states
from genmodels.training.learner import DivergedError

TELL_SECONDS = 2.0
MOST_SETBACKS = 3


def step(t: Training) -> Iterator[Event]:
    """Take one step; what goes wrong with it is put right where that is possible, and said."""
    course, pieces = t.course, t.course.pieces
    batch = t.recipe.batch(course.step, course.notes)
    rate, decay = t.plan.rate(course), t.plan.decay(course)
    t.is_torn = True  # until weights and course agree again: what ends the run meanwhile leaves the last state alone
    try:
        losses, course.pieces = t.learner.step(batch, course.step, rate=rate, decay=decay, pieces=pieces)
    except DivergedError:
        yield from _fall_back(t, "The loss is no longer a number")
        return
    course.step += 1
    is_sane = course.take(next(iter(losses.values())) / t.recipe.unit, t.recipe.leeway)
    t.is_torn = not is_sane
    if course.pieces > pieces:
        yield Log(text=f"Memory ran out: each batch is now taken in {course.pieces} pieces.")
    if not is_sane:
        yield from _fall_back(t, "The loss has exploded")


def _fall_back(t: Training, what: str) -> Iterator[Event]:
    """Go back to a good state with half the learning rate; raises ResourceError where that was tried often enough."""
    before, found = t.course, states.newest_first(t.run)
    place = min(before.setbacks, len(found) - 1)  # further back each time
    while True:
        try:
            take_up(t, load_state(found[place]))
            break
        except StorageError:  # a damaged one
            place += 1
            if place == len(found):
                raise
    t.door.wait_for_everyone()
    if t.is_first:
        states.drop(found[:place])
    course = t.course
    course.setbacks, course.rate_share = before.setbacks + 1, before.rate_share / 2
    course.best, course.checks_since_best = before.best, 0  # the pack is still the best one
    t.is_torn = False
    yield from save_patiently(t)
    if course.setbacks > MOST_SETBACKS:
        rate = t.request.train.rate * course.rate_share
        hint = f"Start again in another run folder with a --rate lower than {rate:.2g}."
        raise ResourceError(f"{what}, for the {course.setbacks}th time. The last good weights are kept.", hint=hint)
    yield Log(text=f"{what}: back to step {course.step:,}, at half the learning rate.")


def tell(t: Training) -> Iterator[Event]:
    """Tell how far it is after every step, and every few seconds how it goes."""
    course, now = t.course, time.monotonic()
    if now - t.told < TELL_SECONDS or not course.loss_steps:
        yield Progress(done=course.step, total=t.plan.steps)
        return
    speed = (course.step - t.told_step) * t.request.train.batch / (now - t.told)
    gone = t.plan.gone(course)
    t.told, t.told_step = now, course.step
    loss = course.usual_loss
    note = f"loss {loss:.3f}, {speed:.1f} {examples_of(t.request.family)} per second"
    yield Progress(done=course.step, total=t.plan.steps, note=note)
    values = {
        "loss": loss,
        "rate": t.plan.rate(course),
        "per_second": speed,
        "seconds": course.seconds,
        "seconds_left": course.seconds * (1 / gone - 1) if gone else math.nan,
        "memory_mb": memory_mb(t.door.device),
    }
    yield Metrics(step=course.step, values={name: value for name, value in values.items() if math.isfinite(value)})
