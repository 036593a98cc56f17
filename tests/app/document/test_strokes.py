"""Lines, brushes and pixel-perfect strokes, checked against plain definitions."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document.strokes import Trail, brush, line, snapped, stamp

cells = st.tuples(st.integers(-5, 20), st.integers(-5, 20))


@given(cells, cells)
def test_lines_have_no_gaps_and_reach_both_ends(start: tuple[int, int], end: tuple[int, int]) -> None:
    drawn = line(start, end)
    assert drawn[0] == start
    assert drawn[-1] == end
    assert len(drawn) == max(abs(end[0] - start[0]), abs(end[1] - start[1])) + 1
    for (x0, y0), (x1, y1) in pairwise(drawn):
        assert max(abs(x1 - x0), abs(y1 - y0)) == 1


@given(cells, cells)
def test_snapped_lines_are_level_upright_or_diagonal(start: tuple[int, int], end: tuple[int, int]) -> None:
    x, y = snapped(start, end)
    dx, dy = x - start[0], y - start[1]
    assert dx == 0 or dy == 0 or abs(dx) == abs(dy)
    assert max(abs(dx), abs(dy)) == max(abs(end[0] - start[0]), abs(end[1] - start[1]))


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


def test_stamp_reaches_beyond_the_picture_and_is_cut_by_it() -> None:
    patch = stamp([(-1, -1), (9, 9)], 3)
    assert patch.box == (-2, -2, 11, 11)
    assert set(zip(*(axis.tolist() for axis in np.nonzero(patch.onto((10, 10)))), strict=True)) == {
        (0, 0), (8, 8), (8, 9), (9, 8), (9, 9),
    }  # fmt: skip
    assert stamp([(-9, 3)], 3).inside((10, 10)).is_empty


def without_corners(cells: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave corners out of a whole path, from its start."""
    kept: list[tuple[int, int]] = []
    for cell in cells:
        if kept and cell == kept[-1]:
            continue
        if len(kept) > 1:
            (x0, y0), (x, y), (x1, y1) = kept[-2], kept[-1], cell
            if {abs(x1 - x0), abs(y1 - y0)} == {1} and ((x, y) in ((x0, y1), (x1, y0))):
                kept.pop()
        kept.append(cell)
    return kept


@given(st.lists(cells, min_size=1, max_size=8))
def test_a_trail_has_no_corners_however_it_comes(corners: list[tuple[int, int]]) -> None:
    path = [corners[0], *(cell for a, b in pairwise(corners) for cell in line(a, b))]
    trail, gone = Trail(), []
    for cell in path:
        gone += trail.extend([cell])
    assert trail.cells == without_corners(path)
    for a, b, c in zip(trail.cells, trail.cells[1:], trail.cells[2:], strict=False):
        touching = max(abs(c[0] - a[0]), abs(c[1] - a[1])) == 1 and a[0] != c[0] and a[1] != c[1]
        assert not (touching and b in ((a[0], c[1]), (c[0], a[1])))
    assert len(trail.cells) + len(gone) == len([1 for a, b in pairwise(path) if a != b]) + 1


def test_a_staircase_becomes_a_diagonal() -> None:
    trail = Trail()
    gone = trail.extend([(0, 0), (1, 0), (1, 1), (2, 1), (2, 2)])
    assert trail.cells == [(0, 0), (1, 1), (2, 2)]
    assert gone == [(1, 0), (2, 1)]
