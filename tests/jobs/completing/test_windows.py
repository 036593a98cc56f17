import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from genmodels.jobs.completing.windows import Window, windows_over


@given(mask_HW=arrays(bool, st.tuples(st.integers(1, 40), st.integers(1, 40))).filter(np.any), size=st.integers(8, 16))
def test_every_hidden_pixel_lies_in_exactly_one_window_inside_the_sprite(mask_HW, size):
    height, width = mask_HW.shape
    drawn_HW = np.zeros(mask_HW.shape, dtype=int)
    for window, hidden_SS in windows_over(mask_HW, size):
        drawn_HW[window.places(hidden_SS)] += 1
        for start, length in ((window.y, height), (window.x, width)):
            assert start == -((size - length) // 2) if length <= size else 0 <= start <= length - size
    assert np.array_equal(drawn_HW, mask_HW.astype(int))


def test_a_mask_that_fits_lies_in_the_middle_of_one_window():
    mask_HW = np.zeros((64, 80), dtype=bool)
    mask_HW[20:30, 4:12] = True
    [(window, hidden_SS)] = windows_over(mask_HW, 32)
    assert (window.y, window.x) == (9, 0)  # x is held back by the left edge
    assert hidden_SS.sum() == 80


def test_a_large_mask_gets_windows_that_overlap_by_a_quarter():
    windows = windows_over(np.ones((32, 80), dtype=bool), 32)
    assert [(window.y, window.x) for window, _ in windows] == [(0, 0), (0, 24), (0, 48)]
    assert [int(hidden_SS.sum()) for _, hidden_SS in windows] == [32 * 32, 32 * 24, 32 * 24]


@pytest.mark.parametrize(("y", "x"), [(-3, -2), (0, 0)])
def test_cutting_gives_zeros_beyond_the_sprite(y, x):
    plane_HW = np.arange(1, 13).reshape(3, 4)
    seen_SS = Window(x=x, y=y, size=8).cut(plane_HW)
    assert np.array_equal(seen_SS[-y : 3 - y, -x : 4 - x], plane_HW)
    assert seen_SS.sum() == plane_HW.sum()
