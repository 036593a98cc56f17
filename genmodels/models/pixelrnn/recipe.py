"""What PixelRNN brings to the training loop: its data, its networks, its figures, its pack."""

import copy
import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import numpy as np
from torch import Tensor, nn

from genmodels.api.cards import card_of
from genmodels.api.codec import from_dict
from genmodels.api.configs import Effort, PixelRNNConfig, Preset, TrainRequest
from genmodels.api.packs import PackCard
from genmodels.data.sprites.gathering import gather_steps
from genmodels.data.sprites.reading import read_steps
from genmodels.data.steps import Steps
from genmodels.media.colours import from_hex, to_hex
from genmodels.media.masks import Cover
from genmodels.models.pixelrnn import PixelRNN, build
from genmodels.models.pixelrnn.preview import preview
from genmodels.models.pixelrnn.training import Batches, Objective, held_out
from genmodels.models.pixelrnn.transfer import shape_of, transfer
from genmodels.runtime import rng, seed_torch

STEPS = {Effort.QUICK: 600, Effort.GOOD: 3000, Effort.BEST: 12000}
# A check in the middle of a training looks at so many held-out pictures, and at so many hidden pixels of each: all of
# them would take as long as the training.
MEASURED, SAMPLE = 64, 192
PART = "drawer"


def read(request: TrainRequest) -> Steps[tuple[dict[str, np.ndarray], dict[str, Any], tuple[str, ...]]]:
    """Return the data as arrays, facts, and remarks for people; raises InputError where no training can come of it."""
    found = yield from read_steps([Path(source) for source in request.data], request.reading)
    model = cast("PixelRNNConfig", request.model)  # which the request has made sure of
    data = yield from gather_steps(
        found,
        request.reading,
        valid=request.valid,  # no seed: a pack gone on from must not have seen these
        size=model.size,
        colours=model.colours,
    )
    arrays = {"trained_NHW": data.trained_NHW.astype(np.int16), "held_NHW": data.held_NHW.astype(np.int16)}
    return arrays | {"table_K4": data.clusters.table_K4}, {"colour_error": data.clusters.error}, data.remarks


class PixelRNNRecipe:
    """A training of either PixelRNN."""

    def __init__(
        self,
        request: TrainRequest,
        arrays: Mapping[str, np.ndarray],
        facts: Mapping[str, Any],
        start: tuple[nn.Module, PackCard] | None,
    ) -> None:
        """Take what `read` returned, and the model to go on from with its card."""
        self._request, self._facts = request, facts
        self._table_K4, self._held_NHW = arrays["table_K4"], arrays["held_NHW"].astype(np.int64)
        trained_NHW = arrays["trained_NHW"].astype(np.int64)
        model = cast("PixelRNNConfig", request.model)  # which the request has made sure of
        self.shape = dataclasses.replace(model, size=trained_NHW.shape[1], colours=len(self._table_K4))
        if start:
            self.shape = shape_of(from_dict(PixelRNNConfig, start[1].config), self.shape)
        # The lecture's preset learns whole pictures only; ours is trained and chosen for all that people hide.
        is_lecture = self.shape.preset is Preset.LECTURE
        self._covers = [Cover.WHOLE] if is_lecture else list(Cover)
        self._batches = Batches(trained_NHW, self._table_K4, request.train, whole=is_lecture)
        seed_torch(request.train.seed)
        network = build(self.shape, self._table_K4)
        if start:
            transfer(start[0], network, from_hex(start[1].colours), self._table_K4)
        self.parts: dict[str, nn.Module] = {PART: Objective(network)}
        self.examples, self.held = len(trained_NHW), len(self._held_NHW)
        self.measured = min(self.held, MEASURED)
        self.steps: Mapping[Effort, int] = STEPS
        self.falls = not is_lecture
        self.unit = float(np.log(2))
        self.betas, self.continues = (0.9, 0.99), start is not None
        self.leeway, self.care = 1.0, None

    def batch(self, step: int, notes: Mapping[str, float]) -> tuple[Tensor, ...]:  # noqa: ARG002
        """Return (tokens BHW, hidden BHW, flags BF, pixels BQ, weight BQ) of this step."""
        seed, epoch = self._request.train.seed, step // len(self._batches)
        order_N = rng(seed, epoch).permutation(self.examples)
        return self._batches.draw(order_N, step, rng(seed, epoch, step))

    def measure(self, network: nn.Module, most: int = 0) -> Iterator[tuple[str, float]]:
        """Yield bits per hidden pixel under each standard mask, then the mean that the best weights are chosen by."""
        count = min(self.held, most or self.held)
        held_MHW = self._held_NHW[np.linspace(0, self.held - 1, count).astype(int)]
        bits = {}
        for cover in Cover:
            sample = SAMPLE if most else 0
            bits[cover] = float(held_out(cast("PixelRNN", network), held_MHW, cover, sample=sample).mean())
            yield cover.value, bits[cover]
        yield "held_out", float(np.mean([bits[cover] for cover in self._covers]))

    def settle(self, network: nn.Module, figures: Mapping[str, float]) -> None:
        """Add nothing: all that a PixelRNN knows is learnt."""

    def draw(self, network: nn.Module) -> np.ndarray:
        """Return eight sprites drawn from nothing, as a sheet."""
        return preview(cast("PixelRNN", copy.deepcopy(network).cpu()), self._table_K4)

    def network(self, averages: Mapping[str, nn.Module]) -> PixelRNN:
        """Return the network alone."""
        return cast("Objective", averages[PART]).model

    def card(self, figures: Mapping[str, float]) -> PackCard:
        """Return the pack's description; its record says what data and colours cost, the loop adds the rest."""
        bits = {cover.value: round(figures[cover.value], 4) for cover in Cover}
        return card_of(
            self._request,
            self.shape,
            learned=f"{self.examples} pictures",
            colours=to_hex(self._table_K4),
            record={"pictures": self.examples, "colour_error": round(self._facts["colour_error"], 5)},
            metrics={"valid_pictures": self.held, "bits_per_hidden_pixel": bits},
        )
