"""What is measured of one way of making in-betweens, over many pairs of pictures.

Letters: F frames of a strip, both ends counted, N in-betweens of all, S side of the model's square.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from genmodels.data.steps import Steps
from genmodels.jobs.evaluate.likeness import Likeness
from genmodels.metrics.pixel_art import foreign_colours, speckle
from genmodels.metrics.smoothness import smoothness


@dataclass(slots=True, kw_only=True, eq=False)
class Arm:
    """The strips of one arm, one after another."""

    inner: list[np.ndarray] = field(default_factory=list)
    made_from: list[tuple[str, str]] = field(default_factory=list)
    ends_exact: int = 0
    foreign: list[float] = field(default_factory=list)
    largest_step: list[float] = field(default_factory=list)
    path: list[float] = field(default_factory=list)

    def add(self, frames_FSS4: np.ndarray, ends_2SS4: np.ndarray, subjects: tuple[str, str]) -> None:
        """Take the strip of one pair."""
        inner_NSS4 = frames_FSS4[1:-1]
        self.inner.append(inner_NSS4)
        self.made_from += [subjects] * len(inner_NSS4)
        self.ends_exact += all(np.array_equal(*pair) for pair in zip(frames_FSS4[[0, -1]], ends_2SS4, strict=True))
        self.foreign.append(foreign_colours(inner_NSS4, *ends_2SS4))
        smooth = smoothness(frames_FSS4)
        self.largest_step.append(smooth.largest_step)
        if np.isfinite(smooth.path):  # the ends could be alike
            self.path.append(smooth.path)

    def figures(self, likeness: Likeness, real_speckle: float) -> Steps[dict[str, Any]]:
        """Return all figures by their names; None where there is nothing to compare with."""
        inner_NSS4 = np.concatenate(self.inner)
        isolated = speckle(inner_NSS4)
        kid = yield from likeness.kid(inner_NSS4, self.made_from)
        return {
            "ends_exact": self.ends_exact,
            "foreign_colours": float(np.mean(self.foreign)),
            "kid": kid,
            "speckle": isolated,
            "speckle_over_real": isolated / real_speckle if real_speckle else None,
            "max_step_over_mean": float(np.mean(self.largest_step)),
            "max_step_over_mean_p95": float(np.percentile(self.largest_step, 95)),
            "path_over_straight": float(np.mean(self.path)) if self.path else None,
        }
