"""Train a pack: one loop from pictures to pack, in a run folder that holds all that is needed to go on after a stop.

What a run folder holds is told in genmodels/api/runs.py. Under torchrun every process runs this job: the first one
reads, measures, writes and decides, the others take their share of each step.
"""

import copy
import dataclasses
import hashlib
import math
import time
from collections.abc import Callable, Generator, Iterator
from datetime import UTC, datetime
from enum import IntEnum
from pathlib import Path
from typing import Any

import numpy as np
import torch
from accelerate import Accelerator
from accelerate.utils import broadcast_object_list

from genmodels.api import paths
from genmodels.api.codec import to_dict
from genmodels.api.command_line import command_line
from genmodels.api.configs import TrainRequest
from genmodels.api.errors import DiskFullError, ResourceError, StorageError, is_out_of_memory
from genmodels.api.messages import Done, Event, Log, Metrics, Paused, Progress, Snapshot
from genmodels.api.own_packs import remove_pack
from genmodels.api.packs import CARD, FORMAT_VERSION, PREVIEW, read_card
from genmodels.api.runs import DATA, NEAREST, PACK, PAUSE, PREVIEWS, REQUEST, START, STOP, StopMode, read_request
from genmodels.jobs.loading import load_model
from genmodels.media.sprite import Sprite, write_sprite
from genmodels.runtime import accelerator, describe, memory_mb
from genmodels.storage import copy_pack, load_state, make_folder, save_pack, save_state, write_json
from genmodels.training import families, states
from genmodels.training.course import Course, Plan
from genmodels.training.learner import DivergedError, Learner
from genmodels.training.recipe import Recipe

SHOW_SECONDS, WAIT_SECONDS = 2.0, 0.25
RETRY_SECONDS = 5.0  # from one try to write to a full disk to the next
MOST_SETBACKS = 3
PREVIEW_SHARE = 0.03  # of the time at most


class _Order(IntEnum):
    """What a person asks of a run; a number, so that processes can share it."""

    GO_ON = 0
    PAUSE = 1
    STOP = 2
    LEAVE = 3


@dataclasses.dataclass(slots=True, kw_only=True, eq=False)
class _Training:
    """All that a running training holds."""

    request: TrainRequest
    door: Accelerator  # to devices and other processes
    recipe: Recipe
    learner: Learner
    plan: Plan
    fingerprint: str  # of all that must be the same for a run to go on exactly
    course: Course
    seen: float = 0.0  # when the clock was last read
    saved: float = 0.0
    shown: float = 0.0
    shown_step: int = 0
    preview_seconds: float = 0.0
    preview_HW4: np.ndarray | None = None

    @property
    def run(self) -> Path:
        return Path(self.request.run)

    @property
    def is_first(self) -> bool:
        """Whether this process is the one that measures, writes and decides."""
        return self.door.is_main_process

    @property
    def averages(self) -> dict[str, torch.nn.Module]:
        return self.learner.averages


def train(request: TrainRequest) -> Iterator[Event]:
    """Yield progress and metrics, then Done with the run folder and the pack's place.

    A run folder that has a state goes on from there. Closing the generator saves the state first. The finished pack is
    copied to the person's own packs.
    """
    door = accelerator(request.train.device)
    run = Path(request.run)
    if door.is_main_process:
        yield from _lay_out(request, run, door.device)
    door.wait_for_everyone()
    t = _prepare(dataclasses.replace(request, start=read_request(run).start), door)
    yield Log(text=f"{t.recipe.examples} pictures to train on, {t.recipe.held} held out")
    yield from _restore(t)
    order = _Order.GO_ON
    try:
        t.seen = t.saved = t.shown = time.monotonic()
        while True:
            order = _order(t)
            if order is _Order.PAUSE:
                yield from _pause(t)
                continue
            if order is _Order.LEAVE:
                break
            ends = order is _Order.STOP or t.plan.is_over(t.course)
            if t.plan.check_is_due(t.course, ends=ends):
                yield from _check(t, ends=ends)
                continue
            if ends:
                break
            yield from _step(t)
            yield from _show(t)
            if t.seen - t.saved >= request.train.save_seconds:
                yield from _save_patiently(t)
    finally:
        _save_state(t)
    if t.is_first:
        (t.run / STOP).unlink(missing_ok=True)
    reason = "stopped" if order is _Order.LEAVE else "finished"
    values = {"run": str(t.run), "name": request.name, "best": _finite(t.course.best), "reason": reason}
    if order is not _Order.LEAVE and t.is_first:
        values["pack"] = str((yield from _publish(t)))
    door.wait_for_everyone()
    yield Done(values=values)


