"""The space that pictures are compared in."""

import numpy as np

from genmodels.metrics.space import DIRECTIONS, FeatureSpace


def test_variances_are_half_evened_and_blocks_count_the_same() -> None:
    rng = np.random.default_rng(0)
    blocks = [rng.normal(size=(4000, 2)) * [1000.0, 500.0], rng.normal(size=(4000, 1)) * 0.001 + 7]
    points_NK = FeatureSpace.fit(blocks).points(blocks)
    np.testing.assert_allclose(points_NK.mean(axis=0), 0, atol=1e-9)
    # Each block has a variance of one in all; the first spreads it as 0.8 and 0.2. Halfway to white is the root.
    np.testing.assert_allclose(np.sort(points_NK.var(axis=0)), np.sqrt([0.2, 0.8, 1.0]), rtol=0.05)


def test_many_numbers_become_a_few() -> None:
    blocks = [np.random.default_rng(0).normal(size=(80, 60)), np.random.default_rng(1).normal(size=(80, 7))]
    assert FeatureSpace.fit(blocks).points(blocks).shape == (80, DIRECTIONS)
    few = [block[:5] for block in blocks]
    assert FeatureSpace.fit(few).points(few).shape == (5, 4)


def test_what_never_varies_has_no_say() -> None:
    blocks = [np.ones((30, 5)), np.random.default_rng(0).normal(size=(30, 2))]
    space = FeatureSpace.fit(blocks)
    np.testing.assert_array_equal(space.points([blocks[0] + 100, blocks[1]]), space.points(blocks))
