"""What a verse VAE brings to the training loop: its lines, its networks, its figures, its pack."""

import contextlib
import copy
import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor, nn

from genmodels.api import paths
from genmodels.api.codec import from_dict, to_dict
from genmodels.api.configs import Effort, Family, Preset, Script, TrainRequest, VerseVAEConfig
from genmodels.api.errors import ConfigError, InputError, PackError
from genmodels.api.messages import Progress
from genmodels.api.packs import FORMAT_VERSION, PackCard, find_packs, read_card
from genmodels.api.runs import NEAREST
from genmodels.data.steps import Pace, Steps
from genmodels.data.verse.reading import Verse, read_verse_steps
from genmodels.data.verse.telling import verse_sentences
from genmodels.models.versevae import VerseVAE, build
from genmodels.models.versevae.pieces import find_pieces
from genmodels.models.versevae.preview import preview
from genmodels.models.versevae.spelling import Spelling
from genmodels.models.versevae.training import Batches, Lines, Objective, held_out, mean_codes, weights
from genmodels.models.versevae.writing import MOST_PIECES
from genmodels.models.versevae.written import Written
from genmodels.runtime import rng, seed_torch

STEPS = {Effort.QUICK: 4000, Effort.GOOD: 20_000, Effort.BEST: 60_000}
PASSES = {Effort.QUICK: 40, Effort.GOOD: 100, Effort.BEST: 200}  # over few lines, which are soon known by heart
LEAST_STEPS = {Effort.QUICK: 300, Effort.GOOD: 1000, Effort.BEST: 2500}
SPREAD = 1024  # lines whose codes tell mean and deviation at first
DIRECTED = 4096  # lines whose codes tell the principal directions
MEASURED = 512  # held-out lines that a check in the middle of a training looks at
FEWEST = 100  # lines of which a tenth can be held out
MOST_HELD = 5000
PART = "vae"
Arrays = dict[str, np.ndarray]


