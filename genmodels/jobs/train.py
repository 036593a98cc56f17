"""Train a pack: one loop from pictures to pack, in a run folder that holds all that is needed to go on after a stop.

A run folder: run.json (the request, the data's fingerprint, versions), events.jsonl (what window and command line
show), state.safetensors (to resume), pack/ (the best averaged weights so far), STOP (ask the run to save and end).
"""

import copy
import dataclasses
import hashlib
import math
import platform
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from genmodels.api import paths
from genmodels.api.codec import to_dict
from genmodels.api.configs import PixelRNNConfig, TrainConfig, TrainRequest
from genmodels.api.errors import ResourceError, StorageError
from genmodels.api.messages import Done, Event, Log, Metrics, Progress
from genmodels.api.packs import FORMAT_VERSION, PackCard
from genmodels.data import colours, sprites
from genmodels.jobs.preview import preview
from genmodels.media.masks import Cover
from genmodels.models import pixelrnn
from genmodels.models.pixelrnn import training
from genmodels.runtime import mixed_precision, pick_device, rng, seed_torch
from genmodels.storage import copy_pack, load_state, make_folder, save_pack, save_state, write_json

STATE, REQUEST, PACK, STOP = "state.safetensors", "run.json", "pack", "STOP"
SAVE_SECONDS, SHOW_SECONDS = 60.0, 2.0
WARM_STEPS = 100


@dataclasses.dataclass(slots=True, kw_only=True)
class _Course:
    """Where a run stands; all of it is in the state."""

    step: int = 0
    checked: int = -1  # the step of the last held-out check
    seconds: float = 0.0
    best: float = math.inf  # held-out bits per hidden pixel
    checks_since_best: int = 0
    curve: list[dict[str, float]] = dataclasses.field(default_factory=list)


@dataclasses.dataclass(slots=True, kw_only=True, eq=False)
class _Training:
    """All that a running training holds."""

    request: TrainRequest
    shape: PixelRNNConfig
    device: torch.device
    clusters: colours.Clusters
    batches: training.Batches
    valid_NHW: np.ndarray
    fingerprint: str
    remarks: tuple[str, ...]  # what to tell of the pictures
    model: pixelrnn.PixelRNN
    average: pixelrnn.PixelRNN
    optimizer: torch.optim.Optimizer
    course: _Course

    @property
    def run(self) -> Path:
        return Path(self.request.run)

    @property
    def total(self) -> int:
        """Steps of the whole run."""
        return self.request.train.epochs * len(self.batches)

    @property
    def gone(self) -> float:
        """Share of the run that is behind us, by steps or by the clock, whichever is further."""
        limit = 60 * self.request.train.max_minutes
        return max(self.course.step / self.total, self.course.seconds / limit if limit else 0.0)

    @property
    def is_over(self) -> bool:
        """Whether the run has come to its end, has stopped getting better, or was asked to stop."""
        patience = self.request.train.patience
        return self.gone >= 1 or 0 < patience <= self.course.checks_since_best or (self.run / STOP).exists()

    @property
    def check_is_due(self) -> bool:
        """Whether the averaged weights are to be measured before the next step."""
        step, every = self.course.step, len(self.batches) * self.request.train.check_epochs
        return self.course.checked != step and (self.is_over or (step > 0 and step % every == 0))


def train(request: TrainRequest) -> Iterator[Event]:
    """Yield progress and metrics, then Done with the run folder and the pack's place.

    A run folder that has a state goes on from there. Closing the generator saves the state first. The finished pack is
    copied to the person's own packs.
    """
    t = _prepare(request)
    make_folder(t.run)
    (t.run / STOP).unlink(missing_ok=True)
    for text in t.remarks:
        yield Log(text=text)
    if (t.run / STATE).exists():
        _restore(t)
        yield Log(text=f"going on from step {t.course.step:,}")
    facts = {"request": to_dict(request), "data": t.fingerprint, "versions": _versions(t.device)}
    write_json(t.run / REQUEST, {"format_version": FORMAT_VERSION} | facts)
    start = time.monotonic() - t.course.seconds
    saved = shown = time.monotonic()
    losses: list[float] = []
    try:
        while t.check_is_due or not t.is_over:
            if t.check_is_due:
                yield from _check(t, float(np.mean(losses or [math.nan])))
                losses.clear()
                continue
            losses.append(_step(t))
            now = time.monotonic()
            t.course.seconds = now - start
            if now - shown > SHOW_SECONDS:
                shown = now
                yield Progress(done=t.course.step, total=t.total, note=f"{losses[-1]:.3f} bits per pixel")
            if now - saved > SAVE_SECONDS:
                saved = now
                _save_state(t)
    finally:
        _save_state(t)
    kept = paths.user_home() / "packs" / request.name
    copy_pack(t.run / PACK, kept)
    yield Done(values={"run": str(t.run), "pack": str(kept), "name": request.name, "best": t.course.best})


