"""A sheet that somebody else made, cut into its frames by a grid, and a guess at what that grid is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from genmodels.api.errors import ConfigError
from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import MAX_FRAMES
from genmodels.media.artwork.reshaping import Box

LEAST_SIDE = 8  # of a cell that is guessed; a person may ask for less
MOST_GAP = 2  # pixels between cells, or round them, that are looked for
_FULL_ENOUGH = 0.5  # of the cells have something in them where a guess is right


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Cells of one size, in pixels of the sheet."""

    width: int
    height: int
    left: int = 0  # where the first cell begins
    top: int = 0
    gap_x: int = 0  # between two cells
    gap_y: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A grid, and in words why it is that one."""

    grid: Grid
    why: str


def grid_of(shape: Sequence[int], columns: int, rows: int, *, margin: int = 0, gap: int = 0) -> Grid:
    """Return the grid of so many cells in a sheet of shape (height, width, …); raises ConfigError where none fits."""
    width = (shape[1] - 2 * margin - (columns - 1) * gap) // max(columns, 1)
    height = (shape[0] - 2 * margin - (rows - 1) * gap) // max(rows, 1)
    if columns < 1 or rows < 1 or width < 1 or height < 1:
        message = f"A sheet of {shape[1]}×{shape[0]} pixels cannot be cut into {columns}×{rows} cells."
        raise ConfigError(message, hint="Choose fewer columns and rows, or a smaller margin and gap.")
    return Grid(width=width, height=height, left=margin, top=margin, gap_x=gap, gap_y=gap)


def count(shape: Sequence[int], grid: Grid) -> int:
    """Return how many whole cells lie in a sheet of shape (height, width, …); raises ConfigError where none does."""
    across, down = _corners(shape, grid)
    return len(across) * len(down)


def boxes(shape: Sequence[int], grid: Grid) -> list[Box]:
    """Return those cells, row by row; raises ConfigError where there are none."""
    across, down = _corners(shape, grid)
    return [(x, y, x + grid.width, y + grid.height) for y in down for x in across]


def _corners(shape: Sequence[int], grid: Grid) -> tuple[range, range]:
    """Return where the cells' columns and rows begin."""
    if min(grid.width, grid.height) < 1 or min(grid.left, grid.top, grid.gap_x, grid.gap_y) < 0:
        raise ConfigError("A cell has no pixels.", hint="Choose a width and a height of 1 or more.")
    across = range(grid.left, shape[1] - grid.width + 1, grid.width + grid.gap_x)
    down = range(grid.top, shape[0] - grid.height + 1, grid.height + grid.gap_y)
    if not across or not down:
        message = f"No cell of {grid.width}×{grid.height} pixels fits the sheet of {shape[1]}×{shape[0]}."
        raise ConfigError(message, hint="Choose smaller cells.")
    return across, down


def cut(rgba_HWC: np.ndarray, grid: Grid, *, skip_empty: bool = True) -> list[np.ndarray]:
    """Return the cells (uint8 RGBA), row by row, without those that show only the background.

    Raises ConfigError where nothing stays, or more than an artwork holds.
    """
    empty_4 = background(rgba_HWC)
    cells = [rgba_HWC[top:bottom, left:right] for left, top, right, bottom in boxes(rgba_HWC.shape, grid)]
    if skip_empty:
        cells = [cell_HWC for cell_HWC in cells if _filled(cell_HWC, empty_4).any()]
    if not 1 <= len(cells) <= MAX_FRAMES:
        message = f"The grid gives {len(cells):,} frames; an artwork has 1 to {MAX_FRAMES:,}."
        raise ConfigError(message, hint="Choose another size of cells.")
    return [cell_HWC.copy() for cell_HWC in cells]


def background(rgba_HWC: np.ndarray) -> np.ndarray | None:
    """Return the colour that is nothing: None for transparency where there is any, else the border's most common."""
    if (rgba_HWC[..., 3] == 0).any():
        return None
    border_N4 = np.concatenate([rgba_HWC[0], rgba_HWC[-1], rgba_HWC[:, 0], rgba_HWC[:, -1]])
    colours_M4, counts_M = np.unique(border_N4, axis=0, return_counts=True)
    return colours_M4[counts_M.argmax()]


