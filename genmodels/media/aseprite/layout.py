"""The numbers of Aseprite's format that reader and writer share."""

import struct

FILE_MAGIC, FRAME_MAGIC = 0xA5E0, 0xF1FA
OLDER_PALETTE, OLD_PALETTE, LAYER, CEL, CEL_EXTRA, PROFILE = 0x0011, 0x0004, 0x2004, 0x2005, 0x2006, 0x2007
TAGS, PALETTE, USER_DATA, SLICE = 0x2018, 0x2019, 0x2020, 0x2022
RAW, LINKED, PACKED, TILES = range(4)  # types of cel
IMAGE, GROUP, TILEMAP = range(3)  # types of layer
VISIBLE, EDITABLE, BACKGROUND, REFERENCE = 1, 2, 8, 64  # flags of a layer
LAYER_OPACITY, GROUP_OPACITY = 1, 2  # flags of a file: which opacities count
HAS_TEXT, HAS_COLOUR = 1, 2  # flags of user data
SRGB = 1  # type of colour profile

HEADER = struct.Struct("<IHHHHHIHIIB3xHBBhhHH84x")  # size … frames width height depth flags speed … clear colours …
FRAME_HEAD = struct.Struct("<IHHHxxI")  # size, magic, chunks where they fit, duration in ms, chunks
CHUNK_HEAD = struct.Struct("<IH")  # size with this head, kind
LAYER_HEAD = struct.Struct("<HHH4xHB3x")  # flags, type, level, blend mode, opacity; then the name
CEL_HEAD = struct.Struct("<HhhBHh5x")  # layer, x, y, opacity, type, z; then what the type asks for
SIDES = struct.Struct("<HH")  # width and height of a cel's pixels
PALETTE_HEAD = struct.Struct("<III8x")  # colours in all, first and last of those that follow
COLOUR_HEAD = struct.Struct("<HBBBB")  # whether it has a name, red, green, blue, alpha
TAGS_HEAD = struct.Struct("<H8x")  # how many
TAG_HEAD = struct.Struct("<HHBH6xBBBx")  # first, last, direction, repeat, red, green, blue; then the name
PROFILE_BODY = struct.Struct("<HHI8x")  # type, flags, gamma
LENGTH = struct.Struct("<H")  # of a text, in bytes


def text(data: bytes, at: int) -> str:
    """Return the text that begins here; raises struct.error where there is none."""
    (length,) = LENGTH.unpack_from(data, at)
    return data[at + LENGTH.size : at + LENGTH.size + length].decode("utf-8", errors="replace")


def text_bytes(words: str) -> bytes:
    """Return a text with its length before it, cut to what that can tell."""
    data = words.encode("utf-8", errors="replace")[:0xFFFF].decode("utf-8", errors="ignore").encode()
    return LENGTH.pack(len(data)) + data
