"""The JSON beside a sheet, field for field as Aseprite writes it, and frames cut out of a sheet by it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from genmodels.api.version import version
from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Tag
from genmodels.media.sheets.sheet import Sheet, SheetFrame
from genmodels.media.sheets.shots import Scene

_APP = "Spriteverse"


def description(sheet: Sheet, scene: Scene, tags: Sequence[Tag], image: str, *, as_array: bool) -> dict[str, Any]:
    """Return the JSON of a sheet whose picture has this file name.

    as_array: frames are a list and know their names, rather than a hash by name. Where there is inner padding, Aseprite
    adds it to `frame` alone, so that trimmed frames come out too small; here it belongs to the whole frame, too.
    """
    frames = [(frame.name, _frame(frame)) for frame in sheet.frames]
    return {
        "frames": [{"filename": name, **one} for name, one in frames] if as_array else dict(frames),
        "meta": {
            "app": _APP,
            "version": version(),
            "image": image,
            "format": "RGBA8888",
            "size": _size(sheet.size),
            "scale": "1",
            "frameTags": [_tag(tag) for tag in tags],
            "layers": [{"name": layer.name, "opacity": layer.opacity, "blendMode": "normal"} for layer in scene.layers],
            "slices": [],
        },
    }


def cut_out(rgba_HWC: np.ndarray, described: dict[str, Any]) -> list[np.ndarray]:
    """Return a sheet's frames as a game engine shows them, uint8 RGBA, each put back where it was in the whole."""
    frames = described["frames"]
    return [_whole(rgba_HWC, one) for one in (frames.values() if isinstance(frames, dict) else frames)]


def _frame(frame: SheetFrame) -> dict[str, Any]:
    return {
        "frame": _box(frame.frame),
        "rotated": False,
        "trimmed": frame.is_trimmed,
        "spriteSourceSize": _box(frame.shown),
        "sourceSize": _size(frame.source),
        "duration": frame.duration_ms,
    }


def _tag(tag: Tag) -> dict[str, Any]:
    """Return a tag; what Aseprite leaves out where it says nothing is left out."""
    said: dict[str, Any] = {"name": tag.name, "from": tag.first, "to": tag.last, "direction": tag.direction.value}
    if tag.repeat > 0:
        said["repeat"] = str(tag.repeat)
    if tag.colour[3] > 0:
        said["color"] = "#" + bytes(tag.colour).hex()
    return said


def _box(box: tuple[int, int, int, int]) -> dict[str, int]:
    return dict(zip("xywh", box, strict=True))


def _size(size: tuple[int, int]) -> dict[str, int]:
    return dict(zip("wh", size, strict=True))


def _whole(rgba_HWC: np.ndarray, one: dict[str, Any]) -> np.ndarray:
    frame, shown, source = one["frame"], one["spriteSourceSize"], one["sourceSize"]
    whole_HWC = np.zeros((source["h"], source["w"], 4), np.uint8)
    part_HWC = rgba_HWC[frame["y"] : frame["y"] + frame["h"], frame["x"] : frame["x"] + frame["w"]]
    whole_HWC[shown["y"] : shown["y"] + shown["h"], shown["x"] : shown["x"] + shown["w"]] = part_HWC
    return whole_HWC
