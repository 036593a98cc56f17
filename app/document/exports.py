"""What a drawing remembers of its exports: how each kind was written and which came last. It knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from app.document.belongings import Belongings
from genmodels.api.codec import from_dict, to_dict
from genmodels.api.errors import ConfigError
from genmodels.media.export_kinds import ExportSettings
from genmodels.media.seen_from import reached_from, seen_from
from genmodels.media.sheets.settings import SheetSettings, keeping, kept_settings

_LAST = "last"


class Export(StrEnum):
    """What was exported; the values are kept in projects."""

    SHEET = "sheet"
    PICTURE = "picture"  # or an animation


def last_export(export: Mapping[str, Any]) -> Export | None:
    """Return what came last, None where nothing was exported yet."""
    last = export.get(_LAST)
    return Export(last) if last in list(Export) else None


def kept_sheet(export: Mapping[str, Any]) -> SheetSettings | None:
    """Return how the sheet was last written; None where it never was, or what is kept of it cannot be understood."""
    try:
        return kept_settings(export)
    except ConfigError:
        return None


def kept_picture(export: Mapping[str, Any]) -> ExportSettings | None:
    """Return how an animation or picture was last written; None as above."""
    try:
        return from_dict(ExportSettings, export[Export.PICTURE]) if Export.PICTURE in export else None
    except ConfigError:
        return None


def with_sheet(belongings: Belongings, settings: SheetSettings) -> Belongings:
    """Return what belongs to a drawing whose sheet was exported last; the same object where that is no change."""
    return _with(belongings, {**keeping(belongings.export, settings), _LAST: Export.SHEET.value})


def with_picture(belongings: Belongings, settings: ExportSettings) -> Belongings:
    """Return the same for an animation or picture."""
    kept = {Export.PICTURE.value: to_dict(settings), _LAST: Export.PICTURE.value}
    return _with(belongings, {**belongings.export, **kept})


def moved(belongings: Belongings, before: Path | None, now: Path) -> Belongings:
    """Return what belongs to a drawing that goes into another file: exports are found from there, too."""
    export = {
        name: kept | {"file": seen_from(now, reached_from(before, kept["file"]))} if _has_file(kept) else kept
        for name, kept in belongings.export.items()
    }
    return _with(belongings, export)


def _with(belongings: Belongings, export: dict[str, Any]) -> Belongings:
    return belongings if export == belongings.export else replace(belongings, export=export)


def _has_file(kept: Any) -> bool:
    return isinstance(kept, dict) and isinstance(kept.get("file"), str) and bool(kept["file"])
