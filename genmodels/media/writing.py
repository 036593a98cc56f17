"""Writes a file so that a failure leaves what was there: beside its place, read back, compared, then moved."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from genmodels.api.errors import StorageError
from genmodels.api.replacing import replacing, write_through


def write_checked(path: Path, data: bytes, is_right: Callable[[bytes], bool]) -> None:
    """Write a file where what comes back from the disk is right; raises StorageError."""
    with replacing(path, mark=f".{os.getpid()}") as temporary:
        write_through(temporary, data)
        if not is_right(temporary.read_bytes()):
            raise StorageError(f"“{path}” came back from the disk changed.", hint="Save to another disk.")
