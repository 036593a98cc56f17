"""Finds the codes from which the decoder writes given lines as well as it can, starting from the encoder's.

Letters as in genmodels/models/versevae/network.py.
"""

from collections.abc import Generator

import torch
from torch import Tensor

from genmodels.models.versevae.network import VerseVAE

RATE = 0.1  # RMS of a step's change; a code's numbers are about 1
PULL = 0.05  # weight of half the squared way from the posterior mean, beside nats


def refined(model: VerseVAE, tokens_BT: Tensor, mean_BN: Tensor, steps: int) -> Generator[None, None, Tensor]:
    """Yield after each step of gradient ascent on log p(line | z), and return the best codes, BN.

    Semi-amortised inference (Kim et al. 2018, arXiv 1802.02550), with steps that grow shorter.
    """
    z_BN, best_BN = mean_BN.clone(), mean_BN.clone()
    least_B = torch.full((len(mean_BN),), torch.inf)
    for step in range(steps):
        z_BN = z_BN.detach().requires_grad_()
        with torch.enable_grad():
            nats_B = model.reconstruction(tokens_BT, z_BN)
            loss = (nats_B + PULL / 2 * ((z_BN - mean_BN) ** 2).sum(1)).sum()
        (gradient_BN,) = torch.autograd.grad(loss, z_BN)
        is_better_B = nats_B.detach() < least_B
        best_BN = torch.where(is_better_B[:, None], z_BN.detach(), best_BN)
        least_B = torch.minimum(least_B, nats_B.detach())
        length_B1 = gradient_BN.square().mean(1, keepdim=True).sqrt().clamp_min(1e-8)
        z_BN = z_BN.detach() - RATE * (1 - step / steps) * gradient_BN / length_B1
        yield
    return best_BN
