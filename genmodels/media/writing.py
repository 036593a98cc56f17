"""Writes a file so that a failure leaves what was there: beside its place, read back, compared, then moved."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

from genmodels.api.errors import StorageError, cannot_write


def write_checked(path: Path, data: bytes, is_right: Callable[[bytes], bool]) -> None:
    """Write a file where what comes back from the disk is right; raises StorageError."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not is_right(temporary.read_bytes()):
            raise StorageError(f"“{path}” came back from the disk changed.", hint="Save to another disk.")
        temporary.replace(path)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        with contextlib.suppress(OSError):  # on a read-only disk there is nothing to remove, and that may not be said
            temporary.unlink(missing_ok=True)
