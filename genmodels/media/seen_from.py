"""Where a file lies as seen from a project's folder, so that both can be moved together."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath


def seen_from(project: Path | None, file: Path) -> str:
    """Return the way from the project's folder to the file, “/” between names; as it is where there is none.

    That is on another drive, and where no project is.
    """
    whole = file.absolute()
    if project is None:
        return whole.as_posix()
    try:
        return Path(os.path.relpath(whole, project.absolute().parent)).as_posix()
    except ValueError:  # Windows: there is no way from one drive to another
        return whole.as_posix()


def reached_from(project: Path | None, way: str) -> Path:
    """Return the file that lies there."""
    folder = project.absolute().parent if project is not None else Path.cwd()
    return Path(os.path.normpath(folder / PurePosixPath(way)))
