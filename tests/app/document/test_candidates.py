"""Candidates only ever use their masked pixels."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document.candidates import Candidate, Recipe
from app.document.drawing import blank
from genmodels.api.messages import PaletteRule

RECIPE = Recipe(pack=Path("pack"), temperature=0.9, palette=PaletteRule.PACK)


def candidate(mask_HW: np.ndarray) -> Candidate:
    return Candidate(seed=1, recipe=RECIPE, mask_HW=mask_HW, rgba_HWC=np.full((*mask_HW.shape, 4), 7, np.uint8))


@given(st.integers(-4, 9), st.integers(-4, 9), st.integers(1, 6), st.integers(1, 6), st.integers(0, 2**32 - 1))
def test_parts_change_only_masked_pixels(x: int, y: int, width: int, height: int, seed: int) -> None:
    mask_HW = np.random.default_rng(seed).random((8, 8)) < 0.5
    one = candidate(mask_HW)
    one.lay(x, y, np.full((height, width, 4), 200, np.uint8))
    assert (one.rgba_HWC[~mask_HW] == 7).all()
    assert not (one.drawn_HW & ~mask_HW).any()
    assert (one.rgba_HWC[one.drawn_HW] == 200).all()
    y_HW, x_HW = np.mgrid[:8, :8]
    inside = (x_HW >= x) & (x_HW < x + width) & (y_HW >= y) & (y_HW < y + height)
    assert np.array_equal(one.drawn_HW, inside & mask_HW)


def test_over_shows_what_is_drawn_and_leaves_the_rest_open() -> None:
    mask_HW = np.zeros((8, 8), bool)
    mask_HW[2:4] = True
    one = candidate(mask_HW)
    one.lay(0, 2, np.full((1, 8, 4), 90, np.uint8))
    shown = one.over(np.full((8, 8, 4), 50, np.uint8))
    assert (shown[2] == 90).all()
    assert (shown[3] == 0).all()
    assert (shown[~mask_HW] == 50).all()


def test_a_result_of_another_size_is_refused() -> None:
    with pytest.raises(ValueError, match="sprite of"):
        candidate(np.ones((8, 8), bool)).finish(np.zeros((9, 8, 4), np.uint8))


def test_fits() -> None:
    one = candidate(np.ones((8, 9), bool))
    assert one.fits(blank(9, 8))
    assert not one.fits(blank(8, 9))


@given(st.integers(0, 79), st.integers(0, 69), st.integers(1, 60), st.integers(1, 60))
def test_a_small_picture_of_a_large_sprite_shows_all_that_is_masked(x: int, y: int, width: int, height: int) -> None:
    mask_HW = np.zeros((70, 80), bool)
    mask_HW[y : y + height, x : x + width] = True
    left, top, right, bottom = candidate(mask_HW).part_to_show()
    assert 0 <= left < right <= 80
    assert 0 <= top < bottom <= 70
    assert mask_HW[top:bottom, left:right].sum() == mask_HW.sum()
    assert right - left >= 32


def test_a_small_picture_of_a_small_sprite_shows_all_of_it() -> None:
    assert candidate(np.eye(40, dtype=bool)).part_to_show() == (0, 0, 40, 40)
