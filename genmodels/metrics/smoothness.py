"""How evenly, and how directly, a strip of frames goes from its first to its last.

Shapes: F frames, H and W pixels.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from genmodels.media.colours import oklab


@dataclass(frozen=True, slots=True, kw_only=True)
class Smoothness:
    """Both are 1 at best: all steps alike, and nothing changed that was not to change in the end."""

    largest_step: float  # over the mean step
    path: float  # sum of the steps over the distance of the ends; infinite where these are equal and others are not


def smoothness(frames_FHW4: np.ndarray) -> Smoothness:
    """Measure a strip of two frames or more; raises ValueError for fewer."""
    if len(frames_FHW4) < 2:
        raise ValueError(f"a strip needs two frames, not {len(frames_FHW4)}")
    steps = [change(one, other) for one, other in pairwise(frames_FHW4)]
    straight, length = change(frames_FHW4[0], frames_FHW4[-1]), sum(steps)
    if length == 0:
        return Smoothness(largest_step=1.0, path=1.0)
    return Smoothness(
        largest_step=max(steps) * len(steps) / length, path=length / straight if straight else float("inf")
    )


def change(one_HW4: np.ndarray, other_HW4: np.ndarray) -> float:
    """Return the share of pixels that differ, each weighted by how much: Oklab with alpha, 1 for black from nothing."""
    return float(np.linalg.norm(_seen(one_HW4) - _seen(other_HW4), axis=-1).mean())


def _seen(rgba_HW4: np.ndarray) -> np.ndarray:
    alpha_HW1 = rgba_HW4[..., 3:] / 255.0
    return np.concatenate([oklab(rgba_HW4) * alpha_HW1, alpha_HW1], axis=-1)
