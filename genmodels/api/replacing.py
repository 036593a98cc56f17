"""A file that is written whole or not at all: beside its place first, then moved there."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from genmodels.api.errors import cannot_write


@contextlib.contextmanager
def replacing(path: Path, *, mark: str = "", hint: str = "") -> Iterator[Path]:
    """Give a temporary file to write, and move it to its place once it is whole; what was there stays until then.

    Raises StorageError where that cannot be, with the hint or a plain one. mark: what tells the temporary file from
    those of other writers of the same place.
    """
    temporary = path.with_name(f".{path.name}{mark}.tmp")
    try:
        yield temporary
        temporary.replace(path)
    except OSError as error:
        raise cannot_write(path, error, hint) from error
    finally:
        with contextlib.suppress(OSError):  # on a read-only disk there is nothing to remove, and that may not be said
            temporary.unlink(missing_ok=True)


def write_through(path: Path, data: bytes) -> None:
    """Write a file, and wait until it is on the disk."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
