"""The two networks of the GAN: a generator of codes of an image VAE, and a critic of the pictures drawn from them.

The image VAE draws bodies of a kind from the first step on, and its palette decoder draws every sprite crisp; what the
game adds is all that its own guesses lack. Neither network is normalised: penalties on the critic keep the game stable
(Huang et al. 2024, arXiv 2501.05441). Modulation by w follows StyleGAN (Karras et al. 2019, arXiv 1812.04948) in the
form of FiLM (Perez et al. 2018, arXiv 1709.07871).

Letters: B pictures, E numbers of noise, N numbers of the global code u in the training codes' standard deviations,
C channels of the spatial code s, Q rows and columns of it, W channels, M numbers of w, H, W rows and columns.
"""

import itertools
from typing import TypeVar

import torch
from torch import Tensor, nn
from torch.nn import functional as fn

SLOPE = 0.2  # of leaky ReLU below zero
PLAIN = 1.0  # where no leaky ReLU stands before a layer
MAPPED = 128  # numbers of w
HEAD = 256  # cells of the fully connected layers
SMALLEST = 4  # rows and columns of a picture as the critic sees it last
GENTLE = 0.1  # of the usual weights of a block's last convolution: at first a block changes little
SWAYED = 0.3  # of the usual weights of a FiLM

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
        self.tell = even(nn.Linear(condition, 2 * width), slope=PLAIN, share=SWAYED)

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

    He et al. 2015, arXiv 1502.01852. Torch's own weights let all shrink from layer to layer: the critic's scores would
    hardly differ at first, and it would learn next to nothing.
    """
    nn.init.kaiming_normal_(layer.weight, a=slope)
    if layer.bias is not None:
        nn.init.zeros_(layer.bias)
    with torch.no_grad():
        layer.weight.mul_(share)
    return layer


def silent(layer: Layer) -> Layer:
    """Have a layer begin with nothing but zeros; return it."""
    for weight in layer.parameters():
        nn.init.zeros_(weight)
    return layer


class Generator(nn.Module):
    """From noise to codes: at first the noise is the global code itself, and the spatial one the image VAE's guess."""

    def __init__(self, noise: int, width: int, numbers: int, detail: int, quarter: int) -> None:
        super().__init__()
        self.quarter = quarter
        self.mapping = dense(noise, MAPPED, MAPPED, MAPPED)
        self.straight = nn.Linear(noise, numbers, bias=False)
        self.number = nn.Sequential(dense(MAPPED, HEAD), nn.LeakyReLU(SLOPE), silent(nn.Linear(HEAD, numbers)))
        self.enter = even(nn.Conv2d(detail, width, 3, padding=1), slope=PLAIN)
        self.place = even(nn.Linear(MAPPED, width * quarter**2), slope=PLAIN)
        self.blocks = nn.ModuleList(Residual(width, MAPPED) for _ in range(3))
        self.leave = silent(nn.Conv2d(width, detail, 3, padding=1))
        nn.init.eye_(self.straight.weight)

    def numbers(self, e_BE: Tensor) -> tuple[Tensor, Tensor]:
        """Return u_BN, and w_BM, which the spatial code is to agree with."""
        w_BM = self.mapping(e_BE)
        return (self.straight(e_BE) + self.number(fn.leaky_relu(w_BM, SLOPE))).float(), w_BM

    def detail(self, guess_BCQQ: Tensor, w_BM: Tensor) -> Tensor:
        """Return s_BCQQ, given what the image VAE would guess."""
        x_BWQQ = self.enter(guess_BCQQ) + self.place(w_BM).unflatten(1, (-1, self.quarter, self.quarter))
        # With the channels last in memory, convolutions in bfloat16 take a tenth of the time on a CPU.
        x_BWQQ = x_BWQQ.contiguous(memory_format=torch.channels_last)
        for block in self.blocks:
            x_BWQQ = block(x_BWQQ, w_BM)
        return guess_BCQQ + self.leave(fn.leaky_relu(x_BWQQ, SLOPE)).float()


class Critic(nn.Module):
    """Says how real pictures look, up to a constant: only the differences of its scores mean anything."""

    def __init__(self, width: int, size: int) -> None:
        super().__init__()
        wider, layers, side = 3 * width // 2, list[nn.Module](), size // 2
        layers += [even(nn.Conv2d(4, width, 4, stride=2, padding=1), slope=PLAIN), Residual(width)]
        while side // 2 >= SMALLEST:
            before, side = width if side == size // 2 else wider, side // 2
            layers += [even(nn.Conv2d(before, wider, 4, stride=2, padding=1), slope=PLAIN), Residual(wider)]
        self.body = nn.Sequential(*layers)
        self.whole = even(nn.Linear((wider if len(layers) > 2 else width) * side**2, HEAD))
        self.score = nn.Linear(HEAD, 1)
        nn.init.kaiming_normal_(self.score.weight, nonlinearity="linear")
        nn.init.zeros_(self.score.bias)

    def forward(self, seen_B4HW: Tensor) -> Tensor:
        """Return a score for each picture (B)."""
        x_BWQQ = self.body(seen_B4HW.contiguous(memory_format=torch.channels_last))
        head_BX = self.whole(fn.leaky_relu(x_BWQQ, SLOPE).flatten(1)).float()
        with torch.autocast(seen_B4HW.device.type, enabled=False):  # the penalty looks at small differences of scores
            return self.score(fn.leaky_relu(head_BX, SLOPE))[:, 0]
