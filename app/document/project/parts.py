"""The pictures of a project file by number: planes, masks and tiles, each of which is there once."""

from __future__ import annotations

from app.document.project.content import CELS, MASKS, TILES, SavedPlane, picture_name
from app.document.project.pictures import Pictures
from genmodels.media.arrays import np
from genmodels.media.artwork.pieces import piece_of
from genmodels.media.artwork.plane import SIDE, Plane


class Parts:
    """Collects them; what is the same is told by its file."""

    def __init__(self, pictures: Pictures) -> None:
        self.entries: dict[str, bytes] = {}
        self.places: list[SavedPlane] = []
        self.numbers: dict[Plane, int] = {}
        self._pictures = pictures
        self._cels: dict[bytes, int] = {}
        self._masks: dict[bytes, int] = {}
        self._tiles: dict[bytes, int] = {}

    def plane(self, plane: Plane) -> int:
        """Return the number of a plane of the artwork, which is not empty; only cels that are linked share one."""
        if plane not in self.numbers:
            columns, rows = zip(*plane.tiles, strict=True)
            picture = self._once(CELS, self._cels, self._pictures.png(plane, lambda: piece_of(plane)[2]))
            self.numbers[plane] = len(self.places)
            self.places.append(SavedPlane(x=min(columns) * SIDE, y=min(rows) * SIDE, picture=picture))
        return self.numbers[plane]

    def mask(self, mask_HW: np.ndarray) -> int:
        """Return the number of a mask."""
        return self._once(MASKS, self._masks, self._pictures.png(mask_HW, lambda: mask_HW))

    def tile(self, tile: np.ndarray) -> int:
        """Return the number of a tile of the history."""
        return self._once(TILES, self._tiles, self._pictures.png(tile, lambda: tile))

    def add(self, name: str, pixels: np.ndarray) -> None:
        """Have a picture or a mask of its own."""
        self.entries[name] = self._pictures.png(pixels, lambda: pixels)

    def _once(self, folder: str, known: dict[bytes, int], data: bytes) -> int:
        number = known.setdefault(data, len(known))
        self.entries[picture_name(folder, number)] = data
        return number
