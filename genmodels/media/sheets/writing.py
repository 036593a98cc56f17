"""Writes a sheet and what belongs to it: checked against the frames, then all files or none take their places."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, assert_never

from genmodels.api.errors import ConfigError
from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Artwork
from genmodels.media.indexed import indexed_png
from genmodels.media.palettes.jasc import read_jasc, write_jasc
from genmodels.media.sheets.advice import told_tags
from genmodels.media.sheets.banks import Bank
from genmodels.media.sheets.description import description
from genmodels.media.sheets.draft import Draft, draft_of
from genmodels.media.sheets.settings import SheetSettings, Target
from genmodels.media.sprite import Sprite, png_bytes
from genmodels.media.writing import Checked, write_all_checked

SUFFIX = ".png"
JSON, PAL = ".json", ".pal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written, and sentences on what a person should know about it."""

    files: tuple[Path, ...]  # the picture first
    size: tuple[int, int]  # of the picture, width and height
    frames: int
    remarks: tuple[str, ...]


def sheet_files(path: Path, target: Target) -> tuple[Path, ...]:
    """Return the files that a sheet at this path has, so that a person can be asked before they are replaced."""
    match target:
        case Target.PHASER | Target.HASH | Target.ARRAY:
            return path, path.with_suffix(JSON)
        case Target.GODOT:
            return (path,)
        case Target.GBA:
            return path, path.with_suffix(PAL)
        case _:
            assert_never(target)


def write_sheet(path: Path, artwork: Artwork, name: str, settings: SheetSettings) -> Written:
    """Write an artwork's sheet; name is that of its file, which frames are called by.

    Raises ConfigError for what cannot be, with what to do, and StorageError where a file cannot be written: what was
    there stays then, in the files beside it too.
    """
    if path.suffix.lower() != SUFFIX:
        raise ConfigError(f"A sheet cannot be written as “{path.name}”.", hint=f"End its name in {SUFFIX}.")
    draft = draft_of(artwork, name, settings)
    files = list(_checked(draft, sheet_files(path, settings.target), settings.target))
    write_all_checked(files)
    return Written(
        files=tuple(file.path for file in files),
        size=draft.sheet.size,
        frames=len(draft.sheet.frames),
        remarks=draft.remarks,
    )


def _checked(draft: Draft, paths: Sequence[Path], target: Target) -> Iterator[Checked]:
    picture, *beside = paths
    if draft.bank is not None:
        yield _indexed(picture, draft.bank)
        yield _palette(beside[0], draft.bank)
        return
    yield _coloured(picture, draft.sheet.rgba_HWC)
    if target.has_json:
        tags = told_tags(draft.scene, target)
        told = description(draft.sheet, draft.scene, tags, picture.name, as_array=target is Target.ARRAY)
        yield _described(beside[0], told)


def _coloured(path: Path, rgba_HWC: np.ndarray) -> Checked:
    data = png_bytes(Sprite(rgba_HWC=rgba_HWC))
    return Checked(path=path, data=data, is_right=lambda read: read == data and _shows(read, rgba_HWC))


def _indexed(path: Path, bank: Bank) -> Checked:
    data, rgba_HWC = indexed_png(bank.indexed), bank.indexed.palette_T4[bank.indexed.index_HW]
    return Checked(path=path, data=data, is_right=lambda read: read == data and _shows(read, rgba_HWC))


def _palette(path: Path, bank: Bank) -> Checked:
    data, wanted = write_jasc(bank.palette), [colour[:3] for colour in bank.palette.colours]

    def is_right(read: bytes) -> bool:
        return read == data and [colour[:3] for colour in read_jasc(read.decode()).colours] == wanted

    return Checked(path=path, data=data, is_right=is_right)


def _described(path: Path, told: dict[str, Any]) -> Checked:
    data = json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"
    return Checked(path=path, data=data, is_right=lambda read: read == data and json.loads(read) == told)


def _shows(data: bytes, rgba_HWC: np.ndarray) -> bool:
    """Return whether a picture has these pixels; sheets may be larger than the sprites that are opened."""
    from PIL import Image

    with Image.open(io.BytesIO(data), formats=("PNG",)) as image:
        return np.array_equal(np.array(image.convert("RGBA")), rgba_HWC)
