"""Errors that a person can act on: what went wrong, what to do next, and the details folded away."""

import errno
from enum import StrEnum
from pathlib import Path


class ErrorKind(StrEnum):
    """Where the fault lies; the window chooses its wording and its buttons by it."""

    INPUT = "input"  # the user's picture, mask, text or folder
    PACK = "pack"  # a model pack is missing, damaged or not ours
    CONFIG = "config"  # an option that does not exist or has a value out of range
    STORAGE = "storage"  # cannot read or write: permission, full disk
    RESOURCES = "resources"  # out of memory, no such device
    INTERNAL = "internal"  # a defect of ours


class GenError(Exception):
    """Base of every error shown to a person.

    message says what went wrong, hint says what to do next, detail is for a bug report.
    """

    kind = ErrorKind.INTERNAL

    def __init__(self, message: str, *, hint: str = "", detail: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class InputError(GenError):
    """The user's picture, mask, text or folder cannot be used as it is."""

    kind = ErrorKind.INPUT


class PackError(GenError):
    """A pack is missing, damaged, hostile, or of a format this version does not know."""

    kind = ErrorKind.PACK


class ConfigError(GenError):
    """A setting that does not exist, or a value out of its range."""

    kind = ErrorKind.CONFIG


class StorageError(GenError):
    """Reading or writing failed: permission, full disk, a folder that went away."""

    kind = ErrorKind.STORAGE


class DiskFullError(StorageError):
    """There is no space left; what waits for some can go on afterwards."""


class ResourceError(GenError):
    """Out of memory, or a device that is not there."""

    kind = ErrorKind.RESOURCES


def is_out_of_memory(error: Exception) -> bool:
    """Tell without importing torch, whose errors of this kind are RuntimeErrors with these words."""
    words = str(error).lower()
    return isinstance(error, MemoryError) or (
        isinstance(error, RuntimeError) and ("out of memory" in words or "not enough memory" in words)
    )


def cannot_write(path: Path, error: OSError, hint: str = "") -> StorageError:
    """Return what to raise where a path could not be written; a full disk is a DiskFullError."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            kind, plain = DiskFullError, "The disk is full: free some space, or choose another folder."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            kind, plain = StorageError, "You may not write there: choose another folder."
        case errno.ENOENT | errno.ENOTDIR:
            kind, plain = StorageError, "That folder is not there: choose another one."
        case _:
            kind, plain = StorageError, "Choose another folder."
    message = f"“{path}” cannot be written: {error.strerror or error}."
    return kind(message, hint=plain if kind is DiskFullError else hint or plain, detail=str(error))
