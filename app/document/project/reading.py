"""Reads a project file with distrust: what is damaged is left out and told, as far as the rest can stand without it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, TypeVar

from app.document.belongings import Belongings, Morph
from app.document.candidates import Candidate, Recipe
from app.document.drawing import Drawing
from app.document.history import Change, State
from app.document.key_pictures import KeyPicture
from app.document.project.archive import Archive, MissingPartError, no_project
from app.document.project.checking import check_state
from app.document.project.content import (
    CANDIDATES,
    CELS,
    FORMAT_VERSION,
    HISTORY,
    MASKS,
    MAX_FILE_BYTES,
    MAX_PARTS,
    MAX_PIXEL_BYTES,
    MAX_SIDE,
    MORPH,
    PREVIEW,
    PROJECT,
    TILES,
    SavedHistory,
    SavedPlane,
    SavedProject,
    picture_name,
    rows,
)
from app.document.project.pictures import Unpacking
from app.document.project.project import Project, drawing_from
from app.document.project.replay import numbered, steps_of
from genmodels.api.codec import from_dict
from genmodels.api.errors import ConfigError, InputError
from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Artwork
from genmodels.media.artwork.pieces import plane_with
from genmodels.media.artwork.plane import SIDE, Plane, empty

_ZIP = b"PK\3\4"
_LARGEST = (MAX_SIDE, MAX_SIDE)
_PREVIEW_SIDE = 256

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a file holds, and a sentence for each part of it that is lost."""

    project: Project
    remarks: tuple[str, ...] = ()


def open_project(path: Path) -> tuple[Drawing, tuple[str, ...]]:
    """Return the drawing of a project file, and what of it is lost; then saving it asks for a name.

    Raises InputError where nothing can be read.
    """
    with _opened(path) as file:
        read = _read(file, f"“{path.name}”")
    drawing = drawing_from(read.project, None if read.remarks else path)
    if read.remarks:
        drawing.mark_unsaved(path)
    return drawing, read.remarks


def read_project(data: bytes, name: str) -> Read:
    """Return what a file's bytes hold; raises InputError, which calls it by the name."""
    return _read(io.BytesIO(data), name)


def read_preview(path: Path) -> np.ndarray:
    """Return the small picture of a project file, uint8 RGBA; raises InputError."""
    with _opened(path) as file:
        try:
            data = Archive(file, f"“{path.name}”").picture(PREVIEW)
            return Unpacking(MAX_PIXEL_BYTES).rgba(data, (_PREVIEW_SIDE, _PREVIEW_SIDE))
        except ValueError as error:
            raise no_project(f"“{path.name}”", str(error)) from error


def is_project(path: Path) -> bool:
    """Return whether a file is a zip, which no other kind that is opened is."""
    try:
        with path.open("rb") as file:
            return file.read(len(_ZIP)) == _ZIP
    except OSError:
        return False


def _opened(path: Path) -> BinaryIO:
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            message = f"“{path.name}” is over {MAX_FILE_BYTES >> 20} MB."
            raise InputError(message, hint="No project is as large; ask whoever made it.")
        return path.open("rb")
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        message = f"There is no file “{path}”." if missing else f"“{path}” cannot be read: {error.strerror}."
        raise InputError(message, hint="Check the path and its permissions.", detail=str(error)) from error


def _read(file: BinaryIO, name: str) -> Read:
    archive = Archive(file, name)
    try:
        data = archive.json(PROJECT)
        found = data.get("format_version") if isinstance(data, dict) else None
        if type(found) is int and found > FORMAT_VERSION:
            message = f"{name} was saved by a newer Spriteverse: it has format {found}, this version reads "
            raise InputError(
                f"{message}{FORMAT_VERSION}.", hint="Update Spriteverse to open it; the file is as it was."
            )
        if found != FORMAT_VERSION:
            raise ValueError(f"format {found!r}")
        return _Reader(archive, from_dict(SavedProject, data, where=PROJECT)).read()
    except ConfigError as error:
        raise no_project(name, str(error)) from error
    except ValueError as error:
        raise no_project(name, str(error)) from error


