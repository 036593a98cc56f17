"""The space that sets of pictures are compared in: the blocks of a feature map made even, then their main directions.

Shapes: N pictures, D numbers of the map, K directions.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

DIRECTIONS = 48


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FeatureSpace:
    """Pictures as points: (blocks - mean) @ axes."""

    mean_D: np.ndarray
    axes_DK: np.ndarray

    @classmethod
    def fit(cls, blocks: Sequence[np.ndarray]) -> Self:
        """Fit to pictures that are neither side of a comparison alone, or the other side would seem farther off.

        Half-whitened: a direction of variance v is divided by the fourth root of v, so that rare traits count, but
        less than common ones.
        """
        scale_D = np.concatenate([np.full(block.shape[1], _evener(block)) for block in blocks])
        values_ND = np.concatenate(blocks, axis=1, dtype=np.float64)
        mean_D = values_ND.mean(axis=0)
        centred_ND = (values_ND - mean_D) * scale_D
        variance_D, vectors_DD = np.linalg.eigh(centred_ND.T @ centred_ND / len(centred_ND))
        count = max(1, min(DIRECTIONS, int((variance_D > variance_D[-1] * 1e-9).sum())))
        variance_K = np.maximum(variance_D[-count:], 1e-12)
        axes_DK = scale_D[:, None] * vectors_DD[:, -count:] / variance_K**0.25
        return cls(mean_D=mean_D, axes_DK=axes_DK)

    def points(self, blocks: Sequence[np.ndarray]) -> np.ndarray:
        """Return pictures, described by the map that the space was fitted with, as points: float64 (N, K)."""
        return (np.concatenate(blocks, axis=1, dtype=np.float64) - self.mean_D) @ self.axes_DK


def _evener(block_ND: np.ndarray) -> float:
    """Return what gives the block a total variance of one; a block that never varies says nothing."""
    total = block_ND.var(axis=0, dtype=np.float64).sum()
    return float(1 / np.sqrt(total)) if total > 1e-12 else 0.0
