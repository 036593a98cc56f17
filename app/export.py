"""`spriteverse export PROJECT --sheet OUT.png` or `--out OUT.gif`: writes files without a window, a display or Qt."""

from __future__ import annotations

import argparse
import sys
import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from genmodels.api.errors import ConfigError, ErrorKind, GenError
from genmodels.media.artwork.artwork import Artwork
from genmodels.media.exporting import export_artwork
from genmodels.media.sheets.settings import (
    SheetSettings,
    Target,
    Trim,
    kept_settings,
    preset,
    settings_data,
    settings_from,
)
from genmodels.media.sheets.writing import sheet_files, write_sheet

_PADDINGS = ("border", "spacing")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Source:
    """What is exported."""

    artwork: Artwork
    export: Mapping[str, Any]  # how it was exported last, where the file knows
    remarks: tuple[str, ...]


def main(arguments: Sequence[str]) -> int:
    """Export what the command line names; returns the exit status: 2 where the person can put it right, else 1."""
    flags = _parser().parse_args(arguments)
    try:
        _export(flags)
    except GenError as error:
        _say(f"error: {error}")
        return 2 if error.kind in (ErrorKind.INPUT, ErrorKind.CONFIG) else 1
    return 0


def _export(flags: argparse.Namespace) -> None:
    project: Path = flags.project
    source = _opened(project)
    if flags.out is not None:
        _check_place(flags.out, project)
        exported = export_artwork(
            source.artwork, flags.out, tag=flags.tag or "", scale=flags.scale or 1, indexed=flags.indexed
        )
        _tell((*source.remarks, *exported.remarks), exported.files)
        return
    settings = _settings(flags, source.export)
    sheet = flags.sheet or settings.sheet_file(project)
    if sheet is None:
        raise ConfigError("Where the sheet should go is not known.", hint="Add --sheet OUT.png.")
    for file in sheet_files(sheet, settings.target):
        _check_place(file, project)
    written = write_sheet(sheet, source.artwork, project.name, settings)
    _tell((*source.remarks, *written.remarks), written.files)


def _check_place(file: Path, project: Path) -> None:
    if file.exists() and file.samefile(project):
        raise ConfigError(f"The export would replace “{project}” itself.", hint="Give it another name.")


def _tell(remarks: Sequence[str], files: Sequence[Path]) -> None:
    for remark in remarks:
        _say(remark)
    for file in files:
        print(file)  # noqa: T201 - for scripts


def _opened(path: Path) -> _Source:
    """Return what a file holds: a project of ours, or anything that is opened on the canvas; raises InputError."""
    from app.document.project.reading import is_project, open_project

    if is_project(path):
        drawing, remarks = open_project(path)
        return _Source(artwork=drawing.state.artwork, export=drawing.belongings.export, remarks=remarks)
    from genmodels.media.opening import open_artwork

    opened = open_artwork(path)
    return _Source(artwork=opened.artwork, export={}, remarks=opened.remarks)


def _settings(flags: argparse.Namespace, export: Mapping[str, Any]) -> SheetSettings:
    """Return the flags' settings; where no format is asked for, what they leave open is as it was last time."""
    kept = kept_settings(export) if flags.format is None else None
    base = kept or preset(Target(flags.format or Target.HASH))
    given = {field.name: getattr(flags, field.name, None) for field in fields(base)}
    if flags.padding is not None:
        given |= {name: flags.padding for name in _PADDINGS if given[name] is None}
    return settings_from(settings_data(base) | {name: value for name, value in given.items() if value is not None})


def _parser() -> argparse.ArgumentParser:
    """Return the parser, with a flag for each setting that has a help text."""
    parser = argparse.ArgumentParser(
        prog="spriteverse export", description="Write a sprite sheet, an animation or pictures, without a window."
    )
    parser.add_argument("project", type=Path, metavar="PROJECT", help="a project, or any picture that can be opened")
    parser.add_argument("--sheet", type=Path, metavar="OUT.png", help="the file to write (default: as the last time)")
    text = "instead of a sheet: .gif, .webp, .apng, .png, .aseprite, or a folder for a picture of each frame"
    parser.add_argument("--out", type=Path, metavar="OUT", help=f"{text}; of --tag, enlarged by --scale")
    parser.add_argument("--indexed", action="store_true", help="with --out: pictures in the project's own palette")
    text = "what it is for (default: as the last time, or hash)"
    parser.add_argument("--format", choices=[target.value for target in Target], help=text)
    parser.add_argument("--padding", type=int, metavar="N", help="border and spacing at once")
    kinds = typing.get_type_hints(SheetSettings)
    for field in fields(SheetSettings):
        if "help" not in field.metadata or field.name == "target":
            continue
        flag, kind, text = f"--{field.name.replace('_', '-')}", kinds[field.name], field.metadata["help"]
        if kind is bool:
            parser.add_argument(flag, action=argparse.BooleanOptionalAction, help=text)
        elif kind is Trim:  # alone it says enough
            parser.add_argument(flag, nargs="?", const=Trim.EACH, choices=[trim.value for trim in Trim], help=text)
        elif issubclass(kind, StrEnum):
            parser.add_argument(flag, choices=[value.value for value in kind], help=text)
        else:
            parser.add_argument(flag, type=kind, metavar="N" if kind is int else "TEXT", help=text)
    return parser


def _say(text: str) -> None:
    print(text, file=sys.stderr)  # noqa: T201 - of a command
