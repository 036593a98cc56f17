"""A sheet: frames laid on one picture, and where each of them lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from genmodels.api.errors import ConfigError
from genmodels.media.arrays import np
from genmodels.media.sheets.cutting import Cut, cuts_of, finished, places_of, size_of
from genmodels.media.sheets.naming import frame_names
from genmodels.media.sheets.packing import Place, Size, cell, extent, grid_columns, place
from genmodels.media.sheets.settings import Layout, SheetSettings
from genmodels.media.sheets.shots import Scene, Shot, innermost

MAX_SIDE = 16_384  # the largest texture that engines take
MAX_PIXELS = 2**26
_SMALLER = "Trim and merge frames, choose another layout or a smaller scale, or export one tag at a time."


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFrame:
    """Where a frame lies. All in pixels of the sheet, (x, y, width, height)."""

    name: str
    frame: tuple[int, int, int, int]  # on the sheet, what was extruded not counted
    shown: tuple[int, int, int, int]  # which part of the whole frame this is
    source: Size  # the whole frame
    duration_ms: int

    @property
    def is_trimmed(self) -> bool:
        """Whether something was cut off."""
        return self.shown != (0, 0, *self.source)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sheet:
    """The picture, and its frames in order."""

    rgba_HWC: np.ndarray  # uint8
    frames: tuple[SheetFrame, ...]
    columns: int  # of a grid; 0 for other layouts
    cell: Size  # of a grid

    @property
    def size(self) -> Size:
        """(width, height)."""
        return self.rgba_HWC.shape[1], self.rgba_HWC.shape[0]


def sheet_of(scene: Scene, settings: SheetSettings) -> Sheet:
    """Return the sheet; raises ConfigError where it would be too large, or frames' names are not their own."""
    names = frame_names(scene, settings)
    cuts = cuts_of(scene.pictures(), scene.artwork.shape, settings.trim)
    placed = places_of(cuts, merge=settings.merge)
    kept = [number for number, first in enumerate(placed) if number == first]
    sizes = [size_of(cuts[number], settings) for number in kept]
    _check_area(sum(width * height for width, height in sizes))
    bands = _bands(scene)
    columns = 0
    if settings.layout is Layout.GRID:
        columns = min(settings.columns or grid_columns(sizes, settings.spacing), len(kept))
    places = place(
        sizes, settings.layout, columns=columns, bands=[bands[number] for number in kept], gap=settings.spacing
    )
    cells = cell(sizes)
    whole = extent([cells] * len(sizes) if columns else sizes, places)
    sheet_HWC = _empty(whole, settings.border)
    corners: dict[int, Place] = {}
    for number, (x, y) in zip(kept, places, strict=True):
        corners[number] = (x + settings.border, y + settings.border)
        _lay(sheet_HWC, finished(cuts[number], settings), corners[number])
    frames = tuple(
        _frame(name, shot, cut, corner=corners[first], whole=scene.artwork.shape, settings=settings)
        for name, shot, cut, first in zip(names, scene.shots, cuts, placed, strict=True)
    )
    return Sheet(rgba_HWC=sheet_HWC, frames=frames, columns=columns, cell=cells)


def _frame(
    name: str, shot: Shot, cut: Cut, *, corner: Place, whole: tuple[int, int], settings: SheetSettings
) -> SheetFrame:
    """Return where a frame lies.

    What is inside the inner padding belongs to the frame: the whole frame is taken to have it all round, too.
    """
    ring, more, scale = int(settings.extrude), 2 * settings.inner, settings.scale
    width, height = cut.width * scale + more, cut.height * scale + more
    rows, columns = whole
    return SheetFrame(
        name=name,
        frame=(corner[0] + ring, corner[1] + ring, width, height),
        shown=(cut.box[0] * scale, cut.box[1] * scale, width, height),
        source=(columns * scale + more, rows * scale + more),
        duration_ms=shot.frame.duration_ms,
    )


def _bands(scene: Scene) -> list[int]:
    """Return for each shot the row or column it belongs to: a new one where the layer or the shortest tag changes."""
    wholes = [(shot.layer, innermost(scene.tags, shot.number)) for shot in scene.shots]
    bands: list[int] = []
    for number, (_, run) in enumerate(groupby(wholes)):
        bands += [number] * len(list(run))
    return bands


def _empty(whole: Size, border: int) -> np.ndarray:
    width, height = whole[0] + 2 * border, whole[1] + 2 * border
    if max(width, height) > MAX_SIDE:
        message = f"The sheet would have {width:,}×{height:,} pixels; the most is {MAX_SIDE:,} a side."
        raise ConfigError(message, hint=_SMALLER)
    _check_area(width * height)
    return np.zeros((height, width, 4), np.uint8)


def _check_area(pixels: int) -> None:
    """Refuse what no graphics card takes, before its memory is asked for."""
    if pixels > MAX_PIXELS:
        message = f"The sheet would have {pixels:,} pixels; the most is {MAX_PIXELS:,}."
        raise ConfigError(message, hint=_SMALLER)


def _lay(sheet_HWC: np.ndarray, rgba_HWC: np.ndarray, corner: Sequence[int]) -> None:
    x, y = corner
    sheet_HWC[y : y + rgba_HWC.shape[0], x : x + rgba_HWC.shape[1]] = rgba_HWC
