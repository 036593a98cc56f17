"""A pack as one file to send and to keep: an .svpack is a zip of the pack's three files, read with distrust."""

import hashlib
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Generator, Iterator
from pathlib import Path

from genmodels.api.errors import GenError, PackError, cannot_write
from genmodels.api.packs import (
    CARD,
    MAX_CARD_BYTES,
    MAX_PREVIEW_BYTES,
    MAX_WEIGHT_BYTES,
    PREVIEW,
    SUFFIX,
    WEIGHTS,
    read_card,
    require_hash,
)
from genmodels.api.replacing import replacing

_LIMITS = {CARD: MAX_CARD_BYTES, WEIGHTS: MAX_WEIGHT_BYTES, PREVIEW: MAX_PREVIEW_BYTES}
_AROUND_BYTES = 4096  # what a zip of three files has besides their contents is far less
_PART_BYTES = 1 << 20
_TIME = (1980, 1, 1, 0, 0, 0)  # the same pack gives the same file
_END, _END_64 = b"PK\5\6", b"PK\6\7"  # APPNOTE.TXT 4.3.16 and 4.3.15
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, struct.error)
_AGAIN = "Ask for the file again; nothing was imported."


def export_pack(folder: Path, file: Path) -> Generator[tuple[int, int], None, None]:
    """Write the pack to a file, whole or not at all, yielding (bytes done, of how many) on the way.

    Raises PackError where the pack is damaged, StorageError.
    """
    card = read_card(folder)
    digest, done = hashlib.sha256(), 0
    with replacing(file) as temporary:
        total = sum(_size(folder, name) for name in _LIMITS)
        with zipfile.ZipFile(temporary, "w") as archive:
            for name in _LIMITS:
                entry = zipfile.ZipInfo(name, _TIME)
                entry.compress_type = zipfile.ZIP_DEFLATED if name == CARD else zipfile.ZIP_STORED
                entry.external_attr = 0o644 << 16
                with (folder / name).open("rb") as source, archive.open(entry, "w") as target:
                    while part := source.read(_PART_BYTES):
                        target.write(part)
                        if name == WEIGHTS:
                            digest.update(part)
                        done += len(part)
                        yield done, total
        require_hash(folder, card, digest.hexdigest())


def _size(folder: Path, name: str) -> int:
    try:
        return (folder / name).stat().st_size
    except OSError as error:
        raise PackError(f"The pack “{folder.name}” has no {name}.", hint="Import or train it again.") from error


def unpack(file: Path, folder: Path) -> Generator[tuple[int, int], None, None]:
    """Unpack a file into a new folder, yielding (bytes done, of how many) on the way; a part may be left on failure.

    Nothing is taken but the three files of a pack, none larger than a pack may have it. Raises PackError for all that
    is wrong with the file, StorageError where the folder cannot be written.
    """
    try:
        _check_end(file)
        archive = zipfile.ZipFile(file)
    except OSError as error:
        message = f"“{file.name}” cannot be read: {error.strerror or error}."
        raise PackError(message, hint="Choose a file that is there and that you may read.") from error
    except _DAMAGE as error:
        raise _damaged(file, str(error)) from error
    with archive:
        entries = _entries(file, archive)
        total, done = sum(entry.file_size for entry in entries), 0
        try:
            folder.mkdir(parents=True)
            for entry in entries:
                with (folder / entry.filename).open("xb") as target:
                    for part in _parts(file, archive, entry):
                        target.write(part)
                        done += len(part)
                        yield done, total
                    os.fsync(target.fileno())
        except OSError as error:
            raise cannot_write(folder.parent, error) from error


def _check_end(file: Path) -> None:
    """Read the end record before zipfile does, which believes it and would read a directory of any length."""
    with file.open("rb") as source:
        length = source.seek(0, os.SEEK_END)
        if length > sum(_LIMITS.values()) + _AROUND_BYTES:
            raise PackError(f"“{file.name}” is larger than any pack.", hint=f"Choose an {SUFFIX} file.")
        source.seek(max(0, length - 42))
        tail = source.read(42)
    if len(tail) < 42 or tail[-22:-18] != _END or tail[-2:] != b"\0\0":
        raise _damaged(file, "It has no end record, or a comment behind it.")
    count, size = struct.unpack_from("<HI", tail, 30)
    if tail.startswith(_END_64) or count != len(_LIMITS) or size > _AROUND_BYTES:
        raise _foreign(file, f"{count} entries, {size} bytes of directory")


def _entries(file: Path, archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the entries, which are the three files of a pack and nothing else."""
    entries = archive.infolist()
    if sorted(entry.filename for entry in entries) != sorted(_LIMITS):
        raise _foreign(file, "\n".join(entry.filename for entry in entries))
    for entry in entries:
        if entry.file_size > _LIMITS[entry.filename]:
            message = f"“{file.name}” has a {entry.filename} of over {_LIMITS[entry.filename] >> 20} MB."
            raise PackError(message, hint="No pack needs as much; ask whoever made it.")
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if kind not in (0, stat.S_IFREG) or entry.flag_bits & 1:
            raise _foreign(file, f"{entry.filename} is a link, or encrypted")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _foreign(file, f"{entry.filename} is compressed by method {entry.compress_type}")
    return entries


def _parts(file: Path, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield what an entry holds, at most as much as it announced and as a pack may have."""
    try:
        with archive.open(entry) as source:
            left = entry.file_size
            while part := source.read(_PART_BYTES):
                left -= len(part)
                if left < 0:
                    raise _damaged(file, f"{entry.filename} is longer than it says")
                yield part
    except (*_DAMAGE, OSError) as error:
        raise _damaged(file, str(error)) from error
    if left:
        raise _damaged(file, f"{entry.filename} is shorter than it says")


def _damaged(file: Path, detail: str) -> GenError:
    return PackError(f"“{file.name}” is damaged, or not an {SUFFIX} file.", hint=_AGAIN, detail=detail)


def _foreign(file: Path, detail: str) -> GenError:
    message = f"“{file.name}” is not a pack: it should hold {CARD}, {WEIGHTS} and {PREVIEW}, and nothing else."
    return PackError(message, hint=_AGAIN, detail=detail)
