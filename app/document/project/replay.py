"""The history of a project file read: states rebuilt one from another, which share all that did not change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from app.document.history import Change, State
from app.document.project.checking import check_artwork, check_cels, check_place
from app.document.project.content import MAX_STEPS, Difference, SavedHistory, SavedStep, SavedTiles, rows
from genmodels.media.arrays import np
from genmodels.media.artwork.plane import SIDE, Plane

_NAMED = ("width", "height", "layers", "frames", "tags", "palette")

_Tile = Callable[[int], "np.ndarray"]  # reads a tile by number
_Mask = Callable[[int, tuple[int, int]], "np.ndarray"]  # reads a mask, of this (height, width)


def steps_of(
    saved: SavedHistory,
    state: State,
    planes: list[Plane],
    tile: _Tile,
    mask: _Mask,
) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """Return the steps behind the state, the oldest first, and those ahead, the next first; raises ValueError.

    planes: those of the project, by number; tile and mask read a picture by number.
    """
    planes = list(planes)
    for one in saved.planes:
        planes.append(_plane(one, planes, tile))
    done = [
        Change(text=text, before=far, after=near) for text, near, far in _walk(state, saved.done, planes, mask)
    ]  # fmt: skip
    undone = [
        Change(text=text, before=near, after=far) for text, near, far in _walk(state, saved.undone, planes, mask)
    ]  # fmt: skip
    return tuple(reversed(done)), tuple(undone)


def _walk(
    state: State, steps: Sequence[SavedStep], planes: list[Plane], mask: _Mask
) -> Iterator[tuple[str, State, State]]:
    for step in steps[:MAX_STEPS]:
        near = _moved(state, step.near, planes, mask)
        state = _moved(near, step.far, planes, mask)
        yield step.text, near, state


def _moved(state: State, by: Difference, planes: list[Plane], mask: _Mask) -> State:
    changed = {name: getattr(by, name) for name in _NAMED if getattr(by, name) is not None}
    artwork = replace(state.artwork, **changed) if changed else state.artwork
    cels = dict(artwork.cels)
    for layer, frame, number in rows(by.cels, 3, or_null=True):
        cels.pop((layer, frame), None)
        if number is not None:
            cels[layer, frame] = numbered(planes, number)
    if by.cels:
        artwork = replace(artwork, cels=cels)
    if changed:
        check_artwork(artwork)
        check_cels(artwork, cels)
    elif by.cels:
        places = ((layer, frame) for layer, frame, _ in by.cels)
        check_cels(artwork, {place: cels[place] for place in places if place in cels})
    mask_HW = state.mask_HW
    if by.selection is not None:
        mask_HW = np.zeros(artwork.shape, bool) if by.selection < 0 else mask(by.selection, artwork.shape)
    layer, frame = _or(by.layer, state.layer), _or(by.frame, state.frame)
    moved = State(artwork=artwork, mask_HW=mask_HW, layer=layer, frame=frame)
    check_place(moved)
    return moved


def _plane(saved: SavedTiles, planes: list[Plane], tile: _Tile) -> Plane:
    if saved.like is not None:
        like = numbered(planes, saved.like)
        width, height, tiles = like.width, like.height, dict(like.tiles)
    else:
        width, height, tiles = saved.width or 0, saved.height or 0, {}
    for column, row in rows(saved.gone, 2):
        tiles.pop((column, row), None)
    for column, row, number in rows(saved.tiles, 3):
        found, x, y = tile(number), column * SIDE, row * SIDE
        if not (0 <= x < width and 0 <= y < height) or found.shape[:2] != (min(SIDE, height - y), min(SIDE, width - x)):
            raise ValueError(f"tile {number} does not fit at {column}, {row}")
        tiles[column, row] = found
    return Plane(width=width, height=height, tiles=tiles)


def numbered(planes: list[Plane], number: int) -> Plane:
    """Return the plane of this number; raises ValueError where there is none."""
    if not 0 <= number < len(planes):
        raise ValueError(f"there is no plane {number}")
    return planes[number]


def _or(value: int | None, otherwise: int) -> int:
    return otherwise if value is None else value
