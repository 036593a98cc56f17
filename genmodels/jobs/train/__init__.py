"""Train a pack: one loop from pictures to pack, in a run folder that holds all that is needed to go on after a stop.

What a run folder holds is told in genmodels/api/runs.py. Under torchrun every process runs this job: the first one
reads, measures, writes and decides, the others take their share of each step.
"""

import math
import time
from collections.abc import Generator, Iterator

from genmodels.api.configs import TrainRequest
from genmodels.api.families import examples_of
from genmodels.api.messages import Done, Event, Log
from genmodels.api.runs import STOP
from genmodels.jobs.train.beginning import lay_out, prepare, restore
from genmodels.jobs.train.checks import check, publish
from genmodels.jobs.train.orders import Order, pause, read_order
from genmodels.jobs.train.steps import step, tell
from genmodels.jobs.train.training import Training, save_patiently, save_state
from genmodels.runtime import accelerator


def train(request: TrainRequest) -> Iterator[Event]:
    """Yield progress and metrics, then Done with the run folder and the pack's place.

    A run folder that has a state goes on from there. Closing the generator saves the state first. The finished pack is
    copied to the person's own packs. Raises GenError.
    """
    door = accelerator(request.train.device)
    if door.is_main_process:
        yield from lay_out(request, door.device)
    door.wait_for_everyone()
    t = prepare(request, door)
    yield Log(text=f"{t.recipe.examples} {examples_of(request.family)} to train on, {t.recipe.held} held out")
    yield from restore(t)
    order = yield from _follow(t)
    values = {"run": str(t.run), "name": request.name, "best": t.course.best if math.isfinite(t.course.best) else None}
    if order is Order.LEAVE:
        values["reason"] = "stopped"
    else:
        values["reason"] = "finished"
        if t.is_first:
            values["pack"] = str((yield from publish(t)))
    if t.is_first:
        (t.run / STOP).unlink(missing_ok=True)
    door.wait_for_everyone()
    door.end_training()  # so that no process leaves while another still listens to it
    yield Done(values=values)


def _follow(t: Training) -> Generator[Event, None, Order]:
    """Go from step to step to the end of the plan, or to where a person stops it; return the last order."""
    is_done = False
    try:
        t.seen = t.saved = t.told = time.monotonic()
        while True:
            order = read_order(t)
            if order is Order.PAUSE:
                yield from pause(t)
                continue
            ends = order is Order.STOP or t.plan.is_over(t.course)
            if order is Order.LEAVE:
                break
            if t.plan.check_is_due(t.course, ends=ends):
                yield from check(t, ends=ends)
                continue
            if ends:
                break
            yield from step(t)
            yield from tell(t)
            if t.seen - t.saved >= t.request.train.save_seconds:
                yield from save_patiently(t)
        yield from save_patiently(t)
        is_done = True
    finally:
        if not is_done and not t.is_torn:
            save_state(t)
    return order