def read(request: TrainRequest) -> Steps[tuple[Arrays, dict[str, Any], tuple[str, ...]]]:
    """Return lines as numbers, facts (pieces and script among them), and remarks for people.

    Raises InputError where no training can come of the data, PackError where the pack to go on from cannot be read.
    """
    verse = yield from read_verse_steps([Path(source) for source in request.data], request.verse)
    remarks = list(verse_sentences(verse, request.verse))
    script = _script(verse)
    if len(verse.lines) > 1:
        remarks.append(f"One pack is for one language: only the lines in {_named(script)} are learnt.")
    lines = verse.lines[script]
    model = cast("VerseVAEConfig", request.model)  # which the request has made sure of
    start = _nearest(script) if request.start == NEAREST else request.start
    if start:
        pieces = from_dict(VerseVAEConfig, _verse_card(Path(start)).config).pieces
    else:
        pieces = yield from find_pieces(lines, model.vocabulary)
    held = set(rng(request.train.seed).permutation(len(lines))[: min(MOST_HELD, len(lines) // 10)].tolist())
    spelling = Spelling(pieces)
    trained = yield from _numbers(spelling, [line for n, line in enumerate(lines) if n not in held])
    kept_out = yield from _numbers(spelling, [line for n, line in enumerate(lines) if n in held])
    written = Written(len(lines))
    yield from written.fill(lines)
    arrays = {
        "trained_X": trained.numbers_X,
        "trained_N": trained.length_N,
        "held_X": kept_out.numbers_X,
        "held_N": kept_out.length_N,
        "written_X": written.filter_X.numpy(),
    }
    return arrays, {"pieces": list(pieces), "script": script.value, "lines": len(lines), "start": start}, tuple(remarks)


def _script(verse: Verse) -> Script:
    """Return the script that most lines are in; raises InputError where there are too few."""
    script = max(verse.lines, key=lambda one: len(verse.lines[one]), default=None)
    if script is None or len(verse.lines[script]) < FEWEST:
        message = "There is too little verse to learn from."
        raise InputError(message, hint=f"Choose text files with {FEWEST} different lines or more, one to a line.")
    return script


def _named(script: Script) -> str:
    return "Chinese" if script is Script.HAN else "Latin letters"


def _nearest(script: Script) -> str:
    """Return the folder of the first of our own packs that knows this script; empty where there is none."""
    for folder in find_packs(*paths.pack_roots()):
        with contextlib.suppress(PackError, ConfigError):  # a damaged pack is no pack to go on from
            config = from_dict(VerseVAEConfig, _verse_card(folder).config)
            if (config.script, config.preset) == (script, Preset.DEFAULT):
                return str(folder)
    return ""


def _verse_card(folder: Path) -> PackCard:
    card = read_card(folder)
    if card.family != Family.VERSE_VAE:
        message = f"The pack “{card.name}” is of another family: a model that writes verse cannot go on."
        raise PackError(message, hint="Choose a pack that writes verse, or start from scratch.")
    return card


def _numbers(spelling: Spelling, lines: list[str]) -> Steps[Lines]:
    """Return the lines as numbers of pieces; what is longer than a line can be is cut."""
    rows, pace = list[list[int]](), Pace()
    for done, line in enumerate(lines):
        rows.append(spelling.numbers(line)[:MOST_PIECES])
        if pace.is_due():
            yield Progress(done=done, total=len(lines), note="spelling the lines")
    numbers_X = np.fromiter((number for row in rows for number in row), np.int32)
    return Lines(numbers_X, np.array([len(row) for row in rows], np.int32))


class VerseVAERecipe:
    """A training of either verse VAE."""

    def __init__(
        self,
        request: TrainRequest,
        arrays: Mapping[str, np.ndarray],
        facts: Mapping[str, Any],
        start: tuple[nn.Module, PackCard] | None,
    ) -> None:
        """Take what `read` returned, and the model to go on from with its card."""
        self._request, self._facts = request, facts
        self._trained, self._held = (Lines(arrays[f"{name}_X"], arrays[f"{name}_N"]) for name in ("trained", "held"))
        wanted = cast("VerseVAEConfig", request.model)
        shape = dataclasses.replace(
            wanted, pieces=tuple(facts["pieces"]), script=Script(facts["script"]), written=facts["lines"]
        )
        if start:
            before = from_dict(VerseVAEConfig, start[1].config)
            same = {name: getattr(before, name) for name in ("preset", "numbers", "embedding", "reading", "width")}
            shape = dataclasses.replace(shape, **same)
        self.shape = shape
        seed_torch(request.train.seed)
        model = build(shape)
        if start:
            known = {name: value for name, value in start[0].state_dict().items() if not name.startswith("written.")}
            model.load_state_dict(known, strict=False)
        else:
            count = len(self._trained)
            model.begin_with(self._trained.rows(np.linspace(0, count - 1, min(count, SPREAD)).astype(int)))
        model.written.filter_X.copy_(_tensor(arrays["written_X"]))
        self.parts: dict[str, nn.Module] = {PART: Objective(model)}
        self._batches = Batches(self._trained, request.train.batch, request.train.seed)
        self.examples, self.held = len(self._trained), len(self._held)
        self.measured = min(self.held, MEASURED)
        self.steps: Mapping[Effort, int] = {
            effort: min(most, max(LEAST_STEPS[effort], PASSES[effort] * len(self._batches)))
            for effort, most in STEPS.items()
        }
        self.falls = True
        self.unit = 1 / (
            1 + float(self._trained.length_N.mean())
        )  # losses are nats of a piece, shown are nats of a line
        self.betas, self.continues = (0.9, 0.98), start is not None
        self.leeway, self.care = 10.0, None  # long lines cost more than short ones
        self._planned = request.train.epochs * len(self._batches) or self.steps[request.effort]

    def batch(self, step: int, notes: Mapping[str, float]) -> tuple[Tensor, ...]:  # noqa: ARG002
        """Return (tokens BT, weights B4) of this step, see `Objective`."""
        tokens_BT = self._batches.rows(step)
        now = weights(self.shape, min(1.0, step / self._planned))
        weight_B4 = np.tile(np.array([*now, self.unit / len(tokens_BT)], np.float32), (len(tokens_BT), 1))
        return tokens_BT, _tensor(weight_B4)

    def measure(self, network: nn.Module, most: int = 0) -> Iterator[tuple[str, float]]:
        """Yield the figures of `Held`, then what is trained for, in nats per line, to choose the best weights by."""
        count = min(self.held, most or self.held)
        chosen_M = np.linspace(0, self.held - 1, count).astype(int)
        held = held_out(cast("VerseVAE", network), self._held, chosen_M)
        yield from held._asdict().items()
        yield "held_out", held.reconstruction + self.shape.kl * held.kl

    def settle(self, network: nn.Module, figures: Mapping[str, float]) -> None:  # noqa: ARG002
        """Fit the principal directions to the codes of training lines."""
        model, count = cast("VerseVAE", network), min(len(self._trained), DIRECTED)
        chosen_X = np.linspace(0, len(self._trained) - 1, count).astype(int)
        model.axes.fit_directions(mean_codes(model, self._trained, chosen_X))

    def draw(self, network: nn.Module) -> np.ndarray:
        """Return which pieces of held-out lines the codes give back."""
        return preview(cast("VerseVAE", copy.deepcopy(network).cpu()), self._held)

    def network(self, averages: Mapping[str, nn.Module]) -> VerseVAE:
        """Return the network alone."""
        return cast("Objective", averages[PART]).model

    def card(self, figures: Mapping[str, float]) -> PackCard:
        """Return the pack's description; its record says how many lines there were, the loop adds the rest."""
        request = self._request
        places = ", ".join(Path(source).name for source in request.data)
        metrics = {
            "valid_lines": self.held,
            "elbo_nats_per_line": round(figures["elbo"], 3),
            "kl": round(figures["kl"], 3),
            "reconstruction": {"lines": round(figures["exact"], 4), "pieces": round(figures["pieces"], 4)},
            "active_units": round(figures["active"], 3),
        }
        return PackCard(
            format_version=FORMAT_VERSION,
            family=request.family.value,
            name=request.name,
            title=request.title or request.name,
            licence=request.licence,
            trained_on=request.trained_on or f"{self.examples} lines from {places}",
            config=to_dict(self.shape),
            record={"lines": self.examples},
            metrics=metrics,
        )


def _tensor(array: np.ndarray) -> Tensor:
    return torch.from_numpy(array)
