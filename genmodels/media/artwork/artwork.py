"""What an artist works on: layers from the lowest up, frames in time, a cel of pixels where they meet, tags, a palette.

The words are Aseprite's. A value is never changed: a change makes another that shares what stayed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from genmodels.media.arrays import np
from genmodels.media.artwork.plane import Plane, empty, plane_of

MAX_LAYERS = 256
MAX_FRAMES = 2000
DURATION_MS = 100  # of a new frame

Rgba = tuple[int, int, int, int]


class Direction(StrEnum):
    """How a tag's frames follow each other; the values are Aseprite's."""

    FORWARD = "forward"
    REVERSE = "reverse"
    PINGPONG = "pingpong"
    PINGPONG_REVERSE = "pingpong_reverse"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One sheet of the stack, through all frames."""

    key: int  # tells it from the others for good, wherever it is moved
    name: str
    visible: bool = True
    locked: bool = False
    opacity: int = 255  # 0 to 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One moment."""

    key: int
    duration_ms: int = DURATION_MS


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A named run of frames, counted from 0, first and last included."""

    name: str
    first: int
    last: int
    direction: Direction = Direction.FORWARD
    repeat: int = 0  # 0: for ever
    colour: Rgba = (0, 0, 0, 255)


# By the keys of layer and frame; where there is none, there is nothing. Cels of a layer that hold the same Plane object
# are linked: what is drawn on one is drawn on all of them.
Cels = Mapping[tuple[int, int], Plane]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Artwork:
    """At least one layer and one frame; every plane has the artwork's size."""

    width: int
    height: int
    layers: tuple[Layer, ...]  # the lowest first
    frames: tuple[Frame, ...]
    cels: Cels = field(default_factory=dict)
    tags: tuple[Tag, ...] = ()
    palette: tuple[Rgba, ...] = ()  # chosen by the artist, in their order; empty: none was chosen

    @property
    def shape(self) -> tuple[int, int]:
        """(height, width), as arrays have it."""
        return self.height, self.width

    @property
    def duration_ms(self) -> int:
        """How long all frames last, once through."""
        return sum(frame.duration_ms for frame in self.frames)

    def layer_at(self, key: int) -> int:
        """Return a layer's place in the stack, 0 the lowest; raises KeyError."""
        return _place(self.layers, key)

    def frame_at(self, key: int) -> int:
        """Return a frame's place in time, from 0; raises KeyError."""
        return _place(self.frames, key)

    def cel(self, layer: int, frame: int) -> Plane:
        """Return what the layer shows in the frame (both by key)."""
        return self.cels.get((layer, frame)) or empty(self.width, self.height)

    def with_cel(self, layer: int, frame: int, plane: Plane) -> Artwork:
        """Return the artwork with this plane on the layer in the frame (both by key)."""
        if self.cels.get((layer, frame)) is plane:
            return self
        cels = {place: old for place, old in self.cels.items() if place != (layer, frame)}
        if not plane.is_empty:
            cels[layer, frame] = plane
        return replace(self, cels=cels)


def artwork_of(pictures: Sequence[np.ndarray], durations_ms: Sequence[int] = (), *, layer: str) -> Artwork:
    """Return pictures of one size (uint8 RGBA) as the frames of one layer of this name."""
    height, width = pictures[0].shape[:2]
    durations_ms = durations_ms or [DURATION_MS] * len(pictures)
    cels, before = {}, None
    for number, rgba_HWC in enumerate(pictures):
        plane = plane_of(rgba_HWC, before)
        before = replace(plane) if plane is before else plane  # equal pictures are not linked by that
        if not before.is_empty:
            cels[0, number] = before
    return Artwork(
        width=width,
        height=height,
        layers=(Layer(key=0, name=layer),),
        frames=tuple(Frame(key=i, duration_ms=ms) for i, ms in enumerate(durations_ms)),
        cels=cels,
    )


def next_key(parts: Sequence[Layer] | Sequence[Frame]) -> int:
    """Return a key that none of these has."""
    return max((part.key for part in parts), default=-1) + 1


def _place(parts: Sequence[Layer] | Sequence[Frame], key: int) -> int:
    for place, part in enumerate(parts):
        if part.key == key:
            return place
    raise KeyError(key)
