""".hex, which Lospec gives out: a colour a line as rrggbb. Read with patience, because people paste such lists."""

import re

from genmodels.media.colours import from_hex
from genmodels.media.palettes.palette import Palette, palette_of

_COMMENT = re.compile(r"^\s*;.*$", re.MULTILINE)
_COLOUR = re.compile(r"\b(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6})\b")


def read_hexes(text: str) -> Palette:
    """Return all words of six hexadecimal digits, or of eight with alpha; what lies between them does not matter."""
    return palette_of(from_hex(_COLOUR.findall(_COMMENT.sub("", text))))


def write_hexes(palette: Palette) -> bytes:
    """Return the file; the format has no alpha, no names and no empty places."""
    return "".join(f"{red:02x}{green:02x}{blue:02x}\n" for red, green, blue, _ in palette.colours).encode()
