"""Artwork flipped, turned, scaled, cut and given another size: every cel, or one picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Artwork
from genmodels.media.artwork.plane import Plane, plane_of

Box = tuple[int, int, int, int]  # left, top, right, bottom; right and bottom excluded


def flip_across(pixels: np.ndarray) -> np.ndarray:
    """Return pixels (HW or HWC) with left and right exchanged."""
    return pixels[:, ::-1]


def flip_down(pixels: np.ndarray) -> np.ndarray:
    """Return pixels with top and bottom exchanged."""
    return pixels[::-1]


def turn_right(pixels: np.ndarray) -> np.ndarray:
    """Return pixels turned by a quarter, clockwise."""
    return np.rot90(pixels, -1)


def turn_left(pixels: np.ndarray) -> np.ndarray:
    """Return pixels turned by a quarter, counterclockwise."""
    return np.rot90(pixels)


def enlarge(pixels: np.ndarray, factor: int) -> np.ndarray:
    """Return pixels with each one as a square of factor×factor."""
    return pixels.repeat(factor, axis=0).repeat(factor, axis=1)


def crop(pixels: np.ndarray, box: Box) -> np.ndarray:
    """Return the part inside the box, which may reach beyond the pixels: there it is 0."""
    left, top, right, bottom = box
    cut = np.zeros((bottom - top, right - left, *pixels.shape[2:]), pixels.dtype)
    y0, y1, x0, x1 = max(top, 0), min(bottom, pixels.shape[0]), max(left, 0), min(right, pixels.shape[1])
    if y0 < y1 and x0 < x1:
        cut[y0 - top : y1 - top, x0 - left : x1 - left] = pixels[y0:y1, x0:x1]
    return cut


def centred(shape: tuple[int, int], width: int, height: int) -> Box:
    """Return the box of this size whose middle is that of a picture of shape (height, width), for `crop`."""
    left, top = -((width - shape[1]) // 2), -((height - shape[0]) // 2)
    if width < shape[1]:
        left = (shape[1] - width) // 2
    if height < shape[0]:
        top = (shape[0] - height) // 2
    return left, top, left + width, top + height


def reshape(artwork: Artwork, change: Callable[[np.ndarray], np.ndarray]) -> Artwork:
    """Return the artwork with the change made to every cel; it must give all of them the same size."""
    height, width = change(np.zeros((*artwork.shape, 4), np.uint8)).shape[:2]
    made: dict[int, Plane] = {}  # cels that share a plane go on sharing one
    cels = {}
    for place, plane in artwork.cels.items():
        if id(plane) not in made:
            made[id(plane)] = plane_of(change(plane.pixels()))
        if not made[id(plane)].is_empty:
            cels[place] = made[id(plane)]
    return replace(artwork, width=width, height=height, cels=cels)


def filled_box(artwork: Artwork) -> Box | None:
    """Return the least box round all that is drawn on any layer in any frame; None where nothing is."""
    drawn_HW = np.zeros(artwork.shape, bool)
    for plane in {id(plane): plane for plane in artwork.cels.values()}.values():
        drawn_HW |= plane.pixels()[..., 3] > 0
    rows, columns = np.flatnonzero(drawn_HW.any(axis=1)), np.flatnonzero(drawn_HW.any(axis=0))
    if not rows.size:
        return None
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1
