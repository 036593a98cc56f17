"""What is seen of whole frames, kept as long as there is room: for playing and for onion skin. It knows no Qt."""

from __future__ import annotations

from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Artwork
from genmodels.media.artwork.flattening import flatten
from genmodels.media.artwork.plane import Plane

BUDGET_BYTES = 128 * 2**20

_Sheets = tuple[tuple[Plane, int], ...]


class FramePictures:
    """A picture is known again by the planes it is made of, whatever else of the artwork has changed."""

    def __init__(self, budget_bytes: int = BUDGET_BYTES) -> None:
        self._budget_bytes = budget_bytes
        self._held_bytes = 0
        self._pictures: dict[tuple[tuple[int, int], _Sheets], np.ndarray] = {}  # those used last stand last

    def picture(self, artwork: Artwork, frame: int) -> np.ndarray:
        """Return what is seen of a frame (by key), uint8 RGBA; not to be written to."""
        shown = ((artwork.cels.get((layer.key, frame)), layer) for layer in artwork.layers if layer.visible)
        key = artwork.shape, tuple((plane, layer.opacity) for plane, layer in shown if plane is not None)
        seen_HWC = self._pictures.pop(key, None)
        if seen_HWC is None:
            seen_HWC = flatten(artwork, frame)
            self._held_bytes += seen_HWC.nbytes
        self._pictures[key] = seen_HWC
        while self._held_bytes > self._budget_bytes and len(self._pictures) > 1:
            oldest = next(iter(self._pictures))
            self._held_bytes -= self._pictures.pop(oldest).nbytes
        return seen_HWC
