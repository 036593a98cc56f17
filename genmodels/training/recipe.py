"""What a family brings to the one training loop, so that it need not know any."""

from collections.abc import Iterator, Mapping
from typing import Protocol

import numpy as np
from torch import Tensor, nn

from genmodels.api.configs import Effort
from genmodels.api.packs import PackCard
from genmodels.training.care import Care, Notes


class Recipe(Protocol):
    """One family's data, networks and figures; `averages` are the averaged copies of its parts, by the same names."""

    parts: dict[str, nn.Module]  # each has an optimiser of its own, and is stepped in this order
    examples: int  # pictures to train on
    held: int  # pictures held out
    measured: int  # of those, how many a check in the middle looks at
    steps: Mapping[Effort, int]
    falls: bool  # whether the learning rate rises at first and falls to nothing, else it stays
    unit: float  # what a loss is divided by to be shown
    leeway: float  # a loss that exceeds three times the usual one by so much, as it is shown, has exploded
    betas: tuple[float, float]  # of AdamW: how slowly the means of gradients and of their squares move
    continues: bool  # from a pack of its own family: what that one can do already is measured first

    @property
    def care(self) -> Care | None:
        """What looks after the run's health; None where the loss alone tells it."""
        ...

    def batch(self, step: int, notes: Notes) -> tuple[Tensor, ...]:
        """Return this step's examples, axis 0 of every tensor; what is random in them follows from seed and step.

        notes: of the run's care, which may have turned some handle.

        Every part returns, for some rows of a batch, a sum over rows that adds up to the whole batch's loss: so it can
        be cut among processes, and into smaller pieces where memory is short.
        """
        ...

    def network(self, averages: Mapping[str, nn.Module]) -> nn.Module:
        """Return the network whose weights are the pack's."""
        ...

    def measure(self, network: nn.Module, most: int = 0) -> Iterator[tuple[str, float]]:
        """Yield held-out figures by name, the one to choose by last, as “held_out”.

        With most, a sample of at most so many examples stands for all: always the same one, so that checks compare.
        """
        ...

    def settle(self, network: nn.Module, figures: Mapping[str, float]) -> None:
        """Give the network what is not learnt by gradient but follows from its weights and the data, for its pack."""
        ...

    def draw(self, network: nn.Module) -> np.ndarray:
        """Return what such a network draws from seeds that never change, uint8 RGBA."""
        ...

    def card(self, figures: Mapping[str, float]) -> PackCard:
        """Return the pack's description; the loop adds its own part of the record."""
        ...
