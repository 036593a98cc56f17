"""Sheets of others are cut into the frames that they were made of, and their grid is guessed where it can be."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sprite_files import blob

from genmodels.api.errors import ConfigError
from genmodels.media.sheets.grid import Grid, boxes, cut, grid_of, guess_grid
from genmodels.media.strips import strip


def laid_out(frames: list[np.ndarray], columns: int, *, margin: int = 0, gap: int = 0) -> np.ndarray:
    height, width, _ = frames[0].shape
    rows = -(-len(frames) // columns)
    shape = (2 * margin + rows * (height + gap) - gap, 2 * margin + columns * (width + gap) - gap, 4)
    sheet_HW4 = np.zeros(shape, np.uint8)
    for n, frame in enumerate(frames):
        y, x = margin + n // columns * (height + gap), margin + n % columns * (width + gap)
        sheet_HW4[y : y + height, x : x + width] = frame
    return sheet_HW4


@settings(deadline=None)
@given(
    count=st.integers(1, 7),
    columns=st.integers(1, 4),
    margin=st.integers(0, 3),
    gap=st.integers(0, 3),
    size=st.tuples(st.integers(4, 9), st.integers(4, 9)),
)
def test_a_sheet_is_cut_into_the_frames_that_it_was_made_of(count, columns, margin, gap, size):
    rng = np.random.default_rng(count)
    frames = [rng.integers(1, 256, (*size, 4), np.uint8) for _ in range(count)]
    sheet = laid_out(frames, columns, margin=margin, gap=gap)
    grid = grid_of(sheet.shape, columns, -(-count // columns), margin=margin, gap=gap)
    assert (grid.height, grid.width) == size
    cells = cut(sheet, grid, skip_empty=False)
    assert len(cells) >= count  # the last row need not be full
    assert all(np.array_equal(cell, frame) for cell, frame in zip(cells, frames, strict=False))


def test_empty_cells_are_left_out_or_kept():
    sheet = strip([blob(1), np.zeros((10, 10, 4), np.uint8), blob(2)])
    grid = Grid(width=10, height=10)
    assert len(cut(sheet, grid)) == 2
    assert len(cut(sheet, grid, skip_empty=False)) == 3
    on_blue = np.where(sheet[..., 3:] > 0, sheet, np.array([0, 0, 255, 255], np.uint8))
    assert len(cut(on_blue, grid)) == 2


def test_pixels_that_fill_no_cell_are_left_out():
    assert boxes((25, 31, 4), Grid(width=10, height=10, left=1)) == [
        (x, y, x + 10, y + 10) for y in (0, 10) for x in (1, 11, 21)
    ]


@pytest.mark.parametrize(("margin", "gap"), [(0, 0), (0, 1), (1, 1), (2, 2)])
@pytest.mark.parametrize("side", [10, 32])
def test_the_grid_is_guessed_and_said(side, margin, gap):
    frames = [blob(seed, side) for seed in range(6)]
    guess = guess_grid(laid_out(frames, 3, margin=margin, gap=gap))
    cells = cut(laid_out(frames, 3, margin=margin, gap=gap), guess.grid)
    assert len(cells) == 6
    for cell, frame in zip(cells, frames, strict=True):
        assert cell[..., 3].astype(bool).sum() == frame[..., 3].astype(bool).sum()
    assert guess.why.startswith(f"Guessed: 6 cells of {guess.grid.width}×{guess.grid.height}")


def test_what_fills_its_cells_is_taken_for_squares_or_for_one():
    noise = np.random.default_rng(0).integers(1, 256, (16, 64, 4), np.uint8)
    assert guess_grid(noise).grid == Grid(width=16, height=16)
    guess = guess_grid(noise[:, :17])
    assert guess.grid == Grid(width=17, height=16)
    assert "Choose" in guess.why


@pytest.mark.parametrize(
    "grid",
    [Grid(width=0, height=4), Grid(width=4, height=4, left=-1), Grid(width=400, height=4), Grid(width=1, height=1)],
)
def test_a_grid_that_gives_no_frames_or_too_many_is_refused(grid):
    sheet = np.full((60, 60, 4), 255, np.uint8)
    sheet[::2] = 0
    with pytest.raises(ConfigError) as caught:
        cut(np.tile(sheet, (2, 1, 1)), grid)
    assert caught.value.hint


def test_columns_that_do_not_fit_are_refused():
    with pytest.raises(ConfigError, match="30×1 cells"):
        grid_of((10, 20), 30, 1)
    with pytest.raises(ConfigError):
        grid_of((10, 20), 0, 1)
