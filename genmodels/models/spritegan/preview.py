"""A pack's preview picture: what eight seeds draw, always the same."""

import numpy as np
import torch

from genmodels.models.spritegan import SpriteGAN
from genmodels.models.spritegan.drawing import noise, tokens

ROWS, COLUMNS, SEED = 2, 4, 1


def preview(model: SpriteGAN, table_K4: np.ndarray) -> np.ndarray:
    """Return uint8 RGBA, 2 × 4 pictures of the model's size, drawn by a model that is not training."""
    size = model.config.size
    made_BHW = torch.cat(list(tokens(model, noise(SEED, ROWS * COLUMNS, model.config.numbers))))
    pictures_NSS4 = table_K4[made_BHW.numpy()]
    return pictures_NSS4.reshape(ROWS, COLUMNS, size, size, 4).swapaxes(1, 2).reshape(ROWS * size, COLUMNS * size, 4)
