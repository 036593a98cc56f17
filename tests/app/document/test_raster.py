"""Patches and boxes: parts of a picture, also where they reach beyond it."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.document.raster import Patch, bounds, patch_of, union
from app.document.shapes import rectangle

SHAPE = (6, 5)
masks = st.lists(st.booleans(), min_size=30, max_size=30).map(lambda bits: np.array(bits).reshape(SHAPE))


@given(masks)
def test_a_mask_comes_back_from_its_patch(mask_HW: np.ndarray) -> None:
    assert np.array_equal(patch_of(mask_HW).onto(SHAPE), mask_HW)


@given(masks, st.integers(-8, 8), st.integers(-8, 8))
def test_what_lies_outside_is_cut_off(mask_HW: np.ndarray, x: int, y: int) -> None:
    patch = Patch(x=x, y=y, where_HW=mask_HW)
    inside = patch.inside(SHAPE)
    expected = {(x + column, y + row) for row, column in np.argwhere(mask_HW).tolist()}
    expected = {(x, y) for x, y in expected if 0 <= x < SHAPE[1] and 0 <= y < SHAPE[0]}
    assert {(x, y) for y, x in np.argwhere(inside.onto(SHAPE)).tolist()} == expected
    left, top, right, bottom = inside.box
    assert 0 <= left <= right
    assert 0 <= top <= bottom
    assert inside.is_empty or (right <= SHAPE[1] and bottom <= SHAPE[0])


def test_bounds() -> None:
    assert bounds(np.zeros((4, 4), bool)) is None
    assert bounds(rectangle((1, 2), (3, 2)).onto((5, 6))) == (1, 2, 4, 3)


def test_union() -> None:
    assert union(None, (1, 2, 3, 4)) == union((1, 2, 3, 4), None) == (1, 2, 3, 4)
    assert union((1, 2, 3, 4), (0, 3, 2, 9)) == (0, 2, 3, 9)
    assert union(None, None) is None
