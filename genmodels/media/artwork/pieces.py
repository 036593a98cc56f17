"""The filled part of a plane as one picture with its place, and a plane made of such a picture again."""

from __future__ import annotations

from genmodels.media.arrays import np
from genmodels.media.artwork.plane import SIDE, Plane


def piece_of(plane: Plane) -> tuple[int, int, np.ndarray]:
    """Return left, top and pixels (uint8 RGBA) of the least run of tiles that holds all of a plane with any."""
    columns, rows = zip(*plane.tiles, strict=True)
    left, top = min(columns) * SIDE, min(rows) * SIDE
    right, bottom = min((max(columns) + 1) * SIDE, plane.width), min((max(rows) + 1) * SIDE, plane.height)
    rgba_HWC = np.zeros((bottom - top, right - left, 4), np.uint8)
    for (column, row), tile in plane.tiles.items():
        y, x = row * SIDE - top, column * SIDE - left
        rgba_HWC[y : y + tile.shape[0], x : x + tile.shape[1]] = tile
    return left, top, rgba_HWC


def plane_with(shape: tuple[int, int], left: int, top: int, rgba_HWC: np.ndarray) -> Plane:
    """Return a plane of this (height, width) with the pixels at that place; raises ValueError where they reach out."""
    (height, width), bottom, right = shape, top + rgba_HWC.shape[0], left + rgba_HWC.shape[1]
    if left < 0 or top < 0 or right > width or bottom > height:
        raise ValueError(f"{left}, {top} to {right}, {bottom} on {width}×{height}")
    tiles = {}
    for row in range(top // SIDE, -(-bottom // SIDE)):
        for column in range(left // SIDE, -(-right // SIDE)):
            y, x = row * SIDE, column * SIDE
            tile = np.zeros((min(SIDE, height - y), min(SIDE, width - x), 4), np.uint8)
            y0, y1, x0, x1 = max(y, top), min(y + SIDE, bottom), max(x, left), min(x + SIDE, right)
            tile[y0 - y : y1 - y, x0 - x : x1 - x] = rgba_HWC[y0 - top : y1 - top, x0 - left : x1 - left]
            if tile.any():
                tile.flags.writeable = False
                tiles[column, row] = tile
    return Plane(width=width, height=height, tiles=tiles)
