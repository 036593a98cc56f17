"""A pack's preview picture: held-out lines, a row each, a cell a piece, light where the code alone gives it back."""

import numpy as np
import torch

from genmodels.models.versevae.network import VerseVAE
from genmodels.models.versevae.spelling import END
from genmodels.models.versevae.training import Lines, given_back

ROWS, CELL, GAP = 12, 7, 1  # pixels
RIGHT, WRONG, GROUND = (226, 188, 108, 255), (74, 60, 92, 255), (29, 25, 38, 255)


@torch.no_grad()
def preview(model: VerseVAE, held: Lines) -> np.ndarray:
    """Return uint8 RGBA, always of the same lines."""
    tokens_BT = held.rows(np.linspace(0, len(held) - 1, min(ROWS, len(held))).astype(int))
    right_BT = given_back(model, tokens_BT, model.posterior(tokens_BT)[0])[:, :-1].numpy()
    B, T = tokens_BT.shape
    cells_BT4 = np.where(right_BT[..., None], RIGHT, WRONG)
    cells_BT4 = np.where((tokens_BT != END).numpy()[..., None], cells_BT4, GROUND).astype(np.uint8)
    picture_HW4 = np.full((B * (CELL + GAP) + GAP, T * (CELL + GAP) + GAP, 4), GROUND, np.uint8)
    for row, column in np.ndindex(B, T):
        top, left = (place * (CELL + GAP) + GAP for place in (row, column))
        picture_HW4[top : top + CELL, left : left + CELL] = cells_BT4[row, column]
    return picture_HW4
