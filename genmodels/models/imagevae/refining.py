"""Finds the codes from which the decoder draws given pictures as well as it can, starting from the encoder's.

Letters: B pictures, H, W rows and columns, K colours, N numbers of z, C channels of s, Q = H/4.
"""

from collections.abc import Generator, Sequence
from typing import Self

import torch
from torch import Tensor
from torch.nn import functional as fn

from genmodels.api.errors import PackError
from genmodels.models.imagevae import ImageVAE

RATE = 0.06  # of Adam; a code's numbers are about 1
BETAS = (0.9, 0.999)  # Adam's
PULL = 0.05  # weight of half the squared way from the posterior mean, beside nats


class Descent:
    """Adam (Kingma & Ba 2015, arXiv 1412.6980, algorithm 1) on a few codes.

    Torch's own takes a second or more to start in a process, longer than a whole morph may.
    """

    def __init__(self, codes: Sequence[Tensor], rate: float) -> None:
        self.codes = tuple(code.detach().clone().requires_grad_() for code in codes)
        self._rate, self._steps = rate, 0
        self._moments = [(torch.zeros_like(code), torch.zeros_like(code)) for code in codes]

    def step(self, loss: Tensor, *, share: float = 1.0) -> None:
        """Move the codes against the loss's gradient, by a share of the rate; the weights keep no gradient of it."""
        self._steps += 1
        gradients = torch.autograd.grad(loss, self.codes, allow_unused=True)
        with torch.no_grad():
            for code, gradient, (mean, square) in zip(self.codes, gradients, self._moments, strict=True):
                if gradient is None:  # a spatial code of no channels
                    continue
                mean.lerp_(gradient, 1 - BETAS[0])
                square.lerp_(gradient**2, 1 - BETAS[1])
                first, second = (1 - beta**self._steps for beta in BETAS)
                code.sub_(share * self._rate * (mean / first) / ((square / second).sqrt() + 1e-8))


class Refinement:
    """Codes of pictures, better with every step: semi-amortised inference (Kim et al. 2018, arXiv 1802.02550)."""

    def __init__(
        self, model: ImageVAE, tokens_BHW: Tensor, tag_B: Tensor, allowed_K: Tensor, mean: tuple[Tensor, Tensor]
    ) -> None:
        """allowed_K (bool): the colours among which the decoder has to find the right ones; mean: what is encoded."""
        self._model, self.tokens_BHW, self._tag_B = model, tokens_BHW, tag_B
        self._hidden_K = ~allowed_K
        self.mean = mean
        self.z_BN, self.s_BCQQ = (code.clone() for code in mean)

    @classmethod
    def reading(
        cls, model: ImageVAE, tokens_BHW: Tensor, tag_B: Tensor, allowed_K: Tensor
    ) -> Generator[None, None, Self]:
        """Return the codes as the encoder reads them, yielding after each picture."""
        parts: list[tuple[Tensor, Tensor]] = []
        for b in range(len(tokens_BHW)):
            with torch.no_grad():
                parts.append(model.encode(tokens_BHW[b : b + 1], tag_B[b : b + 1]))
            yield
        z_parts, s_parts = zip(*parts, strict=True)
        return cls(model, tokens_BHW, tag_B, allowed_K, (torch.cat(z_parts), torch.cat(s_parts)))

    def steps(self, count: int) -> Generator[None, None, None]:
        """Take this many steps of Adam on the negative log likelihood, yielding after each picture of each step."""
        descents = [Descent((self.z_BN[b : b + 1], self.s_BCQQ[b : b + 1]), RATE) for b in range(len(self.z_BN))]
        for step in range(count):
            for b, descent in enumerate(descents):
                z_1N, s_1CQQ = descent.codes
                descent.step(self._loss(z_1N, s_1CQQ, slice(b, b + 1)), share=(1 - step / count) ** 0.5)
                self.z_BN[b], self.s_BCQQ[b] = z_1N.detach()[0], s_1CQQ.detach()[0]
                yield

    def _loss(self, z_BN: Tensor, s_BCQQ: Tensor, part: slice) -> Tensor:
        logits_BKHW = self._model.decode(z_BN, s_BCQQ, self._tag_B[part])
        logits_BKHW = logits_BKHW.masked_fill(self._hidden_K[:, None, None], -1e4)
        away = sum(((code - mean[part]) ** 2).sum() for code, mean in zip((z_BN, s_BCQQ), self.mean, strict=True))
        return fn.cross_entropy(logits_BKHW, self.tokens_BHW[part], reduction="sum") + PULL / 2 * away


@torch.no_grad()
def distance(model: ImageVAE, tokens_HW: Tensor, tag_1: Tensor) -> float:
    """Return −ELBO of a picture over that of a usual held-out one: 1 is usual, 2 is twice as surprising.

    Raises PackError where the weights make no number of it.
    """
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)  # one draw of the codes, always the same
        bare_1 = torch.zeros(1, dtype=torch.bool)
        nats = model.terms(tokens_HW[None], tag_1, bare_B=bare_1).total()[0] / tokens_HW.numel()
    if not nats.isfinite():
        raise out_of_range()
    return float(nats / model.axes.usual.clamp(min=1e-3))


def out_of_range() -> PackError:
    """Return the error of weights from which no numbers come; such a pack can be made on purpose."""
    message = "This pack's numbers are out of all range: its weights are damaged."
    return PackError(message, hint="Choose another pack, or import this one again.")
