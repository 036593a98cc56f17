"""Image VAE: the lecture's and ours, behind one door.

Both have `terms` for training and measuring, `encode`, `decode`, `colours` and `prior` for use, and `axes` for numbers
that people can move.
"""

import numpy as np
import torch

from genmodels.api.configs import ImageVAEConfig, Preset
from genmodels.api.errors import ConfigError
from genmodels.models.imagevae.latent import LatentAxes
from genmodels.models.imagevae.lecture import LectureVAE
from genmodels.models.imagevae.network import SpatialVAE

ImageVAE = SpatialVAE | LectureVAE


def build(config: ImageVAEConfig, colours_K4: np.ndarray) -> ImageVAE:
    """Return an untrained image VAE for these colours (uint8 RGBA, in token order); raises ConfigError."""
    if not config.size or not 1 <= len(colours_K4) == config.colours:
        what = f"An image VAE of size {config.size} with {config.colours} colours for a table of {len(colours_K4)}"
        raise ConfigError(f"{what} cannot be built.", hint="Size is at least 8, colours the table's length.")
    network = {Preset.LECTURE: LectureVAE, Preset.DEFAULT: SpatialVAE}[config.preset]
    return network(config, torch.from_numpy(np.ascontiguousarray(colours_K4)))


__all__ = ["ImageVAE", "LatentAxes", "SpatialVAE", "build"]
