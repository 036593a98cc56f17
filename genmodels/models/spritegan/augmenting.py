"""What the critic is shown of a picture, real or made: shifted, mirrored, recoloured, with a hole, on any background.

Augmentations of both sides that gradients pass through (Zhao et al. 2020, arXiv 2006.10738) keep the critic from
learning few pictures by heart; a flat background of any colour keeps the generator from hiding in transparency.

Letters: B pictures, A numbers that say what becomes of a picture, H, W rows and columns.
"""

import math
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as fn

from genmodels.api.configs import GANConfig, TrainConfig

# Luma and two chroma axes (YIQ, ITU-R BT.601): a turn of the latter two rotates all hues.
FROM_RGB = ((0.299, 0.587, 0.114), (0.596, -0.274, -0.322), (0.211, -0.523, 0.312))
HOLE = 0.375  # side of a hole, of the picture's


class _How(NamedTuple):
    mirrored: Tensor
    dy: Tensor
    dx: Tensor
    hue: Tensor
    red: Tensor
    green: Tensor
    blue: Tensor
    hole: Tensor
    hole_y: Tensor
    hole_x: Tensor


def plain(count: int) -> Tensor:
    """Return how_BA for pictures that are shown as they are, on grey."""
    how_BA = torch.zeros(count, len(_How._fields))
    how_BA[:, 4:7] = 0.5
    return how_BA


def by_chance(count: int, gan: GANConfig, train: TrainConfig, rng: np.random.Generator) -> Tensor:
    """Return how_BA, drawn for each picture, in the order of _How."""
    columns = (
        rng.random(count) < train.flip,
        *rng.integers(-train.shift, train.shift + 1, (2, count)),
        rng.uniform(0, 2 * math.pi, count) * (rng.random(count) < train.hue),
        *rng.random((3, count)),
        rng.random(count) < gan.holes,
        *rng.random((2, count)),
    )
    return torch.from_numpy(np.stack(columns, 1).astype(np.float32))


def shown(premultiplied_B4HW: Tensor, how_BA: Tensor) -> Tensor:
    """Return what the critic sees, B4HW from −1 to 1: colours on a background, and opacity."""
    x_B4HW, how = premultiplied_B4HW, _How(*how_BA.unbind(1))
    x_B4HW = torch.where(_wide(how.mirrored) > 0, x_B4HW.flip(3), x_B4HW)
    x_B4HW = _shifted(x_B4HW, how.dy.long(), how.dx.long())
    rgb_B3HW, opacity_B1HW = x_B4HW[:, :3], x_B4HW[:, 3:]
    rgb_B3HW = torch.einsum("bij,bjhw->bihw", _turns(how.hue), rgb_B3HW)
    ground_B3 = torch.stack((how.red, how.green, how.blue), 1)
    rgb_B3HW = rgb_B3HW + (1 - opacity_B1HW) * ground_B3[:, :, None, None]
    return (torch.cat((rgb_B3HW, opacity_B1HW), 1) * 2 - 1) * _holes(how, x_B4HW.shape[2])


def _wide(number_B: Tensor) -> Tensor:
    return number_B[:, None, None, None]


def _shifted(x_B4HW: Tensor, dy_B: Tensor, dx_B: Tensor) -> Tensor:
    """Return pictures moved by whole pixels; what comes in from outside is clear."""
    B, _, H, W = x_B4HW.shape
    most = int(torch.stack((dy_B, dx_B)).abs().max())
    if not most:
        return x_B4HW
    at_B, device = torch.arange(B, device=x_B4HW.device), x_B4HW.device
    y_BH = torch.arange(H, device=device) + most - dy_B[:, None]
    x_BW = torch.arange(W, device=device) + most - dx_B[:, None]
    padded = fn.pad(x_B4HW, (most, most, most, most))
    return padded[at_B[:, None, None], :, y_BH[:, :, None], x_BW[:, None, :]].permute(0, 3, 1, 2)


def _turns(angle_B: Tensor) -> Tensor:
    """Return matrices B33 that rotate the hues of RGB colours."""
    to_33 = torch.tensor(FROM_RGB, device=angle_B.device)
    turn_B33 = torch.zeros(len(angle_B), 3, 3, device=angle_B.device)
    turn_B33[:, 0, 0] = 1
    turn_B33[:, 1, 1] = turn_B33[:, 2, 2] = angle_B.cos()
    turn_B33[:, 2, 1] = angle_B.sin()
    turn_B33[:, 1, 2] = -turn_B33[:, 2, 1]
    return torch.linalg.inv(to_33) @ turn_B33 @ to_33


def _holes(how: _How, size: int) -> Tensor:
    """Return B1HW, 0 where a square hole of what is seen is, which may reach over the edge."""
    side, line_H = HOLE * size, torch.arange(size, device=how.hole.device)

    def within(at_B: Tensor) -> Tensor:
        first_B1 = (at_B[:, None] * (size + side) - side).round()
        return (line_H >= first_B1) & (line_H < first_B1 + side)

    hole_BHW = within(how.hole_y)[:, :, None] & within(how.hole_x)[:, None, :] & (how.hole[:, None, None] > 0)
    return (~hole_BHW)[:, None].float()
