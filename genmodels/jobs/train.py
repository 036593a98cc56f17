"""Train a pack: one loop from pictures to pack, in a run folder that holds all that is needed to go on after a stop.

A run folder: run.json (the request, the data's fingerprint, versions), events.jsonl (what window and command line
show), state.safetensors (to resume), pack/ (the best averaged weights so far), STOP (ask the run to save and end).
"""

import copy
import dataclasses
import math
import platform
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from genmodels.api.codec import to_dict
from genmodels.api.configs import TrainConfig, TrainRequest
from genmodels.api.errors import ResourceError, StorageError
from genmodels.api.messages import Done, Event, Log, Metrics, Progress
from genmodels.api.packs import FORMAT_VERSION, PackCard
from genmodels.data import colours, sprites
from genmodels.models import pixelrnn
from genmodels.models.pixelrnn import training
from genmodels.runtime import mixed_precision, pick_device, rng, seed_torch
from genmodels.storage import load_state, save_pack, save_state, write_json

STATE, REQUEST, PACK, STOP = "state.safetensors", "run.json", "pack", "STOP"
SAVE_SECONDS = 60.0
WARM_STEPS = 100
FORMATS = {"progress_seconds": 2.0}


@dataclasses.dataclass(slots=True)
class _Course:
    """Where a run stands; all of it is in the state."""

    step: int = 0
    seconds: float = 0.0
    best: float = math.inf
    checks_since_best: int = 0
    curve: list[dict[str, float]] = dataclasses.field(default_factory=list)


def train(request: TrainRequest) -> Iterator[Event]:
    """Yield progress and metrics, then Done with the run folder and the pack's metrics.

    A run folder that has a state goes on from there. Closing the generator saves the state first.
    """
    run, config = Path(request.run), request.train
    device = pick_device(config.device)
    pictures, unreadable = sprites.read_pictures([Path(source) for source in request.data])
    if unreadable:
        yield Log(text=f"{len(unreadable)} files cannot be read and are left out, the first: {unreadable[0].reason}")
    train_pictures, valid_pictures = sprites.split(pictures, request.valid, config.seed)
    size = request.model.size or _size_of(train_pictures)
    clusters = colours.cluster(train_pictures, limit=request.model.colours)
    background_4 = sprites.background_of(train_pictures)
    train_NHW, valid_NHW = (
        colours.tokens(np.stack([sprites.fit(p.rgba_HW4, size, background_4) for p in side]), clusters.table_K4)
        for side in (train_pictures, valid_pictures)
    )
    yield Log(
        text=f"{len(train_NHW)} pictures to train on, {len(valid_NHW)} held out, {size}×{size} pixels, "
        f"{len(clusters.table_K4)} colours (mean error {clusters.error:.4f} in Oklab)"
    )
    shape = dataclasses.replace(request.model, size=size, colours=len(clusters.table_K4))
    seed_torch(config.seed)
    model = pixelrnn.build(shape, clusters.table_K4).to(device)
    average = copy.deepcopy(model).eval()
    optimizer = _optimizer(model, config)
    whole = training.draws_whole(shape.preset)
    batches = training.Batches(train_NHW, clusters.table_K4, config, whole=whole)
    course = _Course()
    fingerprint = sprites.fingerprint(pictures)
    if (run / STATE).exists():
        course = _restore(run, fingerprint, model, average, optimizer)
        yield Log(text=f"going on from step {course.step:,}")
    write_json(run / REQUEST, {"request": to_dict(request), "data": fingerprint, "versions": _versions(device)})
    (run / STOP).unlink(missing_ok=True)

    total = config.epochs * len(batches)
    clock = time.monotonic() - course.seconds
    saved = shown = time.monotonic()
    order_N, losses = np.zeros(0, np.int64), []
    try:
        while course.step < total and not (run / STOP).exists():
            course.seconds = time.monotonic() - clock
            gone = max(course.step / total, course.seconds / 60 / config.max_minutes if config.max_minutes else 0)
            if gone >= 1:
                break
            epoch = course.step // len(batches)
            if course.step % len(batches) == 0 or not len(order_N):
                order_N = rng(config.seed, epoch).permutation(len(train_NHW))
            batch = batches.draw(order_N, course.step, rng(config.seed, epoch, course.step))
            _set_rate(optimizer, _rate(config, course.step, gone, whole=whole))
            seed_torch(config.seed, course.step)
            losses.append(_step(model, optimizer, tuple(part.to(device) for part in batch), config.clip, device))
            course.step += 1
            _follow(average, model, min(config.average, course.step / (10 + course.step)))
            now = time.monotonic()
            if now - shown > FORMATS["progress_seconds"]:
                shown = now
                yield Progress(done=course.step, total=total, note=f"{losses[-1]:.3f} bits per pixel")
            if course.step % (len(batches) * config.check_epochs) == 0 or course.step == total:
                values, losses = {"loss": float(np.mean(losses)), "seconds": round(course.seconds)}, []
                for cover, bits_N in _held_out(average, valid_NHW, device):
                    values[cover] = float(bits_N.mean())
                    yield Progress(done=course.step, total=total, note=f"held out, {cover}")
                course.curve.append({"step": course.step} | {key: round(value, 4) for key, value in values.items()})
                yield Metrics(step=course.step, values=values)
                # The lecture's preset learns whole pictures only; ours is chosen for all that people hide.
                figure = (
                    values["whole"]
                    if whole
                    else float(np.mean([values[c] for c in ("whole", "lower-half", "lower-three-quarters", "box")]))
                )
                course.checks_since_best += 1
                if figure < course.best:
                    course.best, course.checks_since_best = figure, 0
                    _save_pack(request, shape, clusters, average, course, values, len(train_NHW), len(valid_NHW))
                if config.patience and course.checks_since_best >= config.patience:
                    yield Log(text=f"no better held-out figure in {config.patience} checks: ended early")
                    break
            if now - saved > SAVE_SECONDS:
                saved = now
                _save_state(run, fingerprint, model, average, optimizer, course)
    finally:
        _save_state(run, fingerprint, model, average, optimizer, course)
    yield Done(values={"run": str(run), "pack": str(run / PACK), "name": request.name, "best": course.best})


