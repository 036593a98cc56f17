"""Reads .aseprite files to pixels: RGBA, grey and indexed, their layers, groups, cels and palettes.

The layout is in Aseprite's description of its format (docs/ase-file-specs.md): little-endian, a header, then one frame
after another, each a row of chunks. Drawing is ours: normal blending alone, and no tilemaps; what differs is told.
"""

import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from genmodels.api.errors import InputError
from genmodels.media.palettes.palette import Palette, Swatch, one_line
from genmodels.media.sprite import MAX_FILE_BYTES, MAX_SIDE

SUFFIXES = {".ase", ".aseprite"}
MAX_UNPACKED = 2**28  # pixels of all cels together: more is a bomb, not a sprite
_SWATCHES = b"ASEF"  # Adobe Swatch Exchange has the suffix .ase too
_FILE_MAGIC, _FRAME_MAGIC = 0xA5E0, 0xF1FA
_OLDER_PALETTE, _OLD_PALETTE, _LAYER, _CEL, _PALETTE = 0x0011, 0x0004, 0x2004, 0x2005, 0x2019
_RAW, _LINKED, _PACKED, _TILES = range(4)  # types of cel
_GROUP = 1  # type of layer
_VISIBLE, _BACKGROUND, _REFERENCE = 1, 8, 64  # flags of a layer
_LAYER_OPACITY, _GROUP_OPACITY = 1, 2  # flags of a file: which opacities count


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A layer or a group; what the groups round it do to it is in is_visible and opacity."""

    name: str
    level: int  # how many groups it lies in
    is_group: bool
    is_visible: bool
    is_background: bool  # its transparent index is a colour like the others
    opacity: float
    blend: int  # 0 is normal


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cel:
    """What one layer shows in one frame, as it lies in the file."""

    layer: int
    x: int
    y: int
    opacity: float
    z: int  # how many layers higher than its own it is drawn
    width: int
    height: int
    data: bytes
    is_packed: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Aseprite:
    """A file's layers from the lowest up, and for each frame its cels by layer and its palette."""

    name: str
    width: int
    height: int
    depth: int  # bits a pixel: 8 indexed, 16 grey and alpha, 32 RGBA
    clear_index: int
    layers: tuple[Layer, ...]
    frames: tuple[dict[int, Cel], ...]
    palettes: tuple[np.ndarray, ...]  # uint8 (256, 4)
    palette: Palette  # of the first frame, as long as it is, with the names of its colours
    remarks: tuple[str, ...]  # what will look other than in Aseprite

    @property
    def shown(self) -> tuple[int, ...]:
        """The layers that a person sees, groups themselves not among them."""
        return tuple(n for n, layer in enumerate(self.layers) if layer.is_visible and not layer.is_group)

    def draw(self, frame: int, layers: Sequence[int]) -> np.ndarray:
        """Return these layers of a frame one over another, uint8 RGBA; raises InputError where a cel is damaged."""
        drawn_HW4 = np.zeros((self.height, self.width, 4), np.float32)
        cels = [self.frames[frame][n] for n in layers if n in self.frames[frame]]
        for cel in sorted(cels, key=lambda cel: (cel.layer + cel.z, cel.z)):
            top, left = max(0, cel.y), max(0, cel.x)
            under_HW4 = drawn_HW4[top : max(0, cel.y + cel.height), left : max(0, cel.x + cel.width)]
            height, width = under_HW4.shape[:2]
            if height and width:
                cel_HW4 = self._pixels(cel, self.palettes[frame])[top - cel.y :, left - cel.x :][:height, :width]
                cel_HW4[..., 3] *= self.layers[cel.layer].opacity * cel.opacity
                _lay_over(cel_HW4, under_HW4)
        return (drawn_HW4 * 255).round().astype(np.uint8)

    def _pixels(self, cel: Cel, palette_T4: np.ndarray) -> np.ndarray:
        """Return a cel's pixels, float32 RGBA from 0 to 1."""
        length = cel.width * cel.height * self.depth // 8
        try:
            data = zlib.decompressobj().decompress(cel.data, length) if cel.is_packed else cel.data
            values_HWC = np.frombuffer(data, np.uint8, length).reshape(cel.height, cel.width, -1)
        except (zlib.error, ValueError) as error:
            raise _damaged(self.name, error) from error
        match self.depth:
            case 8:
                rgba_HW4 = palette_T4[values_HWC[..., 0]]
                if not self.layers[cel.layer].is_background:
                    rgba_HW4[values_HWC[..., 0] == self.clear_index] = 0
            case 16:
                rgba_HW4 = values_HWC[..., [0, 0, 0, 1]]
            case _:
                rgba_HW4 = values_HWC
        return rgba_HW4 / np.float32(255)


