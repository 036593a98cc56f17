"""Files that are dragged onto a widget, and which of them are meant for whom."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData

from genmodels.api.packs import SUFFIX

_PALETTES = {".gpl", ".hex", ".pal", ".act"}
_FOR_THE_WINDOW = {SUFFIX, ".txt", ".text", ".md"}  # packs, and verse to learn from


def files_of(data: QMimeData) -> list[Path]:
    """Return all files and folders."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def are_packs(files: Sequence[Path]) -> bool:
    """Return whether there are files, and all of them are packs."""
    return bool(files) and all(file.suffix.lower() == SUFFIX for file in files)


def pictures_of(data: QMimeData) -> list[Path]:
    """Return what may be pictures; folders, packs and verse are for the window."""
    return [file for file in files_of(data) if not file.is_dir() and file.suffix.lower() not in _FOR_THE_WINDOW]


def one_picture(data: QMimeData) -> Path | None:
    """Return the picture where it comes alone."""
    return next(iter(pictures_of(data)), None) if len(files_of(data)) == 1 else None


def one_palette(data: QMimeData) -> Path | None:
    """Return the palette file where it comes alone; one in a picture is a picture here."""
    files = files_of(data)
    return files[0] if len(files) == 1 and files[0].suffix.lower() in _PALETTES else None
