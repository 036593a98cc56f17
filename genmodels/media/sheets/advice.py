"""What a person should know before a sheet goes into a game: what the target does otherwise than the artwork says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath
from typing import assert_never

from genmodels.media.artwork.artwork import Direction, Tag
from genmodels.media.sheets.banks import TILE
from genmodels.media.sheets.settings import SheetSettings, Target
from genmodels.media.sheets.sheet import Sheet
from genmodels.media.sheets.shots import Scene


def told_tags(scene: Scene, target: Target) -> tuple[Tag, ...]:
    """Return the tags to write; Phaser makes animations of tags alone, so that it needs one at least."""
    if scene.tags or target is not Target.PHASER:
        return scene.tags
    return (Tag(name=PurePath(scene.name).stem, first=0, last=scene.shots[-1].number),)


def advice(scene: Scene, sheet: Sheet, settings: SheetSettings) -> Iterator[str]:
    """Yield sentences."""
    match settings.target:
        case Target.PHASER:
            yield from _phaser(scene)
        case Target.GODOT:
            yield f"In Godot: {sheet.columns} Hframes and {sheet.size[1] // sheet.cell[1]} Vframes."
        case Target.GBA:
            if any(side % TILE for frame in sheet.frames for side in frame.frame[2:]):
                yield f"Tiles are {TILE}×{TILE} pixels; these frames do not fill theirs."
        case Target.HASH | Target.ARRAY:
            pass
        case _:
            assert_never(settings.target)


def _phaser(scene: Scene) -> Iterator[str]:
    """Yield what createFromAseprite of Phaser 4.2 leaves out."""
    if not scene.tags:
        [tag] = told_tags(scene, Target.PHASER)
        yield f"There are no tags: the animation “{tag.name}” has all frames."
    if any(not tag.name for tag in scene.tags):
        yield "Phaser leaves out tags without a name."
    for name, count in Counter(tag.name for tag in scene.tags if tag.name).items():
        if count > 1:
            yield f"{count} tags are called “{name}”; Phaser takes the first."
    for tag in scene.tags:
        if tag.direction is Direction.PINGPONG_REVERSE:
            yield f"Phaser plays “{tag.name}” forward once: it knows no ping-pong that begins at the end."
