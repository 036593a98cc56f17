"""Measures of pictures."""

import numpy as np

from genmodels.metrics.pictures import webp_bits


def test_noise_costs_more_than_a_flat_picture() -> None:
    flat_NHW4 = np.full((3, 32, 32, 4), 255, np.uint8)
    noise_NHW4 = np.random.default_rng(0).integers(0, 256, flat_NHW4.shape, np.uint8)
    assert webp_bits(flat_NHW4) < 1
    assert 24 < webp_bits(noise_NHW4) < 40
    assert webp_bits(flat_NHW4) == webp_bits(flat_NHW4[:1])
