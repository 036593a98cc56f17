"""What training a verse VAE adds to the common loop: its batches, how its loss changes, and its held-out figures."""

from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from genmodels.api.configs import VerseVAEConfig
from genmodels.models.versevae.network import VerseVAE
from genmodels.models.versevae.spelling import END
from genmodels.models.versevae.writing import padded, write
from genmodels.runtime import rng, seed_torch

AUTOENCODER_KL = 0.05  # its share of the KL term's weight: noise enough that near codes mean near lines
AT_ONCE = 128  # lines measured at a time


class Lines:
    """Many lines as numbers, one after another."""

    def __init__(self, numbers_X: np.ndarray, length_N: np.ndarray) -> None:
        self.numbers_X, self.length_N = numbers_X, length_N
        self._begin_N = np.cumsum(length_N) - length_N

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self.length_N)

    def rows(self, chosen_B: np.ndarray) -> Tensor:
        """Return the chosen lines, BT."""
        return padded([self.numbers_X[self._begin_N[n] : self._begin_N[n] + self.length_N[n]] for n in chosen_B])


class Batches:
    """Batches of lines of nearly the same length, so that nothing is computed for nothing."""

    def __init__(self, lines: Lines, batch: int, seed: int) -> None:
        self._lines, self._batch, self._seed = lines, batch, seed
        self._epoch, self._parts = -1, list[np.ndarray]()

    def __len__(self) -> int:
        """Steps per epoch."""
        return max(1, len(self._lines) // self._batch)

    def rows(self, step: int) -> Tensor:
        """Return the lines of a step, BT; the same step has the same ones."""
        epoch, place = divmod(step, len(self))
        if epoch != self._epoch:
            chance = rng(self._seed, epoch)
            length_N = self._lines.length_N
            order_N = np.lexsort((chance.random(len(length_N)), length_N))
            parts = np.array_split(order_N, len(self))
            self._epoch, self._parts = epoch, [parts[n] for n in chance.permutation(len(parts))]
        return self._lines.rows(self._parts[place])


class Weights(NamedTuple):
    """How a step's loss is made."""

    kl: float
    dropped: float
    hidden: float


def weights(config: VerseVAEConfig, gone: float) -> Weights:
    """Return the weights after this share of a training: a denoising autoencoder, then the KL term comes in cycles.

    As Li et al. 2019 (arXiv 1909.00868) begin, and Fu et al. 2019 (arXiv 1903.10145, eq. 6) go on.
    """
    if gone < config.autoencoding:
        return Weights(AUTOENCODER_KL * config.kl, config.dropped, config.hidden_pieces)
    rest = (gone - config.autoencoding) / (1 - config.autoencoding)
    cycle = 1.0 if rest >= 1 else rest * config.cycles % 1
    fading = 1 - min(1.0, rest)
    return Weights(
        config.kl * min(1.0, AUTOENCODER_KL + 2 * cycle), config.dropped * fading, config.hidden_pieces * fading
    )


class Objective(nn.Module):
    """What is made small: −ELBO with a weighted KL term, a share of the batch's mean for each line."""

    def __init__(self, model: VerseVAE) -> None:
        super().__init__()
        self.model = model

    def forward(self, tokens_BT: Tensor, weight_B4: Tensor) -> Tensor:
        """Return a sum over lines; weight_B4: of the KL term, shares that are dropped and hidden, of the line."""
        kl, dropped, hidden, share = weight_B4[0].tolist()
        terms = self.model.terms(tokens_BT, dropped=dropped, hidden=hidden, roughly=True)
        return (terms.reconstruction_B + kl * terms.kl_BN.sum(1)).sum() * share


class Held(NamedTuple):
    """What held-out lines come to; means over lines."""

    elbo: float  # −ELBO, nats, one draw of the code each, always the same
    reconstruction: float  # nats of it
    kl: float  # nats of it
    exact: float  # share of lines that the likeliest pieces from the mean code give back whole
    pieces: float  # share of their pieces
    active: float  # share of the numbers with Var_x E[z | x] > 0.01 (Burda et al. 2016, section 5.2)


@torch.no_grad()
def held_out(model: VerseVAE, lines: Lines, chosen_M: np.ndarray) -> Held:
    """Measure a model on the chosen lines."""
    device, parts, codes = next(model.parameters()).device, list[Tensor](), list[Tensor]()
    seed_torch(0)
    chosen_M = chosen_M[np.argsort(lines.length_N[chosen_M], kind="stable")]
    for at in range(0, len(chosen_M), AT_ONCE):
        tokens_BT = lines.rows(chosen_M[at : at + AT_ONCE]).to(device)
        terms = model.terms(tokens_BT)
        mean_BN = model.posterior(tokens_BT)[0]
        right_BT = given_back(model, tokens_BT, mean_BN)
        counts_BT = tokens_BT != END
        share_B = (right_BT[:, :-1] & counts_BT).sum(1) / counts_BT.sum(1).clamp_min(1)
        kl_B = terms.kl_BN.sum(1)
        figures = (terms.reconstruction_B + kl_B, terms.reconstruction_B, kl_B, right_BT.all(1), share_B)
        parts.append(torch.stack([figure.double().cpu() for figure in figures], 1))
        codes.append(mean_BN.double().cpu())
    return Held(*torch.cat(parts).mean(0).tolist(), active=active_share(torch.cat(codes)))


def active_share(mean_XN: Tensor) -> float:
    """Return the share of a code's numbers that differ from line to line, see `Held`; mean_XN: mean codes of lines."""
    spread_N = mean_XN.var(0) if len(mean_XN) > 1 else torch.zeros(mean_XN.shape[1])
    return float((spread_N > 0.01).double().mean())


def given_back(model: VerseVAE, tokens_BT: Tensor, mean_BN: Tensor) -> Tensor:
    """Return which pieces the code alone gives back, BT with END after the line; all of a row: it is whole."""
    wanted_BT = nn.functional.pad(tokens_BT, (0, 1), value=END)
    found_BT = write(model, mean_BN, longest=wanted_BT.shape[1])
    found_BT = nn.functional.pad(found_BT, (0, wanted_BT.shape[1] - found_BT.shape[1]), value=END)
    return found_BT == wanted_BT


@torch.no_grad()
def mean_codes(model: VerseVAE, lines: Lines, chosen_X: np.ndarray) -> Tensor:
    """Return the mean codes of the chosen lines, z_XN."""
    device = next(model.parameters()).device
    parts = [chosen_X[at : at + AT_ONCE] for at in range(0, len(chosen_X), AT_ONCE)]
    return torch.cat([model.posterior(lines.rows(part_B).to(device))[0] for part_B in parts])
