"""The two networks of the GAN: a generator of codes of an image VAE, and a critic of such codes.

Where a picture is a few numbers and a small map of features already, a small pair learns in hours what is hopeless
pixel by pixel, and the image VAE's palette decoder draws every sprite crisp. Neither network is normalised: penalties
on the critic's gradients keep the game stable (Huang et al. 2024, arXiv 2501.05441). Modulation by w follows StyleGAN
(Karras et al. 2019, arXiv 1812.04948) in the form of FiLM (Perez et al. 2018, arXiv 1709.07871).

Letters: B pictures, E numbers of noise, N numbers of the global code u, C channels of the spatial code r, Q rows and
columns of it, W channels, M numbers of w. Codes here are in the training codes' standard deviations, see `standard`.
"""

import itertools
from typing import TypeVar

import torch
from torch import Tensor, nn
from torch.nn import functional as fn

SLOPE = 0.2  # of leaky ReLU below zero
PLAIN = 1.0  # the same where there is none
MAPPED = 128  # numbers of w
HEAD = 256  # cells of the fully connected layers
START = 4  # rows and columns that the generator starts from
GENTLE = 0.1  # of the usual weights of a block's last convolution: at first a block changes little
HALF = 0.5  # of the usual weights of what scales and shifts channels: at first few change their sign

Layer = TypeVar("Layer", nn.Conv2d, nn.Linear)


class Residual(nn.Module):
    """Two convolutions beside a straight way; w, where there is one, scales and shifts what lies between."""

    def __init__(self, width: int, condition: int = 0) -> None:
        super().__init__()
        self.first = even(nn.Conv2d(width, width, 3, padding=1))
        self.second = even(nn.Conv2d(width, width, 3, padding=1), share=GENTLE)
        self.film = Film(condition, width) if condition else None

    def forward(self, x_BWQQ: Tensor, w_BM: Tensor | None = None) -> Tensor:
        """Return features of the same shape."""
        inner = self.first(fn.leaky_relu(x_BWQQ, SLOPE))
        if self.film is not None and w_BM is not None:
            inner = self.film(inner, w_BM)
        return x_BWQQ + self.second(fn.leaky_relu(inner, SLOPE))


class Film(nn.Module):
    """Scales and shifts each channel as numbers tell."""

    def __init__(self, condition: int, width: int) -> None:
        super().__init__()
        self.tell = even(nn.Linear(condition, 2 * width), slope=PLAIN, share=HALF)

    def forward(self, x_BWQQ: Tensor, w_BM: Tensor) -> Tensor:
        """Return features of the same shape."""
        scale_BW, shift_BW = self.tell(w_BM).chunk(2, 1)
        return x_BWQQ * (1 + scale_BW[:, :, None, None]) + shift_BW[:, :, None, None]


def dense(*widths: int) -> nn.Sequential:
    """Return fully connected layers, the last one linear."""
    layers: list[nn.Module] = []
    for before, after in itertools.pairwise(widths):
        linear = nn.Linear(before, after)
        layers += [nn.LeakyReLU(SLOPE), even(linear)] if layers else [even(linear, slope=PLAIN)]
    return nn.Sequential(*layers)


def even(layer: Layer, *, slope: float = SLOPE, share: float = 1.0) -> Layer:
    """Have a layer's outputs begin as wide as its inputs were before their leaky ReLU, times share; return it.

    He et al. 2015, arXiv 1502.01852. Torch's own weights let all shrink from layer to layer: next to nothing of the
    noise would reach the codes at first, and the critic tells a single point from the real ones at a glance.
    """
    nn.init.kaiming_normal_(layer.weight, a=slope)
    if layer.bias is not None:
        nn.init.zeros_(layer.bias)
    with torch.no_grad():
        layer.weight.mul_(share)
    return layer


class Generator(nn.Module):
    """From noise to both codes of a picture."""

    def __init__(self, noise: int, width: int, numbers: int, detail: int, quarter: int) -> None:
        super().__init__()
        self.quarter = quarter
        self.mapping = dense(noise, MAPPED, MAPPED, MAPPED)
        self.number = dense(MAPPED, HEAD, numbers)
        self.start = nn.Parameter(GENTLE * torch.randn(1, width, START, START))
        self.enter = even(nn.Linear(MAPPED, width * START**2), slope=PLAIN)
        self.small = nn.ModuleList(Residual(width, MAPPED) for _ in range(2))
        self.large = nn.ModuleList(Residual(width, MAPPED) for _ in range(3))
        self.leave = even(nn.Conv2d(width, detail, 3, padding=1))

    def forward(self, e_BE: Tensor) -> tuple[Tensor, Tensor]:
        """Return u_BN and r_BCQQ."""
        w_BM = self.mapping(e_BE)
        x_BWQQ = self.start + self.enter(w_BM).unflatten(1, (-1, START, START))
        # With the channels last in memory, convolutions in bfloat16 take a tenth of the time on a CPU.
        x_BWQQ = x_BWQQ.contiguous(memory_format=torch.channels_last)
        for block in self.small:
            x_BWQQ = block(x_BWQQ, w_BM)
        x_BWQQ = fn.interpolate(x_BWQQ, size=(self.quarter, self.quarter))
        for block in self.large:
            x_BWQQ = block(x_BWQQ, w_BM)
        return self.number(fn.leaky_relu(w_BM, SLOPE)).float(), self.leave(fn.leaky_relu(x_BWQQ, SLOPE)).float()


class Critic(nn.Module):
    """Says how real codes look, up to a constant: only the differences of its scores mean anything."""

    def __init__(self, width: int, numbers: int, detail: int, quarter: int) -> None:
        super().__init__()
        self.numbers, self.map = numbers, (detail, quarter, quarter)
        self.enter = even(nn.Conv2d(detail, width, 3, padding=1), slope=PLAIN)
        self.film = Film(numbers, width)
        self.large = nn.Sequential(Residual(width), Residual(width))
        self.shrink = even(nn.Conv2d(width, width, 3, stride=2, padding=1), slope=PLAIN)
        self.small = nn.Sequential(Residual(width), Residual(width))
        self.whole = even(nn.Linear(width * (-(-quarter // 2)) ** 2, HEAD))
        self.number = dense(numbers, HEAD, HEAD)
        self.score = dense(2 * HEAD, HEAD, 1)

    def codes(self, code_BF: Tensor) -> tuple[Tensor, Tensor]:
        """Return u_BN and r_BCQQ from rows that hold both."""
        return code_BF[:, : self.numbers], code_BF[:, self.numbers :].unflatten(1, self.map)

    def forward(self, u_BN: Tensor, r_BCQQ: Tensor) -> Tensor:
        """Return a score for each picture (B)."""
        x_BWQQ = self.film(self.enter(r_BCQQ.contiguous(memory_format=torch.channels_last)), u_BN)
        x_BWQQ = self.small(self.shrink(self.large(x_BWQQ)))
        both = torch.cat((self.whole(fn.leaky_relu(x_BWQQ, SLOPE).flatten(1)), self.number(u_BN)), 1)
        return self.score(fn.leaky_relu(both, SLOPE))[:, 0].float()
