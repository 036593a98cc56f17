"""Reads a palette from any file that has one: told apart by content first, then by name."""

from __future__ import annotations

from pathlib import Path

from genmodels.api.errors import InputError
from genmodels.media.aseprite import reading as aseprite
from genmodels.media.palettes import gimp, jasc
from genmodels.media.palettes.adobe import read_adobe
from genmodels.media.palettes.gimp import read_gimp
from genmodels.media.palettes.hexes import read_hexes
from genmodels.media.palettes.jasc import read_jasc
from genmodels.media.palettes.palette import MAX_COLOURS, Palette
from genmodels.media.palettes.pictures import palette_in
from genmodels.media.sprite import read_sprite

SUFFIXES = (".gpl", ".hex", ".txt", ".pal", ".act", *sorted(aseprite.SUFFIXES), ".png", ".gif", ".webp", ".bmp")
MAX_TEXT_BYTES = 2**20
_HINT = "Choose a .gpl, .hex, .act, JASC .pal or .aseprite file, or an image with few colours."


def read_palette(path: Path) -> Palette:
    """Return the palette of a file, of 1 to 256 colours; raises InputError."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_TEXT_BYTES + 1)
    except OSError as error:
        raise InputError(f"The palette “{path}” cannot be read: {error.strerror}.", hint=_HINT) from error
    try:
        palette = _palette(path, data)
    except (ValueError, IndexError) as error:
        raise InputError(f"The palette “{path.name}” is damaged.", hint=_HINT, detail=str(error)) from error
    if not palette.colours or len(palette.swatches) > MAX_COLOURS:
        count = len(palette.swatches) if palette.colours else 0
        message = f"The palette “{path.name}” has {count:,} colours; it can have 1 to {MAX_COLOURS}."
        raise InputError(message, hint=_HINT)
    return palette


def _palette(path: Path, data: bytes) -> Palette:
    suffix, text = path.suffix.lower(), data.decode("utf-8-sig", errors="replace")
    if aseprite.is_aseprite(data) or suffix in aseprite.SUFFIXES:
        return aseprite.read_aseprite(path).palette
    is_text = text.startswith((gimp.SIGNATURE, jasc.SIGNATURE)) or suffix in (".hex", ".txt")
    if is_text and len(data) > MAX_TEXT_BYTES:
        raise InputError(f"The palette “{path.name}” is over {MAX_TEXT_BYTES >> 20} MB.", hint=_HINT)
    match suffix:
        case _ if text.startswith(gimp.SIGNATURE):
            return read_gimp(text)
        case _ if text.startswith(jasc.SIGNATURE):
            return read_jasc(text)
        case ".pal":
            raise InputError(f"“{path.name}” is not a JASC palette; other .pal files are not read.", hint=_HINT)
        case ".act":
            return read_adobe(data)
        case ".hex" | ".txt":
            return read_hexes(text)
        case _:
            return palette_in(read_sprite(path))
