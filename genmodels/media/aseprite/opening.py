"""From a file of Aseprite's to an artwork, and in words what of it an artwork does not have."""

from __future__ import annotations

from collections.abc import Iterator

from genmodels.api.errors import InputError
from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import MAX_FRAMES, MAX_LAYERS, Artwork, Frame, Layer
from genmodels.media.artwork.framing import LEAST_MS
from genmodels.media.artwork.plane import SIDE, Plane, empty, plane_of
from genmodels.media.artwork.reshaping import crop
from genmodels.media.aseprite.document import Aseprite, Cel

MAX_BYTES = 2**28  # of all tiles together
_INDEXED, _GREY = 8, 16  # bits a pixel


def artwork_of(document: Aseprite) -> tuple[Artwork, tuple[str, ...]]:
    """Return the artwork, and what was left out or changed on the way; raises InputError where it is damaged."""
    drawn = [n for n, layer in enumerate(document.layers) if not (layer.is_group or layer.is_reference)]
    drawn = [n for n in drawn if not document.layers[n].is_tilemap]
    if len(drawn) > MAX_LAYERS:
        message = f"“{document.name}” has {len(drawn)} layers; an artwork has at most {MAX_LAYERS}."
        raise InputError(message, hint="Merge some of them in Aseprite.")
    count = min(len(document.frames), MAX_FRAMES)
    layers = tuple(_layer(document, n) for n in drawn) or (Layer(key=0, name="Layer 1"),)
    artwork = Artwork(
        width=document.width,
        height=document.height,
        layers=layers,
        frames=tuple(Frame(key=i, duration_ms=max(document.durations_ms[i], LEAST_MS)) for i in range(count)),
        cels=_cels(document, drawn, count),
        tags=tuple(tag for tag in document.tags if tag.first <= tag.last < count),
        palette=document.palette.colours,
    )
    return artwork, tuple(_remarks(document, artwork))


def _layer(document: Aseprite, number: int) -> Layer:
    old = document.layers[number]
    opacity = round(255 * old.opacity)
    return Layer(key=number, name=old.name, visible=old.is_visible, locked=old.is_locked, opacity=opacity)


def _cels(document: Aseprite, layers: list[int], count: int) -> dict[tuple[int, int], Plane]:
    """Return the planes by layer and frame; linked cels share theirs."""
    planes: dict[tuple[object, ...], Plane] = {}
    cels: dict[tuple[int, int], Plane] = {}
    held = 0
    for frame, by_layer in enumerate(document.frames[:count]):
        for number in (n for n in layers if n in by_layer):
            cel = by_layer[number]
            palette = id(document.palettes[frame]) if document.depth == _INDEXED else None
            same = (id(cel.data), cel.layer, cel.x, cel.y, cel.opacity, palette)
            if same not in planes:
                planes[same] = _plane(document, cel, frame)
                held += planes[same].bytes_beside(None)
                if held > MAX_BYTES:
                    message = f"“{document.name}” unpacks to far too many pixels."
                    raise InputError(message, hint="Cut it into parts in Aseprite.")
            if not planes[same].is_empty:
                cels[number, frame] = planes[same]
    return cels


def _plane(document: Aseprite, cel: Cel, frame: int) -> Plane:
    """Return a cel's pixels where it lies, its opacity in them."""
    left, top = max(0, cel.x) // SIDE * SIDE, max(0, cel.y) // SIDE * SIDE  # where a tile begins
    right, bottom = min(cel.x + cel.width, document.width), min(cel.y + cel.height, document.height)
    if right <= left or bottom <= top:
        return empty(document.width, document.height)
    # Tiles reach to the next one's beginning, or to the edge.
    right, bottom = min(-(-right // SIDE) * SIDE, document.width), min(-(-bottom // SIDE) * SIDE, document.height)
    part_HW4 = crop(document.pixels(cel, frame), (left - cel.x, top - cel.y, right - cel.x, bottom - cel.y))
    opacity = round(255 * cel.opacity)
    if opacity < 255:
        part_HW4[..., 3] = (part_HW4[..., 3].astype(np.uint16) * opacity + 127) // 255
    part = plane_of(part_HW4)
    across, down = left // SIDE, top // SIDE
    tiles = {(column + across, row + down): tile for (column, row), tile in part.tiles.items()}
    return Plane(width=document.width, height=document.height, tiles=tiles)


def _remarks(document: Aseprite, artwork: Artwork) -> Iterator[str]:
    cels = [cel for by_layer in document.frames for cel in by_layer.values()]
    layers, frames = document.layers, len(document.frames)
    yield from document.remarks
    yield from document.unread
    if any(layer.is_group for layer in layers):
        yield "its groups are taken apart: their layers keep what the groups showed, hid, locked and faded"
    if any(layer.is_reference for layer in layers):
        yield "its reference layers are left out"
    if any(layer.is_background for layer in layers):
        yield "its background is a layer like the others"
    if any(cel.opacity < 1 for cel in cels):
        yield "the opacity of its cels is in their pixels"
    if any(cel.z for cel in cels):
        yield "cels that were lifted over other layers lie where their own layers do"
    if document.depth in (_INDEXED, _GREY):
        yield f"its {'indexed' if document.depth == _INDEXED else 'grey'} pixels have colours of their own"
    if any(palette_T4 is not document.palettes[0] for palette_T4 in document.palettes):
        yield "of its palettes, the first frame's is kept; every pixel keeps its colour"
    if frames > len(artwork.frames):
        yield f"of its {frames:,} frames, the first {len(artwork.frames):,} are opened"
    if len(artwork.tags) < len(document.tags):
        yield "tags that name no frame of it are left out"
    if not all(document.durations_ms):
        yield f"frames that last no time at all last {LEAST_MS} ms"
