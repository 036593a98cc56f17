"""Training pictures as arrays: all-or-nothing alpha, their background, and pixels as single numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

import numpy as np

from genmodels.media.sprite import OPAQUE


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Picture:
    """One training picture: its name (path without suffix) and its pixels, uint8 HW4, alpha 0 or 255."""

    name: str
    rgba_HW4: np.ndarray
    folders: tuple[str, ...] = ()  # that it lies in, from the chosen one down
    file_size: tuple[int, int] | None = None  # width and height in the file, where they are others
    enlarged: int = 1  # the file showed each pixel as a square of this side
    reduced: int = 1  # only one pixel of this many a side was kept

    @property
    def width_height(self) -> tuple[int, int]:
        """Width and height of the picture as the file has it."""
        return self.file_size or (self.rgba_HW4.shape[1], self.rgba_HW4.shape[0])

    @property
    def plain_name(self) -> str:
        """The file's name, without the folders and without what tells it from another of that name (“a~2”)."""
        return re.sub(r"~\d+$", "", PurePosixPath(self.name).name)

    @property
    def subject(self) -> str:
        """What it shows, by its file's name up to the first “-”: variants of one creature share it."""
        return self.plain_name.split("-", 1)[0]

    @property
    def series(self) -> str:
        """The subject, or the name without the number at its end: pictures counted through may show one creature."""
        return re.split(r"[-_ ]?\d+$|-", self.plain_name, maxsplit=1)[0]


def flatten_alpha(rgba_HW4: np.ndarray) -> np.ndarray:
    """Return the picture with every pixel opaque or, as one colour, transparent."""
    solid_HW1 = rgba_HW4[..., 3:] >= OPAQUE
    opaque_HW4 = np.concatenate([rgba_HW4[..., :3], np.full_like(rgba_HW4[..., 3:], 255)], axis=-1)
    return np.where(solid_HW1, opaque_HW4, np.zeros_like(rgba_HW4))


def packed(rgba_X4: np.ndarray) -> np.ndarray:
    """Return uint32 (X) in the order of the channels: equal colours are found much faster among single numbers."""
    return np.ascontiguousarray(rgba_X4).view(">u4")[..., 0].astype(np.uint32)


def unpacked(number_X: np.ndarray) -> np.ndarray:
    """Return the uint8 RGBA (X, 4) that `packed` made numbers of."""
    return np.asarray(number_X).astype(">u4", order="C")[..., None].view(np.uint8)


def colours_of(picture: Picture) -> int:
    """Return how many colours a picture has, transparency not counted."""
    number_M = np.unique(packed(picture.rgba_HW4))
    return int((number_M > 0).sum())


def border(rgba_HW4: np.ndarray) -> np.ndarray:
    """Return the pixels of the four sides, corners twice, uint8 (N, 4)."""
    return np.concatenate([rgba_HW4[0], rgba_HW4[-1], rgba_HW4[:, 0], rgba_HW4[:, -1]])


def background_of(pictures: Sequence[Picture]) -> np.ndarray:
    """Return the colour that most border pixels have, uint8 RGBA."""
    return most_common(np.concatenate([border(p.rgba_HW4) for p in pictures]))


def most_common(rgba_N4: np.ndarray) -> np.ndarray:
    """Return the colour that stands most often, uint8 RGBA."""
    numbers_M, counts_M = np.unique(packed(rgba_N4), return_counts=True)
    return unpacked(numbers_M[counts_M.argmax()])


def contents(rgba_HW4: np.ndarray, background_4: np.ndarray) -> tuple[slice, slice]:
    """Return the rows and columns that hold all but background; the whole picture where there is nothing else."""
    there_HW = packed(rgba_HW4) != packed(background_4)
    rows, columns = np.flatnonzero(there_HW.any(1)), np.flatnonzero(there_HW.any(0))
    if not len(rows):
        return slice(0, rgba_HW4.shape[0]), slice(0, rgba_HW4.shape[1])
    return slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)