def _step(
    model: nn.Module, optimizer: torch.optim.Optimizer, batch: tuple[Tensor, ...], clip: float, device: torch.device
) -> float:
    """Take one step; returns the loss in bits per pixel."""
    model.train()
    with mixed_precision(device):
        loss = training.loss(model, batch)  # type: ignore[arg-type]
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), clip)
    if not math.isfinite(value := loss.item()):
        raise ResourceError("The loss is no longer a number.", hint="Resume the run with a lower rate.")
    optimizer.step()
    return value / math.log(2)


def _held_out(model: nn.Module, tokens_NHW: np.ndarray, device: torch.device) -> Iterator[tuple[str, np.ndarray]]:
    with mixed_precision(device):
        for cover, bits_N in training.held_out(model, tokens_NHW):  # type: ignore[arg-type]
            yield cover.value, bits_N


def _rate(config: TrainConfig, step: int, gone: float, *, whole: bool) -> float:
    """Return the learning rate: constant for the lecture's preset, else a short rise and a cosine fall."""
    if whole:
        return config.rate
    return config.rate * min(1.0, (step + 1) / WARM_STEPS) * (0.5 + 0.5 * math.cos(math.pi * gone))


def _set_rate(optimizer: torch.optim.Optimizer, rate: float) -> None:
    for group in optimizer.param_groups:
        group["lr"] = rate


