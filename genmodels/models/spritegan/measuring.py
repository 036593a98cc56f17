"""How near made pictures come to held-out ones, and what tells copies of training pictures: all follows from pixels.

Letters: N pictures, D numbers that describe each.
"""

from collections.abc import Iterator

import numpy as np

from genmodels.metrics.copying import rough, roughly_nearest
from genmodels.metrics.distances import kid, manifolds, one_nn
from genmodels.metrics.features import hand_made
from genmodels.metrics.space import FeatureSpace

AT_ONCE = 64
FEWEST = 10  # held-out pictures; of fewer no figure means anything, and the training pictures join them


class Yardstick:
    """Real pictures as points of a feature space, which never follows made ones."""

    def __init__(self, trained_NHW4: np.ndarray, held_NHW4: np.ndarray) -> None:
        blocks = _described(np.concatenate([held_NHW4, trained_NHW4]))
        self._space = FeatureSpace.fit(blocks)
        points_ND = self._space.points(blocks)
        self._real_ND = points_ND[: len(held_NHW4)] if len(held_NHW4) >= FEWEST else points_ND

    def figures(self, made_NHW4: np.ndarray) -> Iterator[tuple[str, float]]:
        """Yield figures by name, against as many real pictures where there are so many."""
        made_ND = self._space.points(_described(made_NHW4))
        places_N = np.linspace(0, len(self._real_ND) - 1, min(len(made_ND), len(self._real_ND))).astype(int)
        real_ND = self._real_ND[places_N]
        made_ND = made_ND[: len(real_ND)]
        shares = manifolds(made_ND, real_ND)
        yield "coverage", shares.coverage
        yield "recall", shares.recall
        yield "one_nn", one_nn(made_ND, real_ND).both
        yield "kid", kid(made_ND, real_ND)


def originals(trained_NHW4: np.ndarray, held_NHW4: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return rough features of the training pictures, and how far held-out ones lie: least, tenth, half of them."""
    original_MR = np.concatenate([rough(part_BHW4) for part_BHW4 in _parts(trained_NHW4)])
    far_N = np.concatenate([roughly_nearest(part_BHW4, original_MR).distance_N for part_BHW4 in _parts(held_NHW4)])
    return original_MR, np.quantile(far_N, (0.0, 0.1, 0.5))


def _described(rgba_NHW4: np.ndarray) -> list[np.ndarray]:
    parts = [hand_made(part_BHW4) for part_BHW4 in _parts(rgba_NHW4)]
    return [np.concatenate(block) for block in zip(*parts, strict=True)]


def _parts(rgba_NHW4: np.ndarray) -> list[np.ndarray]:
    return [rgba_NHW4[at : at + AT_ONCE] for at in range(0, len(rgba_NHW4), AT_ONCE)]
