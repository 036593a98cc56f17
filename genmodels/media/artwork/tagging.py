"""Tags put round frames, changed and taken away."""

from __future__ import annotations

import difflib

from genmodels.api.errors import ConfigError
from genmodels.media.artwork.artwork import Artwork, Direction, Rgba, Tag
from genmodels.media.artwork.framing import tag_frames

COLOURS: tuple[Rgba, ...] = (
    (232, 106, 92, 255), (230, 168, 60, 255), (96, 178, 96, 255), (72, 170, 190, 255), (110, 136, 230, 255),
    (190, 110, 200, 255),
)  # fmt: skip


def add_tag(
    artwork: Artwork, name: str, first: int, last: int, direction: Direction = Direction.FORWARD
) -> tuple[Artwork, Tag]:
    """Return the artwork with another tag, in a colour that few others have, and the tag."""
    used = [tag.colour for tag in artwork.tags]
    colour = min(COLOURS, key=used.count)
    tag = Tag(name=name, first=first, last=last, direction=direction, colour=colour)
    return tag_frames(artwork, [*artwork.tags, tag]), tag


def change_tag(artwork: Artwork, before: Tag, now: Tag) -> Artwork:
    """Return the artwork with a tag in the place of another."""
    place = artwork.tags.index(before)
    return tag_frames(artwork, [*artwork.tags[:place], now, *artwork.tags[place + 1 :]])


def remove_tag(artwork: Artwork, tag: Tag) -> Artwork:
    """Return the artwork without the tag; its frames stay."""
    place = artwork.tags.index(tag)
    return tag_frames(artwork, [*artwork.tags[:place], *artwork.tags[place + 1 :]])


def tag_named(artwork: Artwork, name: str) -> Tag:
    """Return the first tag of this name; raises ConfigError with the nearest name."""
    for tag in artwork.tags:
        if tag.name == name:
            return tag
    names = [tag.name for tag in artwork.tags]
    near = difflib.get_close_matches(name, names, n=1)
    hint = f"Did you mean “{near[0]}”?" if near else f"It has: {', '.join(names)}." if names else "It has no tags."
    raise ConfigError(f"There is no tag “{name}”.", hint=hint)
