"""From a folder of pictures, or the lecture's pair of text files, to pictures of one size, split for training."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from genmodels.api.errors import InputError
from genmodels.media.sprite import OPAQUE, read_sprite

LECTURE_PIXELS, LECTURE_COLOURS = "pixel_color.txt", "colormap.txt"
SUFFIXES = {".png", ".gif", ".webp", ".bmp", ".jpg", ".jpeg"}
FEW_GROUPS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One training picture: its name (path without suffix) and its pixels, uint8 HW4, alpha 0 or 255."""

    name: str
    rgba_HW4: np.ndarray

    @property
    def subject(self) -> str:
        """What it shows, by its file's name up to the first “-”: variants of one creature share it."""
        return Path(self.name).name.split("-", 1)[0]

    @property
    def series(self) -> str:
        """The subject, or the name without the number at its end: pictures counted through may show one creature."""
        return re.split(r"[-_ ]?\d+$|-", Path(self.name).name, maxsplit=1)[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A file that is no picture, and why."""

    path: Path
    reason: str


def read_pictures(sources: Iterable[Path]) -> tuple[list[Picture], list[Unreadable]]:
    """Read every image under the sources, or the lecture's text files; raises InputError where there is none."""
    pictures, unreadable = [], []
    for source in sources:
        if not source.exists():
            raise InputError(f"There is no folder “{source}”.", hint="Choose a folder of pictures.")
        text = source / LECTURE_PIXELS if source.is_dir() else source
        if text.name == LECTURE_PIXELS and text.is_file():
            pictures += _lecture(text)
            continue
        for path in sorted(source.rglob("*")) if source.is_dir() else [source]:
            if path.suffix.lower() in SUFFIXES and path.is_file():
                try:
                    rgba_HW4 = flatten_alpha(read_sprite(path).rgba_HWC)
                except InputError as error:
                    unreadable.append(Unreadable(path=path, reason=str(error)))
                    continue
                name = path.relative_to(source).with_suffix("") if source.is_dir() else path.stem
                pictures.append(Picture(name=str(name), rgba_HW4=rgba_HW4))
    if not pictures:
        where = ", ".join(f"“{source}”" for source in sources)
        detail = "\n".join(f"{item.path}: {item.reason}" for item in unreadable)
        raise InputError(f"No picture could be read in {where}.", hint="Choose a folder with PNG files.", detail=detail)
    return pictures, unreadable


def flatten_alpha(rgba_HW4: np.ndarray) -> np.ndarray:
    """Return the picture with every pixel opaque or, as one colour, transparent."""
    solid_HW1 = rgba_HW4[..., 3:] >= OPAQUE
    opaque_HW4 = np.concatenate([rgba_HW4[..., :3], np.full_like(rgba_HW4[..., 3:], 255)], axis=-1)
    return np.where(solid_HW1, opaque_HW4, np.zeros_like(rgba_HW4))


def fit(rgba_HW4: np.ndarray, size: int, background_4: np.ndarray) -> np.ndarray:
    """Return the picture on a size × size square: contents centred, what sticks out cut off."""
    there_HW = (rgba_HW4 != background_4).any(-1)
    if rgba_HW4.shape[:2] == (size, size) or not there_HW.any():
        top, left, height, width = 0, 0, *rgba_HW4.shape[:2]
    else:
        rows, columns = np.flatnonzero(there_HW.any(1)), np.flatnonzero(there_HW.any(0))
        top, height = rows[0], rows[-1] - rows[0] + 1
        left, width = columns[0], columns[-1] - columns[0] + 1
    fitted_SS4 = np.broadcast_to(background_4, (size, size, 4)).copy()
    y, x = (size - height) // 2, (size - width) // 2  # negative where the contents are larger than the square
    part_HW4 = rgba_HW4[top + max(0, -y) : top + height, left + max(0, -x) : left + width][:size, :size]
    fitted_SS4[max(0, y) :, max(0, x) :][: part_HW4.shape[0], : part_HW4.shape[1]] = part_HW4
    return fitted_SS4


def background_of(pictures: Sequence[Picture]) -> np.ndarray:
    """Return the colour that most border pixels have, uint8 RGBA."""
    borders_N4 = np.concatenate(
        [np.concatenate([p.rgba_HW4[0], p.rgba_HW4[-1], p.rgba_HW4[:, 0], p.rgba_HW4[:, -1]]) for p in pictures]
    )
    colours_M4, counts_M = np.unique(borders_N4, axis=0, return_counts=True)
    return colours_M4[counts_M.argmax()]


def split(pictures: Sequence[Picture], valid: str, seed: int) -> tuple[list[Picture], list[Picture]]:
    """Return (train, valid) pictures.

    valid is “last-N” (the last N pictures), a text file of subjects, one a line, or empty: then a tenth of the subjects
    is taken by the hash of their pixels, with variants and recolours on one side where names and shapes tell them.
    """
    if last := re.fullmatch(r"last-(\d+)", valid):
        count = int(last[1])
        if not 0 < count < len(pictures):
            raise InputError(f"{count} of {len(pictures)} pictures cannot be held out.", hint="Hold out fewer.")
        return list(pictures[:-count]), list(pictures[-count:])
    held = _listed(pictures, Path(valid)) if valid else _hashed_tenth(pictures, seed)
    sides = (
        [p for p, h in zip(pictures, held, strict=True) if not h],
        [p for p, h in zip(pictures, held, strict=True) if h],
    )
    if not all(sides):
        message = f"Of {len(pictures)} pictures, {len(sides[1])} are held out: one side is empty."
        raise InputError(message, hint="Use more pictures, or another list.")
    return sides


def _listed(pictures: Sequence[Picture], valid: Path) -> list[bool]:
    """Return which pictures a list names, by subject or by whole name; raises InputError."""
    try:
        subjects = {line.strip() for line in valid.read_text(encoding="utf-8").splitlines() if line.strip()}
    except (OSError, UnicodeDecodeError) as error:
        message = f"The list of held-out subjects “{valid}” cannot be read."
        raise InputError(message, hint="Name a UTF-8 text file of subjects, or last-N.", detail=str(error)) from error
    return [bool({p.subject, Path(p.name).name} & subjects) for p in pictures]


def _hashed_tenth(pictures: Sequence[Picture], seed: int) -> list[bool]:
    """Return which pictures are held out: whole groups, in the order of their hash, until a tenth is reached.

    A group is linked by subject and silhouette; by silhouette alone where names say nothing (the frames of one
    animation); by equal pixels alone where silhouettes say nothing (tiles that fill their square).
    """
    pixels = [p.rgba_HW4.tobytes() + repr(p.rgba_HW4.shape).encode() for p in pictures]
    shapes = [_silhouette(p) for p in pictures]
    names = [p.series.encode() for p in pictures]
    groups = list(range(len(pictures)))
    for keys in ((names, shapes), (shapes,), (pixels,)):
        groups = _linked(keys)
        sizes = Counter(groups)
        if len(sizes) >= FEW_GROUPS and max(sizes.values()) <= len(pictures) / 5:
            break
    first = {group: min(p for p, g in zip(pixels, groups, strict=True) if g == group) for group in set(groups)}
    ranked = sorted(first, key=lambda group: hashlib.sha256(f"{seed}:".encode() + first[group]).digest())
    held: set[int] = set()
    while sum(group in held for group in groups) < len(pictures) / 10 and len(held) + 1 < len(ranked):
        held.add(ranked[len(held)])
    return [group in held for group in groups]


def _silhouette(picture: Picture) -> bytes:
    """Return what a picture shares with its recolours; the pixels themselves where nothing is transparent."""
    alpha_HW = picture.rgba_HW4[..., 3]
    return repr(alpha_HW.shape).encode() + (picture.rgba_HW4 if alpha_HW.all() else alpha_HW).tobytes()


def _linked(keys: Sequence[Sequence[bytes]]) -> list[int]:
    """Return a number per picture, the same for all that are linked by a key; an empty key links nothing."""
    count, place, links = len(keys[0]), dict[bytes, int](), []
    for sort, column in enumerate(keys):
        for n, key in enumerate(column):
            if key:
                links.append((n, count + place.setdefault(bytes([sort]) + key, len(place))))
    rows, columns = np.array(links, np.int64).reshape(-1, 2).T
    graph = coo_array((np.ones(len(links)), (rows, columns)), shape=[count + len(place)] * 2)
    return connected_components(graph, directed=False)[1][:count].tolist()


def _lecture(text: Path) -> list[Picture]:
    """Read the homework's files: 400 colour numbers a line, and one RGB triple a line for each colour."""
    try:
        numbers = [[int(word) for word in line.split()] for line in text.read_text().splitlines() if line.strip()]
        table = [
            [int(word) for word in line.split()] for line in (text.parent / LECTURE_COLOURS).read_text().splitlines()
        ]
        rgb_K3 = np.array([row for row in table if row], dtype=np.uint8).reshape(-1, 3)
        tokens_NHW = np.array(numbers, dtype=np.uint16).reshape(len(numbers), 20, 20)
        rgba_NHW4 = np.pad(rgb_K3, ((0, 0), (0, 1)), constant_values=255)[tokens_NHW]
    except (OSError, ValueError, IndexError, OverflowError) as error:
        message = f"“{text}” and “{LECTURE_COLOURS}” beside it are not 400 colour numbers a line and their RGB triples."
        raise InputError(message, hint="Check both files.", detail=str(error)) from error
    return [Picture(name=f"{text.parent.name}/{n:03}", rgba_HW4=rgba_HW4) for n, rgba_HW4 in enumerate(rgba_NHW4)]
