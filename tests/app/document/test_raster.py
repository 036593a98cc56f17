"""Geometry on the pixel grid, checked against plain definitions."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document.raster import bounds, brush, flood, line, polygon, rectangle, stamp

cells = st.tuples(st.integers(-5, 20), st.integers(-5, 20))


@given(cells, cells)
def test_lines_have_no_gaps_and_reach_both_ends(start: tuple[int, int], end: tuple[int, int]) -> None:
    drawn = line(start, end)
    assert drawn[0] == start
    assert drawn[-1] == end
    assert len(drawn) == max(abs(end[0] - start[0]), abs(end[1] - start[1])) + 1
    for (x0, y0), (x1, y1) in pairwise(drawn):
        assert max(abs(x1 - x0), abs(y1 - y0)) == 1


@pytest.mark.parametrize(("size", "count"), [(1, 1), (2, 4), (3, 9), (4, 12)])
def test_small_brushes(size: int, count: int) -> None:
    assert len(brush(size)) == count


@given(st.integers(1, 32))
def test_brushes_are_symmetric_and_as_wide_as_they_say(size: int) -> None:
    offsets = brush(size)
    low, high = offsets.min(axis=0), offsets.max(axis=0)
    assert (high - low + 1 == size).all()
    mirrored = {(low[0] + high[0] - x, y) for x, y in offsets.tolist()}
    assert mirrored == {(x, y) for x, y in offsets.tolist()}


def test_stamp_stays_inside() -> None:
    patch = stamp([(-1, -1), (9, 9)], 3, (10, 10))
    assert patch.box == (0, 0, 10, 10)
    assert set(zip(*(axis.tolist() for axis in np.nonzero(patch.onto((10, 10)))), strict=True)) == {
        (0, 0), (8, 8), (8, 9), (9, 8), (9, 9),
    }  # fmt: skip
    assert stamp([(-9, 3)], 3, (10, 10)).is_empty


@given(cells, cells)
def test_rectangle(start: tuple[int, int], end: tuple[int, int]) -> None:
    mask_HW = rectangle(start, end, (12, 15))
    y_HW, x_HW = np.mgrid[:12, :15]
    inside_x = (x_HW >= min(start[0], end[0])) & (x_HW <= max(start[0], end[0]))
    inside_y = (y_HW >= min(start[1], end[1])) & (y_HW <= max(start[1], end[1]))
    assert np.array_equal(mask_HW, inside_x & inside_y)


def test_polygon_fills_its_inside_and_its_outline() -> None:
    square = [(2, 2), (7, 2), (7, 6), (2, 6)]
    assert np.array_equal(polygon(square, (10, 10)), rectangle((2, 2), (7, 6), (10, 10)))
    assert polygon([(4, 4)], (10, 10)).sum() == 1


@given(st.lists(st.lists(st.integers(0, 1), min_size=7, max_size=7), min_size=6, max_size=6), st.data())
def test_flood_takes_what_is_connected(rows: list[list[int]], data: st.DataObject) -> None:
    rgba_HWC = np.repeat(np.array(rows, np.uint8)[:, :, None], 4, axis=2)
    start = data.draw(st.tuples(st.integers(0, 6), st.integers(0, 5)))
    expected, waiting = set(), [start]
    while waiting:
        x, y = waiting.pop()
        if (x, y) in expected or not (0 <= x < 7 and 0 <= y < 6) or rows[y][x] != rows[start[1]][start[0]]:
            continue
        expected.add((x, y))
        waiting += [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
    filled = {(int(x), int(y)) for y, x in np.argwhere(flood(rgba_HWC, start))}
    assert filled == expected


def test_bounds() -> None:
    assert bounds(np.zeros((4, 4), bool)) is None
    assert bounds(rectangle((1, 2), (3, 2), (5, 6))) == (1, 2, 4, 3)
