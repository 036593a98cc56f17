"""Reads .aseprite files: RGBA, grey and indexed, their layers, groups, cels, palettes and tags."""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from genmodels.api.errors import InputError
from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Tag
from genmodels.media.aseprite import chunks, layout
from genmodels.media.aseprite.document import Aseprite, Cel, Layer, damaged
from genmodels.media.bounds import MAX_SIDE, file_bytes
from genmodels.media.palettes.palette import MAX_COLOURS

SUFFIXES = {".ase", ".aseprite"}
MAX_UNPACKED = 2**28  # pixels of all cels together: more is a bomb, not a sprite
_SWATCHES = b"ASEF"  # Adobe Swatch Exchange has the suffix .ase too
_MAGIC = struct.pack("<H", layout.FILE_MAGIC)


def is_aseprite(data: bytes) -> bool:
    """Return whether a file begins as one of the suffix .ase does; `aseprite_of` refuses Adobe's."""
    return data[4:6] == _MAGIC or data.startswith(_SWATCHES)


def read_aseprite(path: Path) -> Aseprite:
    """Read a file; its cels are unpacked only when they are drawn. Raises InputError with what to do next."""
    return aseprite_of(file_bytes(path), path.name)


def aseprite_of(data: bytes, name: str) -> Aseprite:
    """Return what a file of this name holds; raises InputError with what to do next."""
    if data.startswith(_SWATCHES):
        message = f"“{name}” holds Adobe's colour swatches, not a sprite."
        raise InputError(message, hint="Choose a sprite saved by Aseprite.")
    try:
        return _parsed(name, data)
    except (struct.error, IndexError, KeyError, ValueError) as error:
        raise damaged(name, error) from error


def _parsed(name: str, data: bytes) -> Aseprite:
    head = layout.HEADER.unpack_from(data)
    _, magic, count, width, height, depth, flags, speed_ms, _, _, clear_index, colours, across, down, *_ = head
    if magic != layout.FILE_MAGIC or depth not in (8, 16, 32):
        raise ValueError("the header is not Aseprite's")
    if not 1 <= min(width, height) <= max(width, height) <= MAX_SIDE:
        message = f"“{name}” has {width}×{height} pixels; a sprite has 1 to {MAX_SIDE} a side."
        raise InputError(message, hint="Cut out the part you need.")
    contents, at = _Contents(depth, flags, colours or MAX_COLOURS), layout.HEADER.size
    for number in range(count):
        length, magic, few, duration_ms, many = layout.FRAME_HEAD.unpack_from(data, at)
        if magic != layout.FRAME_MAGIC:
            raise ValueError(f"frame {number} does not begin where it should")
        contents.begin_frame(duration_ms or speed_ms)
        for kind, chunk in _chunks(data[at + layout.FRAME_HEAD.size : at + length], many or few):
            contents.take(kind, chunk)
        contents.palettes.append(contents.palette_T4)
        at += length
    cels = [cel for by_layer in contents.frames for cel in by_layer.values()]
    areas = [cel.width * cel.height for cel in cels]
    if max(areas, default=0) > MAX_SIDE**2 or sum(areas) > MAX_UNPACKED:
        raise InputError(f"“{name}” unpacks to far too many pixels.", hint="Choose a smaller sprite.")
    if not contents.frames or any(cel.layer >= len(contents.layers) for cel in cels):
        raise ValueError("there is no frame, or a cel belongs to no layer")
    is_clear = not any(layer.is_background for layer in contents.layers)
    is_square = across == down or 0 in (across, down)
    return Aseprite(
        name=name,
        width=width,
        height=height,
        depth=depth,
        clear_index=clear_index,
        layers=tuple(contents.layers),
        frames=tuple(contents.frames),
        palettes=tuple(contents.palettes),
        palette=chunks.swatches(
            contents.palettes[0][: contents.colours], contents.names, clear_index if depth == 8 and is_clear else None
        ),
        durations_ms=tuple(contents.durations_ms),
        tags=tuple(contents.tags),
        remarks=(
            *(["its blend modes other than normal are drawn as normal"] if contents.has_blends else []),
            *(["its tilemaps are left out"] if contents.passed_over[layout.TILES] else []),
            *([] if is_square else [f"its pixels of {across}:{down} are drawn as squares"]),
        ),
        unread=tuple(words for kind, words in _UNREAD.items() if contents.passed_over[kind]),
    )


