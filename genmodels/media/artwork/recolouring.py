"""Colours of a whole artwork counted, or exchanged for others; locked layers keep theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Artwork, Rgba
from genmodels.media.artwork.plane import Plane, plane_of


def counted(rgba_HWC: np.ndarray) -> Counter[Rgba]:
    """Return how many pixels have each colour that can be seen."""
    keys_N, counts_N = np.unique(_keys(rgba_HWC), return_counts=True)
    rows = zip(_colours(keys_N).tolist(), counts_N.tolist(), strict=True)
    return Counter({(red, green, blue, alpha): count for (red, green, blue, alpha), count in rows if alpha})


def colours_used(artwork: Artwork) -> Counter[Rgba]:
    """Return how many pixels of all cels have each colour that can be seen."""
    total: Counter[Rgba] = Counter()
    for plane in artwork.cels.values():
        for tile in plane.tiles.values():
            total += counted(tile)
    return total


def recolour(artwork: Artwork, change: Callable[[np.ndarray], np.ndarray]) -> Artwork:
    """Return the artwork with its colours exchanged; change is given distinct ones (uint8 (N, 4)) and returns others.

    What cannot be seen stays as it is. Where nothing changes, the artwork itself is returned.
    """
    locked = {layer.key for layer in artwork.layers if layer.locked}
    made: dict[int, Plane] = {}  # cels that share a plane go on sharing one
    cels = dict(artwork.cels)
    for (layer, frame), plane in artwork.cels.items():
        if layer not in locked:
            if id(plane) not in made:
                made[id(plane)] = _recoloured(plane, change)
            cels[layer, frame] = made[id(plane)]
    if all(plane is artwork.cels[place] for place, plane in cels.items()):
        return artwork
    return replace(artwork, cels={place: plane for place, plane in cels.items() if not plane.is_empty})


def _recoloured(plane: Plane, change: Callable[[np.ndarray], np.ndarray]) -> Plane:
    rgba_HWC = plane.pixels()
    keys_N, inverse_HW = np.unique(_keys(rgba_HWC), return_inverse=True)
    before_N4 = _colours(keys_N)
    after_N4 = np.where(before_N4[:, 3:] > 0, change(before_N4), before_N4).astype(np.uint8)
    return plane_of(after_N4[inverse_HW.reshape(rgba_HWC.shape[:2])], plane)


def _keys(rgba_HWC: np.ndarray) -> np.ndarray:
    """Return each colour as one number."""
    return np.ascontiguousarray(rgba_HWC, np.uint8).view(np.uint32)[..., 0]


def _colours(keys_N: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(keys_N).view(np.uint8).reshape(-1, 4)
