"""The speed of the training loop beside bare steps on the same tensors, and what states and previews cost a minute."""

import contextlib
import dataclasses
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from genmodels.api.configs import Family, Preset, TrainConfig, TrainRequest
from genmodels.api.messages import Event, Log, Progress
from genmodels.api.presets import preset_configs
from genmodels.api.runs import DATA, read_request
from genmodels.jobs.train import train
from genmodels.jobs.train.checks import PREVIEW_SHARE
from genmodels.runtime import accelerator
from genmodels.storage import load_state
from genmodels.training import families, states
from genmodels.training.recipe import Recipe

ROOT = Path(__file__).parents[1]
SIDE, PICTURES, STEPS = 32, 64, 12
SAVE_SECONDS = TrainConfig().save_seconds


def sprites(folder: Path) -> Path:
    """Write round sprites of a dozen colours."""
    folder.mkdir(exist_ok=True)
    y_HW, x_HW = np.mgrid[:SIDE, :SIDE]
    rng = np.random.default_rng(1)
    for n in range(PICTURES):
        distance_HW = np.hypot((y_HW - SIDE / 2) * rng.uniform(0.8, 1.4), x_HW - SIDE / 2 + rng.uniform(-4, 4))
        table_K4 = np.pad(rng.integers(0, 256, (12, 3), dtype=np.uint8), ((0, 0), (0, 1)), constant_values=255)
        rgba_HW4 = np.where((distance_HW < 14)[..., None], table_K4[(distance_HW / 1.3).astype(int) % 12], 0)
        Image.fromarray(rgba_HW4.astype(np.uint8)).save(folder / f"{'abcdefgh'[n % 8]}{'abcdefgh'[n // 8]}.png")
    return folder


def loop(folder: Path, family: Family) -> tuple[float, float]:
    """Return the seconds of a step of the loop and of a bare one on the same tensors, medians of turns."""
    run = folder / family
    job, ours, bare = train(request(sprites(folder / "sprites"), run, family)), list[float](), list[float]()
    next(event for event in job if isinstance(event, Log) and "to train on" in event.text)
    _advance(job, 2)  # the first steps of a process are slower
    steps = _bare_steps(run)
    next(steps)
    for step in range(STEPS):
        ours.append(_seconds(lambda step=step: _advance(job, step + 3)))
        bare.append(_seconds(lambda: next(steps)))
    job.close()
    return statistics.median(ours), statistics.median(bare)


def overhead(folder: Path, family: Family) -> float:
    """Return the seconds that states and previews take of as long as lies between two states; after loop."""
    run = folder / family
    tensors, facts = states.newest(run) or ({}, {})
    begun = time.perf_counter()
    states.save(run, 1, tensors, facts)
    return time.perf_counter() - begun + PREVIEW_SHARE * SAVE_SECONDS


@contextlib.contextmanager
def busy(folder: Path) -> Iterator[None]:
    """Run a training of the same pictures in a process of its own meanwhile, as the window starts it."""
    command = [sys.executable, "-m", "genmodels", "train", "pixelrnn", str(folder / "sprites"), "--name", "busy"]
    command += ["--from", "scratch", "--run-folder", str(folder / "busy"), "--json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            for line in process.stdout:
                if '"per_second"' in line:  # it is under way
                    break
            yield
        finally:
            process.kill()


def request(data: Path, run: Path, family: Family) -> TrainRequest:
    """Return a training of the default network from scratch that is long enough to measure."""
    model, course = preset_configs(family, Preset.DEFAULT)
    course = dataclasses.replace(course, epochs=STEPS * course.batch // PICTURES + 2, check_epochs=1000)
    model = dataclasses.replace(model, size=SIDE)
    return TrainRequest(name="bench", data=(str(data),), run=str(run), family=family, model=model, train=course)


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _advance(job: Iterator[Event], step: int) -> None:
    """Drive the real job up to where it tells that this step is behind it."""
    for event in job:
        if isinstance(event, Progress) and event.done >= step:
            return


def _bare_steps(run: Path) -> Iterator[None]:
    """Take steps forward, backward and along the gradient, on the tensors of the same run, drawn beforehand."""
    tensors, facts = load_state(run / DATA)
    recipe: Recipe = families.recipe(read_request(run), {k: v.numpy() for k, v in tensors.items()}, facts, None)
    part, door = next(iter(recipe.parts.values())), accelerator("auto")
    part.to(door.device).train()
    optimizer = torch.optim.AdamW(part.parameters(), lr=1e-3)
    batches = [tuple(tensor.to(door.device) for tensor in recipe.batch(step, {})) for step in range(STEPS + 3)]
    for batch in batches:
        optimizer.zero_grad(set_to_none=True)
        with door.autocast():
            loss = part(*batch)
        loss.backward()
        optimizer.step()
        loss.item()
        yield
