"""From codes to pixels: which colours a picture has, and which of them each pixel is.

Letters as in network.py.
"""

import torch
from torch import Tensor

from genmodels.models.imagevae import ImageVAE
from genmodels.models.imagevae.latent import LatentAxes

MOST_COLOURS = 16  # of a picture whose colours the model chooses


@torch.no_grad()
def paint(model: ImageVAE, z_BN: Tensor, s_BCQQ: Tensor, tag_B: Tensor, allowed_BK: Tensor | None = None) -> Tensor:
    """Return tokens BHW: each pixel's likeliest colour among those allowed, which the model chooses where none are."""
    allowed_BK = chosen_colours(model.colours(z_BN, tag_B)) if allowed_BK is None else allowed_BK
    logits_BKHW = model.decode(z_BN, s_BCQQ, tag_B)
    return logits_BKHW.masked_fill(~allowed_BK[:, :, None, None], -torch.inf).argmax(1)


def chosen_colours(uses_BK: Tensor, most: int = MOST_COLOURS) -> Tensor:
    """Return bool BK: the colours that are likelier used than not, at least two and at most so many."""
    best_BK = uses_BK.topk(min(most, uses_BK.shape[1])).indices
    chosen_BK = torch.zeros_like(uses_BK, dtype=torch.bool).scatter_(1, best_BK, value=True) & (uses_BK > 0)
    return chosen_BK.scatter_(1, best_BK[:, :2], value=True)


def walks(model: ImageVAE, ends_XN: Tensor, frames: int) -> Tensor:
    """Return tokens (X/2 · frames, H, W): straight walks between pairs of codes, given in principal numbers."""
    axes: LatentAxes = model.axes
    first_P1N, last_P1N = ends_XN[0::2, None], ends_XN[1::2, None]
    t_1F1 = torch.linspace(0, 1, frames)[None, :, None]
    u_BN = (first_P1N + (last_P1N - first_P1N) * t_1F1).flatten(0, 1)
    tag_B = torch.zeros(len(u_BN), dtype=torch.long)
    z_BN = axes.code(u_BN)
    return paint(model, z_BN, model.prior(z_BN, tag_B)[0], tag_B)
