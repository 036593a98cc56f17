"""Writes artwork as an .aseprite file in RGBA: layers, frames, cels linked where they are shared, tags, palette."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

from genmodels.api.errors import InputError
from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Artwork, Direction, Frame, Layer, Rgba, Tag
from genmodels.media.artwork.framing import LEAST_MS, MOST_MS
from genmodels.media.artwork.plane import Plane
from genmodels.media.aseprite import layout
from genmodels.media.aseprite.opening import artwork_of
from genmodels.media.aseprite.reading import aseprite_of
from genmodels.media.writing import write_checked

MOST_COLOURS = 256  # of a palette that Aseprite is given where the artist chose none
_DEPTH = 32  # bits a pixel
_SPEED_MS = 100  # of files from before frames had durations; nobody looks at it any more
_PADDED = 0xFFFF  # in the old count of chunks: look at the new one
_DIRECTIONS = tuple(Direction)  # in the order of the file's numbers
_Place = tuple[int, int, int]  # of pixels that others are linked to: their frame's, x, y


def write_aseprite(path: Path, artwork: Artwork) -> None:
    """Write the file where reading it back gives the same artwork; raises StorageError."""
    write_checked(path, aseprite_bytes(artwork), lambda data: _holds(data, artwork))


def aseprite_bytes(artwork: Artwork) -> bytes:
    """Return the file. Colours that are used stand as its palette where none was chosen."""
    palette = artwork.palette or _used(artwork)
    written: dict[tuple[int, int], _Place] = {}  # by layer and plane
    frames = []
    for place, frame in enumerate(artwork.frames):
        chunks = [*_head_chunks(artwork, palette)] if place == 0 else []
        for number, layer in enumerate(artwork.layers):
            plane = artwork.cels.get((layer.key, frame.key))
            if plane is None or plane.is_empty:
                continue
            if (first := written.get((layer.key, id(plane)))) is not None:
                chunks.append(_link(number, first))
                continue
            x, y, rgba_HW4 = _filled(plane)
            chunks.append(_cel(number, x, y, rgba_HW4))
            written[layer.key, id(plane)] = (place, x, y)
        frames.append(_frame(frame, chunks))
    body = b"".join(frames)
    head = layout.HEADER.pack(
        layout.HEADER.size + len(body),
        layout.FILE_MAGIC,
        len(artwork.frames),
        artwork.width,
        artwork.height,
        _DEPTH,
        layout.LAYER_OPACITY,
        _SPEED_MS,
        0,
        0,
        0,
        len(palette),
        1,
        1,
        0,
        0,
        0,
        0,
    )
    return head + body


def _frame(frame: Frame, chunks: list[bytes]) -> bytes:
    data = b"".join(chunks)
    duration_ms = min(max(frame.duration_ms, LEAST_MS), MOST_MS)
    size = layout.FRAME_HEAD.size + len(data)
    return layout.FRAME_HEAD.pack(size, layout.FRAME_MAGIC, min(len(chunks), _PADDED), duration_ms, len(chunks)) + data


def _head_chunks(artwork: Artwork, palette: tuple[Rgba, ...]) -> Iterator[bytes]:
    """Yield what the first frame begins with."""
    yield _chunk(layout.PROFILE, layout.PROFILE_BODY.pack(layout.SRGB, 0, 0))
    colours = b"".join(layout.COLOUR_HEAD.pack(0, *colour) for colour in palette)
    if palette:
        yield _chunk(layout.PALETTE, layout.PALETTE_HEAD.pack(len(palette), 0, len(palette) - 1) + colours)
    yield from (_chunk(layout.LAYER, _layer(layer)) for layer in artwork.layers)
    if artwork.tags:
        tags = b"".join(_tag(tag) for tag in artwork.tags)
        yield _chunk(layout.TAGS, layout.TAGS_HEAD.pack(len(artwork.tags)) + tags)
        # Since version 1.3 a tag's colour is in the user data that follows, one chunk for each tag.
        yield from (
            _chunk(layout.USER_DATA, struct.pack("<I4B", layout.HAS_COLOUR, *tag.colour)) for tag in artwork.tags
        )


def _layer(layer: Layer) -> bytes:
    flags = layout.VISIBLE * layer.visible | layout.EDITABLE * (not layer.locked)
    head = layout.LAYER_HEAD.pack(flags, layout.IMAGE, 0, 0, layer.opacity)
    return head + layout.text_bytes(layer.name)


def _tag(tag: Tag) -> bytes:
    repeat = min(tag.repeat, 0xFFFF)
    head = layout.TAG_HEAD.pack(tag.first, tag.last, _DIRECTIONS.index(tag.direction), repeat, *tag.colour[:3])
    return head + layout.text_bytes(tag.name)


def _cel(layer: int, x: int, y: int, rgba_HW4: np.ndarray) -> bytes:
    height, width = rgba_HW4.shape[:2]
    head = layout.CEL_HEAD.pack(layer, x, y, 255, layout.PACKED, 0) + layout.SIDES.pack(width, height)
    return _chunk(layout.CEL, head + zlib.compress(rgba_HW4.tobytes()))


def _link(layer: int, first: _Place) -> bytes:
    frame, x, y = first
    head = layout.CEL_HEAD.pack(layer, x, y, 255, layout.LINKED, 0)
    return _chunk(layout.CEL, head + struct.pack("<H", frame))


def _chunk(kind: int, data: bytes) -> bytes:
    return layout.CHUNK_HEAD.pack(layout.CHUNK_HEAD.size + len(data), kind) + data


def _filled(plane: Plane) -> tuple[int, int, np.ndarray]:
    """Return the least part that holds every byte of a plane that is not 0, and where its left and top lie."""
    pixels_HW4 = plane.pixels()
    used_HW = pixels_HW4.view("<u4")[..., 0] != 0
    rows, columns = np.flatnonzero(used_HW.any(axis=1)), np.flatnonzero(used_HW.any(axis=0))
    top, left = int(rows[0]), int(columns[0])
    return left, top, pixels_HW4[top : rows[-1] + 1, left : columns[-1] + 1]


def _used(artwork: Artwork) -> tuple[Rgba, ...]:
    """Return the opaque colours that are drawn with, those most used first."""
    counts: dict[int, int] = {}
    for plane in {id(plane): plane for plane in artwork.cels.values()}.values():
        for tile_HW4 in plane.tiles.values():
            keys_U, count_U = np.unique(tile_HW4[tile_HW4[..., 3] == 255].view("<u4"), return_counts=True)
            for key, count in zip(keys_U.tolist(), count_U.tolist(), strict=True):
                counts[key] = counts.get(key, 0) + count
    most = sorted(counts, key=lambda key: -counts[key])[:MOST_COLOURS]
    return tuple((key & 255, key >> 8 & 255, key >> 16 & 255, key >> 24) for key in most)


def _holds(data: bytes, artwork: Artwork) -> bool:
    """Return whether the file gives the same layers, frames, tags and pixels."""
    try:
        read, _ = artwork_of(aseprite_of(data, "The file"))
    except InputError:
        return False
    return (
        read.shape == artwork.shape
        and len(read.layers) == len(artwork.layers)
        and [frame.duration_ms for frame in read.frames]
        == [min(max(frame.duration_ms, LEAST_MS), MOST_MS) for frame in artwork.frames]
        and len(read.tags) == len(artwork.tags)
        and all(
            read.cel(now.key, there.key).same(artwork.cel(layer.key, frame.key))
            for now, layer in zip(read.layers, artwork.layers, strict=True)
            for there, frame in zip(read.frames, artwork.frames, strict=True)
        )
    )