class _Reader:
    """Builds a project part by part."""

    def __init__(self, archive: Archive, saved: SavedProject) -> None:
        self._archive, self._saved = archive, saved
        self._unpacking = Unpacking(MAX_PIXEL_BYTES)
        self._remarks: list[str] = []
        self.tile = lru_cache(maxsize=None)(self._tile)
        self.mask = lru_cache(maxsize=None)(self._mask)

    def read(self) -> Read:
        """Return all that can be read; raises ValueError where nothing can."""
        saved = self._saved
        shape = saved.height, saved.width
        if not (0 < saved.width <= MAX_SIDE and 0 < saved.height <= MAX_SIDE) or len(saved.planes) > MAX_PARTS:
            raise ValueError(f"{saved.width}×{saved.height} pixels, {len(saved.planes)} planes")
        planes = self._planes(shape)
        cels = {(layer, frame): numbered(planes, number) for layer, frame, number in rows(saved.cels, 3)}
        artwork = Artwork(
            width=saved.width,
            height=saved.height,
            layers=saved.layers,
            frames=saved.frames,
            cels={place: plane for place, plane in cels.items() if not plane.is_empty},
            tags=saved.tags,
            palette=saved.palette,
        )
        mask_HW = np.zeros(shape, bool)
        if saved.selection is not None:
            number = saved.selection
            mask_HW = self._or_lost(lambda: self.mask(number, shape), "What was selected is lost.", mask_HW)
        state = State(artwork=artwork, mask_HW=mask_HW, layer=saved.layer, frame=saved.frame)
        check_state(state)
        done, undone = self._or_lost(
            lambda: self._steps(state, planes), "The steps that could be undone are lost.", ((), ())
        )  # fmt: skip
        project = Project(state=state, done=done, undone=undone, belongings=self._belongings())
        return Read(project=project, remarks=tuple(self._remarks))

    def _planes(self, shape: tuple[int, int]) -> list[Plane]:
        planes, lost = [], 0
        known: dict[SavedPlane, Plane] = {}  # those that look the same share their tiles
        for saved in self._saved.planes:
            try:
                if saved not in known:
                    rgba_HWC = self._rgba(picture_name(CELS, saved.picture), shape)
                    known[saved] = plane_with(shape, saved.x, saved.y, rgba_HWC)
                planes.append(replace(known[saved]))
            except ValueError:
                planes.append(empty(shape[1], shape[0]))
                lost += 1
        if lost:
            self._remarks.append(f"{lost} of {len(planes)} drawn cels are damaged and left empty.")
        return planes

    def _steps(self, state: State, planes: list[Plane]) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
        if any(plane.is_empty for plane in planes):
            raise ValueError("steps go on from cels that are lost")
        if HISTORY not in self._archive:
            return (), ()
        saved = from_dict(SavedHistory, self._archive.json(HISTORY), where=HISTORY)
        return steps_of(saved, state, planes, self.tile, self.mask)

    def _belongings(self) -> Belongings:
        saved = self._saved
        candidates = [self._or_lost(lambda at=at: self._candidate(at), "", None) for at in range(len(saved.candidates))]
        found = tuple(one for one in candidates if one is not None)
        if len(found) < len(candidates):
            self._remarks.append(f"{len(candidates) - len(found)} of {len(candidates)} kept candidates are lost.")
        poems = tuple(poem for poem in saved.poems if len(poem.lines) >= 2)
        if len(poems) < len(saved.poems):
            self._remarks.append(f"{len(saved.poems) - len(poems)} of {len(saved.poems)} poems are damaged.")
        morph = self._or_lost(self._morph, "The pictures of the morph are lost.", None)
        return Belongings(candidates=found, poems=poems, morph=morph, export=saved.export)

    def _candidate(self, number: int) -> Candidate:
        saved = self._saved.candidates[number]
        rgba_HWC = self._rgba(picture_name(CANDIDATES, number), _LARGEST)
        data = self._archive.picture(picture_name(CANDIDATES, number, "-mask"))
        recipe = Recipe(pack=Path(Path(saved.pack).name), temperature=saved.temperature, palette=saved.palette)
        mask_HW = self._unpacking.mask(data, rgba_HWC.shape[:2])
        candidate = Candidate(seed=saved.seed, recipe=recipe, mask_HW=mask_HW, rgba_HWC=rgba_HWC, starred=True)
        candidate.finish(rgba_HWC)
        return candidate

    def _morph(self) -> Morph | None:
        saved = self._saved.morph
        if saved is None:
            return None
        pictures = tuple(
            KeyPicture(name=name, rgba_HWC=self._rgba(picture_name(MORPH, number), _LARGEST))
            for number, name in enumerate(saved.pictures)
        )
        return Morph(pictures=pictures, settings=saved.settings)

    def _tile(self, number: int) -> np.ndarray:
        tile = self._rgba(picture_name(TILES, number), (SIDE, SIDE))
        tile.flags.writeable = False
        return tile

    def _mask(self, number: int, shape: tuple[int, int]) -> np.ndarray:
        return self._unpacking.mask(self._archive.picture(picture_name(MASKS, number)), shape)

    def _rgba(self, name: str, most: tuple[int, int]) -> np.ndarray:
        return self._unpacking.rgba(self._archive.picture(name), most)

    def _or_lost(self, read: Callable[[], Part], remark: str, otherwise: Part) -> Part:
        """Return what is read, or, where that is damaged, remark on it and return the other."""
        try:
            return read()
        except (MissingPartError, ValueError, ConfigError):
            if remark:
                self._remarks.append(remark)
            return otherwise
