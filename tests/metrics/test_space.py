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


def test_the_hash_tells_fits_apart() -> None:
    blocks = [np.random.default_rng(0).normal(size=(50, 60))]
    fitted, other = FeatureSpace.fit(blocks), FeatureSpace.fit([blocks[0][1:]])
    assert fitted.sha256 == FeatureSpace.fit(blocks).sha256 != other.sha256
    assert fitted.points(blocks).shape == (50, DIRECTIONS)


def test_what_never_varies_has_no_say() -> None:
    blocks = [np.ones((30, 5)), np.random.default_rng(0).normal(size=(30, 2))]
    space = FeatureSpace.fit(blocks)
    np.testing.assert_array_equal(space.points([blocks[0] + 100, blocks[1]]), space.points(blocks))
