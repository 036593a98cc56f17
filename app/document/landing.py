"""How a picture that a model or another page made lands on the drawing: as a layer, on the layer, or as a frame."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never

from app.document.drawing import Drawing
from app.document.raster import patch_of
from app.document.symmetry import folded
from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Artwork
from genmodels.media.artwork.framing import add_frame, can_add_frames
from genmodels.media.artwork.layering import add_layer, can_add_layer
from genmodels.media.artwork.plane import plane_of
from genmodels.media.artwork.reshaping import centred, crop


class Landing(StrEnum):
    """Where it lands."""

    LAYER = "layer"  # a new one, on top
    HERE = "here"  # the layer drawn on
    FRAME = "frame"  # a copy of the frame, behind it


def land(
    drawing: Drawing, rgba_HWC: np.ndarray, where_HW: np.ndarray, *, landing: Landing, text: str, name: str
) -> bool:
    """Put the picture's pixels where_HW on the drawing in one step, so that exactly they are seen there.

    With symmetry, its left and upper sides are repeated on the others. A new layer is called name. Where the picture is
    not opaque, what lies under a new layer is cleared, locked and hidden layers aside. Where there is no room for
    another layer or frame it lands on the layer drawn on. Returns whether anything changed.
    """
    seen_HWC, rgba_HWC = drawing.rgba_HWC, folded(rgba_HWC, where_HW, drawing.symmetry)
    if landing is not Landing.FRAME and (seen_HWC[where_HW] == rgba_HWC[where_HW]).all():
        return False
    match landing:
        case Landing.LAYER if can_add_layer(drawing.artwork):
            cleared = _cleared(drawing.artwork, drawing.frame, where_HW & (rgba_HWC[..., 3] < 255))
            artwork, layer = add_layer(cleared, name)
            laid_HWC = np.where(where_HW[..., None], rgba_HWC, 0).astype(np.uint8)
            return drawing.change(artwork.with_cel(layer, drawing.frame, plane_of(laid_HWC)), text, layer=layer)
        case Landing.FRAME if can_add_frames(drawing.artwork):
            artwork, frame = add_frame(drawing.artwork, drawing.frame, copy=True)
            laid_HWC = np.where(where_HW[..., None], rgba_HWC, drawing.cel_HWC).astype(np.uint8)
            return drawing.change(artwork.with_cel(drawing.layer, frame, plane_of(laid_HWC)), text, frame=frame)
        case Landing.LAYER | Landing.FRAME | Landing.HERE:
            drawing.begin()
            drawing.lay(patch_of(where_HW), rgba_HWC)
            return drawing.commit(text)
        case _:
            assert_never(landing)


def lay(drawing: Drawing, rgba_HWC: np.ndarray, *, landing: Landing, text: str, name: str) -> bool:
    """Lay a picture of any size on the middle in one step, kept to what is selected; returns whether it changed.

    Where the picture is clear, what is drawn stays; what is too large for the drawing is cut off.
    """
    laid_HWC = crop(rgba_HWC, centred(rgba_HWC.shape[:2], drawing.width, drawing.height))
    where_HW = laid_HWC[..., 3] > 0
    if drawing.mask_HW.any():
        where_HW &= drawing.mask_HW
    return land(drawing, laid_HWC, where_HW, landing=landing, text=text, name=name)


def _cleared(artwork: Artwork, frame: int, where_HW: np.ndarray) -> Artwork:
    for layer in artwork.layers:
        plane = artwork.cels.get((layer.key, frame))
        if plane is not None and layer.visible and not layer.locked:
            rgba_HWC = plane.pixels()
            rgba_HWC[where_HW] = 0
            artwork = artwork.with_cel(layer.key, frame, plane_of(rgba_HWC, plane))
    return artwork
