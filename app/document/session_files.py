"""The files that were written since the program began: these alone are replaced without a question. It knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

_Stamp = tuple[int, int]  # bytes, and when it was written


class SessionFiles:
    """A file that another program has changed since is foreign again."""

    def __init__(self) -> None:
        self._stamps: dict[Path, _Stamp] = {}

    def note(self, files: Iterable[Path]) -> None:
        """Remember files that were written a moment ago."""
        for file in files:
            stamp = _stamp(file)
            if stamp is not None:
                self._stamps[file.resolve()] = stamp

    def foreign(self, files: Iterable[Path]) -> Sequence[Path]:
        """Return those of these files that are there and were not written by this session."""
        stamps = ((file, _stamp(file)) for file in files)
        return [file for file, stamp in stamps if stamp is not None and self._stamps.get(file.resolve()) != stamp]


def _stamp(file: Path) -> _Stamp | None:
    """Return what tells whether a file is the same as before, None where there is none."""
    try:
        now = file.stat()
    except OSError:
        return None
    return now.st_size, now.st_mtime_ns
