"""How long a training would take here: a few real steps, a part of a check, and the plan's arithmetic."""

import dataclasses
import time
from collections.abc import Iterator
from pathlib import Path

from genmodels.api.codec import to_dict
from genmodels.api.configs import Effort
from genmodels.api.messages import Done, EstimateTraining, Event, Progress
from genmodels.api.reports import Estimate
from genmodels.jobs.loading import load_model
from genmodels.runtime import accelerator, describe
from genmodels.training import families
from genmodels.training.course import Course, Plan
from genmodels.training.learner import Learner

WARM_STEPS, STEPS = 2, 4  # the first ones of a process are slower than all that follow
MEASURED = 4  # held-out examples


def estimate(request: EstimateTraining) -> Iterator[Event]:
    """Yield progress, then Done with an Estimate in its values; nothing is written."""
    asked, total = request.request, WARM_STEPS + STEPS + 2
    arrays, facts, _ = yield from families.read(asked)
    door = accelerator(asked.train.device)
    folder = families.start(asked, arrays, facts)
    start = load_model(Path(folder)) if folder else None
    recipe = families.recipe(asked, arrays, facts, start)
    learner, course = Learner(recipe.parts, asked.train, door, recipe.betas), Course()
    per_epoch = max(1, recipe.examples // asked.train.batch)
    plan = Plan(config=asked.train, steps=recipe.steps[Effort.BEST], steps_per_epoch=per_epoch, falls=recipe.falls)
    begun = time.monotonic()
    for step in range(WARM_STEPS + STEPS):
        if step == WARM_STEPS:
            begun = time.monotonic()
        learner.step(recipe.batch(step, {}), step, rate=plan.rate(course), decay=plan.decay(course), pieces=1)
        yield Progress(done=step + 1, total=total, note="trying a few steps")
    per_step = (time.monotonic() - begun) / STEPS
    for _ in range(2):  # the first check of a process looks at the data too
        begun = time.monotonic()
        with door.autocast():
            for _ in recipe.measure(recipe.network(learner.averages), MEASURED):
                pass
    per_check = (time.monotonic() - begun) * max(1.0, recipe.measured / MEASURED)
    yield Progress(done=total - 1, total=total, note="measuring")
    steps, seconds = {}, {}
    for effort in Effort:
        count = asked.train.epochs * per_epoch or recipe.steps[effort]
        checks = count / dataclasses.replace(plan, steps=count).check_steps
        needed = count * per_step + checks * per_check
        limit = 60 * asked.train.max_minutes
        steps[effort.value], seconds[effort.value] = count, round(min(needed, limit) if limit else needed, 1)
    values = Estimate(device=describe(door.device), seconds_per_step=per_step, steps=steps, seconds=seconds)
    yield Done(values=to_dict(values))
