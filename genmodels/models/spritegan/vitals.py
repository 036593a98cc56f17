"""How the game between critic and generator stands, seen from outside with pictures and noise that never change.

Only differences of the critic's scores mean anything, so every figure here is one. Letters as in network.py; T
training, H held-out, M made pictures.
"""

import math
from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as fn

from genmodels.models.spritegan import SpriteGAN
from genmodels.models.spritegan.augmenting import plain, shown
from genmodels.models.spritegan.drawing import noise, tokens
from genmodels.models.spritegan.measuring import FEWEST
from genmodels.models.spritegan.network import Critic
from genmodels.models.spritegan.training import frozen, real

MOST = 256  # pictures on each side
AT_ONCE = 64
SEED = 8  # of the noise
LEAST_LEAD = 0.3  # the share of a smaller one says nothing


class Vitals:
    """The two networks as they are trained now, not their averages, and real pictures to try them on."""

    def __init__(self, critic: Critic, gan: SpriteGAN, trained_NHW: np.ndarray, held_NHW: np.ndarray) -> None:
        self._critic, self._gan = critic, gan
        self._trained_NHW, self._held_NHW = _chosen(trained_NHW), _chosen(held_NHW)

    def figures(self) -> Iterator[tuple[str, float]]:
        """Yield figures by name; the critic sees all pictures as they are, on grey.

        lead: how much more often a training picture than a made one scores higher, -1 to 1 (r_p).
        doubt: the critic's loss without its penalties, in bits: 0 where it is certain, 1 where it can only guess.
        gap: how much higher real pictures score than made ones; held-out ones where there are enough.
        memorised: the share of that lead which held-out pictures lack, 0 to 1 (r_v of Karras et al. 2020, arXiv
        2006.06676); left out where too few are held out, or where there is no lead.
        push: the mean gradient of the generator's loss into the pictures that it makes.
        """
        device = self._gan.value_K4.device
        e_ME = noise(SEED, max(FEWEST, len(self._trained_NHW)), self._gan.config.numbers).to(device)
        with frozen(self._critic), torch.autocast(device.type, enabled=False):
            made_MHW = torch.cat(list(tokens(self._gan, e_ME)))
            with torch.no_grad():
                trained_T = self._scores(torch.from_numpy(self._trained_NHW).to(device))
                held_H = self._scores(torch.from_numpy(self._held_NHW).to(device))
                made_M = self._scores(made_MHW)
            push = self._push(made_MHW, trained_T.mean())
        ahead_TM = trained_T[:, None] - made_M
        enough = len(held_H) >= FEWEST
        lead, ahead = float(ahead_TM.sign().mean()), float(ahead_TM.mean())
        yield "lead", lead
        yield "doubt", float(fn.softplus(-ahead_TM).mean()) / math.log(2)
        yield "gap", float(held_H.mean() - made_M.mean()) if enough else ahead
        if enough and lead > LEAST_LEAD and ahead > 0:
            yield "memorised", float(trained_T.mean() - held_H.mean()) / ahead
        yield "push", push

    def _scores(self, tokens_BHW: Tensor) -> Tensor:
        return torch.cat([self._critic(self._seen(part_BHW)) for part_BHW in tokens_BHW.split(AT_ONCE)])

    def _seen(self, tokens_BHW: Tensor) -> Tensor:
        return shown(real(self._gan, tokens_BHW), plain(len(tokens_BHW)).to(tokens_BHW.device))

    def _push(self, made_MHW: Tensor, real_score: Tensor) -> float:
        norms = []
        for made_BHW in made_MHW.split(AT_ONCE):
            seen_B4HW = self._seen(made_BHW).detach().requires_grad_()
            with torch.enable_grad():
                (slope_B4HW,) = torch.autograd.grad(fn.softplus(real_score - self._critic(seen_B4HW)).sum(), seen_B4HW)
            norms.append(slope_B4HW.flatten(1).norm(dim=1))
        return float(torch.cat(norms).mean())


def _chosen(tokens_NHW: np.ndarray) -> np.ndarray:
    return tokens_NHW[np.linspace(0, len(tokens_NHW) - 1, min(len(tokens_NHW), MOST)).astype(int)]
