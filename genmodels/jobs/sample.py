"""Draws fresh pictures, one per seed: the same seed draws the same pixels, however many are drawn with it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import assert_never

import numpy as np
import torch

from genmodels.api.codes import Code
from genmodels.api.errors import ConfigError
from genmodels.api.messages import Candidate, Done, Event, Likeness, Preview, Prior, Progress, Sample
from genmodels.api.packs import PackCard
from genmodels.jobs.coding.codes import code_of, tag_number
from genmodels.jobs.coding.making import made, seeded_code
from genmodels.jobs.coding.painting import scores_of
from genmodels.jobs.loading import load_drawer
from genmodels.media.sprite import encode_png
from genmodels.models.imagevae import ImageVAE
from genmodels.models.spritegan import SpriteGAN
from genmodels.runtime import one_thread, rng

MOST_SEEDS = 256
MOST_VARIETY = 2.0
DETAIL = 0.25  # of the prior's own spread, for the spatial code: its noise is sharp, and an arg-max makes it sharper


def sample(request: Sample) -> Iterator[Event]:
    """Yield a preview of each picture as it is made, then Done with candidates and codes, a GAN's with likenesses."""
    _check(request)
    model, card = load_drawer(Path(request.pack))
    if isinstance(model, SpriteGAN):
        yield from _made(model, card, request)
    else:
        yield from _decoded(model, card, request)


def _made(model: SpriteGAN, card: PackCard, request: Sample) -> Iterator[Event]:
    codes = [replace(seeded_code(model, n, request.variety, request.palette), tag=request.tag) for n in request.seeds]
    candidates: list[Candidate] = []
    likenesses: list[Likeness] = []
    yield Progress(done=0, total=len(codes))
    for chunk in made(model, card, codes):
        for one in chunk:
            index, picture = len(candidates), encode_png(one.rgba_SS4)
            candidates.append(Candidate(seed=request.seeds[index], picture=picture, bits_per_pixel=one.bits_per_pixel))
            likenesses.append(one.likeness)
            yield Preview(index=index, x=0, y=0, picture=picture)
    yield Done(candidates=tuple(candidates), codes=tuple(codes), likenesses=tuple(likenesses))


def _decoded(model: ImageVAE, card: PackCard, request: Sample) -> Iterator[Event]:
    tag_number(model, request.tag)
    candidates: list[Candidate] = []
    codes: list[Code] = []
    yield Progress(done=0, total=len(request.seeds))
    for index, seed in enumerate(request.seeds):
        with one_thread():
            codes.append(random_code(model, seed, request))
            scores = scores_of(model, card.colours, codes[-1])
        picture = encode_png(scores.picture())
        candidates.append(Candidate(seed=seed, picture=picture, bits_per_pixel=scores.bits_per_pixel()))
        yield Preview(index=index, x=0, y=0, picture=picture)
    yield Done(candidates=tuple(candidates), codes=tuple(codes))


@torch.inference_mode()
def random_code(model: ImageVAE, seed: int, request: Sample) -> Code:
    """Return a seed's code from the prior that is asked for; the spatial code from the model's own."""
    generator, config = rng(seed), model.config
    noise_N = torch.from_numpy(generator.standard_normal(config.numbers, np.float32)) * request.variety
    component = generator.choice(len(model.axes.weight_M), p=_shares(model))  # also where it is not needed
    match request.prior:
        case Prior.NORMAL:
            home = model.homes(torch.tensor([tag_number(model, request.tag)]))
            z_1N = home.mean + home.log_sd.exp() * noise_N
        case Prior.MIXTURE:
            u_N = model.axes.mean_MN[component] + model.axes.sd_MN[component] * noise_N
            z_1N = model.axes.code(u_N[None])
        case _:
            assert_never(request.prior)
    tag_1 = torch.tensor([tag_number(model, request.tag)])
    mean_1CQQ, sd_1CQQ = model.prior(z_1N, tag_1)
    noise_1CQQ = torch.from_numpy(generator.standard_normal(mean_1CQQ.shape, np.float32))
    s_1CQQ = mean_1CQQ + request.variety * DETAIL * sd_1CQQ * noise_1CQQ
    return code_of(model, z_1N, s_1CQQ, tag=request.tag, palette=request.palette)


def _shares(model: ImageVAE) -> np.ndarray:
    weight_M = model.axes.weight_M.double().numpy().clip(0)
    return weight_M / weight_M.sum() if weight_M.sum() > 0 else np.full(len(weight_M), 1 / len(weight_M))


def _check(request: Sample) -> None:
    if not 1 <= len(request.seeds) <= MOST_SEEDS:
        raise ConfigError(f"{len(request.seeds)} pictures were asked for.", hint=f"Ask for 1 to {MOST_SEEDS}.")
    if not all(0 <= seed < 2**63 for seed in request.seeds):
        raise ConfigError("A seed is out of range.", hint="Choose 0 to 9223372036854775807.")
    if not 0 <= request.variety <= MOST_VARIETY:
        message = f"The variety is {request.variety:g}."
        raise ConfigError(message, hint=f"Choose 0 to {MOST_VARIETY:g}; 1 is as it was learned.")
