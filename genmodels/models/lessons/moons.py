"""The lesson of the moons: what lies half-way between two of them, for an autoencoder and for a VAE.

Both have the same network, a code of eight numbers, the same moons and steps; only noise and KL differ.
Letters: N moons, P pixels, K colours, R real moons to compare with, T frames of a way.
"""

from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from genmodels.data.sprites.moons import TABLE_K4, THINNEST, draw_moon
from genmodels.models.lessons.network import BATCH, Learner, SmallNet, build_pair
from genmodels.runtime import rng

SIDE, MOONS, NUMBERS, FRAMES, RADIUS = 16, 40, 8, 9, 0.44
STEPS = 2000
KL_WEIGHT = 4.0  # at 1 the noise stays too small to reach the next moon in so few steps
WAYS = ((0.12, 0.5), (0.25, 0.6), (0.3, 0.75), (0.5, 0.88))  # phases of both ends; chosen before anything was trained
REAL = (THINNEST, 1 - THINNEST, 400)  # phases of the moons to compare with, and how many
PAIRS = 200  # measured
BROKEN = 3  # pixels from the nearest real moon, more of which are seen at a glance


class MoonsLesson:
    """An autoencoder (0) and a VAE (1) on the same moons."""

    def __init__(self, seed: int, steps: int = STEPS) -> None:
        self.steps = steps
        self._rng = rng(seed)
        self.phases_N = THINNEST + (1 - 2 * THINNEST) * (np.arange(MOONS) + 0.5) / MOONS
        self._tokens_NP, self._real_RP = _drawn(self.phases_N), _drawn(np.linspace(*REAL))
        self._x_NI = functional.one_hot(self._tokens_NP, len(TABLE_K4)).float().flatten(1)
        size = self._x_NI.shape[1]
        nets = build_pair(
            seed,
            lambda: SmallNet(size, size, numbers=NUMBERS, weight=0.0),
            lambda: SmallNet(size, size, numbers=NUMBERS, weight=KL_WEIGHT),
        )
        self._learners = [Learner(net, seed, steps) for net in nets]

    def step(self, number: int) -> tuple[float, float]:
        """Let both learn from the same moons; returns their losses in bits per pixel."""
        chosen_B = torch.from_numpy(self._rng.integers(MOONS, size=BATCH))
        target_BP, x_BI = self._tokens_NP[chosen_B], self._x_NI[chosen_B]

        def misses(logits_BO: Tensor) -> Tensor:
            return functional.cross_entropy(_by_colour(logits_BO), target_BP, reduction="none").sum(dim=1)

        first, second = (learner.step(number, x_BI, misses) for learner in self._learners)
        bit = SIDE * SIDE * float(np.log(2))
        return first / bit, second / bit

    def pictures(self, which: int) -> list[np.ndarray]:
        """Return the frames of each way, one way after another, uint8 RGBA."""
        tokens = self._ways(which, self._ends(), FRAMES).reshape(-1, SIDE, SIDE)
        return list(TABLE_K4[tokens.numpy()])

    @property
    def columns(self) -> int:
        """Pictures in a row."""
        return FRAMES

    def wrong(self, which: int) -> list[int]:
        """Return which of the pictures are no moons: they differ from every real one by more than BROKEN pixels."""
        moons_TP = self._ways(which, self._ends(), FRAMES).flatten(0, 1)
        apart = [int((self._real_RP != moon_P).sum(dim=1).min()) for moon_P in moons_TP]
        return [place for place, pixels in enumerate(apart) if pixels > BROKEN]

    def measure(self) -> Iterator[dict[str, float]]:
        """Yield the figures of one model after another.

        half_way: pixels in which the picture half-way differs from the nearest real moon, over random pairs of moons.
        broken: the share of those that differ by more than BROKEN. copy: pixels missed in a copy of a moon.
        """
        pairs = rng(0).integers(MOONS, size=(PAIRS, 2))
        for which in range(2):
            apart = []
            for few in np.array_split(pairs, 20):
                half_way_BP = self._ways(which, few.tolist(), 3)[:, 1]
                apart += [int((self._real_RP != moon_P).sum(dim=1).min()) for moon_P in half_way_BP]
                yield {}
            with torch.no_grad():
                net = self._learners[which].net
                copies_NP = _by_colour(net.decoder(net.encode(self._x_NI))).argmax(dim=1)
            yield {
                "half_way": float(np.mean(apart)),
                "broken": float(np.mean(np.array(apart) > BROKEN)),
                "copy": float((copies_NP != self._tokens_NP).sum(dim=1).float().mean()),
            }

    def _ends(self) -> list[list[int]]:
        """Return for each way the moons that it begins and ends with."""
        return [[int(np.abs(self.phases_N - phase).argmin()) for phase in way] for way in WAYS]

    def _ways(self, which: int, ends: list[list[int]], frames: int) -> Tensor:
        """Return tokens (B, T, P) on the straight way between the codes of each two moons."""
        net = self._learners[which].net
        with torch.no_grad():
            z_B2N = net.encode(self._x_NI)[torch.tensor(ends)]
            share_T1 = torch.linspace(0, 1, frames)[:, None]
            z_BTN = torch.lerp(z_B2N[:, :1], z_B2N[:, 1:], share_T1)
            tokens = _by_colour(net.decoder(z_BTN.flatten(0, 1))).argmax(dim=1)
        return tokens.view(len(ends), frames, -1)


def _drawn(phases_N: np.ndarray) -> Tensor:
    moons = [draw_moon(SIDE, float(phase), radius=RADIUS).reshape(-1) for phase in phases_N]
    return torch.from_numpy(np.stack(moons)).long()


def _by_colour(logits_BO: Tensor) -> Tensor:
    """Return logits as (B, K, P)."""
    return logits_BO.view(len(logits_BO), SIDE * SIDE, -1).transpose(1, 2)
