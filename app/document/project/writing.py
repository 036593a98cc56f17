"""Writes a project file, and reads back what it wrote."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.document.project.archive import packed
from app.document.project.content import (
    CANDIDATES,
    FORMAT_VERSION,
    HISTORY,
    MAX_FILE_BYTES,
    MAX_PARTS,
    MORPH,
    PREVIEW,
    PROJECT,
    SavedCandidate,
    SavedMorph,
    SavedProject,
    picture_name,
)
from app.document.project.journal import Journal
from app.document.project.parts import Parts
from app.document.project.pictures import Pictures
from app.document.project.project import Project
from app.document.project.reading import read_project
from genmodels.api.codec import to_dict
from genmodels.api.errors import StorageError
from genmodels.media.arrays import np
from genmodels.media.artwork.flattening import flatten
from genmodels.media.png import quick_png
from genmodels.media.writing import write_checked

_PREVIEW_SIDE = 256
_ROWS = ("cels", "tiles", "gone")  # which are empty where nothing is said


def write_project(path: Path, project: Project) -> None:
    """Write the file whole or not at all: what comes back from the disk is read and compared; raises StorageError."""
    data = project_bytes(project)

    def is_right(found: bytes) -> bool:
        return found == data and _reads_the_same(found, project)

    write_checked(path, data, is_right)


def write_copy(path: Path, project: Project, pictures: Pictures) -> None:
    """Write the file, not reading it as a project again; what pictures remembers is not made anew."""
    data = project_bytes(project, pictures)
    pictures.forget_others()
    write_checked(path, data, lambda found: found == data)


def project_bytes(project: Project, pictures: Pictures | None = None) -> bytes:
    """Return the file; raises StorageError where it would be larger than any that is read."""
    parts = Parts(pictures or Pictures())
    state, belongings = project.state, project.belongings
    artwork = state.artwork
    cels = [[*place, parts.plane(plane)] for place, plane in artwork.cels.items() if not plane.is_empty]
    selection = parts.mask(state.mask_HW) if state.mask_HW.any() else None
    for number, candidate in enumerate(belongings.candidates):
        parts.add(picture_name(CANDIDATES, number), candidate.rgba_HWC)
        parts.add(picture_name(CANDIDATES, number, "-mask"), candidate.mask_HW)
    for number, picture in enumerate(belongings.morph.pictures if belongings.morph else ()):
        parts.add(picture_name(MORPH, number), picture.rgba_HWC)
    saved = SavedProject(
        format_version=FORMAT_VERSION,
        width=artwork.width,
        height=artwork.height,
        layers=artwork.layers,
        frames=artwork.frames,
        planes=tuple(parts.places),
        cels=cels,
        tags=artwork.tags,
        palette=artwork.palette,
        layer=state.layer,
        frame=state.frame,
        selection=selection,
        candidates=tuple(
            SavedCandidate(
                seed=one.seed,
                pack=one.recipe.pack.name,
                temperature=one.recipe.temperature,
                palette=one.recipe.palette,
            )
            for one in belongings.candidates
        ),
        poems=belongings.poems,
        morph=SavedMorph(
            pictures=tuple(one.name for one in belongings.morph.pictures), settings=dict(belongings.morph.settings)
        )
        if belongings.morph
        else None,
        export=dict(belongings.export),
    )
    if len(parts.entries) > MAX_PARTS:
        message = f"The sprite has {len(parts.entries):,} different cels and pictures; a project holds {MAX_PARTS:,}."
        raise StorageError(message, hint="Remove layers or frames that are not needed.")
    history = Journal(parts, MAX_PARTS - len(parts.entries)).saved(project)
    parts.entries[PREVIEW] = quick_png(_preview(project))
    texts = {PROJECT: to_dict(saved), HISTORY: _without_nothing(to_dict(history))}
    data = packed(texts, parts.entries)
    if len(data) > MAX_FILE_BYTES:
        message = f"The project would be over {MAX_FILE_BYTES >> 20} MB."
        raise StorageError(message, hint="Remove layers or frames that are not needed.")
    return data


def _preview(project: Project) -> np.ndarray:
    seen_HWC = flatten(project.state.artwork, project.state.frame)
    step = -(-max(seen_HWC.shape[:2]) // _PREVIEW_SIDE)
    return np.ascontiguousarray(seen_HWC[::step, ::step])


def _without_nothing(value: Any) -> Any:
    """Return a JSON value without fields that say nothing, of which most differences have many."""
    if isinstance(value, dict):
        said = {key: item for key, item in value.items() if item is not None and (item or key not in _ROWS)}
        return {key: _without_nothing(item) for key, item in said.items()}
    return [_without_nothing(item) for item in value] if isinstance(value, list) else value


def _reads_the_same(data: bytes, project: Project) -> bool:
    read = read_project(data, "The file")
    return not read.remarks and read.project.same(project)
