"""Planes give back every byte and share the tiles that did not change."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from genmodels.media.artwork.plane import SIDE, empty, plane_of

pictures = st.tuples(st.integers(1, 2 * SIDE + 3), st.integers(1, SIDE + 3)).flatmap(
    lambda shape: arrays(np.uint8, (*shape, 4), elements=st.integers(0, 3), fill=st.just(0))
)


@given(pictures)
def test_every_byte_comes_back(rgba: np.ndarray) -> None:
    plane = plane_of(rgba)
    assert (plane.pixels() == rgba).all()
    assert plane.is_empty == (not rgba.any())


def test_a_change_costs_only_its_tile() -> None:
    rgba = np.full((2 * SIDE, 2 * SIDE, 4), 9, np.uint8)
    before = plane_of(rgba)
    rgba[0, 0] = 7
    after = plane_of(rgba, before)
    fresh = [place for place, tile in after.tiles.items() if tile is not before.tiles.get(place)]
    assert fresh == [(0, 0)]
    assert not after.same(before)
    assert (before.pixels()[0, 0] == 9).all(), "the plane before is left alone"


def test_the_same_pixels_are_the_same_plane() -> None:
    rgba = np.full((5, 5, 4), 9, np.uint8)
    plane = plane_of(rgba)
    assert plane_of(rgba, plane) is plane
    assert plane_of(rgba).same(plane)
    assert plane_of(np.zeros((5, 5, 4), np.uint8), plane).same(empty(5, 5))
