"""The one small network of the lessons: an autoencoder that becomes a VAE when noise and the second loss are added.

Letters: B pictures, I inputs, N numbers of a code, O outputs.
"""

import math
from collections.abc import Callable

import torch
from torch import Tensor, nn

RATE = 2e-3
BATCH = 16
_FREEDOM = 1.0  # how fast a picture changes with its code before any training
_FIRST_NOISE = -0.5  # log of its standard deviation before any training: small enough for the pictures to be told apart


class Waves(nn.Module):
    """A code as sines (Sitzmann et al. 2020): they let a small decoder be as free as a large one."""

    def __init__(self, numbers: int, hidden: int) -> None:
        super().__init__()
        self.weight_NH = nn.Parameter(torch.randn(numbers, hidden) * _FREEDOM)
        self.bias_H = nn.Parameter((torch.rand(hidden) * 2 - 1) * math.pi)

    def forward(self, z_BN: Tensor) -> Tensor:
        """Return what the next layer mixes."""
        return torch.sin(z_BN @ self.weight_NH + self.bias_H)


class SmallNet(nn.Module):
    """Encoder and decoder of one hidden layer each.

    With weight 0 it is an autoencoder. With more, its code is c = exp(σ)·e + m of the lecture, and the KL divergence
    from N(0, 1) (Kingma & Welling 2014, eq. 10) is added to the loss, times the weight.
    """

    def __init__(self, inputs: int, outputs: int, *, numbers: int, hidden: int = 64, weight: float) -> None:
        super().__init__()
        self.weight = weight
        self.encoder = nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, 2 * numbers))
        self.decoder = nn.Sequential(Waves(numbers, hidden), nn.Linear(hidden, outputs))

    def encode(self, x_BI: Tensor) -> Tensor:
        """Return codes without noise."""
        return self.encoder(x_BI).chunk(2, dim=1)[0]

    def loss(self, x_BI: Tensor, misses: Callable[[Tensor], Tensor], noise: torch.Generator) -> tuple[Tensor, Tensor]:
        """Return (what to minimise, what the pictures miss); misses takes the outputs and answers per picture."""
        mean_BN, log_sd_BN = self.encoder(x_BI).chunk(2, dim=1)
        if not self.weight:
            missed = misses(self.decoder(mean_BN)).mean()
            return missed, missed
        e_BN = torch.randn(mean_BN.shape, generator=noise)
        log_sd_BN = log_sd_BN + _FIRST_NOISE
        missed = misses(self.decoder(mean_BN + log_sd_BN.exp() * e_BN)).mean()
        kl_B = (0.5 * ((2 * log_sd_BN).exp() + mean_BN**2 - 1) - log_sd_BN).sum(dim=1)
        return missed + self.weight * kl_B.mean(), missed


class Learner:
    """Takes steps with one network; what it needs of chance is its own, never torch's."""

    def __init__(self, net: SmallNet, seed: int, steps: int) -> None:
        self.net, self.steps = net, steps
        self._noise = torch.Generator().manual_seed(seed)
        self._adam = torch.optim.Adam(net.parameters(), lr=RATE, fused=True)

    def step(self, number: int, x_BI: Tensor, misses: Callable[[Tensor], Tensor]) -> float:
        """Learn from these pictures and return what they missed; the rate falls over the second half."""
        for group in self._adam.param_groups:
            group["lr"] = RATE * min(1.0, 2 * (1 - number / self.steps))
        minimised, missed = self.net.loss(x_BI, misses, self._noise)
        self._adam.zero_grad()
        minimised.backward()
        self._adam.step()
        return float(missed.detach())


def build_pair(seed: int, first: Callable[[], SmallNet], second: Callable[[], SmallNet]) -> tuple[SmallNet, SmallNet]:
    """Return both networks, begun from the same random numbers; torch's own chance is left as it was."""
    nets = []
    for make in (first, second):
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed)
            nets.append(make())
    return nets[0], nets[1]
