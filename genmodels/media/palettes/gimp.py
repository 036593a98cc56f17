"""GIMP's .gpl: a colour a line, with its name. Aseprite's extension, which GIMP cannot read, adds alpha."""

from genmodels.media.palettes.palette import MAX_COLOURS, Palette, Swatch, channels, one_line

SIGNATURE = "GIMP Palette"
_EMPTY = "PixeloramaEmptySlot"  # the name by which Pixelorama knows an empty place; to others it is black


def read_gimp(text: str) -> Palette:
    """Return what the text holds; raises ValueError. Lines that are none of the format's are passed over."""
    name, columns, width = "", 0, 3
    comments: list[str] = []
    swatches: list[Swatch] = []
    for line in (one.strip() for one in text.splitlines()[1:]):
        key, _, value = (part.strip() for part in line.partition(":"))
        if line.startswith("#"):
            comments.append(one_line(line[1:]))
        elif line[:1].isdecimal():
            swatches.append(_swatch(line.split(None, width), width))
        elif key.lower() == "name":
            name = one_line(value)
        elif key.lower() == "columns" and value.isdecimal():
            columns = min(int(value), MAX_COLOURS)
        elif key.lower() == "channels" and value.upper() == "RGBA":
            width = 4
    return Palette(swatches=tuple(swatches), name=name, columns=columns, comments=tuple(comments))


def write_gimp(palette: Palette) -> bytes:
    """Return the file; it has alpha only where a colour does, so that GIMP reads all others."""
    width = 4 if any(colour[3] < 255 for colour in palette.colours) else 3
    lines = [
        SIGNATURE,
        *(["Channels: RGBA"] if width == 4 else []),
        *([f"Name: {one_line(palette.name)}"] if one_line(palette.name) else []),
        *([f"Columns: {palette.columns}"] if palette.columns else []),
        *(f"# {one_line(comment)}".rstrip() for comment in palette.comments),
    ]
    for swatch in palette.swatches:
        numbers = " ".join(f"{value:3d}" for value in (swatch.rgba or (0, 0, 0, 0))[:width])
        name = _EMPTY if swatch.rgba is None else one_line(swatch.name)
        lines.append(f"{numbers}\t{name}".rstrip())
    return ("\n".join(lines) + "\n").encode(errors="replace")


def _swatch(parts: list[str], width: int) -> Swatch:
    if len(parts) < width:
        raise ValueError(f"a colour has {len(parts)} numbers, not {width}")
    name = one_line(" ".join(parts[width:]))
    rgba = channels(parts[:width])
    return Swatch(rgba=None) if name == _EMPTY else Swatch(rgba=rgba, name=name)
