"""What an image VAE brings to the training loop: its data, its networks, its figures, its pack."""

import copy
import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor, nn

from genmodels.api.cards import card_of
from genmodels.api.codec import from_dict
from genmodels.api.configs import Effort, ImageVAEConfig, Preset, TrainRequest
from genmodels.api.packs import PackCard
from genmodels.data.sprites.gathering import gather_steps
from genmodels.data.sprites.reading import read_steps
from genmodels.data.steps import Steps
from genmodels.media.colours import from_hex, to_hex
from genmodels.models.imagevae import ImageVAE, build
from genmodels.models.imagevae.preview import preview
from genmodels.models.imagevae.training import Batches, Objective, held_out, mean_codes
from genmodels.models.imagevae.transfer import shape_of, transfer
from genmodels.runtime import rng, seed_torch

STEPS = {Effort.QUICK: 1500, Effort.GOOD: 6000, Effort.BEST: 24000}
MEASURED = 256  # held-out pictures that a check in the middle of a training looks at
PART = "vae"


def read(request: TrainRequest) -> Steps[tuple[dict[str, np.ndarray], dict[str, Any], tuple[str, ...]]]:
    """Return the data as arrays, facts, and remarks for people; raises InputError where no training can come of it."""
    found = yield from read_steps([Path(source) for source in request.data], request.reading)
    model = cast("ImageVAEConfig", request.model)  # which the request has made sure of
    data = yield from gather_steps(found, request.reading, valid=request.valid, size=model.size, colours=model.colours)
    arrays = {
        "trained_NHW": data.trained_NHW.astype(np.int16),
        "held_NHW": data.held_NHW.astype(np.int16),
        "table_K4": data.clusters.table_K4,
        "trained_tags_N": data.trained_tags_N,
        "held_tags_N": data.held_tags_N,
    }
    remarks = (*data.remarks, *data.tag_remarks) if model.use_tags else data.remarks
    return arrays, {"colour_error": data.clusters.error, "tags": list(data.tags)}, remarks


class ImageVAERecipe:
    """A training of either image VAE."""

    def __init__(
        self,
        request: TrainRequest,
        arrays: Mapping[str, np.ndarray],
        facts: Mapping[str, Any],
        start: tuple[nn.Module, PackCard] | None,
    ) -> None:
        """Take what `read` returned, and the model to go on from with its card."""
        self._request, self._facts = request, facts
        self._table_K4 = arrays["table_K4"]
        self._trained_NHW, self._held_NHW = (arrays[name].astype(np.int64) for name in ("trained_NHW", "held_NHW"))
        wanted = cast("ImageVAEConfig", request.model)
        is_lecture = wanted.preset is Preset.LECTURE
        tags = tuple(facts["tags"]) if wanted.use_tags and not is_lecture else ()
        shape = dataclasses.replace(wanted, size=self._trained_NHW.shape[1], colours=len(self._table_K4), tags=tags)
        self.shape = shape_of(from_dict(ImageVAEConfig, start[1].config), shape) if start else shape
        self._tags_N, self._held_tags_N = (arrays[name] * bool(tags) for name in ("trained_tags_N", "held_tags_N"))
        self._batches = Batches(self._trained_NHW, self._tags_N, self._table_K4, request.train, self.shape.kl)
        seed_torch(request.train.seed)
        model = build(self.shape, self._table_K4)
        model.to(memory_format=torch.channels_last)  # pyright: ignore[reportCallIssue]
        if start:
            transfer(start[0], model, from_hex(start[1].colours), self._table_K4)
        self.parts: dict[str, nn.Module] = {PART: Objective(model)}
        self.examples, self.held = len(self._trained_NHW), len(self._held_NHW)
        self.measured = min(self.held, MEASURED)
        self.steps: Mapping[Effort, int] = STEPS
        self.falls = not is_lecture
        self.unit = float(np.log(2))
        self.betas, self.continues = (0.9, 0.99), start is not None
        self.leeway, self.care = 1.0, None

    def batch(self, step: int, notes: Mapping[str, float]) -> tuple[Tensor, ...]:  # noqa: ARG002
        """Return (tokens BHW, tag B, allowed BK, bare B, weights B2) of this step."""
        seed, epoch = self._request.train.seed, step // len(self._batches)
        order_N = rng(seed, epoch).permutation(self.examples)
        return self._batches.draw(order_N, step, rng(seed, epoch, step))

    def measure(self, network: nn.Module, most: int = 0) -> Iterator[tuple[str, float]]:
        """Yield the figures of `Held`, then what is trained for, in bits per pixel, to choose the best weights by."""
        count = min(self.held, most or self.held)
        chosen_M = np.linspace(0, self.held - 1, count).astype(int)
        background = self._batches.alterations.background
        held = held_out(cast("ImageVAE", network), self._held_NHW[chosen_M], self._held_tags_N[chosen_M], background)
        yield from held._asdict().items()
        yield "held_out", held.weighted

    def settle(self, network: nn.Module, figures: Mapping[str, float]) -> None:
        """Fit the principal directions and the mixture to the codes of the training pictures."""
        model = cast("ImageVAE", network)
        model.axes.fit(mean_codes(model, self._trained_NHW, self._tags_N), figures["elbo"] * self.unit)

    def draw(self, network: nn.Module) -> np.ndarray:
        """Return two walks between random codes, as a sheet."""
        return preview(cast("ImageVAE", copy.deepcopy(network).cpu()), self._table_K4)

    def network(self, averages: Mapping[str, nn.Module]) -> ImageVAE:
        """Return the network alone."""
        return cast("Objective", averages[PART]).model

    def card(self, figures: Mapping[str, float]) -> PackCard:
        """Return the pack's description; its record says what data and colours cost, the loop adds the rest."""
        metrics = {
            "valid_pictures": self.held,
            "elbo_bits_per_pixel": round(figures["elbo"], 4),
            "kl_nats": {"numbers": round(figures["kl_numbers"], 2), "detail": round(figures["kl_detail"], 2)},
            "reconstruction": {"all": round(figures["accuracy"], 4), "foreground": round(figures["foreground"], 4)},
            "active_units": round(figures["active"], 3),
        }
        return card_of(
            self._request,
            self.shape,
            learned=f"{self.examples} pictures",
            colours=to_hex(self._table_K4),
            record={"pictures": self.examples, "colour_error": round(self._facts["colour_error"], 5)},
            metrics=metrics,
        )
