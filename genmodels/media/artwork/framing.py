"""Frames added, copied, taken away, moved and timed; tags follow the frames they name. Frames are named by key."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from genmodels.media.artwork.artwork import MAX_FRAMES, Artwork, Frame, Tag, next_key
from genmodels.media.artwork.plane import Plane

LEAST_MS, MOST_MS = 1, 65535  # what Aseprite's files hold


def can_add_frames(artwork: Artwork, count: int = 1) -> bool:
    """Return whether there is room for so many more frames."""
    return len(artwork.frames) + count <= MAX_FRAMES


def add_frame(artwork: Artwork, after: int, *, copy: bool, linked: bool = False) -> tuple[Artwork, int]:
    """Return the artwork with a frame after another, its copy (with cels linked to it) or empty, and its key."""
    old = artwork.frames[artwork.frame_at(after)]
    planes = {layer: plane for (layer, frame), plane in artwork.cels.items() if frame == after} if copy else {}
    if not linked:
        planes = {layer: replace(plane) for layer, plane in planes.items()}
    made, keys = insert_frames(artwork, artwork.frame_at(after) + 1, [(planes, old.duration_ms)])
    return made, keys[0]


def insert_frames(
    artwork: Artwork, place: int, moments: Sequence[tuple[dict[int, Plane], int]]
) -> tuple[Artwork, list[int]]:
    """Return the artwork with frames put in at a place, and their keys.

    A moment is its planes by layer key and its duration in ms. A tag round the place, or ending before it, grows.
    """
    first = next_key(artwork.frames)
    frames = [Frame(key=first + i, duration_ms=duration_ms) for i, (_, duration_ms) in enumerate(moments)]
    cels = dict(artwork.cels)
    for frame, (planes, _) in zip(frames, moments, strict=True):
        cels |= {(layer, frame.key): plane for layer, plane in planes.items() if not plane.is_empty}
    count = len(frames)
    tags = tuple(_grown(tag, place, count) for tag in artwork.tags)
    together = (*artwork.frames[:place], *frames, *artwork.frames[place:])
    return replace(artwork, frames=together, cels=cels, tags=tags), [frame.key for frame in frames]


def remove_frames(artwork: Artwork, keys: Sequence[int]) -> Artwork:
    """Return the artwork without these frames; a tag left without any goes too. Raises ValueError where none stays."""
    gone = set(keys)
    kept = tuple(frame for frame in artwork.frames if frame.key not in gone)
    if not kept:
        raise ValueError("no frame would stay")
    cels = {place: plane for place, plane in artwork.cels.items() if place[1] not in gone}
    return _retagged(replace(artwork, frames=kept, cels=cels), artwork)


def move_frames(artwork: Artwork, keys: Collection[int], place: int) -> Artwork:
    """Return the artwork with frames together before the one that is now at this place; tags keep their places."""
    moved = tuple(frame for frame in artwork.frames if frame.key in keys)
    before = tuple(frame for frame in artwork.frames[:place] if frame.key not in keys)
    after = tuple(frame for frame in artwork.frames[place:] if frame.key not in keys)
    return replace(artwork, frames=(*before, *moved, *after))


def reverse_frames(artwork: Artwork, first: int, last: int) -> Artwork:
    """Return the artwork with the frames from one place to another, both included, in the other order."""
    turned = artwork.frames[first : last + 1][::-1]
    return replace(artwork, frames=(*artwork.frames[:first], *turned, *artwork.frames[last + 1 :]))


def time_frames(artwork: Artwork, keys: Sequence[int], duration_ms: int) -> Artwork:
    """Return the artwork with this duration, held to what files can store, for these frames."""
    duration_ms = min(max(duration_ms, LEAST_MS), MOST_MS)
    return _each(artwork, lambda frame: replace(frame, duration_ms=duration_ms) if frame.key in keys else frame)


def tag_frames(artwork: Artwork, tags: Sequence[Tag]) -> Artwork:
    """Return the artwork with these tags, in order of their first frames; raises ValueError for places it has not."""
    if any(not 0 <= tag.first <= tag.last < len(artwork.frames) for tag in tags):
        raise ValueError("a tag names frames that are not there")
    return replace(artwork, tags=tuple(sorted(tags, key=lambda tag: (tag.first, -tag.last))))


def _each(artwork: Artwork, change: Callable[[Frame], Frame]) -> Artwork:
    return replace(artwork, frames=tuple(change(frame) for frame in artwork.frames))


def _grown(tag: Tag, place: int, count: int) -> Tag:
    if tag.first >= place:
        return replace(tag, first=tag.first + count, last=tag.last + count)
    return replace(tag, last=tag.last + count) if tag.last >= place - 1 else tag


def _retagged(now: Artwork, before: Artwork) -> Artwork:
    places = {frame.key: place for place, frame in enumerate(now.frames)}
    tags = []
    for tag in before.tags:
        stayed = [places[frame.key] for frame in before.frames[tag.first : tag.last + 1] if frame.key in places]
        if stayed:
            tags.append(replace(tag, first=min(stayed), last=max(stayed)))
    return replace(now, tags=tuple(tags))
