"""Adobe's .act: 256 places of three bytes, then how many of them count."""

import struct

from genmodels.media.arrays import np
from genmodels.media.palettes.palette import MAX_COLOURS, Palette, palette_of

_COLOURS = 3 * MAX_COLOURS  # bytes
_NO_CLEAR_COLOUR = 0xFFFF


def read_adobe(data: bytes) -> Palette:
    """Return what the file holds; raises ValueError."""
    if len(data) not in (_COLOURS, _COLOURS + 4):
        raise ValueError(f"{len(data)} bytes, not {_COLOURS} or {_COLOURS + 4}")
    # The last two bytes may name a transparent colour, but Aseprite leaves 0 there for none: not to be trusted.
    count = int.from_bytes(data[_COLOURS : _COLOURS + 2], "big") or MAX_COLOURS
    rgb_T3 = np.frombuffer(data[:_COLOURS], np.uint8).reshape(-1, 3)[:count]
    return palette_of(np.pad(rgb_T3, ((0, 0), (0, 1)), constant_values=255))


def write_adobe(palette: Palette) -> bytes:
    """Return the file; the format has no alpha, no names and no empty places."""
    rgb = b"".join(bytes(colour[:3]) for colour in palette.colours)
    return rgb.ljust(_COLOURS, b"\0") + struct.pack(">HH", len(palette.colours), _NO_CLEAR_COLOUR)
