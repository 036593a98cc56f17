"""What training a GAN adds to the common loop: batches of pictures and noise, and the game that its two parts play.

Letters as in network.py and augmenting.py; K colours, X numbers of a picture as the critic sees it.
"""

import contextlib
import dataclasses
from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as fn

from genmodels.api.configs import GANConfig, TrainConfig
from genmodels.data.sprites.altering import Alterations
from genmodels.models.spritegan import Drawn, SpriteGAN
from genmodels.models.spritegan.augmenting import by_chance, shown
from genmodels.models.spritegan.drawing import pixels
from genmodels.models.spritegan.network import Critic
from genmodels.models.spritegan.notes import Notes

REACH = 0.1  # how far away, in standard deviations of noise, the penalty looks for another score


class Batches:
    """Training batches; the same (order, step, generator) gives the same batch."""

    def __init__(self, tokens_NHW: np.ndarray, table_K4: np.ndarray, gan: GANConfig, train: TrainConfig) -> None:
        self.tokens_NHW, self.gan, self.train = tokens_NHW, gan, train
        # The other alterations are done to what the critic sees, of both sides.
        self._alterations = Alterations(tokens_NHW, table_K4, dataclasses.replace(train, flip=0.0, shift=0, hue=0.0))

    def __len__(self) -> int:
        """Steps per epoch."""
        return max(1, len(self.tokens_NHW) // self.train.batch)

    def draw(self, order_N: np.ndarray, step: int, rng: np.random.Generator, notes: Notes) -> tuple[Tensor, ...]:
        """Return (tokens BHW, e B2E, how B4A, noise B2X, weights of penalty and row B2) of this step.

        Noise and showing come once for the critic's and once for the generator's move. The notes of the run's care may
        add to holes and penalty.
        """
        gan = dataclasses.replace(self.gan, holes=min(1.0, self.gan.holes + notes.holes))
        at = step % len(self) * self.train.batch
        chosen_B = order_N[at : at + self.train.batch]
        tokens_BHW = np.stack([self._alterations.of(self.tokens_NHW[n], rng).tokens_HW for n in chosen_B])
        B, H, W = tokens_BHW.shape
        e_B2E = torch.from_numpy(rng.standard_normal((B, 2, self.gan.numbers), np.float32))
        how_B4A = torch.stack([by_chance(B, gan, self.train, rng) for _ in range(4)], 1)
        is_due = step % self.gan.penalty_every == 0
        more_B2X = torch.from_numpy(rng.standard_normal((B, 2, 4 * H * W * is_due), np.float32))
        weight = self.gan.penalty * notes.penalty * self.gan.penalty_every * is_due
        weight_B2 = torch.tensor([[weight, 1 / B]]).repeat(B, 1)
        return torch.from_numpy(tokens_BHW), e_B2E, how_B4A, more_B2X, weight_B2


class CriticPart(nn.Module):
    """What the critic makes small, for some rows of a batch.

    The loss pairs each real picture with a made one (Jolicoeur-Martineau 2019, arXiv 1807.00734). The slopes of the
    score at both are penalised, R1 (Mescheder et al. 2018, arXiv 1801.04406) and its twin R2, as in R3GAN, but as
    differences to scores a little way off (Lin et al. 2025, arXiv 2501.08316), which need no gradient of a gradient.
    """

    def __init__(self, critic: Critic, gan: SpriteGAN) -> None:
        super().__init__()
        self.critic = critic
        self._other = (gan,)  # in a tuple: no weight of it is this part's

    def forward(
        self, tokens_BHW: Tensor, e_B2E: Tensor, how_B4A: Tensor, more_B2X: Tensor, weight_B2: Tensor
    ) -> Tensor:
        """Return a sum over rows; over a whole batch it is the mean."""
        (gan,) = self._other
        with torch.no_grad():
            made_B4HW = straight_through(gan(e_B2E[:, 0]), gan.value_K4)
            seen = torch.cat((shown(real(gan, tokens_BHW), how_B4A[:, 0]), shown(made_B4HW, how_B4A[:, 1])))
        penalty_B, row_B = weight_B2.unbind(1)
        if not more_B2X.shape[2]:
            return (row_B * fn.softplus(-_gap(self.critic(seen)))).sum()
        aside = seen + REACH * torch.cat(more_B2X.unbind(1)).view_as(seen)
        score_B, aside_B = self.critic(torch.cat((seen, aside))).chunk(2)
        real_B, made_B = ((score_B - aside_B) / REACH).square().chunk(2)
        return (row_B * (fn.softplus(-_gap(score_B)) + penalty_B / 2 * (real_B + made_B))).sum()


class GeneratorPart(nn.Module):
    """What the generator makes small, for some rows of a batch: the same game, won the other way round."""

    def __init__(self, gan: SpriteGAN, critic: Critic) -> None:
        super().__init__()
        self.gan = gan
        self._other = (critic,)

    def forward(
        self,
        tokens_BHW: Tensor,
        e_B2E: Tensor,
        how_B4A: Tensor,
        more_B2X: Tensor,  # noqa: ARG002
        weight_B2: Tensor,
    ) -> Tensor:
        """Return a sum over rows; over a whole batch it is the mean."""
        made_B4HW = straight_through(self.gan(e_B2E[:, 1]), self.gan.value_K4)
        with frozen(self._other[0]) as critic:
            with torch.no_grad():
                real_B = critic(shown(real(self.gan, tokens_BHW), how_B4A[:, 2]))
            made_B = critic(shown(made_B4HW, how_B4A[:, 3]))
        return (weight_B2[:, 1] * fn.softplus(real_B - made_B)).sum()


def real(gan: SpriteGAN, tokens_BHW: Tensor) -> Tensor:
    """Return pictures as premultiplied RGBA, B4HW from 0 to 1."""
    return gan.value_K4[tokens_BHW].permute(0, 3, 1, 2)


def straight_through(drawn: Drawn, value_K4: Tensor) -> Tensor:
    """Return premultiplied RGBA, B4HW: forwards the very pixels that are drawn, backwards the mean over their colours.

    Bengio et al. 2013, arXiv 1308.3432: so the critic never sees a colour between two, which would give made ones away.
    """
    with torch.no_grad():
        hard_B4HW = value_K4[pixels(drawn)].permute(0, 3, 1, 2)
    share_BKHW = (drawn.logits_BKHW + fn.logsigmoid(drawn.uses_BK)[:, :, None, None]).softmax(1)
    soft_B4HW = torch.einsum("bkhw,kc->bchw", share_BKHW, value_K4).float()
    return hard_B4HW + soft_B4HW - soft_B4HW.detach()


def _gap(score_B: Tensor) -> Tensor:
    """Return how much more real each real picture looks than the made one beside it."""
    real_B, made_B = score_B.chunk(2)
    return real_B - made_B


@contextlib.contextmanager
def frozen(critic: Critic) -> Iterator[Critic]:
    """Let gradients pass through the critic without any for its own weights, which other processes would wait for."""
    critic.requires_grad_(False)
    try:
        yield critic
    finally:
        critic.requires_grad_(True)