def is_aseprite(data: bytes) -> bool:
    """Return whether a file that begins like this is Aseprite's, whatever its name is."""
    return len(data) >= 128 and data[4:6] == _FILE_MAGIC.to_bytes(2, "little")


def read_aseprite(path: Path) -> Aseprite:
    """Read a file; its cels are unpacked only when they are drawn. Raises InputError with what to do next."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise InputError(f"“{path.name}” is over {MAX_FILE_BYTES >> 20} MB.", hint="Choose a smaller sprite.")
        data = path.read_bytes()
    except OSError as error:
        message = f"“{path.name}” cannot be read: {error.strerror}."
        raise InputError(message, hint="Check its permissions.", detail=str(error)) from error
    if data.startswith(_SWATCHES):
        message = f"“{path.name}” holds Adobe's colour swatches, not a sprite."
        raise InputError(message, hint="Choose a sprite saved by Aseprite.")
    try:
        return _parsed(path.name, data)
    except (struct.error, IndexError, KeyError, ValueError) as error:
        raise _damaged(path.name, error) from error


def _parsed(name: str, data: bytes) -> Aseprite:
    magic, count, width, height, depth, flags = struct.unpack_from("<4xHHHHHI", data)
    if magic != _FILE_MAGIC or depth not in (8, 16, 32):
        raise ValueError("the header is not Aseprite's")
    if not 1 <= min(width, height) <= max(width, height) <= MAX_SIDE:
        message = f"“{name}” has {width}×{height} pixels; a sprite has 1 to {MAX_SIDE} a side."
        raise InputError(message, hint="Cut out the part you need.")
    layers: list[Layer] = []
    groups: dict[int, Layer] = {}  # the last one of each level
    frames: list[dict[int, Cel]] = []
    palettes: list[np.ndarray] = []
    palette_T4, is_modern, has_tiles = np.tile(np.array([0, 0, 0, 255], np.uint8), (256, 1)), False, False
    colours, names = int.from_bytes(data[32:34], "little") or 256, dict[int, str]()
    at = 128
    for number in range(count):
        length, magic, few, many = struct.unpack_from("<IHH4xI", data, at)
        if magic != _FRAME_MAGIC:
            raise ValueError(f"frame {number} does not begin where it should")
        frames.append(cels := {})
        for kind, chunk in _chunks(data[at + 16 : at + length], many or few):
            if kind == _LAYER:
                layers.append(layer := _layer(chunk, groups, flags))
                if layer.is_group:
                    groups[layer.level] = layer
            elif kind == _CEL:
                cel = _cel(chunk, frames, depth)
                has_tiles |= cel is None
                if cel is not None and cel.width and cel.height:
                    cels[cel.layer] = cel
            elif kind == _PALETTE:
                palette_T4, is_modern = _palette(chunk, palette_T4), True
                if number == 0:
                    (colours,) = struct.unpack_from("<I", chunk)
                    names |= _names(chunk)
            elif kind in (_OLD_PALETTE, _OLDER_PALETTE) and not is_modern:
                palette_T4 = _old_palette(chunk, palette_T4, 255 if kind == _OLD_PALETTE else 63)
        palettes.append(palette_T4)
        at += length
    cels = [cel for by_layer in frames for cel in by_layer.values()]
    areas = [cel.width * cel.height for cel in cels]
    if max(areas, default=0) > MAX_SIDE**2 or sum(areas) > MAX_UNPACKED:
        raise InputError(f"“{name}” unpacks to far too many pixels.", hint="Choose a smaller sprite.")
    if not frames or any(cel.layer >= len(layers) for cel in cels):
        raise ValueError("there is no frame, or a cel belongs to no layer")
    background = any(layer.is_background for layer in layers)
    blends = any(layer.blend and layer.is_visible and not layer.is_group for layer in layers)
    return Aseprite(
        name=name,
        width=width,
        height=height,
        depth=depth,
        clear_index=data[28],
        layers=tuple(layers),
        frames=tuple(frames),
        palettes=tuple(palettes),
        palette=_swatches(palettes[0][:colours], names, data[28] if depth == 8 and not background else None),
        remarks=(
            *(["its blend modes other than normal are drawn as normal"] if blends else []),
            *(["its tilemaps are left out"] if has_tiles else []),
        ),
    )


def _chunks(data: bytes, count: int) -> Iterator[tuple[int, bytes]]:
    at = 0
    for _ in range(count):
        length, kind = struct.unpack_from("<IH", data, at)
        if length < 6 or at + length > len(data):
            raise ValueError("a chunk is longer than its frame")
        yield kind, data[at + 6 : at + length]
        at += length


def _layer(chunk: bytes, groups: Mapping[int, Layer], file_flags: int) -> Layer:
    flags, kind, level, blend, opacity, length = struct.unpack_from("<HHH4xHB3xH", chunk)
    is_group = kind == _GROUP
    # Files from before the flag leave the byte unset.
    counts = bool(file_flags & (_GROUP_OPACITY if is_group else _LAYER_OPACITY))
    # The group that a layer lies in is the last one before it of one level less.
    group = groups.get(level - 1)
    return Layer(
        name=chunk[18 : 18 + length].decode("utf-8", errors="replace"),
        level=level,
        is_group=is_group,
        is_visible=flags & (_VISIBLE | _REFERENCE) == _VISIBLE and (group is None or group.is_visible),
        is_background=bool(flags & _BACKGROUND),
        opacity=(opacity / 255 if counts else 1.0) * (1.0 if group is None else group.opacity),
        blend=blend,
    )


def _cel(chunk: bytes, frames: Sequence[dict[int, Cel]], depth: int) -> Cel | None:
    """Return a cel; None where it is made of tiles. A link is the cel that it leads to."""
    layer, x, y, opacity, kind, z = struct.unpack_from("<HhhBHh", chunk)
    if kind == _TILES:
        return None
    if kind == _LINKED:
        (target,) = struct.unpack_from("<H", chunk, 16)
        return replace(frames[target][layer], z=z)
    width, height = struct.unpack_from("<HH", chunk, 16)
    if kind not in (_RAW, _PACKED) or (kind == _RAW and len(chunk) < 20 + width * height * depth // 8):
        raise ValueError(f"a cel of type {kind} and {width}×{height} pixels has {len(chunk)} bytes")
    return Cel(
        layer=layer,
        x=x,
        y=y,
        opacity=opacity / 255,
        z=z,
        width=width,
        height=height,
        data=chunk[20:],
        is_packed=kind == _PACKED,
    )


def _palette(chunk: bytes, before_T4: np.ndarray) -> np.ndarray:
    first, last = struct.unpack_from("<4xII", chunk)
    palette_T4, at = before_T4.copy(), 20
    for place in range(first, last + 1):
        has_name, *rgba = struct.unpack_from("<HBBBB", chunk, at)
        palette_T4[place] = rgba
        at += 6
        if has_name & 1:
            at += 2 + struct.unpack_from("<H", chunk, at)[0]
    return palette_T4


def _names(chunk: bytes) -> dict[int, str]:
    """Return the names of a palette's colours by their places."""
    names, at = {}, 20
    first, last = struct.unpack_from("<4xII", chunk)
    for place in range(first, last + 1):
        (has_name,) = struct.unpack_from("<H", chunk, at)
        at += 6
        if has_name & 1:
            (length,) = struct.unpack_from("<H", chunk, at)
            names[place] = chunk[at + 2 : at + 2 + length].decode("utf-8", errors="replace")
            at += 2 + length
    return names


