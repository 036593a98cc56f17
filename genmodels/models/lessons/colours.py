"""The lesson of the colours: RGB by sigmoids and squared error against the choice of one colour of N.

Both are the same small VAE on the same fruits; only what comes out differs. Letters: N fruits, P pixels, K colours.
"""

from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from genmodels.data.sprites.fruits import PAPER, TABLE_K4, draw_fruits
from genmodels.models.lessons.network import BATCH, Learner, SmallNet, build_pair
from genmodels.runtime import rng

SIDE, FRUITS, NUMBERS, SHOWN = 16, 300, 4, 8
STEPS = 1500
SPREAD = 0.25  # standard deviation that the squared error stands for, of channels from 0 to 1
NEAR = 24  # of 255: a colour nearer than this to one of the table, in every channel, is that one to the eye


class ColoursLesson:
    """Sigmoids for RGB (0) and a softmax over the colours (1)."""

    def __init__(self, seed: int, steps: int = STEPS) -> None:
        self.steps = steps
        self._rng = rng(seed)
        tokens = draw_fruits(FRUITS, SIDE, self._rng)
        self._tokens_NP = torch.from_numpy(tokens).long().flatten(1)
        self._rgb_NO = torch.from_numpy(TABLE_K4[tokens][..., :3] / np.float32(255)).flatten(1)
        self._x_NI = functional.one_hot(self._tokens_NP, len(TABLE_K4)).float().flatten(1)
        inputs, pixels = self._x_NI.shape[1], SIDE * SIDE
        nets = build_pair(
            seed,
            lambda: SmallNet(inputs, pixels * 3, numbers=NUMBERS, weight=1.0),
            lambda: SmallNet(inputs, pixels * len(TABLE_K4), numbers=NUMBERS, weight=1.0),
        )
        self._learners = [Learner(net, seed, steps) for net in nets]

    def step(self, number: int) -> tuple[float, float]:
        """Let both learn from the same fruits; returns the squared error and the bits, per pixel."""
        chosen_B = torch.from_numpy(self._rng.integers(FRUITS, size=BATCH))
        x_BI, rgb_BO, target_BP = self._x_NI[chosen_B], self._rgb_NO[chosen_B], self._tokens_NP[chosen_B]

        def squared(out_BO: Tensor) -> Tensor:
            return ((out_BO.sigmoid() - rgb_BO) ** 2).sum(dim=1) / (2 * SPREAD**2)

        def surprise(out_BO: Tensor) -> Tensor:
            return functional.cross_entropy(_by_colour(out_BO), target_BP, reduction="none").sum(dim=1)

        first = self._learners[0].step(number, x_BI, squared)
        second = self._learners[1].step(number, x_BI, surprise)
        pixels = SIDE * SIDE
        return first * 2 * SPREAD**2 / pixels, second / (pixels * float(np.log(2)))

    def pictures(self, which: int) -> list[np.ndarray]:
        """Return the first fruits, what the model makes of them, and pictures from random codes, uint8 RGBA."""
        originals = TABLE_K4[self._tokens_NP[:SHOWN].view(-1, SIDE, SIDE).numpy()]
        with torch.no_grad():
            codes = self._learners[which].net.encode(self._x_NI[:SHOWN])
            fresh = torch.randn((SHOWN, NUMBERS), generator=torch.Generator().manual_seed(7))
        return [*originals, *self._painted(which, torch.cat([codes, fresh]))]

    @property
    def columns(self) -> int:
        """Pictures in a row."""
        return SHOWN

    def wrong(self, which: int) -> list[int]:  # noqa: ARG002 - its sibling looks at the model
        """Return nothing: which colours are foreign is seen, and measured below."""
        return []

    def measure(self) -> Iterator[dict[str, float]]:
        """Yield the figures of one model after another.

        foreign: the share of the figures' pixels whose colour is none of those the fruits are drawn in. clear: how
        saturated they are, over how saturated the fruits are. right: the share whose nearest colour is the fruit's.
        """
        figure_NP = (self._tokens_NP != PAPER).numpy()
        real = _saturation(TABLE_K4[self._tokens_NP.numpy()])[figure_NP].mean()
        for which in range(2):
            foreign, clear, right = [], [], []
            for at in range(0, FRUITS, 20):
                some = slice(at, at + 20)
                with torch.no_grad():
                    codes = self._learners[which].net.encode(self._x_NI[some])
                rgba_XP4 = self._painted(which, codes).reshape(-1, SIDE * SIDE, 4)
                rgba_X4 = rgba_XP4[figure_NP[some]]
                apart_XK = np.abs(rgba_X4[:, None, :3].astype(int) - TABLE_K4[None, :, :3]).max(axis=-1)
                foreign.append((apart_XK.min(axis=1) > NEAR).mean())
                clear.append(_saturation(rgba_X4).mean())
                right.append((apart_XK.argmin(axis=1) == self._tokens_NP.numpy()[some][figure_NP[some]]).mean())
                yield {}
            yield {
                "foreign": float(np.mean(foreign)),
                "clear": float(np.mean(clear) / real),
                "right": float(np.mean(right)),
            }

    def _painted(self, which: int, z_BN: Tensor) -> np.ndarray:
        with torch.no_grad():
            out_BO = self._learners[which].net.decoder(z_BN)
        if which == 0:
            rgb_BHW3 = (out_BO.sigmoid() * 255).round().to(torch.uint8).view(-1, SIDE, SIDE, 3).numpy()
            return np.pad(rgb_BHW3, ((0, 0), (0, 0), (0, 0), (0, 1)), constant_values=255)
        return TABLE_K4[_by_colour(out_BO).argmax(dim=1).view(-1, SIDE, SIDE).numpy()]


def _saturation(rgba_X4: np.ndarray) -> np.ndarray:
    """Return how far each colour is from grey, 0 to 1."""
    rgb_X3 = rgba_X4[..., :3].astype(float)
    return (rgb_X3.max(axis=-1) - rgb_X3.min(axis=-1)) / 255


def _by_colour(logits_BO: Tensor) -> Tensor:
    """Return logits as (B, K, P)."""
    return logits_BO.view(len(logits_BO), SIDE * SIDE, -1).transpose(1, 2)
