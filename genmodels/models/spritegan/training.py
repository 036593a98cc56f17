"""What training a GAN adds to the common loop: batches of codes and noise, and the game that its two parts play.

Letters as in network.py; F numbers of both codes, A numbers that say what is shown.
"""

import contextlib
import hashlib
from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as fn

from genmodels.api.configs import GANConfig, TrainConfig
from genmodels.data.sprites.altering import Alterations
from genmodels.models.spritegan import SpriteGAN
from genmodels.models.spritegan.augmenting import by_chance, shown
from genmodels.models.spritegan.network import Critic, Generator
from genmodels.models.spritegan.notes import Notes

AT_ONCE = 16  # pictures encoded at a time, always, so that a code never depends on what else was asked for
KEPT = 65_536  # codes remembered: the same few pictures come again and again


class Codes:
    """The codes of training pictures, altered or not, each encoded once."""

    def __init__(self, model: SpriteGAN) -> None:
        self._model = model
        self._kept: dict[bytes, tuple[Tensor, Tensor]] = {}

    @torch.no_grad()
    def of(self, tokens_BHW: np.ndarray) -> tuple[Tensor, Tensor]:
        """Return u_BN and r_BCQQ in standard deviations."""
        keys = [hashlib.blake2b(tokens_HW.tobytes(), digest_size=16).digest() for tokens_HW in tokens_BHW]
        first = {key: place for place, key in enumerate(keys) if key not in self._kept}
        fresh, missing = dict[bytes, tuple[Tensor, Tensor]](), list(first)
        for at in range(0, len(missing), AT_ONCE):
            part = missing[at : at + AT_ONCE]
            padded_BHW = np.zeros((AT_ONCE, *tokens_BHW.shape[1:]), np.int64)
            padded_BHW[: len(part)] = tokens_BHW[[first[key] for key in part]]
            u_BN, r_BCQQ = self._model.standard(torch.from_numpy(padded_BHW))
            fresh |= zip(part, zip(u_BN.half(), r_BCQQ.half(), strict=True), strict=False)
        room = KEPT - len(self._kept)
        self._kept |= dict(list(fresh.items())[:room])
        rows = [fresh.get(key) or self._kept[key] for key in keys]
        return torch.stack([u for u, _ in rows]).float(), torch.stack([r for _, r in rows]).float()