_UNREAD = {
    layout.SLICE: "its slices are left out",
    layout.USER_DATA: "the notes and colours of its layers and cels are left out",
    layout.PROFILE: "its colour profile is left out: its colours are taken for sRGB",
}


class _Contents:
    """What the chunks so far have told."""

    def __init__(self, depth: int, flags: int, colours: int) -> None:
        self._depth, self._flags = depth, flags
        self.layers: list[Layer] = []
        self.frames: list[dict[int, Cel]] = []
        self.palettes: list[np.ndarray] = []
        self.durations_ms: list[int] = []
        self.tags: list[Tag] = []
        self.palette_T4 = np.tile(np.array([0, 0, 0, 255], np.uint8), (MAX_COLOURS, 1))
        self.colours, self.names = 0, dict[int, str]()  # of the first frame's palette
        self._old_colours = colours  # of a palette that does not tell itself
        self.passed_over: Counter[int] = Counter()  # what is not read, by its kind
        self._groups: dict[int, Layer] = {}  # the last one of each level
        self._is_modern = False  # whether a palette of today's kind has come
        self._untold = 0  # tags whose user data may still follow

    @property
    def has_blends(self) -> bool:
        """Whether what is seen would look other in Aseprite for its blend modes."""
        return any(layer.blend and layer.is_visible and not layer.is_group for layer in self.layers)

    def begin_frame(self, duration_ms: int) -> None:
        """Let the chunks that follow belong to another frame."""
        self.frames.append({})
        self.durations_ms.append(duration_ms)
        self._untold = 0

    def take(self, kind: int, chunk: bytes) -> None:
        """Read a chunk; raises struct.error, IndexError, KeyError or ValueError where it is damaged."""
        if kind == layout.USER_DATA:
            self._take_user_data(chunk)
            return
        self._untold = 0
        match kind:
            case layout.LAYER:
                # The group that a layer lies in is the last one before it of one level less.
                layer = chunks.layer(chunk, self._groups, self._flags)
                self.layers.append(layer)
                if layer.is_group:
                    self._groups[layer.level] = layer
            case layout.CEL:
                cel = chunks.cel(chunk, self.frames, self._depth)
                if cel is None:
                    self.passed_over[layout.TILES] += 1
                elif cel.width and cel.height:
                    self.frames[-1][cel.layer] = cel
            case layout.PALETTE:
                self.palette_T4, names, colours = chunks.palette(chunk, self.palette_T4)
                self._is_modern = True
                if len(self.frames) == 1:
                    self.names |= names
                    self.colours = colours
            case layout.OLD_PALETTE | layout.OLDER_PALETTE if not self._is_modern:
                full = 255 if kind == layout.OLD_PALETTE else 63
                self.palette_T4 = chunks.old_palette(chunk, self.palette_T4, full)
                if len(self.frames) == 1:
                    self.colours = self._old_colours
            case layout.TAGS:
                self.tags = chunks.tags(chunk)
                self._untold = len(self.tags)
            case layout.SLICE:
                self.passed_over[kind] += 1
            case layout.PROFILE if chunks.is_foreign(chunk):
                self.passed_over[kind] += 1

    def _take_user_data(self, chunk: bytes) -> None:
        """Give a tag its colour; of anything else user data is passed over."""
        if self._untold:
            place = len(self.tags) - self._untold
            self._untold -= 1
            if colour := chunks.user_colour(chunk):
                self.tags[place] = replace(self.tags[place], colour=colour)
        elif any(chunk[:4]):
            self.passed_over[layout.USER_DATA] += 1


def _chunks(data: bytes, count: int) -> Iterator[tuple[int, bytes]]:
    at = 0
    for _ in range(count):
        length, kind = layout.CHUNK_HEAD.unpack_from(data, at)
        if length < layout.CHUNK_HEAD.size or at + length > len(data):
            raise ValueError("a chunk is longer than its frame")
        yield kind, data[at + layout.CHUNK_HEAD.size : at + length]
        at += length
