"""How near made pictures come to held-out ones, and what tells copies of training pictures: all follows from pixels.

Letters: N pictures, D numbers that describe each.
"""

from collections.abc import Iterator
from functools import cached_property

import numpy as np
from scipy.spatial.distance import pdist

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
        held_ND, trained_ND = np.split(points_ND, [len(held_NHW4)])
        enough = len(held_ND) >= FEWEST
        self._real_ND = held_ND if enough else points_ND
        # What real pictures cover in the place of made ones.
        self._others_ND, self._covered_ND = (trained_ND, held_ND) if enough else (points_ND[::2], points_ND[1::2])

    def figures(self, made_NHW4: np.ndarray) -> Iterator[tuple[str, float]]:
        """Yield figures by name, against as many real pictures where there are so many."""
        made_ND = self._space.points(_described(made_NHW4))
        real_ND = _spread(self._real_ND, min(len(made_ND), len(self._real_ND)))
        yield "spread", float(pdist(made_ND).mean() / pdist(real_ND).mean())
        made_ND = made_ND[: len(real_ND)]
        shares = manifolds(made_ND, real_ND)
        yield "coverage", shares.coverage
        yield "coverage_floor", self._floor
        yield "recall", shares.recall
        yield "one_nn", one_nn(made_ND, real_ND).both
        yield "kid", kid(made_ND, real_ND)

    @cached_property
    def _floor(self) -> float:
        count = min(len(self._others_ND), len(self._covered_ND))
        return manifolds(_spread(self._others_ND, count), _spread(self._covered_ND, count)).coverage


def usually_far(trained_NHW4: np.ndarray, held_NHW4: np.ndarray, original_MR: np.ndarray) -> np.ndarray:
    """Return how far new pictures are from the training pictures: held-out ones, or each of these from all others."""
    if len(held_NHW4) >= FEWEST:
        return roughly_far(held_NHW4, original_MR)
    places = range(len(trained_NHW4))
    parts = [roughly_far(trained_NHW4[at : at + 1], np.delete(original_MR, at, axis=0)) for at in places]
    return np.concatenate(parts)


def roughly_far(rgba_NHW4: np.ndarray, original_MR: np.ndarray) -> np.ndarray:
    """Return the distance of each picture to the nearest original."""
    return np.concatenate([roughly_nearest(part_BHW4, original_MR).distance_N for part_BHW4 in _parts(rgba_NHW4)])


def originals(trained_NHW4: np.ndarray, held_NHW4: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return rough features of the training pictures, and how far held-out ones lie: least, tenth, half of them."""
    original_MR = np.concatenate([rough(part_BHW4) for part_BHW4 in _parts(trained_NHW4)])
    return original_MR, np.quantile(roughly_far(held_NHW4, original_MR), (0.0, 0.1, 0.5))


def _spread(points_ND: np.ndarray, count: int) -> np.ndarray:
    return points_ND[np.linspace(0, len(points_ND) - 1, count).astype(int)]


def _described(rgba_NHW4: np.ndarray) -> list[np.ndarray]:
    parts = [hand_made(part_BHW4) for part_BHW4 in _parts(rgba_NHW4)]
    return [np.concatenate(block) for block in zip(*parts, strict=True)]


def _parts(rgba_NHW4: np.ndarray) -> list[np.ndarray]:
    return [rgba_NHW4[at : at + AT_ONCE] for at in range(0, len(rgba_NHW4), AT_ONCE)]
