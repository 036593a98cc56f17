"""What training a PixelRNN adds to the common loop: its batches, its loss, and its held-out figures."""

import math

import numpy as np
import torch
from scipy.ndimage import binary_dilation
from torch import Tensor, nn

from genmodels.api.configs import TrainConfig
from genmodels.data.sprites.altering import Alterations
from genmodels.data.sprites.masking import random_mask
from genmodels.media.masks import Cover, cover_mask
from genmodels.models.pixelrnn import PixelRNN
from genmodels.models.pixelrnn.context import FLAGS
from genmodels.runtime import rng

QUERIES = 192  # hidden pixels scored per picture and step: neighbours teach nearly the same
FAR_SHARE = 0.25  # of the pixels that lie farther than two from the figure: nearly all of them are plain background


class Batches:
    """Training batches of token pictures; the same (seed, epoch, step) gives the same batch."""

    def __init__(self, tokens_NHW: np.ndarray, table_K4: np.ndarray, config: TrainConfig, *, whole: bool) -> None:
        """whole: hide everything, as the lecture does; else one random mask per picture."""
        self.tokens_NHW, self.config, self.whole = tokens_NHW, config, whole
        self.alterations = Alterations(tokens_NHW, table_K4, config)

    def __len__(self) -> int:
        """Steps per epoch."""
        return max(1, len(self.tokens_NHW) // self.config.batch)

    def draw(self, order_N: np.ndarray, step: int, rng: np.random.Generator) -> tuple[Tensor, ...]:
        """Return (tokens BHW, hidden BHW, flags BF, pixels BQ, weight BQ) of this step; the weights add up to 1."""
        at = step % len(self) * self.config.batch
        chosen_B = order_N[at : at + self.config.batch]
        pairs = [self._altered(self.tokens_NHW[n], rng) for n in chosen_B]
        tokens_BHW = np.stack([tokens_HW for tokens_HW, _ in pairs])
        flags_BF = np.stack([flags_F for _, flags_F in pairs])
        B, H, W = tokens_BHW.shape
        if self.whole:
            pixels_BQ, weight_BQ = np.tile(np.arange(H * W), (B, 1)), np.full((B, H * W), 1 / (B * H * W), np.float32)
            return _tensors(tokens_BHW, np.ones((B, H, W), bool), flags_BF, pixels_BQ, weight_BQ)
        hidden_BHW = np.stack([random_mask(rng, H) for _ in range(B)])
        chosen = [self._queries(tokens_BHW[b], hidden_BHW[b], rng) for b in range(B)]
        pixels_BQ, weight_BQ = (np.stack(parts) for parts in zip(*chosen, strict=True))
        return _tensors(tokens_BHW, hidden_BHW, flags_BF, pixels_BQ, weight_BQ / max(1.0, weight_BQ.sum()))

    def _queries(
        self, tokens_HW: np.ndarray, hidden_HW: np.ndarray, rng: np.random.Generator
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return which hidden pixels to score (Q) and their weights: far from the figure few, at a higher weight."""
        near_HW = np.asarray(binary_dilation(tokens_HW != self.alterations.background, iterations=2), dtype=bool)
        far_HW = ~near_HW & (rng.random(hidden_HW.shape) < FAR_SHARE)
        pixels_Q = rng.permutation(np.flatnonzero(hidden_HW & (near_HW | far_HW)))[:QUERIES]
        weight_Q = np.zeros(QUERIES, np.float32)
        weight_Q[: len(pixels_Q)] = np.where(near_HW.ravel()[pixels_Q], 1, 1 / FAR_SHARE)
        return np.resize(pixels_Q, QUERIES), weight_Q

    def _altered(self, tokens_HW: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
        """Return a picture altered by chance, and the flags that say how.

        Told of the alteration, the model learns from pictures that it will not draw (Jun et al. 2020, DistAug).
        """
        altered = self.alterations.of(tokens_HW, rng)
        flags_F = np.zeros(FLAGS, np.float32)
        flags_F[:3] = altered.on_its_side, altered.upside_down, altered.recoloured
        return altered.tokens_HW, flags_F


class Objective(nn.Module):
    """What is made small: the weighted mean −ln p of the scored pixels of a batch, or some rows' part of it, nats."""

    def __init__(self, model: PixelRNN) -> None:
        super().__init__()
        self.model = model

    def forward(
        self, tokens_BHW: Tensor, hidden_BHW: Tensor, flags_BF: Tensor, pixels_BQ: Tensor, weight_BQ: Tensor
    ) -> Tensor:
        """Return a sum over rows; over a whole batch the weights add up to 1."""
        return (self.model.nll(tokens_BHW, hidden_BHW, flags_BF, pixels_BQ) * weight_BQ).sum()


@torch.no_grad()
def held_out(model: PixelRNN, tokens_NHW: np.ndarray, cover: Cover, *, sample: int = 0, batch: int = 0) -> np.ndarray:
    """Return the bits per hidden pixel of every picture (N) under a standard mask, true earlier pixels given.

    With a sample, so many hidden pixels of each picture stand for all: always the same ones, so that checks compare.
    """
    device = next(model.parameters()).device
    hidden_HW = torch.from_numpy(cover_mask(cover, *tokens_NHW.shape[1:])).to(device)
    pixels_P = hidden_HW.flatten().nonzero()[:, 0].cpu().numpy()
    Q = min(sample or len(pixels_P), len(pixels_P))
    pixels_NQ = np.stack([rng(n, Q).choice(pixels_P, Q, replace=False) for n in range(len(tokens_NHW))])
    # Attention holds a few numbers per pair of pixels and picture: some hundred MB at most.
    batch = batch or max(1, min(32, 2**23 // (Q * hidden_HW.numel())))
    bits = []
    for at in range(0, len(tokens_NHW), batch):
        tokens_BHW, pixels_BQ = _tensors(tokens_NHW[at : at + batch], np.sort(pixels_NQ[at : at + batch], axis=1))
        hidden_BHW = hidden_HW.expand(len(tokens_BHW), -1, -1)
        nll_BQ = model.nll(tokens_BHW.to(device), hidden_BHW, None, pixels_BQ.to(device))
        bits.append(nll_BQ.cpu().double().mean(1).numpy() / math.log(2))
    return np.concatenate(bits)


def _tensors(*arrays: np.ndarray) -> tuple[Tensor, ...]:
    return tuple(torch.from_numpy(np.ascontiguousarray(array)) for array in arrays)
