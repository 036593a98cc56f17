"""The project format: a small one with a bit of everything, its JSON left uncompressed, where damage says more."""

import contextlib
import io
import zipfile
import zlib
from pathlib import Path

from app.document.project.reading import open_project
from tests.fuzz import Target
from tests.mutants import with_checksums

_GOLDEN = Path(__file__).parent / "golden" / "project-format-1.sprv"
_BROKEN = (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, ValueError, EOFError, UserWarning)


def plain(data: bytes) -> bytes:
    """Return a zip again, nothing in it compressed, with sums that fit what it now holds, as far as it can be read."""
    buffer = io.BytesIO()
    with contextlib.suppress(*_BROKEN), zipfile.ZipFile(io.BytesIO(data)) as damaged:
        with zipfile.ZipFile(buffer, "w") as mended:
            for entry in damaged.infolist():
                with contextlib.suppress(*_BROKEN), damaged.open(entry) as file:
                    file._expected_crc = None
                    mended.writestr(entry.filename, with_checksums(file.read(1 << 20)))
        return buffer.getvalue()
    return data


PROJECTS = (
    Target(name="project", suffix=".sprv", seeds=(plain(_GOLDEN.read_bytes()),), read=open_project, mend=plain),
)  # fmt: skip
