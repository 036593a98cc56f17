"""The history for a project file: states as differences from each other, on the way out from the present."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.document.history import State
from app.document.project.content import MAX_STEPS, Difference, SavedHistory, SavedStep, SavedTiles
from app.document.project.parts import Parts
from app.document.project.project import Project
from genmodels.media.artwork.artwork import Artwork
from genmodels.media.artwork.plane import Plane

BUDGET_BYTES = 64 * 2**20  # of tiles and masks as they are in memory; steps further from the present are left out
_MAX_ROWS = 200_000  # of cels and tiles, in JSON

_Way = Iterable[tuple[str, State, State]]


class Journal:
    """Writes steps until the budget is spent, those to be undone first."""

    def __init__(self, parts: Parts, most_parts: int, budget_bytes: int = BUDGET_BYTES) -> None:
        self._parts = parts
        self._numbers = dict(parts.numbers)
        self._first = len(parts.places)
        self._planes: list[SavedTiles] = []
        self._left = [budget_bytes, most_parts, _MAX_ROWS]

    def saved(self, project: Project) -> SavedHistory:
        """Return the steps, as many as there is room for."""
        done = self._walk(project.state, ((one.text, one.after, one.before) for one in reversed(project.done)))
        undone = self._walk(project.state, ((one.text, one.before, one.after) for one in project.undone))
        return SavedHistory(done=done, undone=undone, planes=tuple(self._planes))

    def _walk(self, state: State, way: _Way) -> tuple[SavedStep, ...]:
        steps: list[SavedStep] = []
        for text, near, far in way:
            cost = [a + b for a, b in zip(self._cost(state, near), self._cost(near, far), strict=True)]
            self._left = [left - one for left, one in zip(self._left, cost, strict=True)]
            if min(self._left) < 0 or len(steps) == MAX_STEPS:
                break
            steps.append(SavedStep(text=text, near=self._between(state, near), far=self._between(near, far)))
            state = far
        return tuple(steps)

    def _cost(self, state: State, then: State) -> tuple[int, int, int]:
        """Return bytes, pictures and rows of JSON that a difference may take."""
        size = pictures = count = 0
        if state.mask_HW is not then.mask_HW:
            size, pictures = then.mask_HW.nbytes, 1
        for _, plane, before in _changed(state.artwork, then.artwork):
            count += 1
            if plane is not None and plane not in self._numbers:
                tiles = plane.tiles if before is None else {
                    place: tile for place, tile in plane.tiles.items() if before.tiles.get(place) is not tile
                }  # fmt: skip
                size += sum(tile.nbytes for tile in tiles.values())
                pictures, count = pictures + len(tiles), count + len(tiles) + len(before.tiles if before else ())
        return size, pictures, count

    def _between(self, state: State, then: State) -> Difference:
        was, now = state.artwork, then.artwork
        selection = None
        if then.mask_HW is not state.mask_HW:
            selection = self._parts.mask(then.mask_HW) if then.mask_HW.any() else -1
        cels = [
            [*place, None if plane is None else self._number(plane, before)]
            for place, plane, before in _changed(was, now)
        ]
        return Difference(
            width=_other(was.width, now.width),
            height=_other(was.height, now.height),
            layers=_other(was.layers, now.layers),
            frames=_other(was.frames, now.frames),
            tags=_other(was.tags, now.tags),
            palette=_other(was.palette, now.palette),
            cels=cels,
            layer=_other(state.layer, then.layer),
            frame=_other(state.frame, then.frame),
            selection=selection,
        )

    def _number(self, plane: Plane, before: Plane | None) -> int:
        if plane not in self._numbers:
            like = self._numbers.get(before) if before is not None else None
            known = before.tiles if before is not None and like is not None else {}
            self._numbers[plane] = self._first + len(self._planes)
            changed = [
                [*place, self._parts.tile(tile)] for place, tile in plane.tiles.items() if known.get(place) is not tile
            ]  # fmt: skip
            gone = [[*place] for place in known if place not in plane.tiles]
            alone = {} if like is not None else {"width": plane.width, "height": plane.height}
            self._planes.append(SavedTiles(like=like, tiles=changed, gone=gone, **alone))
        return self._numbers[plane]


def _changed(was: Artwork, now: Artwork) -> Iterable[tuple[tuple[int, int], Plane | None, Plane | None]]:
    """Yield places with what is there now and what was there; an empty plane is none."""
    if was.cels is now.cels:
        return
    for place, plane in now.cels.items() - was.cels.items():
        before = was.cels.get(place)
        same_size = before is not None and (before.width, before.height) == (plane.width, plane.height)
        yield place, None if plane.is_empty else plane, before if same_size else None
    for place in was.cels.keys() - now.cels.keys():
        yield place, None, None


def _other(was: Any, now: Any) -> Any:
    return None if was is now or was == now else now
