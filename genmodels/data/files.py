"""Finds the files under what a person chose; a loop of links or a closed folder is told, never an error."""

import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from genmodels.api.errors import InputError
from genmodels.api.messages import Progress
from genmodels.api.reports import Problem, ProblemKind
from genmodels.data.steps import Pace, Steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file, and its name among the pictures: its path in the chosen folder, without suffix."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The files that may be pictures, in the order of their paths, and what else there was."""

    files: tuple[Source, ...]
    problems: tuple[Problem, ...]
    ignored: Counter[str]  # how many files by suffix


def list_files(source: Path, suffixes: Iterable[str]) -> Steps[Listing]:
    """Return all files of these suffixes at any depth; a file that was chosen itself may have any suffix.

    Links are followed, but no folder is entered twice. Hidden files are not pictures: systems leave their own notes.
    Raises InputError where there is nothing of that name.
    """
    if source.is_file():
        return Listing(files=(Source(path=source, name=readable(source.stem)),), problems=(), ignored=Counter())
    if not source.is_dir():
        raise InputError(f"There is no folder “{readable(source)}”.", hint="Choose a folder of pictures.")
    pace, wanted = Pace(), frozenset(suffixes)
    found: list[Path] = []
    problems: list[Problem] = []
    ignored: Counter[str] = Counter()
    folders, entered = [source], set[tuple[int, int]]()
    while folders:
        folder = folders.pop()
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in entered:
                problems.append(_problem(source, folder, ProblemKind.LOOP, "leads to a folder that is read already"))
                continue
            entered.add((status.st_dev, status.st_ino))
            for path in folder.iterdir():
                if pace.is_due():
                    yield Progress(done=0, total=0, note=f"{len(found):,} files found")
                if path.is_dir():
                    folders.append(path)
                elif path.name.startswith(".") or path.suffix.lower() not in wanted:
                    ignored[readable(path.suffix.lower())] += 1
                elif path.is_file():
                    found.append(path)
                else:
                    problems.append(_problem(source, path, ProblemKind.UNREADABLE, "leads nowhere, or is no file"))
        except OSError as error:
            why = f"cannot be looked into: {error.strerror or error}"
            problems.append(_problem(source, folder, ProblemKind.UNREADABLE, why))
    files = tuple(
        Source(path=path, name=readable(path.relative_to(source).with_suffix("").as_posix())) for path in sorted(found)
    )
    return Listing(files=files, problems=tuple(problems), ignored=ignored)


def readable(path: Path | str) -> str:
    """Return a path as text that every output can take; bytes that are no UTF-8 become “�”."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def _problem(source: Path, path: Path, kind: ProblemKind, what: str) -> Problem:
    name = source.name if path == source else path.relative_to(source).as_posix()
    return Problem(name=readable(name), kind=kind, what=what)
