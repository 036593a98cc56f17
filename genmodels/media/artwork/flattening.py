"""What is seen of an artwork: its visible layers laid over each other, straight alpha, normal blending."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Artwork, Layer


def flatten(artwork: Artwork, frame: int) -> np.ndarray:
    """Return what is seen of a frame (by key), uint8 RGBA; of the lowest layer the colours under alpha 0 too."""
    shown = [layer for layer in artwork.layers if layer.visible and (layer.key, frame) in artwork.cels]
    return stack(artwork.shape, ((artwork.cels[layer.key, frame].pixels(), layer) for layer in shown))


def flattened_frames(artwork: Artwork) -> Iterator[np.ndarray]:
    """Yield what is seen of every frame in turn."""
    for frame in artwork.frames:
        yield flatten(artwork, frame.key)


def stack(shape: tuple[int, int], sheets: Iterable[tuple[np.ndarray, Layer]]) -> np.ndarray:
    """Return sheets of pixels of this (height, width) laid over each other, the lowest first."""
    seen_HWC = np.zeros((*shape, 4), np.uint8)
    for rgba_HWC, layer in sheets:
        lay_over(seen_HWC, rgba_HWC, layer.opacity)
    return seen_HWC


def lay_over(below_HWC: np.ndarray, above_HWC: np.ndarray, opacity: int = 255) -> None:
    """Lay a picture over another, in place: Porter and Duff's “over” (1984, section 4.3), in whole numbers.

    Opaque pixels replace and clear ones leave what is below, exactly. Where both are clear the upper colour stays, if
    it has one, so that a single layer keeps its hidden colours.
    """
    alpha_HW = above_HWC[..., 3]
    if opacity < 255:
        alpha_HW = ((alpha_HW.astype(np.uint16) * opacity + 127) // 255).astype(np.uint8)
    clear_HW = below_HWC[..., 3] == 0
    bare_HW = clear_HW if opacity == 255 else clear_HW & (alpha_HW > 0)
    whole_HW = (alpha_HW == 255) | (bare_HW & above_HWC.any(axis=-1))
    mixed_HW = (alpha_HW > 0) & ~whole_HW
    if mixed_HW.any():
        above_N4, below_N4 = above_HWC[mixed_HW].astype(np.int64), below_HWC[mixed_HW].astype(np.int64)
        upper_N1 = alpha_HW[mixed_HW].astype(np.int64)[:, None] * 255
        lower_N1 = below_N4[:, 3:] * (255 - upper_N1 // 255)
        both_N1 = upper_N1 + lower_N1
        colour_N3 = (above_N4[:, :3] * upper_N1 + below_N4[:, :3] * lower_N1 + both_N1 // 2) // both_N1
        below_HWC[mixed_HW] = np.concatenate([colour_N3, (both_N1 + 127) // 255], axis=1).astype(np.uint8)
    below_HWC[whole_HW] = above_HWC[whole_HW]
    if opacity < 255:
        below_HWC[whole_HW, 3] = alpha_HW[whole_HW]
