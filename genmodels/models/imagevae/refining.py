"""Finds the codes from which the decoder draws given pictures as well as it can, starting from the encoder's.

Letters: B pictures, H, W rows and columns, K colours, N numbers of z, C channels of s, Q = H/4.
"""

from collections.abc import Generator, Sequence

import torch
from torch import Tensor
from torch.nn import functional as fn

from genmodels.models.imagevae import ImageVAE

RATE = 0.06  # of Adam; a code's numbers are about 1
PULL = 0.05  # weight of half the squared way from the posterior mean, beside nats


class Refinement:
    """Codes of pictures, better with every step: semi-amortised inference (Kim et al. 2018, arXiv 1802.02550)."""

    def __init__(self, model: ImageVAE, tokens_BHW: Tensor, tag_B: Tensor, allowed_K: Tensor) -> None:
        """allowed_K (bool): the colours among which the decoder has to find the right ones."""
        self._model, self.tokens_BHW, self._tag_B = model, tokens_BHW, tag_B
        self._hidden_K = ~allowed_K
        with torch.no_grad():
            self.mean = model.encode(tokens_BHW, tag_B)
        self.z_BN, self.s_BCQQ = (code.clone() for code in self.mean)

    def steps(self, count: int) -> Generator[None, None, None]:
        """Take this many steps of Adam on the negative log likelihood, yielding after each picture of each step."""
        codes = [
            (self.z_BN[b : b + 1].clone().requires_grad_(), self.s_BCQQ[b : b + 1].clone().requires_grad_())
            for b in range(len(self.z_BN))
        ]
        optimisers = [torch.optim.Adam(pair, lr=RATE) for pair in codes]
        for step in range(count):
            rate = RATE * (1 - step / count) ** 0.5
            for b, ((z_1N, s_1CQQ), optimiser) in enumerate(zip(codes, optimisers, strict=True)):
                optimiser.param_groups[0]["lr"] = rate
                set_gradients((z_1N, s_1CQQ), self._loss(z_1N, s_1CQQ, slice(b, b + 1)))
                optimiser.step()
                self.z_BN[b], self.s_BCQQ[b] = z_1N.detach()[0], s_1CQQ.detach()[0]
                yield

    def _loss(self, z_BN: Tensor, s_BCQQ: Tensor, part: slice) -> Tensor:
        logits_BKHW = self._model.decode(z_BN, s_BCQQ, self._tag_B[part])
        logits_BKHW = logits_BKHW.masked_fill(self._hidden_K[:, None, None], -1e4)
        away = sum(((code - mean[part]) ** 2).sum() for code, mean in zip((z_BN, s_BCQQ), self.mean, strict=True))
        return fn.cross_entropy(logits_BKHW, self.tokens_BHW[part], reduction="sum") + PULL / 2 * away


def set_gradients(codes: Sequence[Tensor], loss: Tensor) -> None:
    """Leave a loss's gradients with the codes alone: the weights, which others use too, need none."""
    for code, gradient in zip(codes, torch.autograd.grad(loss, codes, allow_unused=True), strict=True):
        code.grad = gradient


@torch.no_grad()
def distance(model: ImageVAE, tokens_HW: Tensor, tag_1: Tensor) -> float:
    """Return −ELBO of a picture over that of a usual held-out one: 1 is usual, 2 is twice as surprising."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)  # one draw of the codes, always the same
        bare_1 = torch.zeros(1, dtype=torch.bool)
        nats = model.terms(tokens_HW[None], tag_1, bare_B=bare_1).total()[0] / tokens_HW.numel()
    return float(nats / model.axes.usual.clamp(min=1e-3))