def _prepare(request: TrainRequest) -> _Training:
    config, device = request.train, pick_device(request.train.device)
    pictures, unreadable = sprites.read_pictures([Path(source) for source in request.data])
    trained, held = sprites.split(pictures, request.valid, config.seed)
    size = request.model.size or _size_of(trained)
    clusters = colours.cluster(trained, limit=request.model.colours)
    background_4 = sprites.background_of(trained)
    trained_NHW, held_NHW = (
        colours.tokens(np.stack([sprites.fit(p.rgba_HW4, size, background_4) for p in side]), clusters.table_K4)
        for side in (trained, held)
    )
    shape = dataclasses.replace(request.model, size=size, colours=len(clusters.table_K4))
    seed_torch(config.seed)
    model = pixelrnn.build(shape, clusters.table_K4).to(device)
    return _Training(
        request=request,
        shape=shape,
        device=device,
        clusters=clusters,
        batches=training.Batches(trained_NHW, clusters.table_K4, config, whole=training.learns_whole(shape.preset)),
        valid_NHW=held_NHW,
        fingerprint=_fingerprint(trained_NHW, held_NHW, clusters.table_K4, shape, config.seed, config.batch),
        remarks=(
            f"{len(trained)} pictures to train on, {len(held)} held out",
            f"{size}×{size} pixels, {shape.colours} colours (mean error {clusters.error:.4f} in Oklab)",
            *([f"{len(unreadable)} files left out, the first: {unreadable[0].reason}"] if unreadable else []),
            *(
                [f"{cut} pictures show more than fits on {size}×{size} and are cut"]
                if (cut := _cut(pictures, size, background_4))
                else []
            ),
        ),
        model=model,
        average=copy.deepcopy(model).eval(),
        optimizer=_optimizer(model, config),
        course=_Course(),
    )


def _step(t: _Training) -> float:
    """Take one step; returns the loss in bits per pixel. All chance in it follows from the seed and the step."""
    config, step = t.request.train, t.course.step
    epoch = step // len(t.batches)
    order_N = rng(config.seed, epoch).permutation(len(t.batches.tokens_NHW))
    batch = t.batches.draw(order_N, step, rng(config.seed, epoch, step))
    seed_torch(config.seed, step)
    t.model.train()
    with mixed_precision(t.device):
        loss = training.loss(t.model, tuple(part.to(t.device) for part in batch))
    t.optimizer.zero_grad(set_to_none=True)
    loss.backward()
    norm = nn.utils.clip_grad_norm_(t.model.parameters(), config.clip)
    if not math.isfinite(value := loss.item()) or not math.isfinite(norm.item()):
        hint = f"Start again in another run folder, with a --rate lower than {config.rate:g}."
        raise ResourceError("The loss is no longer a number; the weights of the step before are kept.", hint=hint)
    for group in t.optimizer.param_groups:
        group["lr"] = _rate(t)
    t.optimizer.step()
    t.course.step += 1
    _follow(t.average, t.model, min(config.average, t.course.step / (10 + t.course.step)))
    return value / math.log(2)


def _rate(t: _Training) -> float:
    """Return the learning rate: constant for the lecture's preset, else a short rise and a cosine fall."""
    rate = t.request.train.rate
    if training.learns_whole(t.shape.preset):
        return rate
    return rate * min(1.0, (t.course.step + 1) / WARM_STEPS) * (0.5 + 0.5 * math.cos(math.pi * min(1.0, t.gone)))


