"""The beginning of a run: its folder is laid out, so that it needs nothing else any more, or taken up again."""

import dataclasses
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from accelerate import Accelerator

from genmodels.api import paths
from genmodels.api.codec import to_dict
from genmodels.api.configs import TrainRequest
from genmodels.api.errors import ResourceError, StorageError
from genmodels.api.families import examples_of
from genmodels.api.messages import Event, Log
from genmodels.api.packs import CARD, FORMAT_VERSION
from genmodels.api.runs import DATA, PACK, PAUSE, REQUEST, START, read_request
from genmodels.jobs.loading import load_model
from genmodels.jobs.train.training import Training, save_state
from genmodels.runtime import describe
from genmodels.storage import copy_pack, load_state, recover_pack, write_json
from genmodels.storage import save_state as save_tensors
from genmodels.training import families, states
from genmodels.training.course import Course, Plan
from genmodels.training.learner import Learner

State = tuple[dict[str, torch.Tensor], dict[str, Any]]


def lay_out(request: TrainRequest, device: torch.device) -> Iterator[Event]:
    """Read data and pack to go on from into the run folder, unless they are there.

    Raises InputError, PackError, StorageError before anything is there that would stand in the way of another try.
    """
    run = Path(request.run)
    paths.make_folder(run)
    (run / PAUSE).unlink(missing_ok=True)
    recover_pack(run / PACK)
    about = {"format_version": FORMAT_VERSION, "versions": describe(device)}
    if (run / DATA).exists():
        before = read_request(run)
        if changed := _changes(before, request):
            message = f"The run “{run.name}” was started with other settings: {', '.join(changed)}."
            raise StorageError(message, hint="Give the same ones, or choose another run folder.")
        write_json(run / REQUEST, about | {"request": to_dict(dataclasses.replace(request, start=before.start))})
        return
    kept = paths.user_packs() / request.name
    if kept.exists() and not (kept / CARD).is_file():
        raise StorageError(f"“{kept}” is there already and is not a pack.", hint="Choose another --name.")
    write_json(run / REQUEST, about | {"request": to_dict(request)})  # so that it can be resumed from its first moment
    arrays, facts, remarks = yield from families.read(request)
    for text in remarks:
        yield Log(text=text)
    request = dataclasses.replace(request, start=families.start(request, arrays, facts))
    if request.start:
        # Now, because it refuses what cannot be.
        recipe = families.recipe(request, arrays, facts, load_model(Path(request.start)))
        copy_pack(Path(request.start), run / START)  # which may be renamed or removed later
        how = "going on from" if recipe.continues else "working in the codes of"
        yield Log(text=f"{how} the pack {Path(request.start).name}")
    write_json(run / REQUEST, about | {"request": to_dict(request)})
    tensors = {name: torch.from_numpy(array) for name, array in arrays.items()}
    save_tensors(run / DATA, tensors, facts | {"format_version": FORMAT_VERSION})


def prepare(request: TrainRequest, door: Accelerator) -> Training:
    """Return the training of a run folder that was laid out; raises ResourceError where it cannot be shared out."""
    run = Path(request.run)
    request = dataclasses.replace(request, start=read_request(run).start)
    tensors, facts = load_state(run / DATA)
    arrays = {name: tensor.numpy() for name, tensor in tensors.items()}
    start = load_model(run / START) if request.start else None
    recipe = families.recipe(request, arrays, facts, start)
    config = request.train
    if min(config.batch, recipe.examples) < door.num_processes:
        message = f"A batch of {min(config.batch, recipe.examples)} cannot be shared by {door.num_processes} processes."
        raise ResourceError(message, hint="Choose a larger --batch, or start fewer processes.")
    per_epoch = max(1, recipe.examples // config.batch)
    steps = config.epochs * per_epoch or recipe.steps[request.effort]
    return Training(
        request=request,
        door=door,
        recipe=recipe,
        learner=Learner(recipe.parts, config, door, recipe.betas),
        plan=Plan(
            config=config, steps=steps, steps_per_epoch=per_epoch, falls=recipe.falls, continues=recipe.continues
        ),
        fingerprint=_fingerprint(request, [arrays[name].tobytes() for name in sorted(arrays)]),
        course=Course(),
    )


def restore(t: Training) -> Iterator[Event]:
    """Go on from the newest state, or make the first one."""
    found = states.newest(t.run)
    if found is None:
        save_state(t)
        return
    take_up(t, found)
    yield Log(text=f"going on from step {t.course.step:,}")


def take_up(t: Training, state: State) -> None:
    """Make the training what the state tells of; raises StorageError where it is another run's."""
    tensors, facts = state
    if facts.get("format_version") != FORMAT_VERSION:
        message = f"The run “{t.run.name}” has states of format {facts.get('format_version')!r}."
        raise StorageError(message, hint="Update Spriteverse, or train anew in another run folder.")
    if facts.get("data") != t.fingerprint:
        message = (
            f"The run “{t.run.name}” was started on other {examples_of(t.request.family)}, or with other settings."
        )
        raise StorageError(message, hint="Bring them back, or choose another run folder.")
    t.learner.restore(tensors)
    t.course = Course.of_facts(facts["course"])
    t.told_step = t.course.step
    if t.door.num_processes > 1:
        t.course.pieces = 1  # of as many rows in each process


def _changes(before: TrainRequest, now: TrainRequest) -> list[str]:
    """Return the names of settings without which a run is another one."""
    pairs: list[tuple[Any, Any, list[str]]] = [
        (before, now, ["data", "family", "reading", "valid", "model"]),
        (before.train, now.train, ["seed", "batch"]),
        (before, now, [] if families.leaves_start_open(now) else ["start"]),
    ]
    return [name for old, new, names in pairs for name in names if getattr(old, name) != getattr(new, name)]


def _fingerprint(request: TrainRequest, data: list[bytes]) -> str:
    """Return a hash of all that must be the same for a run to go on exactly; settings at their defaults stay out.

    So a later version with one setting more can go on with it.
    """
    model = {
        field.name: to_dict(getattr(request.model, field.name))
        for field in dataclasses.fields(request.model)
        if getattr(request.model, field.name) != field.default
    }
    same = [request.family.value, request.start, model, request.train.seed, request.train.batch]
    return hashlib.sha256(b"".join([*data, json.dumps(same, sort_keys=True).encode()])).hexdigest()
