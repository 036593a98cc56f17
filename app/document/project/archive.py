"""The zip round a project: its entries written, and read with distrust; nothing is ever unpacked to the disk."""

from __future__ import annotations

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any, BinaryIO

from app.document.project.content import MAX_JSON_BYTES, MAX_PARTS, MAX_SIDE
from genmodels.api.errors import InputError

_TIME = (1980, 1, 1, 0, 0, 0)  # the same project gives the same file
_END = b"PK\5\6"  # APPNOTE.TXT 4.3.16
_END_BYTES, _DIRECTORY_BYTES = 22, 200  # of an entry of the directory, with a long name
_MAX_PICTURE_BYTES = MAX_SIDE * MAX_SIDE * 4 + 2**20
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, struct.error)


class MissingPartError(ValueError):
    """An entry that is not there, or cannot be read to its end."""


def packed(texts: Mapping[str, Any], pictures: Mapping[str, bytes]) -> bytes:
    """Return a zip of JSON values, which are compressed, and PNG files, which are already."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, value in texts.items():
            text = json.dumps(value, separators=(",", ":")).encode("ascii")
            archive.writestr(_entry(name), text, zipfile.ZIP_DEFLATED)
        for name, data in pictures.items():
            archive.writestr(_entry(name), data, zipfile.ZIP_STORED)
    return buffer.getvalue()


class Archive:
    """An open project's entries by name."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        """Raise InputError for what is no zip, or one with far more entries than a project has."""
        try:
            _check_end(file, name)
            self._zip = zipfile.ZipFile(file)
        except (*_DAMAGE, OSError) as error:
            raise no_project(name, str(error)) from error
        self._names = set(self._zip.namelist())

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def json(self, name: str) -> Any:
        """Return a JSON entry's value; raises MissingPartError."""
        data = self._read(name, MAX_JSON_BYTES[name])
        try:
            return json.loads(data)
        except (ValueError, RecursionError) as error:
            raise MissingPartError(f"{name}: {error}") from error

    def picture(self, name: str) -> bytes:
        """Return a PNG file; raises MissingPartError."""
        return self._read(name, _MAX_PICTURE_BYTES)

    def _read(self, name: str, most_bytes: int) -> bytes:
        if name not in self._names:
            raise MissingPartError(f"{name} is not there")
        entry = self._zip.getinfo(name)
        if entry.file_size > most_bytes or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise MissingPartError(f"{name} has {entry.file_size} bytes, method {entry.compress_type}")
        try:
            with self._zip.open(entry) as source:
                return source.read(most_bytes)  # which also checks its sum
        except (*_DAMAGE, OSError) as error:
            raise MissingPartError(f"{name}: {error}") from error


def no_project(name: str, detail: str) -> InputError:
    """Return what to raise for a file of which nothing can be read."""
    message = f"{name} is damaged, or not a Spriteverse project."
    return InputError(message, hint="File > Recover… may have a copy of it.", detail=detail)


def _check_end(file: BinaryIO, name: str) -> None:
    """Read the end record before zipfile does, which believes it and would read a directory of any length."""
    length = file.seek(0, io.SEEK_END)
    file.seek(max(length - _END_BYTES, 0))
    tail = file.read(_END_BYTES)
    if len(tail) < _END_BYTES or not tail.startswith(_END):
        raise no_project(name, "It has no end record, or a comment behind it.")
    count, size = struct.unpack_from("<HI", tail, 10)
    if count > MAX_PARTS + 10 or size > (MAX_PARTS + 10) * _DIRECTORY_BYTES:
        raise no_project(name, f"{count} entries, {size} bytes of directory")


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _TIME)
    entry.external_attr = 0o644 << 16
    return entry