def _check(t: _Training, loss: float) -> Iterator[Event]:
    """Measure the averaged weights on the held-out pictures, and keep them as the pack where they are the best yet."""
    values = {"loss": loss, "seconds": float(round(t.course.seconds))}
    for cover in Cover:
        with mixed_precision(t.device):
            values[cover.value] = float(training.held_out(t.average, t.valid_NHW, cover).mean())
        yield Progress(done=t.course.step, total=t.total, note=f"held out, {cover}")
    # From here to the end without a yield: a check is done wholly or, after a stop, again.
    point = {name: round(value, 4) for name, value in values.items() if math.isfinite(value)}
    t.course.curve.append({"step": float(t.course.step)} | point)
    # The lecture's preset learns whole pictures only; ours is chosen for all that people hide.
    covers = [Cover.WHOLE] if training.learns_whole(t.shape.preset) else list(Cover)
    figure = float(np.mean([values[cover.value] for cover in covers]))
    t.course.checked = t.course.step
    t.course.checks_since_best += 1
    if figure < t.course.best:
        t.course.best, t.course.checks_since_best = figure, 0
        _save_pack(t, values)
    yield Metrics(step=t.course.step, values=point)


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


def _cut(pictures: list[sprites.Picture], size: int, background_4: np.ndarray) -> int:
    """Return how many pictures show more than fits on the square."""
    there = [(p.rgba_HW4 != background_4).any(-1) for p in pictures]
    fitted = [(sprites.fit(p.rgba_HW4, size, background_4) != background_4).any(-1) for p in pictures]
    return sum(int(before.sum() > after.sum()) for before, after in zip(there, fitted, strict=True))


def _fingerprint(*parts: object) -> str:
    """Return a hash of all that must be the same for a run to go on exactly: data, split, colours, shape, order."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.tobytes() if isinstance(part, np.ndarray) else repr(part).encode())
    return digest.hexdigest()


def _save_pack(t: _Training, values: dict[str, float]) -> None:
    request, trained = t.request, len(t.batches.tokens_NHW)
    bits = {cover.value: round(values[cover.value], 4) for cover in Cover}
    card = PackCard(
        format_version=FORMAT_VERSION,
        family="pixelrnn",
        name=request.name,
        title=request.title or request.name,
        licence=request.licence,
        trained_on=request.trained_on or f"{trained} pictures from {', '.join(Path(d).name for d in request.data)}",
        config=to_dict(t.shape),
        colours=tuple(bytes(colour).hex() for colour in t.clusters.table_K4),
        record={
            "command": request.command,
            "pictures": trained,
            "minutes": round(t.course.seconds / 60, 1),
            "device": _versions(t.device),
            "colour_error": round(t.clusters.error, 5),
            "train": to_dict(request.train),
            "curve": t.course.curve,
        },
        metrics={"valid_pictures": len(t.valid_NHW), "bits_per_hidden_pixel": bits},
    )
    drawer = copy.deepcopy(t.average).cpu()
    save_pack(t.run / PACK, t.average, card, preview(drawer, t.clusters.table_K4))


def _save_state(t: _Training) -> None:
    tensors = {f"model.{name}": value for name, value in t.model.state_dict().items()}
    tensors |= {f"average.{name}": value for name, value in t.average.state_dict().items()}
    for number, state in t.optimizer.state_dict()["state"].items():
        tensors |= {f"optimizer.{number}.{name}": value for name, value in state.items()}
    best = t.course.best if math.isfinite(t.course.best) else None
    save_state(
        t.run / STATE,
        tensors,
        {
            "format_version": FORMAT_VERSION,
            "course": dataclasses.asdict(t.course) | {"best": best},
            "data": t.fingerprint,
        },
    )


def _restore(t: _Training) -> None:
    tensors, facts = load_state(t.run / STATE)
    if facts.get("format_version") != FORMAT_VERSION or facts.get("data") != t.fingerprint:
        message = f"The run “{t.run.name}” was started on other pictures, or with other settings."
        raise StorageError(message, hint="Bring them back, or choose another run folder.")
    for prefix, module in (("model.", t.model), ("average.", t.average)):
        module.load_state_dict({k.removeprefix(prefix): v for k, v in tensors.items() if k.startswith(prefix)})
    moments: dict[int, dict[str, Tensor]] = {}
    for key, value in tensors.items():
        if key.startswith("optimizer."):
            _, number, name = key.split(".")
            moments.setdefault(int(number), {})[name] = value
    t.optimizer.load_state_dict({"state": moments, "param_groups": t.optimizer.state_dict()["param_groups"]})
    course = facts["course"]
    t.course = _Course(**course | {"best": math.inf if course["best"] is None else course["best"]})


def _versions(device: torch.device) -> str:
    kind = torch.cuda.get_device_name(device) if device.type == "cuda" else f"{torch.get_num_threads()} CPU threads"
    return f"{kind}, torch {torch.__version__}, Python {platform.python_version()}"
