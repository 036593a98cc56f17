"""In which colours the in-betweens of a morph are shown.

Letters: L slots, H, W sides of what is drawn, T colours of a list.
"""

from dataclasses import dataclass
from typing import assert_never

import numpy as np

from genmodels.api.errors import ConfigError
from genmodels.api.messages import MorphPalette
from genmodels.jobs.morphing.slots import Slots
from genmodels.media.colours import from_hex, from_oklab, nearest, oklab

STAGGER = 0.3  # of the way, from the moment of the first slot's change of colour to the last one's
WAVE = 0.4  # of the way, from a slot's change in the middle of the picture to that at its rim


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Colouring:
    """The colours of each slot, on the way from A to B."""

    slots: Slots
    rule: MorphPalette
    listed_T4: np.ndarray
    moment_L: np.ndarray  # t of each slot's change of colour, half-way from the middle of the picture to its rim

    def table(self, t: float) -> np.ndarray:
        """Return uint8 (2, L, 4): each slot's colour before its moment, and after it."""
        match self.rule:
            case MorphPalette.BOTH:
                return np.stack([self.slots.a_L4, self.slots.b_L4])
            case MorphPalette.BLEND:
                return np.stack([blend(self.slots.a_L4, self.slots.b_L4, t)] * 2)
            case MorphPalette.LIST:
                between_L4 = blend(self.slots.a_L4, self.slots.b_L4, t)
                return np.stack([self.listed_T4[nearest(between_L4, self.listed_T4)]] * 2)
            case _:
                assert_never(self.rule)

    def is_after(self, t: float, slot_HW: np.ndarray, away_HW: np.ndarray) -> np.ndarray:
        """Return which pixels (bool HW) are past their moment; away_HW is 0 in the middle of the picture, 1 at its rim.

        The new colours open from within: were a whole slot to change at once, no even change would be had however it
        were timed.
        """
        return t >= self.moment_L[slot_HW] + WAVE * (away_HW - 0.5)


def colouring(slots: Slots, rule: MorphPalette, listed: tuple[str, ...]) -> Colouring:
    """Return how slots change colour; raises ConfigError where a list is asked for and none is there."""
    listed_T4 = np.zeros((0, 4), np.uint8)
    if rule is MorphPalette.LIST:
        if not listed:
            raise ConfigError("The list of colours is empty.", hint="Name at least one colour, or another palette.")
        listed_T4 = from_hex(listed)
        if (slots.a_L4[:, 3] == 0).any() or (slots.b_L4[:, 3] == 0).any():
            listed_T4 = np.concatenate([listed_T4, np.zeros((1, 4), np.uint8)])  # what is clear stays so
    return Colouring(slots=slots, rule=rule, listed_T4=listed_T4, moment_L=_moments(slots))


def blend(a_L4: np.ndarray, b_L4: np.ndarray, t: float) -> np.ndarray:
    """Return the colours between, uint8 (L, 4): straight through Oklab, each weighing as much as it covers."""
    cover_2L1 = np.stack([(1 - t) * a_L4[:, 3:], t * b_L4[:, 3:]]) / 255
    alpha_L1 = cover_2L1.sum(axis=0)
    lab_L3 = (cover_2L1 * np.stack([oklab(a_L4), oklab(b_L4)])).sum(axis=0) / alpha_L1.clip(1e-6)
    return np.concatenate([from_oklab(lab_L3), np.rint(255 * alpha_L1).astype(np.uint8)], axis=1)


def _moments(slots: Slots) -> np.ndarray:
    """Return t of each slot's change, neighbours in hue one after another so that the shades of a thing stay together.

    Each slot takes as much of the time as it changes of the picture.
    """
    lab_L3 = oklab(slots.a_L4)
    hue_L = np.arctan2(lab_L3[:, 2], lab_L3[:, 1])
    order_L = np.argsort(np.where(np.linalg.norm(lab_L3[:, 1:], axis=1) < 0.03, -4.0, hue_L), kind="stable")
    far_L = np.linalg.norm(lab_L3 - oklab(slots.b_L4), axis=1)
    change_L = (slots.weight_L * far_L + 1e-6)[order_L]
    middle_L = (np.cumsum(change_L) - change_L / 2) / change_L.sum()
    moment_L = np.empty(len(order_L))
    moment_L[order_L] = 0.5 + STAGGER * (middle_L - 0.5)
    return moment_L
