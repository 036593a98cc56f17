"""JASC's .pal, of Paint Shop Pro: what the tools of Game Boy games take, to the letter."""

from genmodels.media.palettes.palette import Palette, Swatch, channels

SIGNATURE = "JASC-PAL"


def read_jasc(text: str) -> Palette:
    """Return what the text holds; raises ValueError. A fourth number is the alpha that Aseprite adds."""
    _signature, _version, count, *lines = text.splitlines()
    rows = [line.split() for line in lines if line.strip()][: int(count)]
    if len(rows) < int(count):
        raise ValueError(f"{int(count)} colours are told and {len(rows)} are there")
    if not all(len(row) in (3, 4) for row in rows):
        raise ValueError("a colour is not three numbers")
    return Palette(swatches=tuple(Swatch(rgba=channels(row)) for row in rows))


def write_jasc(palette: Palette) -> bytes:
    """Return the file with three numbers a colour and every line ended: strict readers take nothing else."""
    rows = [f"{red} {green} {blue}" for red, green, blue, _ in palette.colours]
    return "".join(f"{line}\r\n" for line in (SIGNATURE, "0100", len(rows), *rows)).encode()
