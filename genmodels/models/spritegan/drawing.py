"""From noise to pictures: the generator's codes, drawn by the image VAE.

Letters as in network.py; K colours, H, W rows and columns of a picture.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from genmodels.models.imagevae.balancing import balanced
from genmodels.models.imagevae.drawing import chosen_colours
from genmodels.models.spritegan import SpriteGAN, untagged
from genmodels.runtime import rng

CHUNK = 8  # pictures at a time, always: with other numbers of rows the last bits of products differ


class Drawn(NamedTuple):
    """What the image VAE says of some pictures."""

    logits_BKHW: Tensor  # of every colour at every pixel
    uses_BK: Tensor  # logits that the picture uses this colour


@torch.inference_mode()
def drawn(model: SpriteGAN, n_BE: Tensor) -> Drawn:
    """Decode numbers along the noise's directions, at most so many as a chunk; a row never depends on the others."""
    count, tag_B = len(n_BE), untagged(CHUNK, n_BE.device)
    n_BE = torch.cat((n_BE, n_BE.new_zeros(CHUNK - count, n_BE.shape[1])))
    z_BN, s_BCQQ = model.codes(model.axes.noise(n_BE))
    return Drawn(model.vae.decode(z_BN, s_BCQQ, tag_B)[:count], model.vae.colours(z_BN, tag_B)[:count])


@torch.no_grad()
def tokens(model: SpriteGAN, e_XE: Tensor, at_once: int = 64) -> Iterator[Tensor]:
    """Yield tokens BHW of noise, a part after another."""
    for e_BE in e_XE.split(at_once):
        z_BN, s_BCQQ = model.codes(e_BE)
        tag_B = untagged(len(e_BE), e_BE.device)
        said = Drawn(model.vae.decode(z_BN, s_BCQQ, tag_B), model.vae.colours(z_BN, tag_B))
        yield torch.stack([_painted(*one) for one in zip(said.logits_BKHW.cpu(), said.uses_BK.cpu(), strict=True)])


def _painted(logits_KHW: Tensor, uses_K: Tensor) -> Tensor:
    """Return tokens HW, drawn in the colours that the model would use."""
    token_E = chosen_colours(uses_K[None])[0].nonzero()[:, 0]
    return token_E[torch.from_numpy(balanced(logits_KHW[token_E].numpy()))]


def seeded(numbers: int, seed: int) -> np.ndarray:
    """Return a seed's numbers along the noise's directions, float32 (E)."""
    return rng(seed).standard_normal(numbers, np.float32)


def noise(seed: int, count: int, numbers: int) -> Tensor:
    """Return noise e_XE that is always the same for the same seed."""
    return torch.from_numpy(rng(seed, count).standard_normal((count, numbers), np.float32))
