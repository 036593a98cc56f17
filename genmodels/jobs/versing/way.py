"""The way that a poem takes through the latent space: from each line that stands to the next one, place by place.

Letters: N numbers of a code, B lines, C candidates.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from genmodels.jobs.versing.plan import Wish
from genmodels.models.versevae.written import letters_of

ANY = Wish(length=1)  # of a line that stands
SAME = 0.25  # RMS distance of two codes under which the ends are taken for no further apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """From one line that stands to the next."""

    before_N: np.ndarray
    after_N: np.ndarray
    is_loop: bool  # both are the same line

    @property
    def squared(self) -> float:
        """Squared distance of the ends."""
        return max(float(((self.after_N - self.before_N) ** 2).sum()), SAME**2 * len(self.before_N))

    def share(self, code_CN: np.ndarray) -> np.ndarray:
        """Return how much of the last line is in each code, C: 0 is the first one, 1 the last one."""
        return (code_CN - self.before_N) @ (self.after_N - self.before_N) / self.squared


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of a poem."""

    t: float  # on the whole way
    text: str = ""  # of a line that stands; empty: to be written
    wish: Wish = ANY
    z_N: Tensor  # where its code should lie
    leg: Leg  # that it is on, or that ends with it
    at: float = 1.0  # share of the leg


def places_of(
    times: Sequence[float],
    standing: Mapping[int, tuple[str, Tensor]],
    wished: Sequence[Wish],
    *,
    bend: float,
    seed: int,
) -> list[Place]:
    """Return the places of a poem. standing: lines that stay, with their codes, both ends among them.

    Between two lines the way is a great circle with an even radius; from a line to itself it is a loop, `bend` wide.
    """
    stops = sorted(standing)
    found: list[Place] = []
    for place, t in enumerate(times):
        right = next(stop for stop in stops if stop >= place and stop > 0)
        left = stops[stops.index(right) - 1]
        (before, a_N), (after, b_N) = standing[left], standing[right]
        is_loop = letters_of(before) == letters_of(after)
        leg = Leg(before_N=a_N.numpy(), after_N=b_N.numpy(), is_loop=is_loop)
        at = (place - left) / (right - left)
        if place in standing:
            text, z_N = standing[place]
            found.append(Place(t=t, text=text, z_N=z_N, leg=leg, at=at))
            continue
        z_N = slerp(a_N, b_N, at)
        if is_loop:
            aside_N = torch.randn(z_N.shape, generator=torch.Generator().manual_seed(seed + right))
            z_N = z_N + bend * float(np.sin(np.pi * at)) * aside_N
        found.append(Place(t=t, wish=wished[place], z_N=z_N, leg=leg, at=at))
    return found


def slerp(a_N: Tensor, b_N: Tensor, t: float) -> Tensor:
    """Return a point of the great circle between two codes (Shoemake 1985), its radius between theirs."""
    radius_a, radius_b = a_N.norm(), b_N.norm()
    if not radius_a or not radius_b:
        return a_N.lerp(b_N, t)
    one_N, other_N = a_N / radius_a, b_N / radius_b
    angle = torch.arccos((one_N @ other_N).clamp(-1, 1))
    if angle < 1e-3 or angle > np.pi - 1e-3:
        return a_N.lerp(b_N, t)
    unit_N = (torch.sin((1 - t) * angle) * one_N + torch.sin(t * angle) * other_N) / torch.sin(angle)
    return unit_N * radius_a.lerp(radius_b, t)
