"""What can be set about a sprite sheet; a project file keeps it, and what a person sets has its help text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, assert_never

from genmodels.api.codec import from_dict, to_dict
from genmodels.api.errors import ConfigError
from genmodels.media.seen_from import reached_from, seen_from

_KEPT = "sprite_sheet"


class Target(StrEnum):
    """What the files are for."""

    PHASER = "phaser"  # createFromAseprite: JSON hash, frames named by their number
    HASH = "hash"  # JSON hash as Aseprite writes it
    ARRAY = "array"  # JSON array as Aseprite writes it
    GODOT = "godot"  # nothing but cells of one size
    GBA = "gba"  # 16 colours, the first transparent, and their palette as JASC's .pal

    @property
    def has_json(self) -> bool:
        """Whether frames are told by name in a file beside the picture."""
        return self in (Target.PHASER, Target.HASH, Target.ARRAY)


class Layout(StrEnum):
    """Where the frames go."""

    PACKED = "packed"  # wherever there is room
    GRID = "grid"  # in cells of one size, row by row
    ROWS = "rows"  # a row for each tag, and for each run of frames between tags
    COLUMNS = "columns"  # a column for each


class Trim(StrEnum):
    """Whether clear edges are cut off."""

    NONE = "none"
    EACH = "each"  # each frame to what is drawn on it
    TOGETHER = "together"  # all frames to the least box round what is drawn on any


def _option(default: Any, text: str) -> Any:
    return field(default=default, metadata={"help": text})


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSettings:
    """How an artwork becomes a sheet. Raises ConfigError for what cannot be."""

    target: Target = _option(Target.HASH, "what the files are for: phaser, hash, array, godot or gba")
    layout: Layout = _option(Layout.PACKED, "where the frames go: packed, grid, rows or columns")
    columns: int = _option(0, "cells in a row of a grid; 0 makes it as square as can be")
    trim: Trim = _option(Trim.NONE, "clear edges to cut off: none, each or together")
    border: int = _option(0, "clear pixels round the sheet")
    spacing: int = _option(0, "clear pixels between frames")
    inner: int = _option(0, "clear pixels round each frame that belong to it")
    extrude: bool = _option(default=False, text="repeat the outermost pixels of each frame once more around it")
    merge: bool = _option(default=False, text="give frames that look the same one place")
    scale: int = _option(1, "how many pixels wide and high a pixel becomes")
    tag: str = _option("", "the tag whose frames alone are taken; nothing takes all frames")
    split_layers: bool = _option(default=False, text="take each visible layer by itself")
    names: str = _option("", "how frames are named, such as “{title} {frame}”; nothing names them as the target wants")
    file: str = ""  # where the sheet was last written, from the project's folder on, with “/” between names

    def __post_init__(self) -> None:
        """Reject numbers that no sheet has, and what the target cannot read."""
        for name, low, high in (("columns", 0, 4096), ("border", 0, 256), ("spacing", 0, 256), ("inner", 0, 256)):
            _check(name, getattr(self, name), low, high)
        _check("scale", self.scale, 1, 64)
        if self.target is Target.GODOT:
            self._check_cells()

    def _check_cells(self) -> None:
        """Reject what a picture cannot be, that is divided into equal cells and nothing else."""
        wrong = {
            "its layout is a grid": self.layout is not Layout.GRID,
            "frames are trimmed together or not at all": self.trim is Trim.EACH,
            "border and spacing are 0 (inner may be more)": self.border > 0 or self.spacing > 0,
            "nothing is extruded": self.extrude,
            "no frames are merged": self.merge,
        }
        for rule, is_broken in wrong.items():
            if is_broken:
                hint = f"Godot divides a sheet into cells of one size: {rule}."
                raise ConfigError("This sheet would not be a plain grid.", hint=hint)

    def with_file(self, sheet: Path, project: Path | None) -> SheetSettings:
        """Return these settings with the sheet's place as seen from the project's folder, if there is one."""
        return replace(self, file=seen_from(project, sheet))

    def sheet_file(self, project: Path | None) -> Path | None:
        """Return where the sheet was last written, None where it never was; the project may have moved since."""
        return reached_from(project, self.file) if self.file else None


def preset(target: Target) -> SheetSettings:
    """Return what is best for the target."""
    match target:
        case Target.PHASER:
            # A clear pixel between frames: Phaser's linear filter would take colours from the neighbours.
            return SheetSettings(target=target, trim=Trim.EACH, border=1, spacing=1, merge=True)
        case Target.HASH | Target.ARRAY:
            return SheetSettings(target=target)
        case Target.GODOT:
            return SheetSettings(target=target, layout=Layout.GRID)
        case Target.GBA:  # one below the other, so that the tiles of a frame follow each other
            return SheetSettings(target=target, layout=Layout.GRID, columns=1)
        case _:
            assert_never(target)


def settings_from(data: Any, *, where: str = "") -> SheetSettings:
    """Return settings from plain JSON types; raises ConfigError with the nearest valid name for unknown keys."""
    return from_dict(SheetSettings, data, where=where)


def settings_data(settings: SheetSettings) -> dict[str, Any]:
    """Return settings as plain JSON types."""
    return to_dict(settings)


def kept_settings(export: Mapping[str, Any]) -> SheetSettings | None:
    """Return the settings among those of a project's exports, None where it has none; raises ConfigError."""
    return settings_from(export[_KEPT], where="What the project keeps of its sheet") if _KEPT in export else None


def keeping(export: Mapping[str, Any], settings: SheetSettings) -> dict[str, Any]:
    """Return what a project keeps of its exports, with these settings of its sheet."""
    return {**export, _KEPT: settings_data(settings)}


def _check(name: str, value: int, low: int, high: int) -> None:
    if not low <= value <= high:
        raise ConfigError(f"{name} is {value}.", hint=f"It can be {low} to {high}.")
