"""What a picture file may be at most, and what it claims to be: looked at before anything of it is unpacked."""

from __future__ import annotations

import struct
from pathlib import Path

from genmodels.api.errors import InputError

MAX_SIDE = 4096
MAX_FILE_BYTES = 64 * 2**20
MAX_PIXELS = 2**26  # of all frames of one file together
FREE_PIXELS = 2**24  # up to here a file may be as short as it likes;
MOST_PER_BYTE = 2**10  # beyond, one that unpacks to more is a bomb, not an animation
_PNG, _GIF, _WEBP, _BMP = b"\x89PNG\r\n\x1a\n", (b"GIF87a", b"GIF89a"), b"WEBPVP8X", b"BM"
_EXTENSION, _IMAGE = 0x21, 0x2C  # what a block of a GIF begins with


def file_bytes(path: Path) -> bytes:
    """Return what is in a file; raises InputError where it is too large, empty, or cannot be read."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            hint = "Choose a sprite, not a photo or a film."
            raise InputError(f"“{path.name}” is over {MAX_FILE_BYTES >> 20} MB.", hint=hint)
        data = path.read_bytes()
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        message = f"There is no file “{path}”." if missing else f"“{path}” cannot be read: {error.strerror}."
        raise InputError(message, hint="Check the path and its permissions.", detail=str(error)) from error
    if not data:
        raise InputError(f"“{path.name}” is empty.", hint="Save it again from its editor.")
    return data


def check_size(name: str, width: int, height: int) -> None:
    """Raise InputError for a picture that is too large."""
    if max(width, height) > MAX_SIDE:
        message = f"{name} has {width}×{height} pixels; a sprite has at most {MAX_SIDE} a side."
        raise InputError(message, hint="Cut out the part you need.")


def check_frames(name: str, frames: int, width: int, height: int, length: int) -> None:
    """Raise InputError where frames in a file of this length (bytes) would cost too much to decode together."""
    pixels = width * height * frames
    if pixels > MAX_PIXELS or pixels > max(FREE_PIXELS, length * MOST_PER_BYTE):
        message = f"{name} has {frames:,} frames of {width}×{height} pixels, more than can be opened together."
        raise InputError(message, hint="Make it smaller, or cut it into shorter parts.")


def check_claim(name: str, data: bytes) -> None:
    """Raise InputError where the head of a file tells of a size that is too large."""
    if data.startswith(_PNG) and len(data) >= 24:
        check_size(name, *struct.unpack_from(">II", data, 16))
    elif data.startswith(_BMP) and len(data) >= 26:
        width, height = struct.unpack_from("<ii", data, 18)
        check_size(name, abs(width), abs(height))
    elif data[8:16] == _WEBP and len(data) >= 30:
        check_size(name, *(int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27)))
    elif data.startswith(_GIF) and len(data) >= 13:
        check_size(name, *_gif_size(data))


def _gif_size(data: bytes) -> tuple[int, int]:
    """Return the width and height of what a GIF's frames need: they may reach out of its screen.

    GIF89a specification, sections 18 (screen), 20 (image) and 15 (sub-blocks).
    """
    width, height, flags = struct.unpack_from("<HHB", data, 6)
    at = 13 + _table(flags)
    while at + 10 < len(data):
        if data[at] == _IMAGE:
            x, y, across, down, flags = struct.unpack_from("<HHHHB", data, at + 1)
            width, height = max(width, x + across), max(height, y + down)
            at = _after_blocks(data, at + 11 + _table(flags))
        elif data[at] == _EXTENSION:
            at = _after_blocks(data, at + 2)
        else:  # the end, or what readers pass over
            at += 1
    return width, height


def _table(flags: int) -> int:
    """Return how many bytes of colours follow."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    """Return where the sub-blocks that begin here are over."""
    while at < len(data) and data[at]:
        at += data[at] + 1
    return at + 1
