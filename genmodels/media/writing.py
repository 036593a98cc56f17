"""Writes files so that a failure leaves what was there: beside their places, read back, compared, then moved."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from genmodels.api.errors import StorageError
from genmodels.api.replacing import replacing, write_through


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A file to write, and what tells whether it came back from the disk as it should."""

    path: Path
    data: bytes
    is_right: Callable[[bytes], bool]


def write_checked(path: Path, data: bytes, is_right: Callable[[bytes], bool]) -> None:
    """Write a file where what comes back from the disk is right; raises StorageError."""
    write_all_checked([Checked(path=path, data=data, is_right=is_right)])


def write_all_checked(files: Sequence[Checked]) -> None:
    """Write files that belong together: none takes its place before all came back right; raises StorageError."""
    with ExitStack() as moves:
        for file in files:
            temporary = moves.enter_context(replacing(file.path, mark=f".{os.getpid()}"))
            write_through(temporary, file.data)
            if not file.is_right(temporary.read_bytes()):
                raise StorageError(f"“{file.path}” came back from the disk changed.", hint="Save to another disk.")
