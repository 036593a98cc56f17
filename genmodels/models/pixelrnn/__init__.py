"""PixelRNN: the lecture's and ours, behind one door.

Both have `nll(tokens_BHW, hidden_BHW, flags_BF, pixels_BQ)` for training and measuring; `draw` draws with either.
"""

import numpy as np
import torch

from genmodels.api.configs import PixelRNNConfig, Preset
from genmodels.api.errors import ConfigError
from genmodels.models.pixelrnn.context import ContextRNN
from genmodels.models.pixelrnn.drawing import Colours, Rows, draw
from genmodels.models.pixelrnn.lecture import LectureRNN

PixelRNN = ContextRNN | LectureRNN


def build(config: PixelRNNConfig, colours_K4: np.ndarray) -> PixelRNN:
    """Return an untrained PixelRNN for these colours (uint8 RGBA, in token order); raises ConfigError."""
    if config.size < 8 or len(colours_K4) != config.colours or config.colours < 1 or config.context % 4:
        what = f"A PixelRNN of size {config.size} with {config.colours} colours for a table of {len(colours_K4)}"
        raise ConfigError(
            f"{what} cannot be built.", hint="Size is at least 8, colours the table's length, context a multiple of 4."
        )
    network = {Preset.LECTURE: LectureRNN, Preset.DEFAULT: ContextRNN}[config.preset]
    return network(config, torch.from_numpy(np.ascontiguousarray(colours_K4)))


__all__ = ["Colours", "PixelRNN", "Rows", "build", "draw"]