def _optimizer(model: nn.Module, config: TrainConfig) -> torch.optim.Optimizer:
    """Return AdamW; biases, norms and other vectors do not decay."""
    matrices = [p for p in model.parameters() if p.ndim > 1]
    vectors = [p for p in model.parameters() if p.ndim <= 1]
    groups = [{"params": matrices, "weight_decay": config.weight_decay}, {"params": vectors, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=config.rate, betas=(0.9, 0.99))


@torch.no_grad()
def _follow(average: nn.Module, model: nn.Module, decay: float) -> None:
    """Move the averaged weights towards the model's."""
    for slow, fast in zip(average.parameters(), model.parameters(), strict=True):
        slow.lerp_(fast, 1 - decay)


def _size_of(pictures: list[sprites.Picture]) -> int:
    """Return the side that holds most pictures, a multiple of 4 from 8 to 64."""
    sides = sorted(max(p.rgba_HW4.shape[:2]) for p in pictures)
    return min(64, max(8, -(-sides[int(0.95 * (len(sides) - 1))] // 4) * 4))


def _save_pack(
    request: TrainRequest, shape: Any, clusters: colours.Clusters, model: nn.Module, course: _Course,
    values: dict[str, float], trained: int, held: int,
) -> None:  # fmt: skip
    bits = {cover.value: round(values[cover.value], 4) for cover in training.Cover}
    card = PackCard(
        format_version=FORMAT_VERSION,
        family="pixelrnn",
        name=request.name,
        title=request.title or request.name,
        licence=request.licence,
        trained_on=request.trained_on or f"{trained} pictures from {', '.join(Path(d).name for d in request.data)}",
        config=to_dict(shape),
        colours=tuple(bytes(colour).hex() for colour in clusters.table_K4),
        record={
            "command": request.command, "pictures": trained, "minutes": round(course.seconds / 60, 1),
            "device": _versions(next(model.parameters()).device), "colour_error": round(clusters.error, 5),
            "train": to_dict(request.train), "curve": course.curve,
        },
        metrics={"valid_pictures": held, "bits_per_hidden_pixel": bits},
    )  # fmt: skip
    save_pack(Path(request.run) / PACK, model, card, _swatches(clusters.table_K4))


def _swatches(table_K4: np.ndarray) -> np.ndarray:
    """Return the pack's colours as a picture, until samples take its place."""
    side = math.ceil(math.sqrt(len(table_K4)))
    cells_N4 = np.zeros((side * side, 4), np.uint8)
    cells_N4[: len(table_K4)] = table_K4
    return cells_N4.reshape(side, side, 4).repeat(4, 0).repeat(4, 1)


def _save_state(
    run: Path, data: str, model: nn.Module, average: nn.Module, optimizer: torch.optim.Optimizer, course: _Course
) -> None:
    tensors = {f"model.{name}": value for name, value in model.state_dict().items()}
    tensors |= {f"average.{name}": value for name, value in average.state_dict().items()}
    for number, state in optimizer.state_dict()["state"].items():
        tensors |= {f"optimizer.{number}.{name}": value for name, value in state.items()}
    best = course.best if math.isfinite(course.best) else None
    save_state(run / STATE, tensors, dataclasses.asdict(course) | {"best": best, "data": data})


def _restore(run: Path, data: str, model: nn.Module, average: nn.Module, optimizer: torch.optim.Optimizer) -> _Course:
    tensors, facts = load_state(run / STATE)
    if facts.pop("data") != data:
        message = f"The run “{run.name}” was started on other pictures."
        raise StorageError(message, hint="Bring the pictures back, or choose another run folder.")
    for prefix, module in (("model.", model), ("average.", average)):
        module.load_state_dict({k.removeprefix(prefix): v for k, v in tensors.items() if k.startswith(prefix)})
    moments: dict[int, dict[str, Tensor]] = {}
    for key, value in tensors.items():
        if key.startswith("optimizer."):
            _, number, name = key.split(".")
            moments.setdefault(int(number), {})[name] = value
    optimizer.load_state_dict({"state": moments, "param_groups": optimizer.state_dict()["param_groups"]})
    best = math.inf if facts["best"] is None else facts["best"]
    return _Course(**facts | {"best": best})


def _versions(device: torch.device) -> str:
    kind = torch.cuda.get_device_name(device) if device.type == "cuda" else f"{torch.get_num_threads()} CPU threads"
    return f"{kind}, torch {torch.__version__}, Python {platform.python_version()}"
