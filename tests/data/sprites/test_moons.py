"""Drawn moons and fruits: what is lit follows the phase, and only colours of the table are used."""

import numpy as np
import pytest

from genmodels.data.sprites import fruits, moons
from genmodels.data.sprites.moons import NIGHT, draw_moon, draw_moons


def lit(phase: float, **factors: float) -> np.ndarray:
    return draw_moon(32, phase, **factors) != NIGHT


def test_the_light_grows_to_the_full_moon_and_shrinks_again():
    shares = [lit(phase).sum() for phase in (0.0, 0.1, 0.2, 0.3, 0.5)]
    assert shares == sorted(set(shares))
    assert shares[0] == 0
    assert abs(shares[-1] - np.pi * (0.4 * 32) ** 2) < 20
    assert np.array_equal(lit(0.2), lit(0.8)[:, ::-1])


def test_a_waxing_moon_is_lit_on_the_right_and_can_be_turned():
    half = lit(0.25)
    assert not half[:, :16].any()
    assert half[16, 16:26].all()
    turned = lit(0.25, tilt=np.pi / 2)
    assert not turned[:16].any()
    assert turned[16:26, 16].all()


@pytest.mark.parametrize("size", [8, 16, 33])
def test_moons_of_any_size_are_there_and_the_same_seed_draws_the_same(size):
    drawn_NHW = draw_moons(30, size, np.random.default_rng(4))
    assert drawn_NHW.shape == (30, size, size)
    assert (drawn_NHW != NIGHT).any(axis=(1, 2)).all()
    assert drawn_NHW.max() < len(moons.TABLE_K4)
    assert np.array_equal(drawn_NHW, draw_moons(30, size, np.random.default_rng(4)))


def test_fruits_have_two_colours_ink_and_paper():
    drawn_NHW = fruits.draw_fruits(60, 16, np.random.default_rng(4))
    for tokens_HW in drawn_NHW:
        used = set(tokens_HW.ravel().tolist())
        assert {fruits.PAPER, fruits.INK} < used
        assert len([token for token in used if token >= fruits.FIRST]) == 2
