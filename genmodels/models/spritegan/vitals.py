"""How the game between critic and generator stands, seen from outside with codes and noise that never change.

Only differences of the critic's scores mean anything, so every figure here is one.
Letters as in network.py; T training, H held-out, M made pictures.
"""

import math
from collections.abc import Iterator
from functools import cached_property

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as fn

from genmodels.models.spritegan import SpriteGAN
from genmodels.models.spritegan.drawing import noise
from genmodels.models.spritegan.measuring import FEWEST
from genmodels.models.spritegan.network import Critic, Generator
from genmodels.models.spritegan.training import frozen

MOST = 256  # pictures on each side
AT_ONCE = 64
SEED = 8  # of the noise
LEAST_LEAD = 0.3  # the share of a smaller one says nothing

Codes = tuple[Tensor, Tensor]


class Vitals:
    """The two networks as they are trained now, not their averages, and real codes to try them on."""

    def __init__(
        self, critic: Critic, generator: Generator, encoder: SpriteGAN, trained_NHW: np.ndarray, held_NHW: np.ndarray
    ) -> None:
        self._critic, self._generator, self._encoder = critic, generator, encoder
        self._trained_NHW, self._held_NHW = _chosen(trained_NHW), _chosen(held_NHW)

    def figures(self, loudness: float) -> Iterator[tuple[str, float]]:
        """Yield figures by name, with as much noise on all codes as the critic is shown.

        lead: how much more often a training picture than a made one scores higher, -1 to 1 (r_p).
        doubt: the critic's loss without its penalties, in bits: 0 where it is certain, 1 where it can only guess.
        gap: how much higher real pictures score than made ones; held-out ones where there are enough.
        memorised: the share of that lead which held-out pictures lack, more than 1 where they score below made ones
        (r_v of Karras et al. 2020, arXiv 2006.06676); left out where too few are held out, or where there is no lead.
        push: the mean gradient of the generator's loss into what it makes.
        """
        device = self._generator.start.device
        words = torch.Generator().manual_seed(SEED)
        with torch.no_grad(), torch.autocast(device.type, enabled=False), frozen(self._critic) as critic:
            made = self._made(max(FEWEST, len(self._trained_NHW)))
            trained, held, made = (_noisy(codes, loudness, words, device) for codes in (*self._real, made))
            trained_T, held_H, made_M = (_scores(critic, codes) for codes in (trained, held, made))
        ahead_TM = trained_T[:, None] - made_M
        enough = len(held_H) >= FEWEST
        lead, ahead = float(ahead_TM.sign().mean()), float(ahead_TM.mean())
        yield "lead", lead
        yield "doubt", float(fn.softplus(-ahead_TM).mean()) / math.log(2)
        yield "gap", float(held_H.mean() - made_M.mean()) if enough else ahead
        if enough and lead > LEAST_LEAD and ahead > 0:
            yield "memorised", float(trained_T.mean() - held_H.mean()) / ahead
        yield "push", self._push(made, trained_T.mean())

    @cached_property
    def _real(self) -> tuple[Codes, Codes]:
        return self._codes(self._trained_NHW), self._codes(self._held_NHW)

    def _codes(self, tokens_NHW: np.ndarray) -> Codes:
        parts = [self._encoder.standard(part_BHW) for part_BHW in torch.from_numpy(tokens_NHW).split(AT_ONCE)]
        return torch.cat([u_BN for u_BN, _ in parts]), torch.cat([r_BCQQ for _, r_BCQQ in parts])

    def _made(self, count: int) -> Codes:
        e_ME = noise(SEED, count, self._encoder.config.numbers).to(self._generator.start.device)
        parts = [self._generator(e_BE) for e_BE in e_ME.split(AT_ONCE)]
        return torch.cat([u_BN for u_BN, _ in parts]), torch.cat([r_BCQQ for _, r_BCQQ in parts])

    def _push(self, made: Codes, real: Tensor) -> float:
        with torch.enable_grad(), torch.autocast(real.device.type, enabled=False), frozen(self._critic) as critic:
            codes = tuple(part.detach().requires_grad_() for part in made)
            slopes = torch.autograd.grad(fn.softplus(real - critic(*codes)).sum(), codes)
        return float(torch.cat([slope.flatten(1) for slope in slopes], 1).norm(dim=1).mean())


def _chosen(tokens_NHW: np.ndarray) -> np.ndarray:
    return tokens_NHW[np.linspace(0, len(tokens_NHW) - 1, min(len(tokens_NHW), MOST)).astype(int)]


def _noisy(codes: Codes, loudness: float, words: torch.Generator, device: torch.device) -> Codes:
    u_BN, r_BCQQ = (part.to(device) + loudness * torch.randn(part.shape, generator=words).to(device) for part in codes)
    return u_BN, r_BCQQ


def _scores(critic: Critic, codes: Codes) -> Tensor:
    return torch.cat([critic(*part) for part in zip(*(one.split(AT_ONCE) for one in codes), strict=True)])