class Batches:
    """Training batches; the same (order, step, generator, notes) gives the same batch."""

    def __init__(self, tokens_NHW: np.ndarray, table_K4: np.ndarray, model: SpriteGAN, config: TrainConfig) -> None:
        self.tokens_NHW, self.gan, self.config = tokens_NHW, model.config, config
        self.codes, self._alterations = Codes(model), Alterations(tokens_NHW, table_K4, config)

    def __len__(self) -> int:
        """Steps per epoch."""
        return max(1, len(self.tokens_NHW) // self.config.batch)

    def draw(self, order_N: np.ndarray, step: int, rng: np.random.Generator, notes: Notes) -> tuple[Tensor, ...]:
        """Return (real codes B2F, e BE, noise on made codes B2F, how B2A, weights of penalty and row B2) of this step.

        Noise and showing come once for the critic's move and once for the generator's; real codes have theirs.
        Instance noise (Sønderby et al. 2017, arXiv 1610.04490) hides what no eye sees in a picture, and at first more,
        from a critic that would win by it. The notes of the run's care may add holes and penalty.
        """
        at = step % len(self) * self.config.batch
        chosen_B = order_N[at : at + self.config.batch]
        tokens_BHW = np.stack([self._alterations.of(self.tokens_NHW[n], rng).tokens_HW for n in chosen_B])
        u_BN, r_BCQQ = self.codes.of(tokens_BHW)
        code_B1F, B, share = flat(u_BN, r_BCQQ)[:, None], len(chosen_B), loudness(self.gan, step)

        def noise(*shape: int) -> Tensor:
            return torch.from_numpy(rng.standard_normal((B, *shape), np.float32))

        holes, quarter = self.gan.holes + notes.holes, r_BCQQ.shape[2]
        how_B2A = torch.stack([by_chance(B, quarter, holes, rng) for _ in range(2)], 1)
        is_due = step % self.gan.penalty_every == 0
        weight = self.gan.penalty * notes.penalty * self.gan.penalty_every * is_due
        weight_B2 = torch.tensor([[weight, 1 / B]]).repeat(B, 1)
        noise_B4F = share * noise(4, code_B1F.shape[2])
        return code_B1F + noise_B4F[:, :2], noise(self.gan.numbers), noise_B4F[:, 2:], how_B2A, weight_B2


def loudness(config: GANConfig, step: int) -> float:
    """Return the noise on the codes, in their standard deviations."""
    return config.noise_end + (config.noise_start - config.noise_end) * 0.5 ** (step / config.noise_steps)


class CriticPart(nn.Module):
    """What the critic makes small, for some rows of a batch.

    The loss pairs each real picture with a made one (Jolicoeur-Martineau 2019, arXiv 1807.00734), and the gradients on
    both sides are penalised, R1 (Mescheder et al. 2018, arXiv 1801.04406) and its twin R2, as in R3GAN.
    """

    def __init__(self, critic: Critic, generator: Generator) -> None:
        super().__init__()
        self.critic = critic
        self._other = (generator,)  # in a tuple: no weight of it is this part's

    def forward(self, real_B2F: Tensor, e_BE: Tensor, noise_B2F: Tensor, how_B2A: Tensor, weight_B2: Tensor) -> Tensor:
        """Return a sum over rows; over a whole batch it is the mean."""
        with torch.no_grad():
            made_BF = flat(*self._other[0](e_BE)) + noise_B2F[:, 0]
            real, made = (shown(*self.critic.codes(code_BF), how_B2A[:, 0]) for code_BF in (real_B2F[:, 0], made_BF))
        both_BN, both_BCQQ = (torch.cat(codes) for codes in zip(real, made, strict=True))
        penalty_B, row_B = weight_B2.unbind(1)
        if not bool(penalty_B.any()):
            return (row_B * fn.softplus(-_gap(self.critic(both_BN, both_BCQQ)))).sum()
        with torch.autocast(e_BE.device.type, enabled=False):  # a gradient of a gradient wants all its digits
            codes = both_BN.float().requires_grad_(), both_BCQQ.float().requires_grad_()
            score_B = self.critic(*codes)
            slopes = torch.autograd.grad(score_B.sum(), codes, create_graph=True)
            slope_BF = torch.cat([slope.flatten(1) for slope in slopes], 1)
            real_B, made_B = slope_BF.square().sum(1).chunk(2)
            return (row_B * (fn.softplus(-_gap(score_B)) + penalty_B / 2 * (real_B + made_B))).sum()


class GeneratorPart(nn.Module):
    """What the generator makes small, for some rows of a batch: the same game, won the other way round."""

    def __init__(self, generator: Generator, critic: Critic) -> None:
        super().__init__()
        self.generator = generator
        self._other = (critic,)

    def forward(self, real_B2F: Tensor, e_BE: Tensor, noise_B2F: Tensor, how_B2A: Tensor, weight_B2: Tensor) -> Tensor:
        """Return a sum over rows; over a whole batch it is the mean."""
        made_BF = flat(*self.generator(e_BE)) + noise_B2F[:, 1]
        with frozen(self._other[0]) as critic:
            with torch.no_grad():
                real_B = critic(*shown(*critic.codes(real_B2F[:, 1]), how_B2A[:, 1]))
            made_B = critic(*shown(*critic.codes(made_BF), how_B2A[:, 1]))
        return (weight_B2[:, 1] * fn.softplus(real_B - made_B)).sum()


def flat(u_BN: Tensor, r_BCQQ: Tensor) -> Tensor:
    """Return both codes as one row of numbers (B, F)."""
    return torch.cat((u_BN, r_BCQQ.flatten(1)), 1)


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
