"""What training an image VAE adds to the common loop: its batches, its loss, and its held-out figures."""

from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from genmodels.api.configs import TrainConfig
from genmodels.data.sprites.altering import Alterations
from genmodels.models.imagevae import ImageVAE
from genmodels.models.imagevae.drawing import paint
from genmodels.models.imagevae.network import Terms
from genmodels.runtime import seed_torch

WARM_STEPS = 1500  # over which the KL terms come to their weight (Sønderby et al. 2016, section 2.3)
BARE = 0.1  # share of pictures whose spatial code is left to the prior, so that the global one says what it can
ALL, OTHERS = 0.1, 0.4  # shares of pictures whose pixels could be of any colour, or of another picture's
UNTOLD = 0.1  # share of pictures whose tag is not told
AT_ONCE = 64  # pictures measured at a time


class Batches:
    """Training batches of token pictures; the same (order, step, generator) gives the same batch."""

    def __init__(
        self, tokens_NHW: np.ndarray, tags_N: np.ndarray, table_K4: np.ndarray, config: TrainConfig, kl: float
    ) -> None:
        self.tokens_NHW, self.tags_N, self.colours, self.config, self.kl = (
            tokens_NHW, tags_N, len(table_K4), config, kl,
        )  # fmt: skip
        self.alterations = Alterations(tokens_NHW, table_K4, config)

    def __len__(self) -> int:
        """Steps per epoch."""
        return max(1, len(self.tokens_NHW) // self.config.batch)

    def draw(self, order_N: np.ndarray, step: int, rng: np.random.Generator) -> tuple[Tensor, ...]:
        """Return (tokens BHW, tag B, allowed BK, bare B, weights of KL and row B2) of this step."""
        at = step % len(self) * self.config.batch
        chosen_B = order_N[at : at + self.config.batch]
        B, pixels = len(chosen_B), self.tokens_NHW[0].size
        tokens_BHW = np.stack([self.alterations.of(self.tokens_NHW[n], rng).tokens_HW for n in chosen_B])
        tags_B = np.where(rng.random(B) < UNTOLD, 0, self.tags_N[chosen_B])
        # A morph lets the colours of two pictures compete; a drawing from a random code may let all of them.
        allowed_BK = np.zeros((B, self.colours), bool)
        allowed_BK[np.arange(B)[:, None], np.roll(tokens_BHW, 1, axis=0).reshape(B, -1)] = True
        mixed_B = rng.random(B)
        allowed_BK = (allowed_BK | (mixed_B < ALL)[:, None]) & (mixed_B < ALL + OTHERS)[:, None]
        weight_B2 = np.full((B, 2), (self.kl * min(1.0, (step + 1) / WARM_STEPS), 1 / (B * pixels)), np.float32)
        arrays = (tokens_BHW, tags_B, allowed_BK, rng.random(B) < BARE, weight_B2)
        return tuple(torch.from_numpy(np.ascontiguousarray(array)) for array in arrays)


class Objective(nn.Module):
    """What is made small: −ELBO with weighted KL terms, nats per pixel, of a batch or of some rows' part of it."""

    def __init__(self, model: ImageVAE) -> None:
        super().__init__()
        self.model = model

    def forward(
        self, tokens_BHW: Tensor, tag_B: Tensor, allowed_BK: Tensor, bare_B: Tensor, weight_B2: Tensor
    ) -> Tensor:
        """Return a sum over rows; over a whole batch it is the mean."""
        terms: Terms = self.model.terms(tokens_BHW, tag_B, allowed_BK=allowed_BK, bare_B=bare_B)
        return (terms.total(weight_B2[:, 0], self.model.config.free) * weight_B2[:, 1]).sum()


class Held(NamedTuple):
    """What held-out pictures come to; means over pictures."""

    elbo: float  # −ELBO, bits per pixel, one draw of the codes each, always the same
    weighted: float  # the same with its KL terms at the weight they are trained with
    colours: float  # nats of the set of colours
    kl_numbers: float  # nats
    kl_detail: float
    accuracy: float  # share of pixels that the mean codes give back, the picture's own colours given
    foreground: float  # the same, of pixels that are not background
    active: float  # share of the numbers with Var_x E[z | x] > 0.01 (Burda et al. 2016, section 5.2)


@torch.no_grad()
def held_out(model: ImageVAE, tokens_NHW: np.ndarray, tags_N: np.ndarray, background: int) -> Held:
    """Measure a model on pictures; their tags are told."""
    device, parts, codes = next(model.parameters()).device, [], []
    seed_torch(0)
    for at in range(0, len(tokens_NHW), AT_ONCE):
        tokens_BHW = torch.from_numpy(tokens_NHW[at : at + AT_ONCE]).to(device)
        tag_B = torch.from_numpy(tags_N[at : at + AT_ONCE]).to(device)
        terms = model.terms(tokens_BHW, tag_B, bare_B=torch.zeros(len(tag_B), dtype=torch.bool, device=device))
        z_BN, s_BCQQ = model.encode(tokens_BHW, tag_B)
        allowed_BK = torch.zeros(len(tag_B), model.config.colours, dtype=torch.bool, device=device)
        allowed_BK.scatter_(1, tokens_BHW.flatten(1), value=True)
        same_BHW = (paint(model, z_BN, s_BCQQ, tag_B, allowed_BK) == tokens_BHW).double()
        figure_BHW = (tokens_BHW != background).double()
        right_B = (same_BHW * figure_BHW).sum((1, 2)) / figure_BHW.sum((1, 2)).clamp_min(1)
        both = terms.total(), terms.total(model.config.kl)
        figures = (*both, terms.colours, terms.kl_BN.sum(1), terms.kl_detail, same_BHW.mean((1, 2)), right_B)
        parts.append(torch.stack([figure.double().cpu() for figure in figures], 1))
        codes.append(z_BN.double().cpu())
    mean_F = torch.cat(parts).mean(0).tolist()
    spread_N = torch.cat(codes).var(0) if len(tokens_NHW) > 1 else torch.zeros(model.config.numbers)
    bits = (mean / float(np.log(2)) / tokens_NHW[0].size for mean in mean_F[:2])
    return Held(*bits, *mean_F[2:], active=float((spread_N > 0.01).double().mean()))


@torch.no_grad()
def mean_codes(model: ImageVAE, tokens_NHW: np.ndarray, tags_N: np.ndarray) -> Tensor:
    """Return the global codes of pictures, z_XN."""
    device, codes = next(model.parameters()).device, []
    for at in range(0, len(tokens_NHW), AT_ONCE):
        tokens_BHW = torch.from_numpy(tokens_NHW[at : at + AT_ONCE]).to(device)
        codes.append(model.encode(tokens_BHW, torch.from_numpy(tags_N[at : at + AT_ONCE]).to(device))[0])
    return torch.cat(codes)
