"""A pack's preview picture: eight sprites drawn from nothing, seeds 1 to 8, as a sheet of two rows."""

import numpy as np

from genmodels.media.contact_sheet import tiled
from genmodels.models.pixelrnn import Colours, PixelRNN, draw
from genmodels.runtime import one_thread

SEEDS = range(1, 9)


def preview(model: PixelRNN, table_K4: np.ndarray) -> np.ndarray:
    """Return uint8 RGBA, 2 × 4 sprites of the model's size, drawn by a model that is not training."""
    size, count = model.config.size, len(table_K4)
    same = Colours(
        exact_of_token_K=np.arange(count), token_of_exact_T=np.arange(count), drawn_of_exact_T=np.arange(count)
    )
    blank_SS, all_SS = np.zeros((size, size), np.int64), np.ones((size, size), bool)
    with one_thread():
        rows = [r.exact_NRW for r in draw(model, blank_SS, all_SS, same, SEEDS, temperature=0.9, nucleus=0.98)]
    return tiled(table_K4[np.concatenate(rows, axis=1)], columns=4)
