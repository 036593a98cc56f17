"""What frames are called in a sheet's JSON: Aseprite's names, with the parts that apply, or a pattern of one's own."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from pathlib import PurePath

from genmodels.api.errors import ConfigError
from genmodels.media.sheets.settings import SheetSettings, Target
from genmodels.media.sheets.shots import Scene, Shot, innermost, outermost

_PART = re.compile(r"\{(\w*?)(\d*)\}")
_NUMBERS = ("frame", "tagframe")
_PARTS = ("title", "name", "extension", "layer", "tag", "innertag", "outertag", "duration", *_NUMBERS)


def frame_names(scene: Scene, settings: SheetSettings) -> tuple[str, ...]:
    """Return a name for each shot; raises ConfigError where two would be the same, or a pattern has unknown parts."""
    if settings.target is Target.PHASER and (settings.split_layers or settings.names not in ("", "{frame}")):
        hint = "Keep layers together, and leave the names to Phaser; or choose the hash."
        raise ConfigError("Phaser knows frames by their numbers alone.", hint=hint)
    pattern = settings.names or _usual(scene, settings)
    _check_parts(pattern)
    names = tuple(_PART.sub(partial(_part, scene, shot), pattern) for shot in scene.shots)
    if settings.target.has_json:
        _check_names(names, pattern, settings)
    return names


def _check_names(names: tuple[str, ...], pattern: str, settings: SheetSettings) -> None:
    """Refuse names of which two are the same: by them an engine finds its frames."""
    name, count = Counter(names).most_common(1)[0]
    if count == 1:
        return
    if not any(f"{{{part}" in pattern for part in _NUMBERS):
        hint = "Put {frame} into the names."
    elif settings.split_layers and "{layer}" not in pattern:
        hint = "Put {layer} into the names too."
    elif settings.split_layers:
        hint = "Give each layer a name of its own."
    else:
        hint = "Use {frame} rather than {tagframe}."
    raise ConfigError(f"{count} frames would all be called “{name}”.", hint=hint)


def _usual(scene: Scene, settings: SheetSettings) -> str:
    """Return Aseprite's own pattern for sheets; Phaser asks for numbers and nothing else."""
    if settings.target is Target.PHASER:
        return "{frame}"
    return "".join([
        "{title}",
        " ({layer})" if settings.split_layers else "",
        " #{tag}" if scene.only else "",
        " {frame}" if scene.shots[-1].number > 0 else "",
        ".{extension}" if PurePath(scene.name).suffix else "",
    ])  # fmt: skip


def _check_parts(pattern: str) -> None:
    for part in _PART.finditer(pattern):
        name, digits = part.groups()
        if name not in _PARTS or (digits and name not in _NUMBERS):
            known = ", ".join(f"{{{one}}}" for one in _PARTS)
            raise ConfigError(f"A frame's name has no part “{part.group()}”.", hint=f"It can have: {known}.")


def _part(scene: Scene, shot: Shot, part: re.Match[str]) -> str:
    """Return what stands for one part. {frame001} has three digits at least, and the first frame is 1."""
    name, digits = part.groups()
    inner = scene_tag = innermost(scene.tags, shot.number)
    if scene.only is not None:  # all of them are this tag's
        scene_tag, start = scene.only, 0
    else:
        start = inner.first if inner is not None else 0
    outer = outermost(scene.tags, shot.number)
    path = PurePath(scene.name)
    words = {
        "title": path.stem,
        "name": path.name,
        "extension": path.suffix.removeprefix("."),
        "layer": shot.layer.name if shot.layer else "",
        "tag": scene_tag.name if scene_tag else "",
        "innertag": inner.name if inner else "",
        "outertag": outer.name if outer else "",
        "duration": str(shot.frame.duration_ms),
    }
    if name in words:
        return words[name]
    number = shot.number - start if name == "tagframe" else shot.number
    return str(number + int(digits or 0)).zfill(len(digits))
