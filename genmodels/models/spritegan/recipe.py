"""What a sprite GAN brings to the training loop: its data, its two networks, its figures, its pack."""

import copy
import dataclasses
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor, nn

from genmodels.api import paths
from genmodels.api.cards import card_of
from genmodels.api.codec import from_dict
from genmodels.api.configs import Effort, Family, GANConfig, TrainRequest
from genmodels.api.errors import ConfigError, PackError
from genmodels.api.packs import PackCard, find_packs, read_card
from genmodels.api.runs import NEAREST
from genmodels.data.sprites.gathering import Gathered, gather_steps
from genmodels.data.sprites.nearest import nearest_pack, nearest_start
from genmodels.data.sprites.reading import read_steps
from genmodels.data.steps import Steps
from genmodels.media.colours import from_hex, to_hex
from genmodels.metrics.copying import ct_auc
from genmodels.models.imagevae import SpatialVAE
from genmodels.models.spritegan import SpriteGAN, build_critic, check
from genmodels.models.spritegan.care import GameCare
from genmodels.models.spritegan.drawing import noise, tokens
from genmodels.models.spritegan.measuring import Yardstick, originals, roughly_far, usually_far
from genmodels.models.spritegan.network import Generator
from genmodels.models.spritegan.notes import Notes
from genmodels.models.spritegan.preview import preview
from genmodels.models.spritegan.training import Batches, CriticPart, GeneratorPart
from genmodels.models.spritegan.vitals import Vitals
from genmodels.runtime import rng, seed_torch

STEPS = {Effort.QUICK: 3000, Effort.GOOD: 12_000, Effort.BEST: 40_000}
MEASURED = 256  # pictures that a check in the middle of a training draws
DRAWS = 2000  # of noise, to find its directions by
FEWEST = 4  # pictures to measure by
CRITIC, GENERATOR = "critic", "generator"  # the order of a step, and of the losses: that of the first is shown
SPREAD = 512  # pictures whose codes tell mean and deviation of each channel
SEED = 7  # of the noise that is measured by


def read(request: TrainRequest) -> Steps[tuple[dict[str, np.ndarray], dict[str, Any], tuple[str, ...]]]:
    """Return the data as arrays, facts, and remarks for people, in size and colours of the pack to begin with.

    Which pack that is, where the request leaves it open, is one of the facts: the nearest GAN, or else the nearest
    image VAE, which is also what a start from scratch needs. Raises InputError where no training can come of the data,
    PackError where there is no image VAE.
    """
    found = yield from read_steps([Path(source) for source in request.data], request.reading)
    model, folder = cast("GANConfig", request.model), request.start
    if folder in ("", NEAREST):
        data = yield from gather_steps(found, request.reading, valid=request.valid, size=model.size)
        folder = _nearest(data, from_scratch=not folder)
    card = read_card(Path(folder))
    if model.size not in (0, card.size):
        message = f"The pack to begin with knows pictures of {card.size}×{card.size}, not {model.size}×{model.size}."
        raise PackError(message, hint=f"Choose --size {card.size} or another pack.")
    table_K4 = from_hex(card.colours)
    data = yield from gather_steps(found, request.reading, valid=request.valid, size=card.size, table_K4=table_K4)
    arrays = {
        "trained_NHW": data.trained_NHW.astype(np.int16),
        "held_NHW": data.held_NHW.astype(np.int16),
        "table_K4": table_K4,
    }
    facts = {"colour_error": data.clusters.error, "names": list(data.trained_names), "start": folder}
    return arrays, facts, data.remarks


def _nearest(data: Gathered, *, from_scratch: bool) -> str:
    table_K4 = data.clusters.table_K4
    share_K = np.bincount(data.trained_NHW.ravel(), minlength=len(table_K4)) / data.trained_NHW.size
    like = table_K4, share_K, data.size, find_packs(*paths.pack_roots())
    found = nearest_pack(Family.IMAGE_VAE, *like, detailed=True) if from_scratch else nearest_start(Family.GAN, *like)
    if found is None:
        square = f"{data.size}×{data.size}"
        message = f"A GAN works in the codes of an image VAE, and there is none here for {square} pixels."
        raise PackError(message, hint="Train one on these pictures first: genmodels train image-vae …")
    return str(found)


