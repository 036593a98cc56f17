"""How pictures lie under the model's square."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_vaes import noise

from genmodels.data.sprites.picture import packed
from genmodels.jobs.canvases import remarks, view_of

sides = st.integers(1, 40)


@given(sides, sides, st.sampled_from([8, 32]))
def test_every_opaque_pixel_lies_under_the_square_once(height, width, size):
    canvas_HW4 = noise(1, height, width, colours=3)
    view = view_of([canvas_HW4], size)
    rows, columns = view.box
    outside_HW = np.ones((height, width), bool)
    outside_HW[rows, columns] = False
    assert not canvas_HW4[outside_HW, 3].any()
    seen_SS4 = view.seen(canvas_HW4)
    assert seen_SS4.shape == (size, size, 4)
    assert np.isin(packed(seen_SS4), [0, *packed(canvas_HW4).ravel()]).all()
    if view.factor == 1:
        assert np.array_equal(seen_SS4[view.part], canvas_HW4[view.box])


def test_small_contents_of_a_large_canvas_are_seen_at_their_own_size():
    canvas_HW4 = np.zeros((100, 60, 4), np.uint8)
    canvas_HW4[70:90, 5:30] = 255
    view = view_of([canvas_HW4], 32)
    assert view.factor == 1
    assert (view.seen(canvas_HW4)[..., 3] > 0).sum() == 20 * 25


@pytest.mark.parametrize(("side", "words"), [(8, []), (16, ["every 2×2"]), (256, ["every 32×32"])])
def test_it_is_said_how_much_is_seen(side, words):
    picture = np.full((side, side, 4), 255, np.uint8)
    told = list(remarks([picture], view_of([picture], 8)))
    assert len(told) == len(words)
    assert all(word in text for word, text in zip(words, told, strict=True))
