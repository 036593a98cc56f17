"""Where rectangles go."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from genmodels.media.sheets.packing import AT_ONCE, Place, Size, extent, grid_columns, place
from genmodels.media.sheets.settings import Layout

SIZES = st.lists(st.tuples(st.integers(1, 30), st.integers(1, 30)), min_size=1, max_size=40)


@settings(max_examples=100, deadline=None)
@given(sizes=SIZES, layout=st.sampled_from(Layout), columns=st.integers(0, 5), gap=st.integers(0, 4), data=st.data())
def test_no_rectangle_lies_over_another(
    sizes: list[Size], layout: Layout, columns: int, gap: int, data: st.DataObject
) -> None:
    steps = data.draw(st.lists(st.integers(0, 1), min_size=len(sizes), max_size=len(sizes)))
    bands = [sum(steps[: i + 1]) for i in range(len(sizes))]
    places = place(sizes, layout, columns=columns, bands=bands, gap=gap)
    assert min(min(one) for one in places) >= 0
    assert not _overlaps([(width + gap, height + gap) for width, height in sizes], places)


@pytest.mark.parametrize("count", [1, 2, AT_ONCE, 2 * AT_ONCE + 1, 1000])
def test_a_packed_sheet_is_nearly_square_and_nearly_full(count: int) -> None:
    sizes = [(8 + i * 37 % 25, 8 + i * 53 % 25) for i in range(count)]
    places = place(sizes, Layout.PACKED, columns=0, bands=[0] * count, gap=0)
    width, height = extent(sizes, places)
    assert not _overlaps(sizes, places)
    if count >= AT_ONCE:
        assert 0.8 < width / height < 1.25
        assert sum(across * down for across, down in sizes) > 0.85 * width * height


def test_equal_rectangles_are_packed_in_order() -> None:
    places = place([(8, 8)] * 5, Layout.PACKED, columns=0, bands=[0] * 5, gap=1)
    assert places == [(0, 0), (9, 0), (18, 0), (0, 9), (9, 9)]


def test_rows_and_columns_begin_anew_with_each_band() -> None:
    sizes, bands = [(4, 2), (3, 5), (2, 2)], [0, 0, 1]
    assert place(sizes, Layout.ROWS, columns=0, bands=bands, gap=1) == [(0, 0), (5, 0), (0, 6)]
    assert place(sizes, Layout.COLUMNS, columns=0, bands=bands, gap=1) == [(0, 0), (0, 3), (5, 0)]


def test_a_grid_has_cells_of_one_size() -> None:
    sizes = [(4, 2), (3, 5), (2, 2)]
    assert place(sizes, Layout.GRID, columns=2, bands=[0] * 3, gap=0) == [(0, 0), (4, 0), (0, 5)]
    assert grid_columns([(32, 16)] * 8, 0) == 2
    assert grid_columns([(16, 16)] * 9, 0) == 3


def _overlaps(sizes: Sequence[Size], places: Sequence[Place]) -> bool:
    boxes = sorted((x, y, x + w, y + h) for (w, h), (x, y) in zip(sizes, places, strict=True))
    for number, (_, top, right, bottom) in enumerate(boxes):
        for other_left, other_top, _, other_bottom in boxes[number + 1 :]:
            if other_left >= right:
                break
            if other_top < bottom and top < other_bottom:
                return True
    return False
