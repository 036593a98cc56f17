"""Turning, flipping, scaling and cutting: every cel alike, and back again without loss."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from genmodels.media.artwork import reshaping
from genmodels.media.artwork.artwork import artwork_of
from genmodels.media.artwork.cels import link_cels
from genmodels.media.artwork.flattening import flatten

PICTURE = np.arange(5 * 4 * 4, dtype=np.uint8).reshape(5, 4, 4)


def test_there_and_back() -> None:
    artwork = artwork_of([PICTURE, PICTURE[::-1]], layer="a")
    for there, back in (
        (reshaping.flip_across, reshaping.flip_across),
        (reshaping.flip_down, reshaping.flip_down),
        (reshaping.turn_right, reshaping.turn_left),
    ):
        again = reshaping.reshape(reshaping.reshape(artwork, there), back)
        assert again.shape == artwork.shape
        assert all((flatten(again, i) == flatten(artwork, i)).all() for i in (0, 1))
    assert (flatten(reshaping.reshape(artwork, reshaping.turn_right), 0) == np.rot90(PICTURE, -1)).all()


def test_enlarged_pixels_are_squares() -> None:
    large = reshaping.enlarge(PICTURE, 3)
    assert large.shape == (15, 12, 4)
    assert (large[1::3, 2::3] == PICTURE).all()


@given(st.integers(1, 9), st.integers(1, 9))
def test_what_is_centred_stays_in_the_middle(width: int, height: int) -> None:
    cut = reshaping.crop(PICTURE, reshaping.centred(PICTURE.shape[:2], width, height))
    assert cut.shape == (height, width, 4)
    back = reshaping.crop(cut, reshaping.centred((height, width), 4, 5))
    kept = back.any(axis=-1)
    assert (back[kept] == PICTURE[kept]).all()
    if width >= 4 and height >= 5:
        assert (back == PICTURE).all()


def test_cels_that_share_pixels_go_on_sharing() -> None:
    artwork = link_cels(artwork_of([PICTURE, PICTURE], layer="a"), 0, [0, 1])
    assert artwork.cels[0, 0] is artwork.cels[0, 1]
    turned = reshaping.reshape(artwork, reshaping.turn_left)
    assert turned.cels[0, 0] is turned.cels[0, 1]


def test_the_box_round_all_that_is_drawn() -> None:
    rgba = np.zeros((6, 7, 4), np.uint8)
    assert reshaping.filled_box(artwork_of([rgba], layer="a")) is None
    other = rgba.copy()
    rgba[2, 3, 3], other[4, 1, 3] = 255, 1
    assert reshaping.filled_box(artwork_of([rgba, other], layer="a")) == (1, 2, 4, 5)
