"""What is seen of one frame while one of its layers is drawn on: only the changed box is laid together anew."""

from __future__ import annotations

from app.document.raster import Box
from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Artwork, Layer
from genmodels.media.artwork.flattening import lay_over, stack
from genmodels.media.artwork.plane import Plane


class Seen:
    """Keeps the layers below and those above the drawn one laid together; they last while only that one changes."""

    def __init__(self) -> None:
        self.rgba_HWC = np.zeros((0, 0, 4), np.uint8)
        self._layer: Layer | None = None
        self._below_HWC: np.ndarray | None = None
        self._above_HWC: np.ndarray | None = None
        self._known: list[tuple[Layer, Plane | None]] = []  # what the two were made of
        self._shape = (0, 0)

    def show(self, artwork: Artwork, layer: int, frame: int, cel_HWC: np.ndarray) -> None:
        """Lay the frame together with these pixels on the layer (both by key)."""
        place = artwork.layer_at(layer)
        self._layer = artwork.layers[place]
        others = [
            (one, artwork.cels.get((one.key, frame)) if one.key != layer and one.visible else None)
            for one in artwork.layers
        ]  # fmt: skip
        if artwork.shape != self._shape or not _same(others, self._known):
            self._shape, self._known = artwork.shape, others
            self._below_HWC = _together(artwork.shape, others[:place])
            self._above_HWC = _together(artwork.shape, others[place + 1 :])
        self.rgba_HWC = np.zeros((*artwork.shape, 4), np.uint8)
        self.refresh((0, 0, artwork.width, artwork.height), cel_HWC)

    def refresh(self, box: Box, cel_HWC: np.ndarray) -> None:
        """Lay the box together anew after the drawn layer's pixels changed there."""
        left, top, right, bottom = box
        part = np.s_[top:bottom, left:right]
        seen_HWC = self.rgba_HWC[part]
        seen_HWC[:] = self._below_HWC[part] if self._below_HWC is not None else 0
        if self._layer is not None and self._layer.visible:
            lay_over(seen_HWC, cel_HWC[part], self._layer.opacity)
        if self._above_HWC is not None:
            lay_over(seen_HWC, self._above_HWC[part])


def _together(shape: tuple[int, int], sheets: list[tuple[Layer, Plane | None]]) -> np.ndarray | None:
    """Return the sheets laid over each other; None where there is nothing on them."""
    drawn = [(plane, layer) for layer, plane in sheets if plane is not None]
    return stack(shape, ((plane.pixels(), layer) for plane, layer in drawn)) if drawn else None


def _same(now: list[tuple[Layer, Plane | None]], known: list[tuple[Layer, Plane | None]]) -> bool:
    return len(now) == len(known) and all(
        plane is before and (layer == was if plane is not None else layer.key == was.key)
        for (layer, plane), (was, before) in zip(now, known, strict=True)
    )
