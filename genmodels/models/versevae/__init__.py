"""Verse VAE: the lecture's (Bowman et al. 2015) and ours, behind one door.

Both have `terms` for training and measuring, `posterior` to read lines, and what genmodels/models/versevae/writing.py
needs to write them; `axes` for numbers that people can move; `spelling` turns lines into numbers, `written` knows
which ones are already written.
"""

from genmodels.api.configs import Preset, VerseVAEConfig
from genmodels.api.errors import ConfigError
from genmodels.models.versevae.lecture import LectureVAE
from genmodels.models.versevae.network import VerseVAE


def build(config: VerseVAEConfig) -> VerseVAE:
    """Return an untrained verse VAE for the config's pieces; raises ConfigError where it has none."""
    if not config.pieces:
        raise ConfigError("A verse VAE without pieces cannot be built.", hint="Train it: they are found in the data.")
    return {Preset.LECTURE: LectureVAE, Preset.DEFAULT: VerseVAE}[config.preset](config)


__all__ = ["VerseVAE", "build"]
