"""A pack's preview picture: what eight seeds draw, always the same."""

import numpy as np
import torch

from genmodels.media.contact_sheet import tiled
from genmodels.models.spritegan import SpriteGAN
from genmodels.models.spritegan.drawing import noise, tokens

ROWS, COLUMNS, SEED = 2, 4, 1


def preview(model: SpriteGAN, table_K4: np.ndarray) -> np.ndarray:
    """Return uint8 RGBA, 2 × 4 pictures of the model's size, drawn by a model that is not training."""
    made_BHW = torch.cat(list(tokens(model, noise(SEED, ROWS * COLUMNS, model.config.numbers))))
    return tiled(table_K4[made_BHW.numpy()], columns=COLUMNS)
