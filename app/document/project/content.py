"""What project.json and history.json hold, as values; the format is told in the package's own text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from app.document.poem import Poem
from genmodels.api.messages import PaletteRule
from genmodels.media.artwork.artwork import Frame, Layer, Rgba, Tag

FORMAT_VERSION = 1
SUFFIX = ".sprv"
PROJECT, HISTORY, PREVIEW = "project.json", "history.json", "preview.png"
CELS, MASKS, TILES, CANDIDATES, MORPH = "cels", "masks", "tiles", "candidates", "morph"
MAX_FILE_BYTES = 2**30
MAX_PARTS = 60_000  # entries of the zip
MAX_JSON_BYTES = {PROJECT: 32 * 2**20, HISTORY: 16 * 2**20}
MAX_PIXEL_BYTES = 2**31  # of all that is unpacked
MAX_SIDE = 4096
MAX_STEPS = 1000


def picture_name(folder: str, number: int, mark: str = "") -> str:
    """Return the name of a picture's entry."""
    return f"{folder}/{number}{mark}.png"


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedPlane:
    """Where a plane's picture stands, and its number."""

    x: int
    y: int
    picture: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedCandidate:
    """How a candidate was made."""

    seed: int
    pack: str
    temperature: float
    palette: PaletteRule


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedMorph:
    """A morph, its pictures by name."""

    pictures: tuple[str, ...] = ()
    settings: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedProject:
    """project.json."""

    format_version: int
    width: int
    height: int
    layers: tuple[Layer, ...]
    frames: tuple[Frame, ...]
    planes: tuple[SavedPlane, ...] = ()
    cels: Any = ()  # [layer, frame, plane], read by `rows`: there may be hundreds of thousands
    tags: tuple[Tag, ...] = ()
    palette: tuple[Rgba, ...] = ()
    layer: int
    frame: int
    selection: int | None = None
    candidates: tuple[SavedCandidate, ...] = ()
    poems: tuple[Poem, ...] = ()
    morph: SavedMorph | None = None
    export: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How a state differs from the one before it on the way; None: it does not."""

    width: int | None = None
    height: int | None = None
    layers: tuple[Layer, ...] | None = None
    frames: tuple[Frame, ...] | None = None
    tags: tuple[Tag, ...] | None = None
    palette: tuple[Rgba, ...] | None = None
    cels: Any = ()  # [layer, frame, plane or null]
    layer: int | None = None
    frame: int | None = None
    selection: int | None = None  # -1: nothing is selected


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedStep:
    """A step of the history: the state on its side towards the present, and the one on its other side."""

    text: str
    near: Difference
    far: Difference


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedTiles:
    """A plane of the history."""

    like: int | None = None  # number of the plane it is made from
    width: int | None = None  # where it is made from none
    height: int | None = None
    tiles: Any = ()  # [column, row, number]
    gone: Any = ()  # [column, row]


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedHistory:
    """history.json."""

    done: tuple[SavedStep, ...] = ()
    undone: tuple[SavedStep, ...] = ()
    planes: tuple[SavedTiles, ...] = ()


def rows(data: Any, length: int, *, or_null: bool = False) -> list[tuple[Any, ...]]:
    """Return lists of so many whole numbers, the last of which may be null; raises ValueError for anything else."""
    last = (int, type(None)) if or_null else (int,)
    if not isinstance(data, list | tuple) or any(not isinstance(row, list | tuple) for row in data):
        raise ValueError("lists of numbers should stand here")
    for row in data:
        if len(row) != length or type(row[-1]) not in last or any(type(number) is not int for number in row[:-1]):
            raise ValueError(f"{length} whole numbers should stand here")
    return [tuple(row) for row in data]