# Beginning


def _lay_out(request: TrainRequest, run: Path, device: torch.device) -> Iterator[Event]:
    """Read the data into the run folder unless it is there; from then on it is not needed any more."""
    make_folder(run)
    (run / PAUSE).unlink(missing_ok=True)
    if (run / DATA).exists():
        changed = _changes(read_request(run), request)
        if changed:
            message = f"The run “{run.name}” was started with other settings: {', '.join(changed)}."
            raise StorageError(message, hint="Give the same ones, or choose another run folder.")
        return
    about = {"format_version": FORMAT_VERSION, "versions": describe(device)}
    write_json(
        run / REQUEST, about | {"request": to_dict(request)}
    )  # so that it can be resumed after a kill from now on
    arrays, facts, remarks = yield from families.read(request)
    for text in remarks:
        yield Log(text=text)
    if request.start == NEAREST:
        request = dataclasses.replace(request, start=families.nearest(request, arrays))
    if request.start:
        copy_pack(Path(request.start), run / START)  # which may be renamed or removed later
        yield Log(text=f"going on from the pack {Path(request.start).name}")
    write_json(run / REQUEST, about | {"request": to_dict(request)})
    save_state(run / DATA, {name: torch.from_numpy(array) for name, array in arrays.items()}, facts)


def _changes(before: TrainRequest, now: TrainRequest) -> list[str]:
    """Return the names of settings without which a run is another one."""
    pairs: list[tuple[Any, Any, list[str]]] = [
        (before, now, ["data", "family", "reading", "valid", "model"]),
        (before.train, now.train, ["seed", "batch"]),
        (before, now, [] if now.start == NEAREST else ["start"]),
    ]
    return [name for old, new, names in pairs for name in names if getattr(old, name) != getattr(new, name)]


