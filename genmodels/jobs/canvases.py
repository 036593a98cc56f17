"""How pictures of any sizes lie under a model's square: centred on one canvas, looked at through a box of it.

Letters: H, W sides of the canvas, S side of the model's square.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from genmodels.api.errors import InputError
from genmodels.data.sprites.fitting import reduced
from genmodels.data.wording import number_of


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A square of the canvas, `size` × `factor` pixels a side, that the model sees `size` pixels large."""

    y: int  # of its corner on the canvas; negative where it reaches beyond
    x: int
    size: int
    factor: int
    height: int  # of the canvas
    width: int

    @property
    def side(self) -> int:
        """Pixels of the canvas that it spans."""
        return self.size * self.factor

    @property
    def box(self) -> tuple[slice, slice]:
        """Rows and columns of the canvas that it sees."""
        rows = slice(max(0, self.y), min(self.height, self.y + self.side))
        return rows, slice(max(0, self.x), min(self.width, self.x + self.side))

    @property
    def part(self) -> tuple[slice, slice]:
        """Rows and columns of the square that lie on the canvas."""
        rows, columns = self.box
        return (
            slice(rows.start - self.y, rows.stop - self.y),
            slice(columns.start - self.x, columns.stop - self.x),
        )

    @property
    def places(self) -> tuple[np.ndarray, np.ndarray]:
        """Return the middle of each row and column of the box, in pixels of what the model sees."""
        row_H, column_W = ((np.arange(self.side)[part] + 0.5) / self.factor - 0.5 for part in self.part)
        return row_H, column_W

    def seen(self, canvas_HW4: np.ndarray) -> np.ndarray:
        """Return what the model sees (S, S, ...), one pixel of each factor × factor, zeros beyond the canvas."""
        square_XX4 = np.zeros((self.side, self.side, *canvas_HW4.shape[2:]), canvas_HW4.dtype)
        square_XX4[self.part] = canvas_HW4[self.box]
        return reduced(square_XX4, self.factor)


def view_of(canvases: Sequence[np.ndarray], size: int) -> View:
    """Return the view of a square model on canvases of one size: all that is on any of them, as large as it fits.

    Canvases that fit lie in the middle; of larger ones only what is not transparent has to fit.
    """
    height, width = canvases[0].shape[:2]
    rows, columns = slice(0, height), slice(0, width)
    if max(height, width) > size:
        there_HW = np.logical_or.reduce([canvas_HW4[..., 3] > 0 for canvas_HW4 in canvases])
        if there_HW.any():
            rows, columns = _spanned(there_HW.any(1)), _spanned(there_HW.any(0))
    factor = -(-max(rows.stop - rows.start, columns.stop - columns.start) // size)
    y, x = ((span.start + span.stop - size * factor) // 2 for span in (rows, columns))
    return View(y=y, x=x, size=size, factor=factor, height=height, width=width)


def remarks(pictures: Sequence[np.ndarray], view: View) -> Iterator[str]:
    """Yield what the person should know about how the pictures were laid."""
    if len({picture.shape for picture in pictures}) > 1:
        yield f"The pictures differ in size: each lies in the middle of {view.width}×{view.height} pixels."
    if view.factor > 1:
        yield (
            f"This pack sees {view.size}×{view.size} pixels: it drew from one pixel of every "
            f"{view.factor}×{view.factor}, and its lines were made larger smoothly."
        )


def check_area(count: int, view: View, most: int) -> None:
    """Raise InputError where so many pictures of the canvas's size have more than `most` pixels."""
    if count * view.height * view.width > most:
        message = f"{number_of(count, 'picture')} of {view.width}×{view.height} pixels need too much memory."
        raise InputError(message, hint="Ask for fewer, or cut out what the pictures show.")


def _spanned(there_N: np.ndarray) -> slice:
    places = np.flatnonzero(there_N)
    return slice(int(places[0]), int(places[-1]) + 1)
