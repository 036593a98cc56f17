"""What can be set about a model and a training; one dataclass field feeds the flag, the form and the docs."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from genmodels.api.errors import ConfigError


class Preset(StrEnum):
    """The two PixelRNNs."""

    LECTURE = "lecture"  # Hung-yi Lee's: one LSTM over the flattened pixels, 1-of-N coded
    DEFAULT = "default"  # ours: sees all visible pixels, points at the sprite's own colours


def _option(default: Any, text: str) -> Any:
    return field(default=default, metadata={"help": text})


@dataclass(frozen=True, slots=True, kw_only=True)
class PixelRNNConfig:
    """The network of a PixelRNN; enough, with its colours, to build it again."""

    preset: Preset = Preset.DEFAULT
    size: int = _option(32, "side of the square the model sees, pixels")
    colours: int = _option(128, "number of colour clusters, transparency among them")
    hidden: int = _option(256, "cells of the recurrence")
    embedding: int = _option(64, "numbers per colour embedding")
    context: int = _option(96, "channels of the convolutional reading of the visible pixels")
    heads: int = _option(4, "attention heads, each of which can point at colours")
    dropout: float = _option(0.3, "share of activations dropped in training")

    def __post_init__(self) -> None:
        """Reject sizes that no memory holds; packs come from strangers."""
        for name, low, high in (
            ("size", 8, 128), ("colours", 2, 512), ("hidden", 8, 2048), ("embedding", 4, 512),
            ("context", 4, 512), ("heads", 1, 16), ("dropout", 0, 0.9),
        ):  # fmt: skip
            value = getattr(self, name)
            if not low <= value <= high:
                raise ConfigError(f"{name} is {value}.", hint=f"It can be {low} to {high}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainConfig:
    """How to train; the same for every family."""

    name: str = _option("", "name of the pack to make")
    title: str = _option("", "its title for people")
    licence: str = _option("", "what the weights and their outputs may be used for")
    trained_on: str = _option("", "which data, whose, in plain words")
    seed: int = _option(1, "seed of everything random in the run")
    batch: int = _option(32, "pictures per step")
    rate: float = _option(2e-3, "peak learning rate")
    weight_decay: float = _option(0.05, "AdamW's weight decay")
    epochs: int = _option(100, "passes over the training pictures")
    max_minutes: float = _option(0.0, "stop after this many minutes; 0 sets no limit")
    patience: int = _option(0, "stop after this many checks without a better held-out figure; 0 never")
    ema: float = _option(0.998, "decay of the averaged weights, per step; 0 keeps the raw ones")
    device: str = _option("auto", "auto, cpu, cuda or mps")
