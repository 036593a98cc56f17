"""Frames side by side in one picture, pixel for pixel, and frames as numbered files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from genmodels.api.errors import ConfigError
from genmodels.media.arrays import np
from genmodels.media.bounds import MAX_SIDE
from genmodels.media.sprite import Sprite, write_sprite


def strip(frames: Sequence[np.ndarray], *, columns: int = 0) -> np.ndarray:
    """Return frames (uint8 RGBA, all of one size) row by row, no gaps; 0 columns lay all in one row.

    What is left of the last row is transparent. Raises ConfigError where the picture could not be opened again.
    """
    height, width, _ = frames[0].shape
    columns = columns or len(frames)
    rows = -(-len(frames) // columns)
    if max(rows * height, columns * width) > MAX_SIDE:
        message = f"{len(frames):,} frames of {width}×{height} pixels do not fit a picture of {columns} columns."
        raise ConfigError(message, hint="Write fewer frames, an animation, or numbered files into a folder.")
    sheet_HW4 = np.zeros((rows * height, columns * width, 4), np.uint8)
    for place, rgba_HW4 in enumerate(frames):
        y, x = place // columns * height, place % columns * width
        sheet_HW4[y : y + height, x : x + width] = rgba_HW4
    return sheet_HW4


def numbered(folder: Path, stem: str, count: int) -> list[Path]:
    """Return the files of so many frames, so that a person can be asked before they are replaced."""
    digits = max(2, len(str(count)))
    return [folder / f"{stem}-{number:0{digits}}.png" for number in range(1, count + 1)]


def write_numbered(folder: Path, stem: str, frames: Sequence[np.ndarray], like: Sprite | None = None) -> list[Path]:
    """Write each frame as STEM-01.png and so on, stored as another sprite is; raises StorageError."""
    files = numbered(folder, stem, len(frames))
    for file, rgba_HW4 in zip(files, frames, strict=True):
        write_sprite(file, like.with_pixels(rgba_HW4) if like is not None else Sprite(rgba_HWC=rgba_HW4))
    return files
