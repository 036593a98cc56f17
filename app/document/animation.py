"""Frames that another page made, to be put on the timeline in one step: behind the frame seen, or as a new drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.document.drawing import FIRST_LAYER, Drawing, blank
from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Direction, artwork_of
from genmodels.media.artwork.framing import can_add_frames, insert_frames
from genmodels.media.artwork.layering import add_layer, can_add_layer
from genmodels.media.artwork.plane import plane_of
from genmodels.media.artwork.reshaping import centred, crop
from genmodels.media.artwork.tagging import add_tag
from genmodels.media.centring import same_size


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Animation:
    """Frames in time, and the name of the tag round them."""

    name: str
    frames: Sequence[np.ndarray]  # uint8 RGBA, of any sizes
    durations_ms: Sequence[int]
    direction: Direction = Direction.FORWARD


def fits(drawing: Drawing, animation: Animation) -> bool:
    """Return whether the drawing has room for so many frames more."""
    return can_add_frames(drawing.artwork, len(animation.frames))


def insert(drawing: Drawing, animation: Animation, text: str) -> None:
    """Put the frames behind the frame seen, in one step, and go to the first of them.

    They lie on the layer drawn on, or on a new one where that is hidden, locked or not opaque; what is larger than the
    drawing is cut off, from the middle outwards.
    """
    artwork, layer = drawing.artwork, drawing.drawn_layer
    key = layer.key
    if (not layer.visible or layer.locked or layer.opacity < 255) and can_add_layer(artwork):
        artwork, key = add_layer(artwork, animation.name)
    planes = [
        plane_of(crop(rgba_HWC, centred(rgba_HWC.shape[:2], drawing.width, drawing.height)))
        for rgba_HWC in animation.frames
    ]
    place = artwork.frame_at(drawing.frame) + 1
    moments = [({key: plane}, ms) for plane, ms in zip(planes, animation.durations_ms, strict=True)]
    artwork, frames = insert_frames(artwork, place, moments)
    artwork, _ = add_tag(artwork, animation.name, place, place + len(frames) - 1, animation.direction)
    drawing.change(artwork, text, layer=key, frame=frames[0])


def drawing_of_animation(animation: Animation, text: str) -> Drawing:
    """Return a drawing of the frames that is in no file yet; the step that brought them there is called text."""
    frames = same_size(animation.frames)
    artwork = artwork_of(frames, animation.durations_ms, layer=FIRST_LAYER)
    artwork, _ = add_tag(artwork, animation.name, 0, len(frames) - 1, animation.direction)
    drawing = blank(artwork.width, artwork.height)
    drawing.change(artwork, text)
    return drawing
