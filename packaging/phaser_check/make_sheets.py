"""Writes sheets for Phaser, and beside them what it should show: `make phaser` runs this and then check.mjs.

What is expected comes from the drawing alone, never from a sheet's JSON.
"""

import base64
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from genmodels.media.artwork.artwork import Artwork, Direction, Tag, artwork_of
from genmodels.media.artwork.flattening import flattened_frames
from genmodels.media.artwork.reshaping import enlarge
from genmodels.media.sheets.settings import Layout, SheetSettings, Target, Trim, preset
from genmodels.media.sheets.writing import write_sheet

WIDTH, HEIGHT = 24, 20
DURATIONS_MS = (100, 40, 250, 33, 80, 100, 500, 60)
TAGS = (
    Tag(name="walk", first=0, last=3),
    Tag(name="back", first=2, last=5, direction=Direction.REVERSE),
    Tag(name="breathe", first=4, last=7, direction=Direction.PINGPONG, repeat=2),
    Tag(name="blink", first=6, last=6),
)
USUAL = preset(Target.PHASER)
SHEETS = {
    "usual": USUAL,
    "extruded": replace(USUAL, extrude=True),
    "tight": replace(USUAL, border=0, spacing=0),
    "padded": replace(USUAL, inner=2),
    "enlarged": replace(USUAL, scale=2, trim=Trim.TOGETHER),
    "grid": replace(USUAL, layout=Layout.GRID, trim=Trim.NONE, merge=False),
    "rows": replace(USUAL, layout=Layout.ROWS),
    "walk": replace(USUAL, tag="back"),
}


def main() -> int:
    """Write into the folder that the command line names."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    artwork = drawing()
    expected = []
    for name, settings in SHEETS.items():
        written = write_sheet(folder / f"{name}.png", artwork, "creature.aseprite", settings)
        picture, told = (file.name for file in written.files)
        expected.append({"name": name, "picture": picture, "json": told, **_expected(artwork, settings)})
    (folder / "expected.json").write_text(json.dumps(expected), encoding="utf-8")
    return 0


def drawing() -> Artwork:
    """Return a creature of eight frames that touch the edges; one is empty, two are the same."""
    frames = []
    for number in range(len(DURATIONS_MS)):
        rgba_HWC = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
        left, top = 2 * number % 9, number % 4
        rgba_HWC[top : top + 9, left : left + 7] = (200, 30 * number, 60, 255)
        rgba_HWC[top + 2, left + 2 : left + 5] = (255, 255, 255, 255)
        if number % 2:
            rgba_HWC[-3:, -5 - number :] = (20, 120, 255 - 20 * number, 255)
        frames.append(rgba_HWC)
    frames[3] = np.zeros_like(frames[3])
    frames[5] = frames[1].copy()
    return replace(artwork_of(frames, DURATIONS_MS, layer="creature"), tags=TAGS)


def _expected(artwork: Artwork, settings: SheetSettings) -> dict[str, Any]:
    """Return the frames as they should be seen, and which of them each animation shows for how long."""
    only = next((tag for tag in artwork.tags if tag.name == settings.tag), None)
    first, last = (only.first, only.last) if only else (0, len(artwork.frames) - 1)
    around = ((settings.inner, settings.inner), (settings.inner, settings.inner), (0, 0))
    pictures = [np.pad(enlarge(rgba_HWC, settings.scale), around) for rgba_HWC in flattened_frames(artwork)]
    height, width = pictures[0].shape[:2]
    return {
        "width": width,
        "height": height,
        "frames": [base64.b64encode(rgba_HWC.tobytes()).decode() for rgba_HWC in pictures[first : last + 1]],
        "animations": {
            tag.name: [[number - first, DURATIONS_MS[number]] for number in _played(tag, first, last)]
            for tag in artwork.tags
            if tag.first <= last and tag.last >= first
        },
    }


def _played(tag: Tag, first: int, last: int) -> Iterator[int]:
    """Yield the frames of one round of a tag, as far as they are exported; a ping-pong ends where it began."""
    numbers = list(range(max(tag.first, first), min(tag.last, last) + 1))
    match tag.direction:
        case Direction.FORWARD:
            yield from numbers
        case Direction.REVERSE:
            yield from reversed(numbers)
        case Direction.PINGPONG:
            yield from [*numbers, *numbers[-2::-1]]
        case Direction.PINGPONG_REVERSE:
            raise ValueError("Phaser does not know it")


if __name__ == "__main__":
    sys.exit(main())
