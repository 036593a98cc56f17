"""What is to be seen on a sheet: the frames of a tag or all of them, flattened or layer by layer; tags counted anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from genmodels.api.errors import ConfigError
from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Artwork, Frame, Layer, Tag
from genmodels.media.artwork.flattening import flatten, stack
from genmodels.media.artwork.tagging import tag_named
from genmodels.media.sheets.settings import SheetSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One picture that the sheet shows."""

    number: int  # of its frame among those exported, from 0
    frame: Frame
    layer: Layer | None = None  # None: all visible layers laid over each other


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scene:
    """What is exported of an artwork."""

    artwork: Artwork
    name: str  # its file's
    shots: tuple[Shot, ...]
    tags: tuple[Tag, ...]  # counted from the first exported frame
    only: Tag | None = None  # the tag whose frames these are, where one was asked for

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The layers that are seen, the lowest first."""
        return tuple(layer for layer in self.artwork.layers if layer.visible)

    def pictures(self) -> Iterator[np.ndarray]:
        """Yield what each shot shows in turn, uint8 RGBA."""
        for shot in self.shots:
            if shot.layer is None:
                yield flatten(self.artwork, shot.frame.key)
            else:
                pixels_HWC = self.artwork.cel(shot.layer.key, shot.frame.key).pixels()
                yield stack(self.artwork.shape, [(pixels_HWC, shot.layer)])


def scene_of(artwork: Artwork, name: str, settings: SheetSettings) -> Scene:
    """Return what the settings ask for; raises ConfigError for a tag that is not there, or where nothing is seen."""
    only = tag_named(artwork, settings.tag) if settings.tag else None
    first, last = (only.first, only.last) if only else (0, len(artwork.frames) - 1)
    frames = artwork.frames[first : last + 1]
    layers = [layer for layer in artwork.layers if layer.visible] if settings.split_layers else [None]
    if not layers:
        raise ConfigError("No layer is visible.", hint="Show at least one of them.")
    shots = [Shot(number=i, frame=frame, layer=layer) for layer in layers for i, frame in enumerate(frames)]
    tags = [_renumbered(tag, first, last) for tag in artwork.tags if tag.first <= last and tag.last >= first]
    return Scene(artwork=artwork, name=name, shots=tuple(shots), tags=tuple(tags), only=only)


def innermost(tags: tuple[Tag, ...], number: int) -> Tag | None:
    """Return the shortest tag round a frame."""
    return min(_around(tags, number), key=lambda tag: tag.last - tag.first, default=None)


def outermost(tags: tuple[Tag, ...], number: int) -> Tag | None:
    """Return the longest tag round a frame."""
    return max(_around(tags, number), key=lambda tag: tag.last - tag.first, default=None)


def _around(tags: tuple[Tag, ...], number: int) -> list[Tag]:
    return [tag for tag in tags if tag.first <= number <= tag.last]


def _renumbered(tag: Tag, first: int, last: int) -> Tag:
    return replace(tag, first=max(tag.first, first) - first, last=min(tag.last, last) - first)
