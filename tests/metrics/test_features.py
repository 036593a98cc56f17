"""The two feature maps: fixed numbers of fixed length, for pictures of any size."""

import numpy as np
import pytest

from genmodels.metrics.features import hand_made, pooled
from genmodels.metrics.random_net import SHA256, digest, random_net, weights


@pytest.mark.parametrize("side", [20, 32, 64])
@pytest.mark.parametrize(("describe", "lengths"), [(hand_made, [100, 100, 96, 64, 1]), (random_net, [64, 128, 512])])
def test_a_map_is_as_long_at_any_size(side: int, describe, lengths: list[int]) -> None:
    rgba_NHW4 = np.random.default_rng(0).integers(0, 256, (3, side, side, 4), np.uint8)
    blocks = describe(rgba_NHW4)
    assert [block.shape for block in blocks] == [(3, length) for length in lengths]
    for block, alone in zip(blocks, describe(rgba_NHW4[1:2]), strict=True):
        np.testing.assert_allclose(block[1:2], alone, atol=1e-5)


@pytest.mark.parametrize("describe", [hand_made, random_net])
def test_a_picture_twice_as_large_is_much_the_same(describe, creatures: np.ndarray) -> None:
    small_NHW4, others_NHW4 = creatures[:8], creatures[8:16]
    large_NHW4 = small_NHW4.repeat(2, axis=1).repeat(2, axis=2)
    small_ND, large_ND, others_ND = (
        np.concatenate(describe(p)[:2], axis=1) for p in (small_NHW4, large_NHW4, others_NHW4)
    )
    assert np.linalg.norm(small_ND - large_ND, axis=1).max() < np.linalg.norm(small_ND - others_ND, axis=1).mean()


def test_what_transparency_hides_is_not_looked_at(creatures: np.ndarray) -> None:
    hidden = np.where(creatures[:4, ..., 3:] == 0, np.array([255, 0, 255, 0], np.uint8), creatures[:4])
    for describe in (hand_made, random_net):
        for block, same in zip(describe(creatures[:4]), describe(hidden), strict=True):
            np.testing.assert_array_equal(block, same)


def test_edges_know_their_direction_and_density() -> None:
    stripes_NHW4 = np.zeros((1, 16, 16, 4), np.uint8)
    stripes_NHW4[..., 3] = 255
    stripes_NHW4[:, :, ::2, :3] = 255
    *_, upright, _, density = hand_made(stripes_NHW4)
    *_, lying, _, _ = hand_made(stripes_NHW4.transpose(0, 2, 1, 3))
    assert set(np.flatnonzero(upright.reshape(16, 6).sum(axis=0))) == {0}
    assert set(np.flatnonzero(lying.reshape(16, 6).sum(axis=0))) == {3}
    assert density == 0.5


def test_pooling_shares_a_pixel_between_parts() -> None:
    row_NHWC = np.array([0.0, 3.0, 6.0]).reshape(1, 1, 3, 1).repeat(3, axis=1)
    np.testing.assert_allclose(pooled(row_NHWC, 2)[0, 0, :, 0], [1.0, 5.0], rtol=1e-6)


def test_the_random_net_is_the_one_whose_hash_is_known() -> None:
    assert digest() == SHA256
    assert [w_KC.shape for w_KC in weights()] == [(36, 32), (288, 64), (576, 128)]


@pytest.mark.parametrize(
    ("describe", "sizes"),
    [(hand_made, [0.30287, 0.48427, 0.02665, 0.125, 1.0]), (random_net, [0.20256, 0.17325, 0.24106])],
)
def test_the_maps_stay_as_they_are(describe, sizes: list[float]) -> None:
    """Figures of different years are compared: whoever changes a map on purpose names it anew."""
    probe_NHW4 = (np.arange(16 * 16 * 4) ** 2 % 251).astype(np.uint8).reshape(1, 16, 16, 4)
    blocks = describe(probe_NHW4)
    assert [np.sqrt((block.astype(float) ** 2).mean()) for block in blocks] == pytest.approx(sizes, rel=1e-3)
