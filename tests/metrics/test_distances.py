"""Distances between sets of points, against what is known of them in closed form."""

import numpy as np
import pytest

from genmodels.metrics.distances import fd, kid, kid_of_others, manifolds, one_nn


def normal(seed: int, count: int = 400, *, mean: float = 0.0, sd: float = 1.0) -> np.ndarray:
    return np.random.default_rng(seed).normal(mean, sd, (count, 4))


def test_fd_of_two_gaussians() -> None:
    # |m - m'|² + Σ (sd - sd')² for independent coordinates.
    assert fd(normal(0, 50_000), normal(1, 50_000, mean=2, sd=3)) == pytest.approx(4 * (4 + 4), rel=0.02)
    assert fd(normal(0), normal(0)) == pytest.approx(0, abs=1e-9)
    assert fd(np.ones((20, 3)), np.zeros((20, 3))) == pytest.approx(3)


def test_kid_is_unbiased_and_sees_a_shift() -> None:
    alike = [kid(normal(seed, 50), normal(1000 + seed, 50)) for seed in range(200)]
    assert abs(np.mean(alike)) < 3 * np.std(alike) / np.sqrt(200)
    assert kid(normal(0), normal(1, mean=1)) > 10 * np.std(alike)


def test_kid_of_others_is_kid_where_none_is_akin_and_blind_to_kin() -> None:
    made_ND, real_MD, own_NS = normal(0, 50), normal(1, 50), np.eye(50, dtype=bool)
    none_NS = np.zeros_like(own_NS)
    others = kid_of_others(made_ND, real_MD, np.hstack([own_NS, none_NS]), np.hstack([none_NS, own_NS]))
    assert others == pytest.approx(kid(made_ND, real_MD))
    # Copies seem nearer than another draw of what they are copies of; with their originals left out they do not.
    copies = [normal(seed, 50) for seed in range(100)]
    assert max(kid(points_ND, points_ND) for points_ND in copies) < 0
    assert all(abs(kid_of_others(points_ND, points_ND, own_NS, own_NS)) < 1e-9 for points_ND in copies)
    assert np.isnan(kid_of_others(made_ND, real_MD, np.ones_like(own_NS), own_NS))


def test_manifolds_of_alike_points_narrower_ones_and_strays() -> None:
    alike = manifolds(normal(0), normal(1))
    assert min(alike.precision, alike.recall, alike.coverage) > 0.9
    assert alike.density == pytest.approx(1, abs=0.1)
    narrow = manifolds(normal(0, sd=0.2), normal(1))
    assert narrow.precision == 1
    assert max(narrow.recall, narrow.coverage) < 0.3
    strays = manifolds(normal(0, mean=100), normal(1))
    assert (strays.precision, strays.recall, strays.density, strays.coverage) == (0, 0, 0, 0)


def test_one_nn_tells_copies_from_strays() -> None:
    assert one_nn(normal(0), normal(1)).both == pytest.approx(0.5, abs=0.05)
    strays = one_nn(normal(0, mean=100), normal(1))
    assert (strays.both, strays.made, strays.real) == (1, 1, 1)
    # Points that sit beside real ones find these first.
    beside = one_nn(normal(1) + 1e-6, normal(1))
    assert (beside.both, beside.made, beside.real) == (0, 0, 0)
