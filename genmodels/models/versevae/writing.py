"""Writes lines from codes, a piece at a time: the likeliest ones, or random ones.

Letters as in genmodels/models/versevae/network.py.
"""

from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch import Tensor

from genmodels.models.versevae.network import VerseVAE
from genmodels.models.versevae.spelling import END, UNKNOWN

MOST_PIECES = 64  # of a line
Allowed = Callable[[int], Tensor]  # which pieces may stand at a place: bool, BV


def tokens_of(model: VerseVAE, lines: Sequence[str]) -> Tensor:
    """Return the numbers of the lines' pieces, BT, filled up with END; lines longer than can be are cut."""
    return padded([model.spelling.numbers(line)[:MOST_PIECES] for line in lines])


def padded(rows: Sequence[Sequence[int] | np.ndarray]) -> Tensor:
    """Return rows of numbers as one tensor, BT, with a place at least."""
    tokens_BT = torch.full((len(rows), max(1, *map(len, rows), 1)), END)
    for row_T, numbers in zip(tokens_BT, rows, strict=True):
        row_T[: len(numbers)] = torch.as_tensor(numbers)
    return tokens_BT


@torch.inference_mode()
def write(
    model: VerseVAE,
    z_BN: Tensor,
    *,
    temperature: float = 0.0,
    seed: int = 0,
    longest: int = MOST_PIECES,
    allowed: Allowed | None = None,
) -> Tensor:
    """Return the pieces of a line for each code, BT: the likeliest at each step, or drawn at a temperature.

    A row never depends on the others but through the generator, which goes from row to row in order.
    """
    told_BTC, state = model.conditions(z_BN, longest + 1), model.first_state(z_BN)
    generator = torch.Generator().manual_seed(seed)
    before_B1 = torch.full((len(z_BN), 1), END, device=z_BN.device)
    pieces, over_B = list[Tensor](), torch.zeros(len(z_BN), dtype=torch.bool, device=z_BN.device)
    for at in range(longest):
        features_B1E, state = model.features(before_B1, told_BTC[:, at : at + 1], state, at)
        logits_BV = model.logits(features_B1E)[:, 0].float()
        logits_BV[:, UNKNOWN] = -torch.inf
        if allowed is not None:
            logits_BV = logits_BV.masked_fill(~allowed(at), -torch.inf)
        if temperature:
            # One number a row, found in the sum over the pieces: torch.multinomial draws one for every piece.
            below_BV = (logits_BV / temperature).softmax(1).cumsum(1).cpu()
            drawn_B1 = torch.rand(len(z_BN), 1, generator=generator) * below_BV[:, -1:]
            next_B = torch.searchsorted(below_BV, drawn_B1, right=True)[:, 0].clamp_max(below_BV.shape[1] - 1)
            next_B = next_B.to(z_BN.device)
        else:
            next_B = logits_BV.argmax(1)
        next_B = next_B.masked_fill(over_B, END)
        pieces.append(next_B)
        over_B |= next_B == END
        if bool(over_B.all()):
            break
        before_B1 = next_B[:, None]
    return torch.stack(pieces, 1)


def texts(model: VerseVAE, tokens_BT: Tensor) -> list[str]:
    """Return the lines that these pieces spell."""
    return [model.spelling.text(row) for row in tokens_BT.tolist()]