def _prepare(request: TrainRequest, door: Accelerator) -> _Training:
    tensors, facts = load_state(Path(request.run) / DATA)
    arrays = {name: tensor.numpy() for name, tensor in tensors.items()}
    start = load_model(Path(request.run) / START) if request.start else None
    recipe = families.recipe(request, arrays, facts, start)
    config = request.train
    per_epoch = max(1, recipe.examples // config.batch)
    steps = config.epochs * per_epoch or recipe.steps[request.effort]
    same = (
        *(arrays[name].tobytes() for name in sorted(arrays)),
        repr((request.family, request.model, request.start, config.seed, config.batch)).encode(),
    )
    return _Training(
        request=request,
        door=door,
        recipe=recipe,
        learner=Learner(recipe.parts, config, door),
        plan=Plan(
            config=config, steps=steps, steps_per_epoch=per_epoch, falls=recipe.falls, continues=bool(request.start)
        ),
        fingerprint=hashlib.sha256(b"".join(same)).hexdigest(),
        course=Course(),
    )


def _restore(t: _Training) -> Iterator[Event]:
    """Go on from the newest state, or make the first one."""
    found = states.newest(t.run)
    if found is None:
        _save_state(t)
        return
    _take_up(t, *found)
    yield Log(text=f"going on from step {t.course.step:,}")


def _take_up(t: _Training, tensors: dict[str, torch.Tensor], facts: dict[str, Any]) -> None:
    if facts.get("format_version") != FORMAT_VERSION or facts.get("data") != t.fingerprint:
        message = f"The run “{t.run.name}” was started on other pictures, or with other settings."
        raise StorageError(message, hint="Bring them back, or choose another run folder.")
    t.learner.restore(tensors)
    t.course = Course.of_facts(facts["course"])
    t.shown_step = t.course.step


# On the way


def _order(t: _Training) -> _Order:
    """Read the clock and what is asked for; all processes go by what the first one reads."""
    now = time.monotonic()
    order = _Order.GO_ON
    if (t.run / STOP).exists():
        order = _Order.LEAVE if _asked(t.run / STOP) == StopMode.NOW else _Order.STOP
    elif (t.run / PAUSE).exists():
        order = _Order.PAUSE
    shared = [int(order), t.course.seconds + now - t.seen]
    if t.door.num_processes > 1:
        broadcast_object_list(shared)
    t.seen, t.course.seconds = now, float(shared[1])
    return _Order(shared[0])


def _asked(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def _pause(t: _Training) -> Iterator[Event]:
    """Wait, the model loaded and the state saved, until asked to go on or to stop."""
    yield from _save_patiently(t)
    yield Paused()
    while _order(t) is _Order.PAUSE:
        yield from _wait(t, WAIT_SECONDS)
    t.shown = t.seen
    yield Log(text="going on")


def _wait(t: _Training, seconds: float) -> Iterator[Event]:
    """Let time pass that is none of the training's."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        time.sleep(min(WAIT_SECONDS, seconds))
        yield Progress(done=t.course.step, total=t.plan.steps, note="waiting")
    t.seen = t.saved = time.monotonic()


def _step(t: _Training) -> Iterator[Event]:
    """Take one step; what goes wrong with it is put right where that is possible, and said."""
    course = t.course
    batch = t.recipe.batch(course.step)
    try:
        rate, decay = t.plan.rate(course), t.plan.decay(course)
        losses = t.learner.step(batch, course.step, rate=rate, decay=decay, pieces=course.pieces)
    except DivergedError:
        yield from _fall_back(t, "The loss is no longer a number")
        return
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error) or t.door.num_processes > 1 or course.pieces >= len(batch[0]):
            raise
        course.pieces *= 2
        t.learner.release()
        yield Log(text=f"Memory ran out: each batch is now taken in {course.pieces} pieces, which changes no figure.")
        return
    course.step += 1
    if not course.take(next(iter(losses.values())) / t.recipe.unit):
        yield from _fall_back(t, "The loss has exploded")


def _fall_back(t: _Training, what: str) -> Iterator[Event]:
    """Go back to a good state with half the learning rate; raises ResourceError where that was tried often enough."""
    setbacks, share = t.course.setbacks + 1, t.course.rate_share / 2
    found = states.newest_first(t.run)
    place = min(t.course.setbacks, len(found) - 1)  # further back each time
    _take_up(t, *load_state(found[place]))
    t.door.wait_for_everyone()
    if t.is_first:
        states.drop(found[:place])
    t.course.setbacks, t.course.rate_share = setbacks, share
    _save_state(t)
    if setbacks > MOST_SETBACKS:
        rate = t.request.train.rate * share
        hint = f"Start again in another run folder with a --rate lower than {rate:.2g}."
        raise ResourceError(f"{what}, for the {setbacks}th time. The last good weights are kept.", hint=hint)
    yield Log(text=f"{what}: back to step {t.course.step:,}, at half the learning rate.")


def _show(t: _Training) -> Iterator[Event]:
    """Tell every few seconds how it goes."""
    course, now = t.course, time.monotonic()
    if now - t.shown < SHOW_SECONDS or not course.loss_steps:
        return
    speed = (course.step - t.shown_step) * t.request.train.batch / (now - t.shown)
    gone = t.plan.gone(course)
    t.shown, t.shown_step = now, course.step
    loss = course.usual_loss
    yield Progress(done=course.step, total=t.plan.steps, note=f"loss {loss:.3f}, {speed:.1f} pictures per second")
    values = {
        "loss": loss,
        "rate": t.plan.rate(course),
        "per_second": speed,
        "seconds": course.seconds,
        "seconds_left": course.seconds * (1 / gone - 1) if gone else math.nan,
        "memory_mb": memory_mb(t.door.device),
    }
    yield Metrics(step=course.step, values={name: value for name, value in values.items() if math.isfinite(value)})


def _check(t: _Training, *, ends: bool) -> Iterator[Event]:
    """Measure the averaged weights on what is held out, and keep them as the pack where they are the best yet."""
    figures: dict[str, float] = {}
    if t.is_first:
        figures = yield from _measure(t, t.recipe.network(t.averages), t.recipe.measured)
    if t.door.num_processes > 1:
        shared = [figures]
        broadcast_object_list(shared)
        figures = shared[0]
    is_best = figures["held_out"] < t.course.best
    if t.is_first:
        yield from _preview(t, ends=ends)
        if is_best:
            yield from _patiently(t, lambda: _save_pack(t, figures))
    # From here to the state's next save without a yield: a check is done wholly or, after a stop, again.
    point = t.course.note_check(figures)
    yield Metrics(step=t.course.step, values=point)


def _measure(t: _Training, network: torch.nn.Module, most: int) -> Generator[Event, None, dict[str, float]]:
    """Return held-out figures by name; of at most so many examples, 0 takes all."""
    figures, measures = dict[str, float](), t.recipe.measure(network, most)
    while True:
        with t.door.autocast():
            measured = next(measures, None)
        if measured is None:
            return figures
        figures[measured[0]] = measured[1]
        yield Progress(done=t.course.step, total=t.plan.steps, note=f"held out, {measured[0]}")


def _preview(t: _Training, *, ends: bool) -> Iterator[Event]:
    """Draw from the seeds that never change, unless previews have already taken more than their share of the time."""
    if t.preview_HW4 is not None and not ends and t.preview_seconds > PREVIEW_SHARE * t.course.seconds:
        return
    begun = time.monotonic()
    drawn_HW4 = t.preview_HW4 = t.recipe.draw(t.recipe.network(t.averages))
    t.preview_seconds += time.monotonic() - begun
    file = f"{PREVIEWS}/{t.course.step:010d}.png"
    make_folder(t.run / PREVIEWS)
    yield from _patiently(t, lambda: write_sprite(t.run / file, Sprite(rgba_HWC=drawn_HW4)))
    yield Snapshot(step=t.course.step, file=file)


# Writing


def _patiently(t: _Training, write: Callable[[], object]) -> Iterator[Event]:
    """Write; while the disk is full, say so once, wait and try again."""
    told = False
    while True:
        try:
            write()
        except DiskFullError as error:
            if not told:
                yield Paused(reason=f"{error.message} Free some space; the training then goes on by itself.")
            told = True
            yield from _wait(t, RETRY_SECONDS)
        else:
            return


def _save_patiently(t: _Training) -> Iterator[Event]:
    yield from _patiently(t, lambda: _save_state(t))
    t.saved = time.monotonic()


def _save_state(t: _Training) -> None:
    if t.is_first:
        facts = {"format_version": FORMAT_VERSION, "course": t.course.as_facts(), "data": t.fingerprint}
        states.save(t.run, t.course.step, t.learner.state(), facts)


def _save_pack(t: _Training, figures: dict[str, float]) -> None:
    request, card = t.request, t.recipe.card(figures)
    record = {
        "command": request.command or command_line(request),
        "run": t.fingerprint[:16],
        "finished": datetime.now(UTC).date().isoformat(),
        "minutes": round(t.course.seconds / 60, 1),
        "device": describe(t.door.device),
        "processes": t.door.num_processes,
        "started_from": Path(request.start).name,
        "steps": t.course.step,
        "train": to_dict(request.train),
        "reading": to_dict(request.reading),
        "curve": [*t.course.curve, {"step": float(t.course.step)} | figures],
    }
    card = dataclasses.replace(card, record=card.record | record)
    preview_HW4 = t.preview_HW4 if t.preview_HW4 is not None else np.zeros((8, 8, 4), np.uint8)
    save_pack(t.run / PACK, t.recipe.network(t.averages), card, preview_HW4)


def _publish(t: _Training) -> Generator[Event, None, Path]:
    """Measure the best pack on all that is held out, let it draw its preview, copy it to the person's own packs."""
    network, card = load_model(t.run / PACK)
    network = copy.deepcopy(network).to(t.door.device)
    figures = yield from _measure(t, network, 0)
    card = dataclasses.replace(card, metrics=t.recipe.card(figures).metrics)
    write_json(t.run / PACK / CARD, card)
    write_sprite(t.run / PACK / PREVIEW, Sprite(rgba_HWC=t.recipe.draw(network)))
    kept = paths.user_packs() / t.request.name
    if (kept / CARD).is_file() and read_card(kept).record.get("run") != card.record["run"]:
        remove_pack(kept)
        yield Log(text=f"Another pack was called {kept.name}: it is kept among the removed ones.")
    copy_pack(t.run / PACK, kept)
    return kept


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None
