"""An artwork to the file that somebody asks for: animation, picture, numbered pictures, or Aseprite's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from genmodels.api import paths
from genmodels.api.errors import ConfigError
from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Artwork, Rgba, Tag
from genmodels.media.artwork.flattening import flatten
from genmodels.media.artwork.framing import remove_frames
from genmodels.media.artwork.playing import ordered
from genmodels.media.artwork.reshaping import enlarge, reshape
from genmodels.media.artwork.tagging import tag_named
from genmodels.media.aseprite.reading import SUFFIXES as ASEPRITE
from genmodels.media.aseprite.writing import write_aseprite
from genmodels.media.bounds import MAX_SIDE
from genmodels.media.indexed import MAX_COLOURS, Indexed
from genmodels.media.moving import SUFFIXES, Written, write_animation
from genmodels.media.sprite import Sprite, write_sprite
from genmodels.media.strips import write_numbered

PICTURE = ".png"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Exported:
    """What was written."""

    files: tuple[Path, ...]
    remarks: tuple[str, ...] = ()  # what the files could not keep, one sentence each
    animation: Written | None = None


def export_artwork(artwork: Artwork, out: Path, *, tag: str = "", scale: int = 1, indexed: bool = False) -> Exported:
    """Write what is seen of the artwork, or of one of its tags, enlarged by a whole factor; out's name says the kind.

    .gif, .webp and .apng play in the tag's direction; .png is a picture, or an animated one where there are several
    frames; a folder, or a name without an ending, gets a picture of each frame; .aseprite keeps layers and tags.
    indexed: pictures in the artwork's palette, shared by all. Raises ConfigError, or StorageError where it cannot be
    written; what was there then stays.
    """
    if scale < 1 or max(artwork.shape) * scale > MAX_SIDE:
        hint = f"Choose 1 to {MAX_SIDE // max(artwork.shape)}."
        raise ConfigError(f"The artwork cannot be enlarged {scale} times.", hint=hint)
    run = tag_named(artwork, tag) if tag else Tag(name="", first=0, last=len(artwork.frames) - 1)
    suffix = "" if out.is_dir() else out.suffix.lower()
    if suffix in ASEPRITE:
        write_aseprite(out, enlarged(_within(artwork, run), scale))
        return Exported(files=(out,))
    seen = {n: flatten(artwork, artwork.frames[n].key) for n in range(run.first, run.last + 1)}
    if not suffix or (suffix == PICTURE and (indexed or len(seen) == 1)):
        pictures = [enlarge(rgba_HW4, scale) for rgba_HW4 in seen.values()]
        return Exported(files=tuple(_pictures(out, pictures, artwork.palette, indexed=indexed)))
    if suffix not in (*SUFFIXES, PICTURE):
        kinds = ", ".join((*SUFFIXES, PICTURE, ".aseprite"))
        raise ConfigError(f"“{out.suffix}” is no kind of file that can be written.", hint=f"Choose one of: {kinds}.")
    places = ordered(run)
    durations_ms = [artwork.frames[n].duration_ms for n in places]
    written = write_animation(out, [seen[n] for n in places], durations_ms, scale=scale)
    return Exported(files=(out,), remarks=written.losses.remarks, animation=written)


def enlarged(artwork: Artwork, scale: int) -> Artwork:
    """Return the artwork with every pixel as a square of scale×scale."""
    return artwork if scale == 1 else reshape(artwork, lambda pixels: enlarge(pixels, scale))


def _within(artwork: Artwork, run: Tag) -> Artwork:
    """Return the artwork with the frames of a tag alone."""
    outside = [frame.key for place, frame in enumerate(artwork.frames) if not run.first <= place <= run.last]
    return remove_frames(artwork, outside)


def _pictures(out: Path, pictures: Sequence[np.ndarray], palette: Sequence[Rgba], *, indexed: bool) -> list[Path]:
    """Write pictures of one size: one to a .png file, others into a folder; returns the files."""
    like = in_palette(pictures, palette) if indexed else None
    if out.suffix.lower() != PICTURE or out.is_dir():
        paths.make_folder(out)
        return write_numbered(out, out.name or "frame", pictures, like)
    if len(pictures) > 1:
        message = f"An indexed picture shows one frame, not {len(pictures):,}."
        raise ConfigError(message, hint="Name a folder, which gets a picture of each frame.")
    write_sprite(out, like.with_pixels(pictures[0]) if like is not None else Sprite(rgba_HWC=pictures[0]))
    return [out]


def in_palette(pictures: Sequence[np.ndarray], palette: Sequence[Rgba]) -> Sprite:
    """Return a sprite like which all are stored: the artist's palette in its order, then what else they use."""
    drawn_N4 = np.concatenate([np.unique(rgba_HW4.reshape(-1, 4), axis=0) for rgba_HW4 in pictures])
    colours = [
        *palette,
        *(colour for colour in map(tuple, np.unique(drawn_N4, axis=0).tolist()) if colour not in palette),
    ]
    if len(colours) > MAX_COLOURS:
        message = f"The palette and the pictures have {len(colours):,} colours; an indexed picture has {MAX_COLOURS}."
        raise ConfigError(message, hint="Export without a palette, or use fewer colours.")
    height, width = pictures[0].shape[:2]
    bits = next(bits for bits in (1, 2, 4, 8) if len(colours) <= 1 << bits)
    table_T4, index_HW = np.array(colours, np.uint8), np.zeros((height, width), np.uint8)
    return Sprite(
        rgba_HWC=table_T4[index_HW], mode="P", indexed=Indexed(palette_T4=table_T4, index_HW=index_HW, bits=bits)
    )
