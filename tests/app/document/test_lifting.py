"""Pixels lifted from a layer, moved or turned, and laid down again."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.document.lifting import lift
from app.document.tiling import Tiling
from genmodels.media.artwork.reshaping import flip_across, turn_right

SHAPE = (5, 6)


def picture(seed: int) -> np.ndarray:
    """Return opaque pixels and clear ones."""
    rng = np.random.default_rng(seed)
    rgba_HWC = rng.integers(0, 256, (*SHAPE, 4), np.uint8)
    rgba_HWC[..., 3] = 255 * rng.integers(0, 2, SHAPE)
    return np.where(rgba_HWC[..., 3:] > 0, rgba_HWC, 0).astype(np.uint8)


@given(st.integers(0, 10_000), st.integers(-8, 8), st.integers(-8, 8))
def test_moved_pixels_cover_others_and_clear_ones_do_not(seed: int, dx: int, dy: int) -> None:
    rgba_HWC, mask_HW = picture(seed), np.random.default_rng(seed + 1).random(SHAPE) < 0.4
    laid_HWC, moved_HW = lift(rgba_HWC, mask_HW).moved(dx, dy, Tiling()).down()
    whole = not mask_HW.any()
    for y in range(SHAPE[0]):
        for x in range(SHAPE[1]):
            inside = 0 <= x - dx < SHAPE[1] and 0 <= y - dy < SHAPE[0]
            came = inside and (whole or mask_HW[y - dy, x - dx])
            assert moved_HW[y, x] == (came and not whole)
            if came and rgba_HWC[y - dy, x - dx, 3]:
                expected = rgba_HWC[y - dy, x - dx]
            else:
                expected = np.zeros(4, np.uint8) if whole or mask_HW[y, x] else rgba_HWC[y, x]
            assert np.array_equal(laid_HWC[y, x], expected)


@given(st.integers(0, 10_000), st.integers(-8, 8), st.integers(-8, 8))
def test_in_a_tiled_picture_nothing_is_lost(seed: int, dx: int, dy: int) -> None:
    rgba_HWC = picture(seed)
    lifted = lift(rgba_HWC, np.zeros(SHAPE, bool)).moved(dx, dy, Tiling(across=True, down=True))
    assert np.array_equal(lifted.down()[0], np.roll(rgba_HWC, (dy, dx), axis=(0, 1)))


def test_selected_pixels_are_flipped_in_their_place() -> None:
    rgba_HWC, mask_HW = picture(3), np.zeros(SHAPE, bool)
    mask_HW[1:3, 2:5] = True
    laid_HWC, flipped_HW = lift(rgba_HWC, mask_HW).reshaped(flip_across).down()
    assert np.array_equal(laid_HWC[1:3, 2:5], rgba_HWC[1:3, 2:5][:, ::-1])
    assert np.array_equal(laid_HWC[~mask_HW], rgba_HWC[~mask_HW])
    assert np.array_equal(flipped_HW, mask_HW)


def test_a_quarter_turn_stays_round_the_middle() -> None:
    rgba_HWC, mask_HW = np.zeros((*SHAPE, 4), np.uint8), np.zeros(SHAPE, bool)
    mask_HW[2, 1:4] = True
    rgba_HWC[2, 1:4] = [(1, 0, 0, 255), (2, 0, 0, 255), (3, 0, 0, 255)]
    laid_HWC, turned_HW = lift(rgba_HWC, mask_HW).reshaped(turn_right).down()
    assert laid_HWC[1:4, 2, 0].tolist() == [1, 2, 3]
    assert turned_HW.sum() == 3
    assert turned_HW[1:4, 2].all()
