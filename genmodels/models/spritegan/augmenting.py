"""What the critic is shown of codes, real or made: moved, with a hole, without the global code.

Augmentations of both sides that gradients pass through (Zhao et al. 2020, arXiv 2006.10738) keep the critic from
learning few pictures by heart.

Letters as in network.py; A numbers that say what becomes of a picture's codes.
"""

from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as fn

HOLE = 2  # a hole is as wide as the spatial code, divided by this
MOVED = 0.5  # share of pictures that are moved by a cell, along either axis or both
HIDDEN = 0.15  # share of pictures whose global code is hidden


class _How(NamedTuple):
    dy: Tensor
    dx: Tensor
    hole: Tensor
    hole_y: Tensor
    hole_x: Tensor
    hidden: Tensor


def by_chance(count: int, quarter: int, holes: float, rng: np.random.Generator) -> Tensor:
    """Return how_BA, drawn for each picture, in the order of _How; holes: the share of pictures that get one."""
    hole = quarter // HOLE
    columns = (
        *(rng.integers(-1, 2, (2, count)) * (rng.random(count) < MOVED)),
        rng.random(count) < holes,
        *rng.integers(-(hole // 2), quarter - hole + hole // 2 + 1, (2, count)),  # half outside at most
        rng.random(count) < HIDDEN,
    )
    return torch.from_numpy(np.stack(columns, 1).astype(np.float32))


def shown(u_BN: Tensor, r_BCQQ: Tensor, how_BA: Tensor) -> tuple[Tensor, Tensor]:
    """Return what the critic sees of codes; zeros come in where they are moved, and fill holes."""
    how, quarter = _How(*how_BA.unbind(1)), r_BCQQ.shape[2]
    at_B, line_Q = torch.arange(len(u_BN), device=u_BN.device), torch.arange(quarter, device=u_BN.device)
    y_BQ, x_BQ = (line_Q + 1 - step_B[:, None].long() for step_B in (how.dy, how.dx))
    moved_BQQC = fn.pad(r_BCQQ, (1, 1, 1, 1))[at_B[:, None, None], :, y_BQ[:, :, None], x_BQ[:, None, :]]
    within_y, within_x = (
        (line_Q >= first_B[:, None]) & (line_Q < first_B[:, None] + quarter // HOLE)
        for first_B in (how.hole_y, how.hole_x)
    )
    hole_BQQ = within_y[:, :, None] & within_x[:, None, :] & (how.hole[:, None, None] > 0)
    return u_BN * (1 - how.hidden[:, None]), moved_BQQC.permute(0, 3, 1, 2) * ~hole_BQQ[:, None]