class SpriteGANRecipe:
    """A training of a sprite GAN."""

    def __init__(
        self,
        request: TrainRequest,
        arrays: Mapping[str, np.ndarray],
        facts: Mapping[str, Any],
        start: tuple[nn.Module, PackCard],
    ) -> None:
        """Take what `read` returned, and the model to begin with, a GAN or an image VAE, with its card."""
        self._request, self._facts = request, facts
        self._table_K4 = arrays["table_K4"]
        self._trained_NHW, self._held_NHW = (arrays[name].astype(np.int64) for name in ("trained_NHW", "held_NHW"))
        source, card = start
        if not np.array_equal(from_hex(card.colours), self._table_K4):
            message = f"The pictures were read in other colours than those of the pack “{card.name}”."
            raise PackError(message, hint="Start the training anew, in another run folder.")
        self.continues = isinstance(source, SpriteGAN)
        self.shape = self._shape(cast("GANConfig", request.model), start)
        seed_torch(request.train.seed)
        vae = source.vae if isinstance(source, SpriteGAN) else cast("SpatialVAE", source)
        self._network = SpriteGAN(self.shape, copy.deepcopy(vae)).eval()
        if isinstance(source, SpriteGAN):
            self._network.generator.load_state_dict(source.generator.state_dict())
            self._network.mean_C11.copy_(source.mean_C11)  # what the generator's numbers mean
            self._network.sd_C11.copy_(source.sd_C11)
        else:
            self._fit_spread()
        self._network.vae.requires_grad_(False)
        generator, critic = self._network.generator, build_critic(self.shape, vae.config)
        # The network that is packed gets the averaged generator; the one that plays is a part alone.
        self._encoder = copy.deepcopy(self._network)
        for part in (generator, critic):
            part.to(memory_format=torch.channels_last)  # pyright: ignore[reportCallIssue]
        self.parts: dict[str, nn.Module] = {
            CRITIC: CriticPart(critic, generator),
            GENERATOR: GeneratorPart(generator, critic),
        }
        self._batches = Batches(self._trained_NHW, self._table_K4, self._encoder, request.train)
        self.examples, self.held = len(self._trained_NHW), len(self._held_NHW)
        self.measured = MEASURED
        self.steps: Mapping[Effort, int] = STEPS
        self.falls = True
        self.unit = 1.0
        self.leeway = 20.0  # no loss of a game falls for good: the one who is beaten for a while has not exploded
        vitals = Vitals(critic, generator, self._encoder, self._trained_NHW, self._held_NHW)
        self.care = GameCare(vitals, self.shape, trained=len(self._trained_NHW))
        self.betas = (0.0, 0.99)  # of Adam: no momentum, which two players would swing each other up by

    def _shape(self, wanted: GANConfig, start: tuple[nn.Module, PackCard]) -> GANConfig:
        """Return the config with all that follows from the pack to begin with; raises ConfigError, PackError."""
        source, card = start
        if isinstance(source, SpriteGAN):
            before = from_dict(GANConfig, card.config)
            same = {name: getattr(before, name) for name in ("numbers", "channels", "vae", "size", "colours")}
        elif isinstance(source, SpatialVAE):
            same = {"vae": source.config, "size": source.config.size, "colours": source.config.colours}
        else:
            message = f"A GAN cannot begin with the pack “{card.name}”, which is the lecture's."
            raise PackError(message, hint="Choose an image VAE of the default preset.")
        shape = dataclasses.replace(wanted, **same, originals=len(self._trained_NHW))
        if shape.vae is None:
            raise ConfigError("A GAN without an image VAE cannot be gone on from.", hint="Choose another pack.")
        check(shape, shape.vae)
        return shape

    @torch.no_grad()
    def _fit_spread(self) -> None:
        """Have the network take what the training pictures' spatial codes add in its standard deviations."""
        places = np.linspace(0, len(self._trained_NHW) - 1, min(len(self._trained_NHW), SPREAD)).astype(int)
        parts = torch.from_numpy(self._trained_NHW[places]).split(64)
        r_BCQQ = torch.cat([self._network.standard(tokens_BHW)[1] for tokens_BHW in parts])
        self._network.mean_C11.copy_(r_BCQQ.mean((0, 2, 3))[:, None, None])
        self._network.sd_C11.copy_(r_BCQQ.std((0, 2, 3)).clamp_min(1e-3)[:, None, None])

    def batch(self, step: int, notes: Mapping[str, float]) -> tuple[Tensor, ...]:
        """Return the codes, the noise and the weights of this step, see `Batches.draw`."""
        seed, epoch = self._request.train.seed, step // len(self._batches)
        order_N = rng(seed, epoch).permutation(self.examples)
        return self._batches.draw(order_N, step, rng(seed, epoch, step), Notes.of(notes))

    def network(self, averages: Mapping[str, nn.Module]) -> SpriteGAN:
        """Return the averaged generator with the image VAE that draws."""
        generator = cast("Generator", cast("GeneratorPart", averages[GENERATOR]).generator)
        self._network.generator = generator
        return self._network.to(generator.start.device)

    def measure(self, network: nn.Module, most: int = 0) -> Iterator[tuple[str, float]]:
        """Yield the figures of `Yardstick`, how new pictures are, and what to choose the best weights by: KID."""
        model, figures = cast("SpriteGAN", network), dict[str, float]()
        made_NHW4 = self._made(model, max(FEWEST, most or max(self.held, MEASURED)))
        for name, value in self._yardstick.figures(made_NHW4):
            figures[name] = value
            yield name, value
        yield "ct_auc", ct_auc(roughly_far(made_NHW4, self._known[0].numpy()), self._usually_far)
        yield "held_out", figures["kid"]

    @cached_property
    def _yardstick(self) -> Yardstick:
        return Yardstick(self._table_K4[self._trained_NHW], self._table_K4[self._held_NHW])

    @cached_property
    def _known(self) -> tuple[Tensor, Tensor]:
        """Rough features of the training pictures, and how far held-out ones lie."""
        original_MR, usual_3 = originals(self._table_K4[self._trained_NHW], self._table_K4[self._held_NHW])
        return torch.from_numpy(original_MR), torch.from_numpy(usual_3)

    @cached_property
    def _usually_far(self) -> np.ndarray:
        original_MR = self._known[0].numpy()
        return usually_far(self._table_K4[self._trained_NHW], self._table_K4[self._held_NHW], original_MR)

    def _made(self, model: SpriteGAN, count: int) -> np.ndarray:
        e_XE = noise(SEED, count, self.shape.numbers).to(model.generator.start.device)
        return self._table_K4[torch.cat([part_BHW.cpu() for part_BHW in tokens(model, e_XE)]).numpy()]

    def settle(self, network: nn.Module, figures: Mapping[str, float]) -> None:  # noqa: ARG002
        """Find the directions of the noise; tell the network what training pictures look like from afar."""
        model = cast("SpriteGAN", network)
        e_XE = noise(SEED, DRAWS, self.shape.numbers).to(model.generator.start.device)
        with torch.no_grad():
            parts = [model.generator(e_BE) for e_BE in e_XE.split(200)]
        made_XF = torch.cat([torch.cat((u_BN, r_BCQQ.flatten(1)), 1) for u_BN, r_BCQQ in parts])
        model.axes.fit(e_XE, made_XF)
        original_MR, usual_3 = self._known
        model.original_MR.copy_(original_MR)
        model.usual_3.copy_(usual_3)

    def draw(self, network: nn.Module) -> np.ndarray:
        """Return what eight seeds draw."""
        return preview(cast("SpriteGAN", copy.deepcopy(network).cpu()), self._table_K4)

    def card(self, figures: Mapping[str, float]) -> PackCard:
        """Return the pack's description; its record names the training pictures, the loop adds the rest."""
        names = ("kid", "coverage", "recall", "one_nn")
        return card_of(
            self._request,
            self.shape,
            learned=f"{self.examples} pictures",
            colours=to_hex(self._table_K4),
            record={
                "pictures": self.examples,
                "colour_error": round(self._facts["colour_error"], 5),
                "names": list(self._facts["names"]),
            },
            metrics={"valid_pictures": self.held} | {name: round(figures[name], 4) for name in names},
        )