def guess_grid(rgba_HWC: np.ndarray) -> Guess:
    """Return the likeliest grid of a sheet (uint8 RGBA)."""
    filled_HW = _filled(rgba_HWC, background(rgba_HWC))
    height, width = filled_HW.shape
    fitting = list(_fitting(filled_HW)) if filled_HW.any() and not filled_HW.all() else []
    if fitting:
        count, grid = max(fitting, key=lambda found: (found[1].width == found[1].height, found[0]))
        between = f", {grid.gap_x} apart" if grid.gap_x else ""
        size = f"{grid.width}×{grid.height} pixels{between}"
        return Guess(grid=grid, why=f"Guessed: {count:,} cells of {size}; no drawing crosses their borders.")
    short, long = sorted((height, width))
    if long > short and long % short == 0:
        why = f"Guessed: {long // short:,} squares of {short}×{short} pixels, because they fill the sheet."
        return Guess(grid=Grid(width=short, height=short), why=why)
    why = "Nothing tells the cells apart: the sheet is taken for one. Choose their size."
    return Guess(grid=Grid(width=width, height=height), why=why)


def _fitting(filled_HW: np.ndarray) -> Iterator[tuple[int, Grid]]:
    """Yield grids whose cells no drawing crosses, and how many cells they have, many of them with a drawing."""
    height, width = filled_HW.shape
    sums_HW = np.pad(filled_HW.cumsum(0, np.int32).cumsum(1, np.int32), ((1, 0), (1, 0)))
    across, down = _Side.of(filled_HW), _Side.of(filled_HW.T)
    for gap in range(MOST_GAP + 1):
        for margin in range(gap + 1):
            for one in across.lengths(width, margin, gap):
                for other in down.lengths(height, margin, gap):
                    x = np.arange(margin, width - one + 1, one + gap)
                    y = np.arange(margin, height - other + 1, other + gap)[:, None]
                    if not 1 < x.size * y.size <= MAX_FRAMES:
                        continue
                    inside = sums_HW[y + other, x + one] - sums_HW[y, x + one] - sums_HW[y + other, x] + sums_HW[y, x]
                    if (inside > 0).mean() >= _FULL_ENOUGH:
                        grid = Grid(width=one, height=other, left=margin, top=margin, gap_x=gap, gap_y=gap)
                        yield x.size * y.size, grid


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Side:
    """What lies along one side of a sheet."""

    filled_L: np.ndarray  # bool: whether there is a drawing in this column (or row)
    crossed_L: np.ndarray  # bool: whether one goes on from here into the next

    @classmethod
    def of(cls, filled_HW: np.ndarray) -> _Side:
        crossed_L = np.asarray((filled_HW[:, :-1] & filled_HW[:, 1:]).any(axis=0))
        return cls(filled_L=np.asarray(filled_HW.any(axis=0)), crossed_L=crossed_L)

    def lengths(self, whole: int, margin: int, gap: int) -> list[int]:
        """Return the lengths of cells that fill the side to its last pixel and that no drawing crosses."""
        room = whole - 2 * margin + gap
        steps = [step for step in range(LEAST_SIDE + gap, room + 1) if room % step == 0]
        return [step - gap for step in steps if self._is_free(margin, step, gap)]

    def _is_free(self, margin: int, step: int, gap: int) -> bool:
        ends = np.arange(margin + step - gap, len(self.filled_L) - margin, step)  # where cells but the last are over
        if not gap:
            return not self.crossed_L[ends - 1].any()
        between = (ends[:, None] + np.arange(gap)).ravel()
        edges = np.r_[0:margin, len(self.filled_L) - margin : len(self.filled_L)]
        return not (self.filled_L[between].any() or self.filled_L[edges].any())


def _filled(rgba_HWC: np.ndarray, empty_4: np.ndarray | None) -> np.ndarray:
    """Return where something is drawn, bool HW."""
    return rgba_HWC[..., 3] > 0 if empty_4 is None else (rgba_HWC != empty_4).any(axis=-1)