def _swatches(palette_T4: np.ndarray, names: Mapping[int, str], clear_index: int | None) -> Palette:
    """Return the palette; a place that is drawn transparent is so, whatever colour stands there."""
    swatches = []
    for place, (red, green, blue, alpha) in enumerate(palette_T4.tolist()):
        rgba = (red, green, blue, 0 if place == clear_index else alpha)
        swatches.append(Swatch(rgba=rgba, name=one_line(names.get(place, ""))))
    return Palette(swatches=tuple(swatches))


def _old_palette(chunk: bytes, before_T4: np.ndarray, full: int) -> np.ndarray:
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


def _lay_over(cel_HW4: np.ndarray, under_HW4: np.ndarray) -> None:
    """Lay a cel over what is there, in place: Porter and Duff's “over” (1984) on straight alpha."""
    over_HW1, below_HW1 = cel_HW4[..., 3:], under_HW4[..., 3:] * (1 - cel_HW4[..., 3:])
    alpha_HW1 = over_HW1 + below_HW1
    rgb_HW3 = cel_HW4[..., :3] * over_HW1 + under_HW4[..., :3] * below_HW1
    under_HW4[..., :3] = np.divide(rgb_HW3, alpha_HW1, out=np.zeros_like(rgb_HW3), where=alpha_HW1 > 0)
    under_HW4[..., 3:] = alpha_HW1


def _damaged(name: str, error: Exception) -> InputError:
    message = f"“{name}” is no Aseprite file, or a damaged one."
    return InputError(message, hint="Open it in Aseprite and save it again.", detail=repr(error))
