"""Cels linked, freed, moved, copied and cleared. A place is the keys of a layer and a frame.

Cels of one layer are linked where they hold the same Plane object: what is drawn on one is drawn on all. A copy is
another object over the same tiles.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from genmodels.media.artwork.artwork import Artwork
from genmodels.media.artwork.plane import Plane

Place = tuple[int, int]


def linked_frames(artwork: Artwork, layer: int, frame: int) -> list[int]:
    """Return the frames, in time, whose cels on the layer are linked with that of the frame, itself included."""
    plane = artwork.cels.get((layer, frame))
    if plane is None:
        return [frame]
    return [one.key for one in artwork.frames if artwork.cels.get((layer, one.key)) is plane]


def draw_cel(artwork: Artwork, layer: int, frame: int, plane: Plane) -> Artwork:
    """Return the artwork with this plane on the layer in the frame and in all frames linked with it there."""
    before = artwork.cels.get((layer, frame))
    if before is plane:
        return artwork
    linked = {place for place, one in artwork.cels.items() if one is before and place[0] == layer}
    return _put(artwork, dict.fromkeys({*linked, (layer, frame)}, plane))


def link_cels(artwork: Artwork, layer: int, frames: Sequence[int]) -> Artwork:
    """Return the artwork with the layer's cels in these frames linked; all show what the first drawn one shows."""
    planes = (artwork.cels.get((layer, frame)) for frame in frames)
    plane = next((plane for plane in planes if plane is not None), None)
    return artwork if plane is None else _put(artwork, {(layer, frame): plane for frame in frames})


def unlink_cels(artwork: Artwork, places: Collection[Place]) -> Artwork:
    """Return the artwork with each of these cels on its own; what they show stays."""
    return _put(artwork, {place: replace(artwork.cels[place]) for place in places if place in artwork.cels})


def clear_cels(artwork: Artwork, places: Collection[Place]) -> Artwork:
    """Return the artwork with nothing on these cels; cels linked with them keep what they show."""
    return replace(artwork, cels={place: plane for place, plane in artwork.cels.items() if place not in places})


def shift_cels(
    artwork: Artwork, places: Collection[Place], *, layers: int, frames: int, copy: bool
) -> tuple[Artwork, list[Place]]:
    """Return the artwork with cels moved, or copied, by so many layers up and frames on, and their new places.

    Those that would leave the artwork stay out of it; what was there before goes. Raises ValueError where none is left.
    """
    targets = {place: target for place in places if (target := _shifted(artwork, place, layers, frames)) is not None}
    if not targets:
        raise ValueError("no cel would be left")
    cels = {place: plane for place, plane in artwork.cels.items() if copy or place not in targets}
    for place, target in targets.items():
        plane = artwork.cels.get(place)
        cels.pop(target, None)
        if plane is not None:
            cels[target] = replace(plane) if copy else plane
    return replace(artwork, cels=cels), list(targets.values())


def _shifted(artwork: Artwork, place: Place, layers: int, frames: int) -> Place | None:
    layer, frame = artwork.layer_at(place[0]) + layers, artwork.frame_at(place[1]) + frames
    if not (0 <= layer < len(artwork.layers) and 0 <= frame < len(artwork.frames)):
        return None
    return artwork.layers[layer].key, artwork.frames[frame].key


def _put(artwork: Artwork, planes: dict[Place, Plane]) -> Artwork:
    """Return the artwork with these planes in their places, in one go over the cels."""
    if not planes:
        return artwork
    cels = {**artwork.cels, **planes}
    return replace(artwork, cels={place: plane for place, plane in cels.items() if not plane.is_empty})
