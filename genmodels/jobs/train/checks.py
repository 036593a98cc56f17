"""The checks of a run: held-out figures, previews, and the pack that is the best so far."""

import copy
import dataclasses
import time
from collections.abc import Generator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import torch
from accelerate.utils import broadcast_object_list
from torch import nn

from genmodels.api import paths
from genmodels.api.codec import to_dict
from genmodels.api.command_line import command_line
from genmodels.api.errors import PackError, ResourceError, is_out_of_memory
from genmodels.api.messages import Event, Health, Log, Metrics, Progress, Snapshot
from genmodels.api.own_packs import remove_pack
from genmodels.api.packs import CARD, PackCard, read_card
from genmodels.api.runs import PACK, PREVIEWS
from genmodels.jobs.loading import load_model
from genmodels.jobs.train.returning import go_back, save_sound
from genmodels.jobs.train.training import Training, patiently
from genmodels.media.sprite import Sprite, write_sprite
from genmodels.runtime import describe
from genmodels.storage import copy_pack, save_pack

PREVIEW_SHARE = 0.03  # of the time at most


def check(t: Training, *, ends: bool) -> Iterator[Event]:
    """Measure the averaged weights on a sample of what is held out, and keep them as the pack where they are the best.

    ends: no step follows.
    """
    figures: dict[str, float] = {}
    if t.is_first:
        figures = yield from _measure(t, t.network, t.recipe.measured)
        if t.recipe.care:
            figures |= dict(t.recipe.care.measure(t.course.step, t.course.notes))
    if t.door.num_processes > 1:
        shared = [figures]
        broadcast_object_list(shared)
        figures = shared[0]
    if t.is_first:
        t.recipe.settle(t.network, figures)
        yield from _preview(t, ends=ends)
        if figures["held_out"] < t.course.best:
            yield from patiently(t, lambda: _save_pack(t, figures))
    noted = copy.deepcopy(t.course)
    point = noted.note_check(figures)
    told: list[Event] = [Metrics(step=noted.step, values=point)]
    if t.recipe.care is None:
        t.course = (
            noted  # without a yield from here to the state's save: a check is done wholly or, after a stop, again
        )
    else:
        finding = t.recipe.care.judge(figures, noted.notes)
        noted.notes = finding.notes
        if finding.is_sound and t.is_first:
            yield from patiently(t, lambda: save_sound(t, noted))
        t.course = noted
        told.append(Health(step=noted.step, lights=finding.lights, answer=finding.answer))
        if finding.answer:
            told.append(Log(text=finding.answer))
        if finding.goes_back:
            yield from go_back(t)
    yield from told


def publish(t: Training) -> Generator[Event, None, Path]:
    """Measure the best pack on all that is held out, let it draw its preview, copy it to the person's own packs."""
    if not (t.run / PACK / CARD).is_file():
        message = "No held-out figure was ever a number: there is no pack to keep."
        raise ResourceError(message, hint="Start again in another run folder with a lower --rate.")
    network, card = load_model(t.run / PACK)
    network = copy.deepcopy(network).to(t.door.device)
    figures = yield from _measure(t, network, 0)
    card = dataclasses.replace(card, metrics=t.recipe.card(figures).metrics)
    t.recipe.settle(network, figures)
    drawn_HW4 = t.recipe.draw(network)
    yield from patiently(t, lambda: save_pack(t.run / PACK, network, card, drawn_HW4))
    kept = paths.user_packs() / t.request.name
    if (kept / CARD).is_file() and _run_of(kept) != card.record["run"]:
        yield from patiently(t, lambda: remove_pack(kept))
        yield Log(text=f"Another pack was called {kept.name}: it is kept among the removed ones.")
    yield from patiently(t, lambda: copy_pack(t.run / PACK, kept))
    return kept


def _run_of(pack: Path) -> object:
    try:
        return read_card(pack).record.get("run")
    except PackError:  # damaged, or of a later version: another one's in any case
        return None


def _measure(t: Training, network: nn.Module, most: int) -> Generator[Event, None, dict[str, float]]:
    """Return held-out figures by name; of at most so many examples, 0 takes all."""
    try:
        return (yield from _figures(t, network, most))
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
    yield Log(text="There was no memory for a held-out check beside the training: it is made on the CPU.")
    if t.door.device.type == "cuda":
        torch.cuda.empty_cache()
    return (yield from _figures(t, copy.deepcopy(network).cpu(), most))


def _figures(t: Training, network: nn.Module, most: int) -> Generator[Event, None, dict[str, float]]:
    figures, measures = dict[str, float](), t.recipe.measure(network, most)
    while True:
        with t.door.autocast():
            measured = next(measures, None)
        if measured is None:
            return figures
        figures[measured[0]] = measured[1]
        yield Progress(done=t.course.step, total=t.plan.steps, note=f"held out, {measured[0]}")


def _preview(t: Training, *, ends: bool) -> Iterator[Event]:
    """Draw from the seeds that never change, unless previews have already taken more than their share of the time."""
    if t.preview_HW4 is not None and not ends and t.preview_seconds > PREVIEW_SHARE * t.course.seconds:
        return
    begun = time.monotonic()
    drawn_HW4 = t.preview_HW4 = t.recipe.draw(t.network)
    t.preview_seconds += time.monotonic() - begun
    file = f"{PREVIEWS}/{t.course.step:010d}.png"
    yield from patiently(t, lambda: _write_preview(t.run / file, drawn_HW4))
    yield Snapshot(step=t.course.step, file=file)


def _write_preview(path: Path, drawn_HW4: np.ndarray) -> None:
    paths.make_folder(path.parent)
    write_sprite(path, Sprite(rgba_HWC=drawn_HW4))


def _save_pack(t: Training, figures: dict[str, float]) -> None:
    preview_HW4 = t.preview_HW4 if t.preview_HW4 is not None else np.zeros((8, 8, 4), np.uint8)
    save_pack(t.run / PACK, t.network, _card(t, figures), preview_HW4)


def _card(t: Training, figures: dict[str, float]) -> PackCard:
    """Return the recipe's card with what the loop knows of the run."""
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
    return dataclasses.replace(card, record=card.record | record)
