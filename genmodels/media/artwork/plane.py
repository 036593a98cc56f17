"""A layer's pixels in one frame, in tiles that never change: copies and undo steps cost only the tiles that differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from genmodels.media.arrays import np

SIDE = 64  # pixels of a tile's side; those at the right and lower edges are cut

Place = tuple[int, int]  # of a tile: its column, its row


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plane:
    """Pixels of one size; tiles whose every byte is 0 are left out."""

    width: int
    height: int
    tiles: Mapping[Place, np.ndarray]  # uint8 (rows, columns, 4), read-only

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing on it."""
        return not self.tiles

    def pixels(self) -> np.ndarray:
        """Return a copy as rgba_HWC, uint8."""
        rgba_HWC = np.zeros((self.height, self.width, 4), np.uint8)
        for (column, row), tile in self.tiles.items():
            y, x = row * SIDE, column * SIDE
            rgba_HWC[y : y + tile.shape[0], x : x + tile.shape[1]] = tile
        return rgba_HWC

    def bytes_beside(self, other: Plane | None) -> int:
        """Return the bytes of the tiles that the other plane does not share."""
        shared = other.tiles if other is not None else {}
        return sum(tile.nbytes for place, tile in self.tiles.items() if shared.get(place) is not tile)

    def same(self, other: Plane) -> bool:
        """Return whether every pixel is equal, the colours under alpha 0 too."""
        if self is other:
            return True
        if (self.width, self.height) != (other.width, other.height) or self.tiles.keys() != other.tiles.keys():
            return False
        return all(
            tile is other.tiles[place] or np.array_equal(tile, other.tiles[place])
            for place, tile in self.tiles.items()
        )  # fmt: skip


def empty(width: int, height: int) -> Plane:
    """Return a plane with nothing on it."""
    return Plane(width=width, height=height, tiles={})


def plane_of(rgba_HWC: np.ndarray, like: Plane | None = None) -> Plane:
    """Return the pixels (uint8 RGBA) as a plane; tiles that `like` has already are taken from it."""
    height, width = rgba_HWC.shape[:2]
    known = like.tiles if like is not None and (like.width, like.height) == (width, height) else {}
    tiles = {}
    for y in range(0, height, SIDE):
        for x in range(0, width, SIDE):
            part, place = rgba_HWC[y : y + SIDE, x : x + SIDE], (x // SIDE, y // SIDE)
            before = known.get(place)
            if before is not None and np.array_equal(before, part):
                tiles[place] = before
            elif part.any():
                tiles[place] = part.copy()
                tiles[place].flags.writeable = False
    if like is not None and tiles.keys() == known.keys() and all(tiles[place] is known[place] for place in tiles):
        return like
    return Plane(width=width, height=height, tiles=tiles)
