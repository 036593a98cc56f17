"""A pack's preview picture: two walks from one random code to another, a row of four pictures each."""

import numpy as np
import torch

from genmodels.media.contact_sheet import tiled
from genmodels.models.imagevae import ImageVAE
from genmodels.models.imagevae.drawing import walks
from genmodels.runtime import rng

ROWS, FRAMES, SEED = 2, 4, 1


def preview(model: ImageVAE, table_K4: np.ndarray) -> np.ndarray:
    """Return uint8 RGBA, 2 × 4 pictures of the model's size, drawn by a model that is not training."""
    ends_XN = torch.from_numpy(rng(SEED).standard_normal((2 * ROWS, model.config.numbers), np.float32))
    return tiled(table_K4[walks(model, ends_XN, FRAMES).numpy()], columns=FRAMES)
