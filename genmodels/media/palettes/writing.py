"""Writes a palette to a file: read back and compared before it takes its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from genmodels.api.errors import InputError
from genmodels.media.palettes.adobe import read_adobe, write_adobe
from genmodels.media.palettes.gimp import read_gimp, write_gimp
from genmodels.media.palettes.hexes import read_hexes, write_hexes
from genmodels.media.palettes.jasc import read_jasc, write_jasc
from genmodels.media.palettes.palette import MAX_COLOURS, Palette
from genmodels.media.palettes.pictures import palette_in, strip_png
from genmodels.media.sprite import decode_sprite
from genmodels.media.writing import write_checked


class Loss(StrEnum):
    """What a format may not be able to hold."""

    ALPHA = "alpha"
    EMPTY = "empty places"
    NAMES = "names"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One kind of file."""

    suffix: str
    write: Callable[[Palette], bytes]
    read: Callable[[bytes], Palette]
    holds: frozenset[Loss] = frozenset()

    def lost(self, palette: Palette) -> tuple[Loss, ...]:
        """Return what the palette has and the file would not."""
        has = {
            Loss.ALPHA: any(colour[3] < 255 for colour in palette.colours),
            Loss.EMPTY: len(palette.colours) < len(palette.swatches),
            Loss.NAMES: any(swatch.name for swatch in palette.swatches),
        }
        return tuple(loss for loss, there in has.items() if there and loss not in self.holds)


FORMATS = (
    Format(suffix=".gpl", write=write_gimp, read=lambda data: read_gimp(data.decode()), holds=frozenset(Loss)),
    Format(suffix=".hex", write=write_hexes, read=lambda data: read_hexes(data.decode())),
    Format(suffix=".pal", write=write_jasc, read=lambda data: read_jasc(data.decode())),
    Format(suffix=".act", write=write_adobe, read=read_adobe),
    Format(
        suffix=".png",
        write=strip_png,
        read=lambda data: palette_in(decode_sprite(data, "The file")),
        holds=frozenset({Loss.ALPHA}),
    ),
)


def format_of(path: Path) -> Format:
    """Return the format that the file's name asks for; raises InputError."""
    for one in FORMATS:
        if path.suffix.lower() == one.suffix:
            return one
    kinds = ", ".join(one.suffix for one in FORMATS)
    raise InputError(f"Palettes are not saved as “{path.suffix or path.name}”.", hint=f"End the name in {kinds}.")


def write_palette(path: Path, palette: Palette) -> None:
    """Write the palette in the format that the name ends in; raises InputError or StorageError.

    What Format.lost tells is left out.
    """
    chosen = format_of(path)
    if not palette.colours or len(palette.swatches) > MAX_COLOURS:
        message = f"The palette has {len(palette.swatches):,} colours; a file holds 1 to {MAX_COLOURS}."
        raise InputError(message, hint="Merge some of them, or remove those that you do not need.")
    held = palette.colours
    if Loss.ALPHA not in chosen.holds:
        held = tuple((red, green, blue, 255) for red, green, blue, _ in held)
    write_checked(path, chosen.write(palette), lambda data: chosen.read(data).colours == held)
