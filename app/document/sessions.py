"""Recovery copies on disk: a folder for each window that runs, held by a lock; what a crash left behind is found there.

sessions/<time>-<mark>/
  N.sprv    the project as it was less than a minute ago
  N.json    its name, where it came from, and whether it still holds what no file does
  closed    the window was closed by a person, who was asked about unsaved work
  offered   a person has seen the list with these copies
  .lock     held by the window; a kill frees it
"""

from __future__ import annotations

import contextlib
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.document.project.content import SUFFIX
from app.document.project.project import Project
from app.document.project.writing import write_copy
from genmodels.api import paths
from genmodels.api.errors import GenError, InputError, cannot_write
from genmodels.api.own_files import read_own, write_own

if TYPE_CHECKING:
    from filelock import BaseFileLock

    from app.document.project.pictures import Pictures

FORMAT_VERSION = 1
KEPT_S = 7 * 24 * 3600.0
_LOCK, _CLOSED, _OFFERED = ".lock", "closed", "offered"
_MAX_NOTE_BYTES = 2**20
_PATIENCE_S = 1.0  # longer than another window holds the lock to see whether this one lives


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What is told of a copy."""

    format_version: int = FORMAT_VERSION
    origin: str = ""  # the file that the drawing came from or was last saved to; empty: none
    width: int = 0
    height: int = 0
    layers: int = 1
    frames: int = 1
    needed: bool = True  # it holds what no file does


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A copy of a window that is gone."""

    file: Path
    note: Note
    changed: float  # seconds since 1970
    nbytes: int
    crashed: bool  # it is needed, and nobody was asked about it
    offered: bool

    @property
    def origin(self) -> Path | None:
        """The file that the drawing came from."""
        return Path(self.note.origin) if self.note.origin else None


def sessions_root() -> Path:
    """Return the folder of all windows' copies; it may not exist yet."""
    return paths.user_home() / "sessions"


class Session:
    """A folder of the window's own, made with the first copy. What writes may be another thread."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder: Path | None = None
        self._lock: BaseFileLock | None = None

    def write(self, number: int, note: Note, project: Project, pictures: Pictures) -> None:
        """Write a copy, whole or not at all, and its note before it: a copy without one would go unseen."""
        folder = self._held()
        write_own(folder / f"{number}.json", note)
        write_copy(folder / f"{number}{SUFFIX}", project, pictures)

    def settle(self, number: int, note: Note) -> None:
        """Note that this copy holds nothing that is in no file."""
        if self._folder is not None and (self._folder / f"{number}.json").exists():
            write_own(self._folder / f"{number}.json", note)

    def close(self) -> None:
        """Note that a person has closed the window, and let go of the folder."""
        if self._folder is not None:
            with contextlib.suppress(OSError):  # then the copies are offered once more, which does no harm
                (self._folder / _CLOSED).touch()
        if self._lock is not None:
            self._lock.release()

    def _held(self) -> Path:
        if self._folder is None:
            from filelock import FileLock  # here, because a start writes nothing

            paths.make_folder(self._root)
            try:
                folder = Path(tempfile.mkdtemp(prefix=time.strftime("%Y%m%d-%H%M%S-"), dir=self._root))
                lock = FileLock(folder / _LOCK, thread_local=False)
                lock.acquire(timeout=_PATIENCE_S)
            except OSError as error:  # a Timeout too
                raise cannot_write(self._root, error) from error
            self._folder, self._lock = folder, lock
        return self._folder


def find_copies(root: Path) -> list[Copy]:
    """Return the copies of windows that are gone, the latest first; those of running windows are theirs alone."""
    found = []
    for folder in _gone(root):
        closed, offered = (folder / _CLOSED).exists(), (folder / _OFFERED).exists()
        for file in folder.glob(f"*{SUFFIX}"):
            with contextlib.suppress(OSError):
                facts, note = file.stat(), _note(file)
                found.append(
                    Copy(
                        file=file,
                        note=note,
                        changed=facts.st_mtime,
                        nbytes=facts.st_size,
                        crashed=note.needed and not closed,
                        offered=offered,
                    )
                )
    return sorted(found, key=lambda copy: -copy.changed)


def mark_offered(copies: Iterable[Copy]) -> None:
    """Note that a person has seen these in a list."""
    for folder in {copy.file.parent for copy in copies}:
        with contextlib.suppress(OSError):  # then they are offered once more
            if not (folder / _OFFERED).exists():
                (folder / _OFFERED).touch()


def sweep(root: Path, now: float) -> None:
    """Remove folders of windows that are gone a week after their last change, but none that nobody was asked about."""
    for folder in _gone(root):
        with contextlib.suppress(OSError):
            marks = [mark for mark in (folder / _CLOSED, folder / _OFFERED) if mark.exists()]
            copies = list(folder.glob(f"*{SUFFIX}"))
            asked = bool(marks) or not any(_note(copy).needed for copy in copies)
            latest = max(path.stat().st_mtime for path in (folder, *marks, *copies))
            if asked and now - latest > KEPT_S:
                for path in folder.iterdir():
                    path.unlink()
                folder.rmdir()


def _gone(root: Path) -> Iterator[Path]:
    for folder in sorted(root.iterdir()) if root.is_dir() else ():
        if folder.is_dir() and not _is_held(folder):
            yield folder


def _is_held(folder: Path) -> bool:
    from filelock import FileLock, Timeout  # here, because few starts find anything

    if not (folder / _LOCK).exists():
        return False
    try:
        FileLock(folder / _LOCK).acquire(timeout=0).lock.release()
    except Timeout:
        return True
    except OSError:
        return False
    return False


def _note(file: Path) -> Note:
    try:
        found = read_own(file.with_suffix(".json"), Note, version=FORMAT_VERSION, most_bytes=_MAX_NOTE_BYTES)
    except (GenError, InputError):
        return Note()
    return found or Note()
