"""Frames as they go onto a sheet: clear edges cut off, doubles found, then enlarged, padded and extruded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from genmodels.media.arrays import np
from genmodels.media.artwork.reshaping import Box, crop, enlarge
from genmodels.media.sheets.settings import SheetSettings, Trim

_NOTHING: Box = (0, 0, 0, 0)
_LEAST: Box = (0, 0, 1, 1)  # what stays of a frame without a drawing, as in Aseprite's sheets


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cut:
    """What a sheet shows of a frame, before it is enlarged."""

    box: Box  # of the frame
    drawn: Box  # where something is drawn in the frame; never beyond the box
    rgba_HWC: np.ndarray  # uint8, what is drawn; 0 wherever it is clear, so that nothing erased is handed on

    @property
    def width(self) -> int:
        """Columns that are shown."""
        return self.box[2] - self.box[0]

    @property
    def height(self) -> int:
        """Rows that are shown."""
        return self.box[3] - self.box[1]

    def pixels(self) -> np.ndarray:
        """Return what is shown, uint8 RGBA."""
        left, top, right, bottom = self.box
        x, y = self.drawn[:2]
        return crop(self.rgba_HWC, (left - x, top - y, right - x, bottom - y))

    def looks(self) -> tuple[int, int, int, int, bytes]:
        """Return what is equal for cuts that look the same, wherever in their frames they lie."""
        return (
            self.width, self.height,
            self.drawn[0] - self.box[0], self.drawn[1] - self.box[1],
            self.rgba_HWC.shape[0].to_bytes(4, "big") + self.rgba_HWC.tobytes(),
        )  # fmt: skip


def cuts_of(pictures: Iterable[np.ndarray], shape: tuple[int, int], trim: Trim) -> list[Cut]:
    """Return what is shown of each picture (uint8 RGBA, all of this shape); one at a time, as they may be many."""
    drawn = [_drawn(rgba_HWC) for rgba_HWC in pictures]
    match trim:
        case Trim.NONE:
            box = (0, 0, shape[1], shape[0])
        case Trim.TOGETHER:
            box = _round_all([cut.drawn for cut in drawn if cut.rgba_HWC.size])
        case Trim.EACH:
            return [cut if cut.rgba_HWC.size else replace(cut, box=_LEAST) for cut in drawn]
        case _:
            assert_never(trim)
    return [replace(cut, box=box) for cut in drawn]


def places_of(cuts: Sequence[Cut], *, merge: bool) -> list[int]:
    """Return for each cut the first one whose place on the sheet it takes: itself, or one that looks the same."""
    first: dict[tuple[int, int, int, int, bytes], int] = {}
    return [first.setdefault(cut.looks(), number) if merge else number for number, cut in enumerate(cuts)]


def finished(cut: Cut, settings: SheetSettings) -> np.ndarray:
    """Return the pixels that lie on the sheet, uint8 RGBA: enlarged, inside its inner padding, its edge repeated."""
    rgba_HWC = enlarge(cut.pixels(), settings.scale)
    around, ring = settings.inner, int(settings.extrude)
    rgba_HWC = np.pad(rgba_HWC, ((around, around), (around, around), (0, 0)))
    return np.pad(rgba_HWC, ((ring, ring), (ring, ring), (0, 0)), mode="edge")


def size_of(cut: Cut, settings: SheetSettings) -> tuple[int, int]:
    """Return (width, height) of what `finished` makes."""
    more = 2 * (settings.inner + int(settings.extrude))
    return cut.width * settings.scale + more, cut.height * settings.scale + more


def _drawn(rgba_HWC: np.ndarray) -> Cut:
    seen_HW = rgba_HWC[..., 3] > 0
    rows, columns = np.flatnonzero(seen_HW.any(axis=1)), np.flatnonzero(seen_HW.any(axis=0))
    if not rows.size:
        return Cut(box=_NOTHING, drawn=_NOTHING, rgba_HWC=np.zeros((0, 0, 4), np.uint8))
    box = (int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
    return Cut(box=box, drawn=box, rgba_HWC=crop(rgba_HWC * seen_HW[..., None], box))


def _round_all(boxes: Sequence[Box]) -> Box:
    """Return the least box round all of them."""
    if not boxes:
        return _LEAST
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)
