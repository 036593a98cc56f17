"""An artwork as an animation, a picture, numbered pictures or Aseprite's file: what is written, and how it looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import assert_never

from genmodels.api.errors import ConfigError
from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Artwork, Frame, Tag
from genmodels.media.artwork.flattening import flatten, flattened_frames
from genmodels.media.artwork.framing import remove_frames
from genmodels.media.artwork.playing import ordered
from genmodels.media.artwork.reshaping import enlarge
from genmodels.media.artwork.tagging import tag_named
from genmodels.media.aseprite.opening import artwork_of
from genmodels.media.aseprite.reading import aseprite_of
from genmodels.media.aseprite.writing import aseprite_bytes
from genmodels.media.bounds import MAX_SIDE
from genmodels.media.exporting import Exported, enlarged, export_artwork, in_palette
from genmodels.media.losses import Moving
from genmodels.media.moving import animation
from genmodels.media.seen_from import reached_from, seen_from
from genmodels.media.sprite import Sprite, decode_sprite, png_bytes
from genmodels.media.strips import numbered, write_numbered

_PREVIEW_BYTES = 2**26  # of all frames that are shown; of larger ones every second or third pixel and so on
_CALLED = "The export"


class Kind(StrEnum):
    """What is written."""

    GIF = "gif"
    APNG = "apng"
    WEBP = "webp"
    PICTURE = "picture"  # one frame as a PNG
    PICTURES = "pictures"  # a PNG for each frame
    ASEPRITE = "aseprite"

    @property
    def suffix(self) -> str:
        """What the file's name ends in."""
        return ".png" if self in (Kind.PICTURE, Kind.PICTURES) else f".{self.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportSettings:
    """How it is written; a project keeps it. Raises ConfigError for what cannot be."""

    kind: Kind = Kind.GIF
    scale: int = 1
    tag: str = ""  # whose frames alone are taken; nothing takes all frames
    indexed: bool = False  # of pictures: in the artwork's palette
    file: str = ""  # where it was last written, from the project's folder on, with “/” between names

    def __post_init__(self) -> None:
        """Reject a size that nothing has."""
        if not 1 <= self.scale <= MAX_SIDE:
            raise ConfigError(f"scale is {self.scale}.", hint=f"It can be 1 to {MAX_SIDE}.")

    def with_file(self, file: Path, project: Path | None) -> ExportSettings:
        """Return these settings with the file's place as seen from the project's folder, if there is one."""
        return replace(self, file=seen_from(project, file))

    def last_file(self, project: Path | None) -> Path | None:
        """Return where it was last written, None where it never was."""
        return reached_from(project, self.file) if self.file else None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Preview:
    """The file as it would be written, read back."""

    frames: tuple[np.ndarray, ...]  # uint8 RGBA, not enlarged, perhaps with fewer pixels
    durations_ms: tuple[int, ...]  # for how long each is really shown
    size: tuple[int, int]  # of the file's pictures, width and height
    length: int  # bytes of all files
    remarks: tuple[str, ...]  # what they will not keep


def files_of(path: Path, artwork: Artwork, settings: ExportSettings) -> tuple[Path, ...]:
    """Return the files that would be written; raises ConfigError for a tag that is not there."""
    if settings.kind is not Kind.PICTURES:
        return (path,)
    return tuple(numbered(path.parent, path.stem, len(_frames(artwork, settings))))


