"""From noise to pictures: the generator's codes, drawn by the image VAE.

Letters as in network.py; K colours, H, W rows and columns of a picture.
"""

from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor

from genmodels.models.imagevae.drawing import chosen_colours
from genmodels.models.spritegan import Drawn, SpriteGAN
from genmodels.runtime import rng

CHUNK = 8  # pictures at a time, always: with other numbers of rows the last bits of products differ


@torch.inference_mode()
def drawn(model: SpriteGAN, n_BE: Tensor) -> Drawn:
    """Decode numbers along the noise's directions, at most so many as a chunk; a row never depends on the others."""
    count = len(n_BE)
    n_BE = torch.cat((n_BE, n_BE.new_zeros(CHUNK - count, n_BE.shape[1])))
    logits_BKHW, uses_BK = model(model.axes.noise(n_BE))
    return Drawn(logits_BKHW[:count], uses_BK[:count])


@torch.no_grad()
def tokens(model: SpriteGAN, e_XE: Tensor, at_once: int = 64) -> Iterator[Tensor]:
    """Yield tokens BHW of noise, a part after another."""
    for e_BE in e_XE.split(at_once):
        yield pixels(model(e_BE))


def seeded(numbers: int, seed: int) -> np.ndarray:
    """Return a seed's numbers along the noise's directions, float32 (E)."""
    return rng(seed).standard_normal(numbers, np.float32)


def noise(seed: int, count: int, numbers: int) -> Tensor:
    """Return noise e_XE that is always the same for the same seed."""
    return torch.from_numpy(rng(seed, count).standard_normal((count, numbers), np.float32))


def pixels(drawn: Drawn) -> Tensor:
    """Return tokens BHW: each pixel's likeliest colour among those that the picture uses."""
    allowed_BK = chosen_colours(drawn.uses_BK)
    return drawn.logits_BKHW.masked_fill(~allowed_BK[:, :, None, None], -torch.inf).argmax(1)
