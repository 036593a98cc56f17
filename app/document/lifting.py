"""Selected pixels taken off a layer and laid down elsewhere, or otherwise; what is clear of them covers nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.document.raster import bounds
from app.document.tiling import Tiling
from genmodels.media.arrays import np
from genmodels.media.artwork.flattening import lay_over
from genmodels.media.artwork.reshaping import Box, centred, crop


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lifted:
    """The layer without the pixels, the pixels alone, and where they were selected; all of one size."""

    floor_HWC: np.ndarray
    pixels_HWC: np.ndarray
    mask_HW: np.ndarray

    def down(self) -> tuple[np.ndarray, np.ndarray]:
        """Return the layer with the pixels on it, and where they are selected."""
        laid_HWC = self.floor_HWC.copy()
        lay_over(laid_HWC, self.pixels_HWC)
        return laid_HWC, self.mask_HW

    def moved(self, x: int, y: int, tiling: Tiling) -> Lifted:
        """Return the pixels moved to the right and down; where the picture is tiled they come in on the other side."""
        return Lifted(
            floor_HWC=self.floor_HWC,
            pixels_HWC=_moved(self.pixels_HWC, x, y, tiling),
            mask_HW=_moved(self.mask_HW, x, y, tiling),
        )

    def reshaped(self, change: Callable[[np.ndarray], np.ndarray]) -> Lifted:
        """Return the pixels flipped or turned in their place."""
        box = bounds(self.mask_HW)
        if box is None:
            return self
        pixels_HWC, mask_HW = (_in_place(whole, box, change) for whole in (self.pixels_HWC, self.mask_HW))
        return Lifted(floor_HWC=self.floor_HWC, pixels_HWC=pixels_HWC, mask_HW=mask_HW)


def lift(cel_HWC: np.ndarray, mask_HW: np.ndarray) -> Lifted:
    """Take the selected pixels off a layer; all of them where nothing is selected, and nothing is after."""
    taken_HW1 = mask_HW[..., None] if mask_HW.any() else np.ones((*mask_HW.shape, 1), bool)
    return Lifted(
        floor_HWC=np.where(taken_HW1, 0, cel_HWC).astype(np.uint8),
        pixels_HWC=np.where(taken_HW1, cel_HWC, 0).astype(np.uint8),
        mask_HW=mask_HW,
    )


def _moved(pixels: np.ndarray, x: int, y: int, tiling: Tiling) -> np.ndarray:
    height, width = pixels.shape[:2]
    pixels = np.roll(pixels, x, axis=1) if tiling.across else crop(pixels, (-x, 0, width - x, height))
    return np.roll(pixels, y, axis=0) if tiling.down else crop(pixels, (0, -y, width, height - y))


def _in_place(pixels: np.ndarray, box: Box, change: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
    """Return pixels with the part in the box changed, round the same middle; what leaves the picture is cut off."""
    left, top, right, bottom = box
    changed = change(pixels[top:bottom, left:right])
    height, width = changed.shape[:2]
    x, y, _, _ = centred((bottom - top, right - left), width, height)
    return crop(changed, (-left - x, -top - y, pixels.shape[1] - left - x, pixels.shape[0] - top - y))
