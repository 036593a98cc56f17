"""The chunks of an Aseprite file, one function each; all raise struct.error, IndexError or ValueError for damage."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import replace

from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Direction, Rgba, Tag
from genmodels.media.aseprite import layout
from genmodels.media.aseprite.document import Cel, Layer
from genmodels.media.palettes.palette import MAX_COLOURS, Palette, Swatch, one_line

_DIRECTIONS = tuple(Direction)  # in the order of the file's numbers


def layer(chunk: bytes, groups: Mapping[int, Layer], file_flags: int) -> Layer:
    """Return a layer; groups: the last one so far of each level."""
    flags, kind, level, blend, opacity = layout.LAYER_HEAD.unpack_from(chunk)
    is_group = kind == layout.GROUP
    # Files from before the flag leave the byte unset.
    counts = bool(file_flags & (layout.GROUP_OPACITY if is_group else layout.LAYER_OPACITY))
    group = groups.get(level - 1)
    is_reference = bool(flags & layout.REFERENCE)
    return Layer(
        name=layout.text(chunk, layout.LAYER_HEAD.size),
        level=level,
        is_group=is_group,
        is_tilemap=kind == layout.TILEMAP,
        is_reference=is_reference,
        is_visible=bool(flags & layout.VISIBLE) and not is_reference and (group is None or group.is_visible),
        is_locked=not flags & layout.EDITABLE or (group is not None and group.is_locked),
        is_background=bool(flags & layout.BACKGROUND),
        opacity=(opacity / 255 if counts else 1.0) * (1.0 if group is None else group.opacity),
        blend=blend,
    )


def cel(chunk: bytes, frames: Sequence[Mapping[int, Cel]], depth: int) -> Cel | None:
    """Return a cel; None where it is made of tiles. A link is the cel that it leads to; raises KeyError too."""
    place, x, y, opacity, kind, z = layout.CEL_HEAD.unpack_from(chunk)
    at = layout.CEL_HEAD.size
    if kind == layout.TILES:
        return None
    if kind == layout.LINKED:
        (target,) = struct.unpack_from("<H", chunk, at)
        return replace(frames[target][place], z=z)
    width, height = layout.SIDES.unpack_from(chunk, at)
    data = chunk[at + layout.SIDES.size :]
    if kind not in (layout.RAW, layout.PACKED) or (kind == layout.RAW and len(data) < width * height * depth // 8):
        raise ValueError(f"a cel of type {kind} and {width}×{height} pixels has {len(chunk)} bytes")
    return Cel(
        layer=place,
        x=x,
        y=y,
        opacity=opacity / 255,
        z=z,
        width=width,
        height=height,
        data=data,
        is_packed=kind == layout.PACKED,
    )


def palette(chunk: bytes, before_T4: np.ndarray) -> tuple[np.ndarray, dict[int, str], int]:
    """Return the palette with these changes, the names of its colours by their places, and how many it has in all."""
    colours, first, last = layout.PALETTE_HEAD.unpack_from(chunk)
    palette_T4, names, at = before_T4.copy(), {}, layout.PALETTE_HEAD.size
    for place in range(first, min(last + 1, MAX_COLOURS)):
        has_name, *rgba = layout.COLOUR_HEAD.unpack_from(chunk, at)
        palette_T4[place] = rgba
        at += layout.COLOUR_HEAD.size
        if has_name & 1:
            names[place] = layout.text(chunk, at)
            at += layout.LENGTH.size + layout.LENGTH.unpack_from(chunk, at)[0]
    return palette_T4, names, colours


def old_palette(chunk: bytes, before_T4: np.ndarray, full: int) -> np.ndarray:
    """Read packets that each skip some places, then name colours; full is the brightest value of a channel."""
    palette_T4, place, at = before_T4.copy(), 0, 2
    for _ in range(struct.unpack_from("<H", chunk)[0]):
        place += chunk[at]
        count = chunk[at + 1] or 256
        rgb_T3 = np.frombuffer(chunk, np.uint8, 3 * count, at + 2).reshape(-1, 3)
        palette_T4[place : place + count, :3] = rgb_T3.astype(int) * 255 // full
        place += count
        at += 2 + 3 * count
    return palette_T4


def swatches(palette_T4: np.ndarray, names: Mapping[int, str], clear_index: int | None) -> Palette:
    """Return the palette; a place that is drawn transparent is so, whatever colour stands there."""
    found = []
    for place, (red, green, blue, alpha) in enumerate(palette_T4.tolist()):
        rgba = (red, green, blue, 0 if place == clear_index else alpha)
        found.append(Swatch(rgba=rgba, name=one_line(names.get(place, ""))))
    return Palette(swatches=tuple(found))


def tags(chunk: bytes) -> list[Tag]:
    """Return the tags, as the file names their frames."""
    (count,) = layout.TAGS_HEAD.unpack_from(chunk)
    found, at = [], layout.TAGS_HEAD.size
    for _ in range(count):
        first, last, direction, repeat, *rgb = layout.TAG_HEAD.unpack_from(chunk, at)
        at += layout.TAG_HEAD.size
        found.append(
            Tag(
                name=layout.text(chunk, at),
                first=first,
                last=last,
                direction=_DIRECTIONS[direction],
                repeat=repeat,
                colour=(rgb[0], rgb[1], rgb[2], 255),
            )
        )
        at += layout.LENGTH.size + layout.LENGTH.unpack_from(chunk, at)[0]
    return found


def user_colour(chunk: bytes) -> Rgba | None:
    """Return the colour in user data; None where there is none."""
    (flags,) = struct.unpack_from("<I", chunk)
    if not flags & layout.HAS_COLOUR:
        return None
    at = 4
    if flags & layout.HAS_TEXT:
        at += layout.LENGTH.size + layout.LENGTH.unpack_from(chunk, at)[0]
    red, green, blue, alpha = struct.unpack_from("<BBBB", chunk, at)
    return red, green, blue, alpha


def is_foreign(chunk: bytes) -> bool:
    """Return whether a colour profile is another than sRGB or none."""
    kind, _, _ = layout.PROFILE_BODY.unpack_from(chunk)
    return kind not in (0, layout.SRGB)
