"""Copies are found whatever was done to hide them."""

import numpy as np
import pytest

from genmodels.media.colours import oklab
from genmodels.metrics.copying import Originals, ct_auc, rough, roughly_nearest


def moved(rgba_NHW4: np.ndarray, dy: int, dx: int) -> np.ndarray:
    """The creatures stand clear of the rim, so that nothing but transparency comes round."""
    return np.roll(rgba_NHW4, (dy, dx), axis=(1, 2))


def channels_turned(rgba_NHW4: np.ndarray) -> np.ndarray:
    return rgba_NHW4[..., [1, 2, 0, 3]]


@pytest.fixture(scope="module")
def originals(creatures: np.ndarray) -> Originals:
    return Originals.joined([Originals.of(creatures[:100]), Originals.of(creatures[100:200])])


@pytest.mark.parametrize(("dy", "dx"), [(0, 0), (1, -2), (-2, 2)])
@pytest.mark.parametrize("flip", [1, -1])
def test_flips_and_shifts_do_not_hide_a_copy(originals: Originals, creatures, dy: int, dx: int, flip: int) -> None:
    copies_NHW4 = moved(creatures[80:120, :, ::flip], dy, dx)
    found = originals.nearest(copies_NHW4)
    clear_N = ~creatures[80:120, [0, 1, -2, -1]].any(axis=(1, 2, 3)) & ~creatures[80:120][:, :, [0, 1, -2, -1]].any(
        axis=(1, 2, 3)
    )
    assert clear_N.sum() > 20
    np.testing.assert_array_equal(found.index_N[clear_N], np.arange(80, 120)[clear_N])
    np.testing.assert_allclose(found.distance_N[clear_N], 0, atol=1e-5)


def test_a_turn_of_hues_does_not_hide_a_copy(originals: Originals, creatures: np.ndarray) -> None:
    copies_NHW4 = channels_turned(creatures[:40])
    found, fresh = originals.nearest(copies_NHW4), originals.nearest(creatures[200:])
    # Turning channels is not quite a turn in Oklab: near, not nought.
    assert (found.index_N == np.arange(40)).mean() > 0.8
    assert ct_auc(found.distance_N, fresh.distance_N) < 0.15


def test_the_distance_is_that_of_black_from_nothing() -> None:
    clear_NHW4 = np.zeros((1, 8, 8, 4), np.uint8)
    black_NHW4 = clear_NHW4 | np.array([0, 0, 0, 255], np.uint8)
    white_NHW4 = clear_NHW4 | np.uint8(255)
    assert Originals.of(clear_NHW4).nearest(black_NHW4).distance_N == pytest.approx(1)
    assert Originals.of(black_NHW4).nearest(white_NHW4).distance_N == pytest.approx(oklab(white_NHW4)[0, 0, 0, 0])


def test_the_rough_look_misses_little(creatures: np.ndarray) -> None:
    """The nearest of many is the nearest of all pairs, or hardly farther."""
    originals = Originals.of(creatures[:120])
    found = originals.nearest(creatures[120:150])
    alone = np.stack(
        [Originals.of(creatures[at : at + 16]).nearest(creatures[120:150]).distance_N for at in range(0, 105, 8)]
    )
    assert (found.distance_N <= alone.min(axis=0) * 1.05 + 1e-6).mean() > 0.9


@pytest.mark.parametrize("side", [20, 64])
def test_fewer_originals_than_candidates(side: int) -> None:
    noise_NHW4 = np.random.default_rng(0).integers(0, 256, (3, side, side, 4), np.uint8)
    np.testing.assert_array_equal(Originals.of(noise_NHW4).nearest(noise_NHW4[::-1]).index_N, [2, 1, 0])


def test_ct_auc_counts_pairs_and_ties_half() -> None:
    assert ct_auc(np.array([0.0, 0.5]), np.array([0.25, 0.5])) == (0 + 0 + 1 + 0.5) / 4
    assert ct_auc(np.zeros(5), np.ones(7)) == 0
    assert ct_auc(np.full(5, 1e-6), np.zeros(3)) == 0.5


def test_an_opaque_ground_goes_on_beyond_the_rim(creatures: np.ndarray) -> None:
    opaque_NHW4 = np.where(creatures[:20, ..., 3:] == 0, np.array([250, 240, 200, 255], np.uint8), creatures[:20])
    cut_NHW4 = opaque_NHW4[:, :, 2:]
    shifted_NHW4 = np.concatenate([cut_NHW4, opaque_NHW4[:, :, :2]], axis=2)
    assert (opaque_NHW4[:, :, :2] == opaque_NHW4[:, :1, :1]).all(axis=(1, 2, 3)).sum() > 10
    assert np.median(Originals.of(opaque_NHW4).nearest(shifted_NHW4).distance_N) < 1e-5


def test_copies_are_known_by_rough_features_alone(creatures: np.ndarray) -> None:
    features_MD = rough(creatures[:100])
    assert features_MD.shape == (100, 192)
    copies_NHW4 = channels_turned(moved(creatures[40:80, :, ::-1], 0, 2))
    found, fresh = (roughly_nearest(some_NHW4, features_MD) for some_NHW4 in (copies_NHW4, creatures[200:]))
    assert (found.index_N == np.arange(40, 80)).mean() > 0.8
    assert ct_auc(found.distance_N, fresh.distance_N) < 0.15
    np.testing.assert_allclose(roughly_nearest(creatures[:20], features_MD).distance_N, 0, atol=2e-3)