def preview_of(artwork: Artwork, frame: int, settings: ExportSettings) -> Preview:
    """Return what would be written; frame (by key) is the one that a single picture shows. Raises as writing does."""
    scale, kind = settings.scale, settings.kind
    width, height = artwork.width * scale, artwork.height * scale
    if max(width, height) > MAX_SIDE:
        hint = f"Choose a size of at most {MAX_SIDE // max(artwork.shape)}."
        raise ConfigError(f"Pictures of {width:,}×{height:,} pixels are too large.", hint=hint)
    match kind:
        case Kind.GIF | Kind.APNG | Kind.WEBP:
            played = _played(artwork, settings)
            pictures = _flat(artwork, played)
            written = animation(Moving(kind.suffix), pictures, [one.duration_ms for one in played], scale=scale)
            shown, durations_ms = written.frames(), written.durations_ms
            length, remarks = len(written.data), written.losses.remarks
        case Kind.PICTURE | Kind.PICTURES:
            taken = _frames(artwork, settings) if kind is Kind.PICTURES else [_frame(artwork, frame)]
            files = [png_bytes(sprite) for sprite in _sprites(artwork, taken, settings)]
            shown = (decode_sprite(data, _CALLED).rgba_HWC for data in files)
            durations_ms = tuple(one.duration_ms for one in taken)
            length, remarks = sum(map(len, files)), ()
        case Kind.ASEPRITE:
            data = aseprite_bytes(enlarged(_within(artwork, settings), scale))
            read, remarks = artwork_of(aseprite_of(data, _CALLED))
            shown, durations_ms = flattened_frames(read), tuple(one.duration_ms for one in read.frames)
            length = len(data)
        case _:
            assert_never(kind)
    step = scale * _step(artwork, len(durations_ms))
    return Preview(
        frames=tuple(_smaller(shown, step)),
        durations_ms=durations_ms,
        size=(width, height),
        length=length,
        remarks=tuple(remarks),
    )


def write_export(path: Path, artwork: Artwork, frame: int, settings: ExportSettings) -> Exported:
    """Write it; raises ConfigError, or StorageError where it cannot be written."""
    match settings.kind:
        case Kind.GIF | Kind.APNG | Kind.WEBP | Kind.ASEPRITE:
            return export_artwork(artwork, path, tag=settings.tag, scale=settings.scale)
        case Kind.PICTURE:
            others = [one.key for one in artwork.frames if one.key != frame]
            alone = remove_frames(artwork, others) if others else artwork
            return export_artwork(alone, path, scale=settings.scale, indexed=settings.indexed)
        case Kind.PICTURES:
            sprites = _sprites(artwork, _frames(artwork, settings), settings)
            like = sprites[0] if settings.indexed else None
            files = write_numbered(path.parent, path.stem, [sprite.rgba_HWC for sprite in sprites], like)
            return Exported(files=tuple(files))
        case _:
            assert_never(settings.kind)


def _run(artwork: Artwork, settings: ExportSettings) -> Tag:
    if settings.tag and settings.kind is not Kind.PICTURE:
        return tag_named(artwork, settings.tag)
    return Tag(name="", first=0, last=len(artwork.frames) - 1)


def _frames(artwork: Artwork, settings: ExportSettings) -> Sequence[Frame]:
    run = _run(artwork, settings)
    return artwork.frames[run.first : run.last + 1]


def _played(artwork: Artwork, settings: ExportSettings) -> Sequence[Frame]:
    return [artwork.frames[place] for place in ordered(_run(artwork, settings))]


def _frame(artwork: Artwork, key: int) -> Frame:
    return artwork.frames[artwork.frame_at(key)]


def _within(artwork: Artwork, settings: ExportSettings) -> Artwork:
    kept = {frame.key for frame in _frames(artwork, settings)}
    outside = [frame.key for frame in artwork.frames if frame.key not in kept]
    return remove_frames(artwork, outside) if outside else artwork


def _flat(artwork: Artwork, frames: Sequence[Frame]) -> list[np.ndarray]:
    """Return what is seen of frames, each flattened once however often it comes."""
    seen = {frame.key: flatten(artwork, frame.key) for frame in frames}
    return [seen[frame.key] for frame in frames]


def _sprites(artwork: Artwork, frames: Sequence[Frame], settings: ExportSettings) -> list[Sprite]:
    """Return pictures of frames, enlarged, as they are stored."""
    pictures = [enlarge(flatten(artwork, frame.key), settings.scale) for frame in frames]
    if not settings.indexed:
        return [Sprite(rgba_HWC=rgba_HW4) for rgba_HW4 in pictures]
    like = in_palette(pictures, artwork.palette)
    return [like.with_pixels(rgba_HW4) for rgba_HW4 in pictures]


def _step(artwork: Artwork, frames: int) -> int:
    """Return of how many pixels in a row one is shown."""
    step = 1
    while 4 * frames * (artwork.width // step) * (artwork.height // step) > _PREVIEW_BYTES:
        step += 1
    return step


def _smaller(shown: Iterable[np.ndarray], step: int) -> Iterator[np.ndarray]:
    for rgba_HW4 in shown:
        yield np.ascontiguousarray(rgba_HW4[::step, ::step])
