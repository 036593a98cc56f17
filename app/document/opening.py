"""Any file as a drawing: a project or a picture, told by what is in it. It knows no Qt."""

from __future__ import annotations

from pathlib import Path

from app.document.drawing import FIRST_LAYER, Drawing

_ZIP = b"PK\3\4"


def open_file(path: Path) -> tuple[Drawing, tuple[str, ...]]:
    """Return the drawing of a file, and what was left out or changed on the way; raises InputError."""
    if _is_zip(path):
        from app.document.project.reading import open_project  # here, because most starts open a picture

        return open_project(path)
    from genmodels.media.opening import open_artwork  # here, because the window paints itself before it opens a file

    opened = open_artwork(path, layer=FIRST_LAYER)
    return Drawing(opened.artwork, path, opened.sprite), opened.remarks


def _is_zip(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_ZIP)) == _ZIP
    except OSError:
        return False
