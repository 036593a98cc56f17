"""How a picture comes onto the square that the model sees; drawn pixels are kept as they are, never blended."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

import numpy as np

from genmodels.api.configs import Fit
from genmodels.data.sprites.picture import Picture, border, contents, most_common, packed

SMALLEST, LARGEST = 8, 64  # sides of the square, pixels
KEPT_SIDE = 128  # pixels: larger contents lose pixels already when they are read
SURE = 12  # edges between pixels that must lie on one grid to tell an enlarged picture from a plain one


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """What is done to a picture so that it fits."""

    reduced: int = 1  # one pixel of this many a side is kept, what was lost in reading among them
    enlarged: int = 1  # the file showed each pixel as a square of this side
    is_cut: bool = False
    is_moved: bool = False

    @property
    def words(self) -> str:
        """The same in plain words."""
        said = [
            *([f"scaled back exactly by 1/{self.enlarged}"] if self.enlarged > 1 else []),
            *([f"scaled by 1/{self.reduced}"] if self.reduced > 1 else []),
            *(["cut"] if self.is_cut else []),
            *(["centred"] if self.is_moved else []),
        ]
        return ", ".join(said) or "as it is"


def fit(rgba_HW4: np.ndarray, size: int, background_4: np.ndarray, how: Fit) -> np.ndarray:
    """Return the picture on a size × size square; one of just that size stays as it lies."""
    if rgba_HW4.shape[:2] == (size, size):
        return rgba_HW4
    rows, columns = contents(rgba_HW4, background_4)
    match how:
        case Fit.CENTRE:
            shown_HW4 = rgba_HW4[rows, columns]
            shown_HW4 = reduced(shown_HW4, -(-max(shown_HW4.shape[:2]) // size))
        case Fit.CROP:
            shown_HW4 = rgba_HW4[rows, columns]
        case Fit.CORNER:
            shown_HW4 = rgba_HW4
        case _:
            assert_never(how)
    fitted_SS4 = np.broadcast_to(background_4, (size, size, 4)).copy()
    height, width = shown_HW4.shape[:2]
    y, x = (0, 0) if how is Fit.CORNER else ((size - height) // 2, (size - width) // 2)  # negative where too large
    part_HW4 = shown_HW4[max(0, -y) :, max(0, -x) :][:size, :size]
    fitted_SS4[max(0, y) :, max(0, x) :][: part_HW4.shape[0], : part_HW4.shape[1]] = part_HW4
    return fitted_SS4


def fitting(picture: Picture, size: int, background_4: np.ndarray, how: Fit) -> Fitting:
    """Return what `fit` does to a picture, and what reading did to it before."""
    height, width = picture.rgba_HW4.shape[:2]
    rows, columns = contents(picture.rgba_HW4, background_4)
    side = max(rows.stop - rows.start, columns.stop - columns.start)
    stays = (height, width) == (size, size)
    match how:
        case Fit.CENTRE:
            factor = 1 if stays else -(-side // size)
            return Fitting(reduced=picture.reduced * factor, enlarged=picture.enlarged, is_moved=not stays)
        case Fit.CROP:
            return Fitting(is_cut=side > size, is_moved=not stays)
        case Fit.CORNER:
            lost = picture.width_height != (width, height)  # already in reading
            return Fitting(is_cut=lost or max(rows.stop, columns.stop) > size)
        case _:
            assert_never(how)


def as_kept(rgba_HW4: np.ndarray, name: str, how: Fit) -> Picture:
    """Return the picture with no more pixels than any square can show, and no enlargement where `how` undoes it."""
    height, width = rgba_HW4.shape[:2]
    match how:
        case Fit.CENTRE:
            factor = enlargement(rgba_HW4)
            kept_HW4 = _made_small(rgba_HW4, factor)
            # A margin of one pixel keeps the background in sight.
            if max(kept_HW4.shape[:2]) > KEPT_SIDE:
                kept_HW4 = _with_margin(kept_HW4)
            steps = -(-max(kept_HW4.shape[:2]) // (KEPT_SIDE + 2))
            kept_HW4 = reduced(kept_HW4, steps)
        case Fit.CROP:
            kept_HW4, factor, steps = rgba_HW4, 1, 1
        case Fit.CORNER:
            kept_HW4, factor, steps = rgba_HW4[:LARGEST, :LARGEST], 1, 1
        case _:
            assert_never(how)
    size = None if kept_HW4.shape == rgba_HW4.shape else (width, height)
    # A copy, so that the whole file's pixels can be forgotten.
    return Picture(name=name, rgba_HW4=kept_HW4.copy(), file_size=size, enlarged=factor, reduced=steps)


def reduced(rgba_HW4: np.ndarray, factor: int) -> np.ndarray:
    """Return one pixel of each factor × factor, the middle one."""
    return rgba_HW4[min(factor // 2, len(rgba_HW4) - 1) :: factor, min(factor // 2, rgba_HW4.shape[1] - 1) :: factor]


def enlargement(rgba_HW4: np.ndarray) -> int:
    """Return the side of the squares that a picture's pixels were enlarged to by a whole factor; 1 for a plain one.

    All edges between unequal rows, and between unequal columns, then lie on one grid, wherever it begins. A few edges
    lie on a grid by chance, so that simple pictures are taken as they are.
    """
    rows, columns = _edges(packed(rgba_HW4))
    if len(rows) + len(columns) < SURE or min(len(rows), len(columns)) < 2:
        return 1
    return math.gcd(*np.diff(rows).tolist(), *np.diff(columns).tolist())


def size_of(pictures: Sequence[Picture], background_4: np.ndarray) -> int:
    """Return a side for the square, a multiple of 4 from 8 to 64.

    It holds the contents of 95 % of the pictures, or of all where that takes no more than a quarter more.
    """
    boxes = [contents(p.rgba_HW4, background_4) for p in pictures]
    sides = sorted(max(rows.stop - rows.start, columns.stop - columns.start) for rows, columns in boxes)
    most, whole = sides[int(0.95 * (len(sides) - 1))], sides[-1]
    side = whole if whole <= min(1.25 * most, LARGEST) else most
    return min(LARGEST, max(SMALLEST, -(-side // 4) * 4))


def _edges(number_HW: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the rows, and the columns, that differ from the one before."""
    changes_H = (number_HW[1:] != number_HW[:-1]).any(1)
    changes_W = (number_HW[:, 1:] != number_HW[:, :-1]).any(0)
    return np.flatnonzero(changes_H) + 1, np.flatnonzero(changes_W) + 1


def _made_small(rgba_HW4: np.ndarray, factor: int) -> np.ndarray:
    """Undo an enlargement exactly; squares that the picture's sides cut count as whole ones."""
    if factor == 1:
        return rgba_HW4
    rows, columns = _edges(packed(rgba_HW4))
    places = [
        np.unique(np.clip(np.arange(edges[0] % factor - factor, length, factor), 0, None))
        for edges, length in zip((rows, columns), rgba_HW4.shape[:2], strict=True)
    ]
    return rgba_HW4[np.ix_(*places)]


def _with_margin(rgba_HW4: np.ndarray) -> np.ndarray:
    """Return a picture's contents and one pixel round them, as far as there is one."""
    rows, columns = contents(rgba_HW4, most_common(border(rgba_HW4)))
    return rgba_HW4[max(0, rows.start - 1) : rows.stop + 1, max(0, columns.start - 1) : columns.stop + 1]
