"""Which frame of an artwork is shown when, once through: a tag's frames in its direction, or all of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import assert_never

from genmodels.media.artwork.artwork import Artwork, Direction, Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """Frames in the order of playing once, by place, and when each ends, in ms from the beginning."""

    places: tuple[int, ...]
    ends_ms: tuple[int, ...]
    repeat: int = 0  # how often a tag asks to be played; 0: for ever

    @property
    def duration_ms(self) -> int:
        """How long it lasts."""
        return self.ends_ms[-1]

    def step_at(self, elapsed_ms: float) -> int:
        """Return which step is shown at this time; the last one from the end on."""
        return min(bisect_right(self.ends_ms, elapsed_ms), len(self.places) - 1)

    def start_ms(self, step: int) -> int:
        """Return when a step begins."""
        return self.ends_ms[step - 1] if step else 0

    def step_of(self, place: int) -> int:
        """Return the first step that shows this frame; the first of all where none does."""
        return self.places.index(place) if place in self.places else 0


def tag_at(tags: Sequence[Tag], place: int) -> Tag | None:
    """Return the tag round a frame; where there are several, the shortest."""
    around = [tag for tag in tags if tag.first <= place <= tag.last]
    return min(around, key=lambda tag: tag.last - tag.first, default=None)


def round_at(artwork: Artwork, place: int) -> Round:
    """Return what is played from a frame on: the tag round it, where that has several, or the whole."""
    tag = tag_at([tag for tag in artwork.tags if tag.first < tag.last], place)
    if tag is None:
        tag = Tag(name="", first=0, last=len(artwork.frames) - 1)
    places = tuple(ordered(tag))
    ends_ms = accumulate(artwork.frames[one].duration_ms for one in places)
    return Round(places=places, ends_ms=tuple(ends_ms), repeat=tag.repeat)


def ordered(tag: Tag) -> list[int]:
    """Return the places of a tag's frames as they follow each other once; the ends of a ping-pong come once."""
    there = list(range(tag.first, tag.last + 1))
    match tag.direction:
        case Direction.FORWARD:
            return there
        case Direction.REVERSE:
            return there[::-1]
        case Direction.PINGPONG:
            return there + there[-2:0:-1]
        case Direction.PINGPONG_REVERSE:
            return there[::-1] + there[1:-1]
        case _:
            assert_never(tag.direction)
