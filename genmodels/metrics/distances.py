"""How far a set of made pictures lies from a set of real ones, both as points of a feature space.

Shapes: N made points, M real ones, D coordinates, S subjects.
"""

from dataclasses import dataclass

import numpy as np
from scipy.spatial.distance import cdist

NEIGHBOURS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifolds:
    """Shares of points inside the other side's neighbourhoods; density can exceed one."""

    precision: float
    recall: float
    density: float
    coverage: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OneNN:
    """Share of points whose nearest other point is of their own side: .5 where the sides are alike.

    High on both sides: they are told apart. Low on the made side: each lies beside a real one, as copies do.
    """

    both: float
    real: float
    made: float


def fd(made_ND: np.ndarray, real_MD: np.ndarray) -> float:
    """Return the Fréchet distance of the two Gaussians (Heusel et al. 2017, equation 6), biased upward if few."""
    offset_D = made_ND.mean(axis=0) - real_MD.mean(axis=0)
    made_DD, real_DD = np.atleast_2d(np.cov(made_ND.T)), np.atleast_2d(np.cov(real_MD.T))
    # tr (AB)^½ through A^½ B A^½, which is symmetric: no complex roots where a covariance is singular.
    value_D, vector_DD = np.linalg.eigh(made_DD)
    root_DD = (vector_DD * np.sqrt(np.clip(value_D, 0, None))) @ vector_DD.T
    cross = np.sqrt(np.clip(np.linalg.eigvalsh(root_DD @ real_DD @ root_DD), 0, None)).sum()
    return float(offset_D @ offset_D + np.trace(made_DD) + np.trace(real_DD) - 2 * cross)


def kid(made_ND: np.ndarray, real_MD: np.ndarray) -> float:
    """Return the unbiased squared MMD of k(x, y) = (x·y/D + 1)³ (Bińkowski et al. 2018); 0 if alike."""
    within = [_mean_off_diagonal(_kernel(points, points)) for points in (made_ND, real_MD)]
    return float(sum(within) - 2 * _kernel(made_ND, real_MD).mean())


def kid_of_others(made_ND: np.ndarray, real_MD: np.ndarray, made_NS: np.ndarray, real_MS: np.ndarray) -> float:
    """Return the same over pairs of pictures that have no subject in common, NaN where there are none on some side.

    made_NS and real_MS (bool) say what each shows, or was made from: a reconstruction lies near its original, and the
    in-betweens of a morph near each other, whatever the model has learnt. Left out of all three means, such pairs bias
    none, as the diagonal does not.
    """
    sides = ((made_ND, made_NS), (real_MD, real_MS))
    within = [_mean_apart(points, points, shows, shows) for points, shows in sides]
    return sum(within) - 2 * _mean_apart(made_ND, real_MD, made_NS, real_MS)


def manifolds(made_ND: np.ndarray, real_MD: np.ndarray) -> Manifolds:
    """Return precision and recall (Kynkäänniemi et al. 2019, equation 2), density and coverage (Naeem et al. 2020).

    A neighbourhood is the ball around a point that reaches to its fifth nearest of the same side.
    """
    inside_NM = (distance_NM := cdist(made_ND, real_MD)) <= _radius(real_MD)[None]
    return Manifolds(
        precision=float(inside_NM.any(axis=1).mean()),
        recall=float((distance_NM <= _radius(made_ND)[:, None]).any(axis=0).mean()),
        density=float(inside_NM.sum(axis=1).mean() / NEIGHBOURS),
        coverage=float(inside_NM.any(axis=0).mean()),
    )


def one_nn(made_ND: np.ndarray, real_MD: np.ndarray) -> OneNN:
    """Return the leave-one-out accuracy of the nearest neighbour (Lopez-Paz & Oquab 2017; Xu et al. 2018)."""
    points = np.concatenate([made_ND, real_MD])
    distance = cdist(points, points)
    np.fill_diagonal(distance, np.inf)
    nearest_is_made = distance.argmin(axis=1) < len(made_ND)
    made, real = nearest_is_made[: len(made_ND)].mean(), 1 - nearest_is_made[len(made_ND) :].mean()
    return OneNN(both=float((made + real) / 2), real=float(real), made=float(made))


def _kernel(a_ND: np.ndarray, b_MD: np.ndarray) -> np.ndarray:
    return (a_ND @ b_MD.T / a_ND.shape[1] + 1) ** 3


def _mean_apart(a_ND: np.ndarray, b_MD: np.ndarray, a_NS: np.ndarray, b_MS: np.ndarray) -> float:
    apart_NM = a_NS.astype(np.float32) @ b_MS.T.astype(np.float32) == 0
    return float(_kernel(a_ND, b_MD)[apart_NM].mean()) if apart_NM.any() else float("nan")


def _mean_off_diagonal(k_NN: np.ndarray) -> float:
    return float((k_NN.sum() - np.trace(k_NN)) / (len(k_NN) * (len(k_NN) - 1)))


def _radius(points_ND: np.ndarray) -> np.ndarray:
    # The nearest of all is the point itself.
    nearest = min(NEIGHBOURS, len(points_ND) - 1)
    return np.partition(cdist(points_ND, points_ND), nearest, axis=1)[:, nearest]
