"""Rectangles, ellipses and polygons, checked against plain definitions."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document.shapes import ellipse, outlined, polygon, rectangle, squared

cells = st.tuples(st.integers(-5, 20), st.integers(-5, 20))


@given(cells, cells)
def test_rectangle(start: tuple[int, int], end: tuple[int, int]) -> None:
    mask_HW = rectangle(start, end).onto((12, 15))
    y_HW, x_HW = np.mgrid[:12, :15]
    inside_x = (x_HW >= min(start[0], end[0])) & (x_HW <= max(start[0], end[0]))
    inside_y = (y_HW >= min(start[1], end[1])) & (y_HW <= max(start[1], end[1]))
    assert np.array_equal(mask_HW, inside_x & inside_y)


@given(cells, cells)
def test_a_square_keeps_its_start_and_its_direction(start: tuple[int, int], end: tuple[int, int]) -> None:
    x, y = squared(start, end)
    assert abs(x - start[0]) == abs(y - start[1]) == max(abs(end[0] - start[0]), abs(end[1] - start[1]))
    assert (x - start[0]) * (end[0] - start[0]) >= 0
    assert (y - start[1]) * (end[1] - start[1]) >= 0


@given(st.integers(1, 40), st.integers(1, 40))
def test_ellipses_fill_their_box_are_symmetric_and_have_no_holes(width: int, height: int) -> None:
    where_HW = ellipse((0, 0), (width - 1, height - 1)).where_HW
    assert where_HW.shape == (height, width)
    assert where_HW.any(axis=0).all()
    assert where_HW.any(axis=1).all()
    assert np.array_equal(where_HW, where_HW[::-1])
    assert np.array_equal(where_HW, where_HW[:, ::-1])
    for row in where_HW:
        inside = np.flatnonzero(row)
        assert len(inside) == inside[-1] - inside[0] + 1


@pytest.mark.parametrize(
    ("side", "rows"), [(1, [1]), (2, [2, 2]), (3, [1, 3, 1]), (4, [2, 4, 4, 2]), (6, [4, 6, 6, 6, 6, 4])]
)
def test_small_circles_look_round(side: int, rows: list[int]) -> None:
    assert ellipse((0, 0), (side - 1, side - 1)).where_HW.sum(axis=1).tolist() == rows


def test_an_outline_is_one_pixel_wide_or_as_wide_as_the_brush() -> None:
    edge = outlined(rectangle((2, 3), (6, 7)), 1)
    assert edge.onto((10, 10)).sum() == 16
    assert not edge.onto((10, 10))[4:7, 3:6].any()
    wide = outlined(rectangle((2, 3), (6, 7)), 3)
    assert wide.box == (1, 2, 8, 9)
    assert np.array_equal(~wide.onto((10, 10))[3:8, 2:7], rectangle((4, 5), (4, 5)).onto((10, 10))[3:8, 2:7])


def test_polygon_fills_its_inside_and_its_outline() -> None:
    square = [(2, 2), (7, 2), (7, 6), (2, 6)]
    assert np.array_equal(polygon(square).onto((10, 10)), rectangle((2, 2), (7, 6)).onto((10, 10)))
    assert polygon([(4, 4)]).onto((10, 10)).sum() == 1
    assert polygon([(-4, 4), (-2, 4)]).onto((10, 10)).sum() == 0
