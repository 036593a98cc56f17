"""What is drawn on one side comes on the others; results are folded onto themselves."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.document.raster import Patch
from app.document.symmetry import Symmetry, folded, images

SHAPE = (6, 7)
symmetries = st.builds(
    Symmetry,
    across=st.booleans(), down=st.booleans(),
    axis_x=st.none() | st.integers(0, 14), axis_y=st.none() | st.integers(0, 12),
)  # fmt: skip
patches = st.builds(
    lambda bits, x, y: Patch(x=x, y=y, where_HW=np.array(bits).reshape(2, 3)),
    st.lists(st.booleans(), min_size=6, max_size=6), st.integers(-3, 8), st.integers(-3, 8),
)  # fmt: skip


def cells(patch: Patch) -> set[tuple[int, int]]:
    return {(patch.x + x, patch.y + y) for y, x in np.argwhere(patch.where_HW).tolist()}


@given(patches, symmetries)
def test_images_are_every_cell_mirrored(patch: Patch, symmetry: Symmetry) -> None:
    axis_x, axis_y = symmetry.axes(SHAPE)
    expected = cells(patch)
    if symmetry.across:  # a cell's middle and its image's lie equally far from the axis
        expected |= {(axis_x - 1 - x, y) for x, y in expected}
    if symmetry.down:
        expected |= {(x, axis_y - 1 - y) for x, y in expected}
    assert set().union(*(cells(one) for one in images(patch, symmetry, SHAPE))) == expected


@given(symmetries, st.integers(0, 2**32 - 1))
def test_a_folded_picture_is_symmetric_where_it_was_drawn_and_left_alone_elsewhere(
    symmetry: Symmetry, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    rgba_HWC, where_HW = rng.integers(0, 256, (*SHAPE, 4), np.uint8), rng.random(SHAPE) < 0.7
    result_HWC = folded(rgba_HWC, where_HW, symmetry)
    assert np.array_equal(result_HWC[~where_HW], rgba_HWC[~where_HW])
    axis_x, axis_y = symmetry.axes(SHAPE)
    if symmetry.across and not symmetry.down:
        for y, x in np.argwhere(where_HW).tolist():
            other = axis_x - 1 - x
            if 0 <= other < SHAPE[1] and where_HW[y, other]:
                assert np.array_equal(result_HWC[y, x], rgba_HWC[y, min(x, other)])
    whole_HWC = folded(rgba_HWC, np.ones(SHAPE, bool), symmetry)
    if symmetry.down and symmetry.axis_y is None:
        assert np.array_equal(whole_HWC, whole_HWC[::-1])
    if symmetry.across and symmetry.axis_x is None:
        assert np.array_equal(whole_HWC, whole_HWC[:, ::-1])
    assert axis_y == (symmetry.axis_y if symmetry.axis_y is not None else SHAPE[0])


def test_the_axis_through_a_pixel_leaves_it_where_it_is() -> None:
    dot = Patch(x=3, y=1, where_HW=np.ones((1, 1), bool))
    middle = Symmetry(across=True, axis_x=7)
    assert [cells(one) for one in images(dot, middle, SHAPE)] == [{(3, 1)}, {(3, 1)}]
    edge = Symmetry(across=True, axis_x=6)
    assert [cells(one) for one in images(dot, edge, SHAPE)] == [{(3, 1)}, {(2, 1)}]
