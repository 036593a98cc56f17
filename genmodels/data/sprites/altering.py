"""Training pictures mirrored, shifted, turned and recoloured by chance: few pictures then teach more."""

import math
from typing import NamedTuple

import numpy as np

from genmodels.api.configs import TrainConfig
from genmodels.data.sprites.colours import turned

HUES = 32


class Altered(NamedTuple):
    """An altered picture, and what no drawing of the set would look like: a model may be told, or not be shown it."""

    tokens_HW: np.ndarray
    on_its_side: bool
    upside_down: bool
    recoloured: bool


class Alterations:
    """What may become of a picture of these colours."""

    def __init__(self, tokens_NHW: np.ndarray, table_K4: np.ndarray, config: TrainConfig) -> None:
        self._config = config
        self._hues_HK = np.stack([turned(table_K4, 2 * math.pi * (h + 1) / (HUES + 1)) for h in range(HUES)])
        self.background = int(np.bincount(tokens_NHW[:, 0].ravel()).argmax())

    def of(self, tokens_HW: np.ndarray, rng: np.random.Generator) -> Altered:
        """Return the picture altered by chance."""
        config, on_its_side, upside_down, recoloured = self._config, False, False, False
        if rng.random() < config.flip:
            tokens_HW = tokens_HW[:, ::-1]
        if config.shift:
            dy, dx = rng.integers(-config.shift, config.shift + 1, 2)
            padded = np.pad(tokens_HW, config.shift, constant_values=self.background)
            top, left = config.shift + dy, config.shift + dx
            tokens_HW = padded[top : top + tokens_HW.shape[0], left : left + tokens_HW.shape[1]]
        if rng.random() < config.turn:
            on_its_side, upside_down = (bool(chance) for chance in rng.random(2) < 0.5)
            tokens_HW = tokens_HW.T if on_its_side else tokens_HW
            tokens_HW = tokens_HW[::-1] if upside_down else tokens_HW
        if rng.random() < config.hue:
            tokens_HW = self._hues_HK[rng.integers(HUES)][tokens_HW]
            recoloured = True
        return Altered(tokens_HW, on_its_side, upside_down, recoloured)
