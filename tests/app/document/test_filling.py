"""Pixels that look alike, and those of them that are connected."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.document.filling import alike, flood, region

grids = st.lists(st.lists(st.integers(0, 1), min_size=7, max_size=7), min_size=6, max_size=6)


@given(grids, st.data())
def test_flood_takes_what_is_connected(rows: list[list[int]], data: st.DataObject) -> None:
    start = data.draw(st.tuples(st.integers(0, 6), st.integers(0, 5)))
    expected, waiting = set(), [start]
    while waiting:
        x, y = waiting.pop()
        if (x, y) in expected or not (0 <= x < 7 and 0 <= y < 6) or rows[y][x] != rows[start[1]][start[0]]:
            continue
        expected.add((x, y))
        waiting += [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
    rgba_HWC = np.repeat(np.array(rows, np.uint8)[:, :, None], 4, axis=2)
    filled_HW = region(rgba_HWC, start, connected=True)
    assert {(int(x), int(y)) for y, x in np.argwhere(filled_HW)} == expected
    anywhere_HW = region(rgba_HWC, start, connected=False)
    assert np.array_equal(anywhere_HW, np.array(rows) == rows[start[1]][start[0]])


def test_flood_from_a_wall_takes_nothing() -> None:
    assert not flood(np.zeros((3, 3), bool), (1, 1)).any()


@given(st.integers(0, 255), st.integers(0, 255), st.integers(0, 255))
def test_tolerance_counts_each_channel(one: int, other: int, tolerance: int) -> None:
    rgba_HWC = np.array([[[one, 9, 9, 255], [9, 9, 9, 255]]], np.uint8)
    assert bool(alike(rgba_HWC, (other, 9, 9, 255), tolerance)[0, 0]) == (abs(one - other) <= tolerance)


def test_clear_pixels_are_alike_whatever_they_hide() -> None:
    rgba_HWC = np.array([[[1, 2, 3, 0], [9, 9, 9, 0], [9, 9, 9, 255]]], np.uint8)
    assert alike(rgba_HWC, (5, 5, 5, 0)).tolist() == [[True, True, False]]
