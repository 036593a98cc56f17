"""One colour in place of another: on the drawn layer in the seen frame, or everywhere; kept to what is selected."""

from __future__ import annotations

from dataclasses import replace

from app.document.drawing import Drawing, Rgba
from app.document.filling import alike
from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Artwork
from genmodels.media.artwork.plane import Plane, plane_of


def recolour(drawing: Drawing, old: Rgba, new: Rgba, *, tolerance: int, everywhere: bool, text: str) -> bool:
    """Do it in one step, locked and hidden layers aside; returns whether anything changed."""
    keys = {layer.key for layer in drawing.artwork.layers if layer.visible and not layer.locked}
    if not everywhere:
        keys &= {drawing.layer}
    made: dict[int, Plane] = {}  # cels that are linked stay so
    cels = {}
    for place, plane in drawing.artwork.cels.items():
        if place[0] in keys and (everywhere or place[1] == drawing.frame):
            if id(plane) not in made:
                made[id(plane)] = _recoloured(plane, drawing.mask_HW, old, new, tolerance)
            cels[place] = made[id(plane)]
    changed = {place: plane for place, plane in cels.items() if plane is not drawing.artwork.cels[place]}
    return bool(changed) and drawing.change(_with(drawing.artwork, changed), text)


def _recoloured(plane: Plane, mask_HW: np.ndarray, old: Rgba, new: Rgba, tolerance: int) -> Plane:
    rgba_HWC = plane.pixels()
    where_HW = alike(rgba_HWC, old, tolerance)
    if mask_HW.any():
        where_HW &= mask_HW
    rgba_HWC[where_HW] = new
    return plane_of(rgba_HWC, plane)


def _with(artwork: Artwork, planes: dict[tuple[int, int], Plane]) -> Artwork:
    cels = {place: planes.get(place, plane) for place, plane in artwork.cels.items()}
    return replace(artwork, cels={place: plane for place, plane in cels.items() if not plane.is_empty})
