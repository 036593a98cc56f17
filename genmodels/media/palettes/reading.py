"""Reads palette files, told apart by content first, then by name."""

import re
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from genmodels.api.errors import InputError
from genmodels.media.colours import from_hex
from genmodels.media.sprite import read_sprite

MAX_COLOURS = 256
_HINT = "Choose a .gpl, .hex, .act or JASC .pal file, or an image with few colours."


def read_palette(path: Path) -> np.ndarray:
    """Return the colours of a palette file as uint8 (T, 4), in file order without repeats; raises InputError.

    Reads .gpl, .hex, JASC .pal and .act files and images; the kind is told by content first, then by name.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"The palette “{path}” cannot be read: {error.strerror}.", hint=_HINT) from error
    text = data.decode("utf-8-sig", errors="replace")
    try:
        match path.suffix.lower():
            case _ if text.startswith("GIMP Palette"):
                rgba_T4 = _gpl(text)
            case _ if text.startswith("JASC-PAL"):
                rgba_T4 = _numbers(text.splitlines()[3:], channels=3)
            case ".pal":
                raise InputError(f"“{path.name}” is not a JASC palette; other .pal files are not read.", hint=_HINT)
            case ".act":
                rgba_T4 = _act(data)
            case ".hex" | ".txt":
                rgba_T4 = from_hex(re.findall(r"\b(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6})\b", text))
            case _:
                sprite = read_sprite(path)
                stored = sprite.indexed.palette_T4 if sprite.indexed is not None else sprite.rgba_HWC
                rgba_T4 = stored.reshape(-1, 4)
    except (ValueError, IndexError) as error:
        raise InputError(f"The palette “{path.name}” is damaged.", hint=_HINT, detail=str(error)) from error
    first_T = np.unique(rgba_T4, axis=0, return_index=True)[1]
    if not 0 < len(first_T) <= MAX_COLOURS:
        message = f"The palette “{path.name}” has {len(first_T):,} colours; it can have 1 to {MAX_COLOURS}."
        raise InputError(message, hint=_HINT)
    return rgba_T4[np.sort(first_T)]


def _gpl(text: str) -> np.ndarray:
    lines = text.splitlines()[1:]
    # Aseprite's extension of GIMP's format: four numbers a line where the header says so.
    channels = 4 if any(line.replace(" ", "").lower() == "channels:rgba" for line in lines) else 3
    return _numbers([line for line in lines if re.match(r"\s*\d", line)], channels=channels)


def _numbers(lines: Iterable[str], *, channels: int) -> np.ndarray:
    rows = [[int(number) for number in line.split()[:channels]] for line in lines if line.strip()]
    if any(len(row) != channels or not all(0 <= value <= 255 for value in row) for row in rows):
        raise ValueError(f"a colour is not {channels} numbers from 0 to 255")
    return np.array([row + [255] * (4 - channels) for row in rows], dtype=np.uint8).reshape(-1, 4)


def _act(data: bytes) -> np.ndarray:
    if len(data) not in (768, 772):
        raise ValueError(f"{len(data)} bytes, not 768 or 772")
    # The last two bytes may name a transparent colour, but Aseprite leaves 0 there for none: not to be trusted.
    count = int.from_bytes(data[768:770], "big") or 256
    rgb_T3 = np.frombuffer(data[:768], dtype=np.uint8).reshape(-1, 3)[:count]
    return np.pad(rgb_T3, ((0, 0), (0, 1)), constant_values=255)
