"""Any file as a drawing: a project or a picture, told by what is in it. It knows no Qt."""

from __future__ import annotations

from pathlib import Path

from app.document.drawing import FIRST_LAYER, Drawing


def open_file(path: Path) -> tuple[Drawing, tuple[str, ...]]:
    """Return the drawing of a file, and what was left out or changed on the way; raises InputError."""
    from app.document.project.reading import is_project, open_project  # here, as the window is painted before
    from genmodels.media.opening import open_artwork

    if is_project(path):
        return open_project(path)

    opened = open_artwork(path, layer=FIRST_LAYER)
    return Drawing(opened.artwork, path, opened.sprite), opened.remarks
