"""The one place where a file becomes an artwork: what kind it is its content tells, never its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from genmodels.media.animations import MAX_FRAMES, PLAYED_MS, SHORTEST_MS, count_frames, played_ms, read_moments
from genmodels.media.artwork.artwork import Artwork, Frame, Layer, Rgba, artwork_of
from genmodels.media.artwork.framing import MOST_MS
from genmodels.media.artwork.plane import Plane, plane_of
from genmodels.media.aseprite import opening as aseprite
from genmodels.media.aseprite.reading import aseprite_of, is_aseprite
from genmodels.media.bounds import check_claim, check_frames, file_bytes
from genmodels.media.pillow import told
from genmodels.media.sprite import Sprite, decode_sprite

LAYER = "Layer 1"  # of what has no layers, where the caller names it no other way


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Opened:
    """What a file holds."""

    artwork: Artwork
    remarks: tuple[str, ...] = ()  # what was left out or changed on the way, one sentence each
    sprite: Sprite | None = None  # of a still picture, how its file stored it


def open_artwork(path: Path, *, layer: str = LAYER) -> Opened:
    """Return the artwork in a file; layer: what to call the only layer of a picture or an animation.

    Reads PNG, APNG, GIF, WebP, BMP, JPEG and .aseprite. Raises InputError with what to do next.
    """
    return artwork_in(file_bytes(path), path.name, layer=layer)


def artwork_in(data: bytes, name: str, *, layer: str = LAYER) -> Opened:
    """Return the artwork in the bytes of a file of this name; see open_artwork."""
    if is_aseprite(data):
        artwork, remarks = aseprite.artwork_of(aseprite_of(data, name))
        return Opened(artwork=artwork, remarks=tuple(f"{words[0].upper()}{words[1:]}." for words in remarks))
    called = f"“{name}”"
    check_claim(called, data)
    frames = _frames(data, called)
    if frames > 1:
        return _animation(data, called, frames, layer)
    sprite = decode_sprite(data, called)
    artwork = artwork_of([sprite.rgba_HWC], layer=layer)
    return Opened(artwork=replace(artwork, palette=_palette(sprite)), sprite=sprite)


def _frames(data: bytes, called: str) -> int:
    with told(called):
        return count_frames(data)


def _animation(data: bytes, called: str, frames: int, layer: str) -> Opened:
    cels: dict[tuple[int, int], Plane] = {}
    stored_ms: list[float] = []
    width, height, plane = 0, 0, None
    for number, (rgba_HW4, ms) in enumerate(read_moments(data, called)):
        height, width = rgba_HW4.shape[:2]
        if plane is None:
            check_frames(called, min(frames, MAX_FRAMES), width, height, len(data))
        now = plane_of(rgba_HW4, plane)
        plane = replace(now) if now is plane else now  # equal frames share their tiles, and are not linked by that
        if not plane.is_empty:
            cels[0, number] = plane
        stored_ms.append(ms)
    artwork = Artwork(
        width=width,
        height=height,
        layers=(Layer(key=0, name=layer),),
        frames=tuple(Frame(key=i, duration_ms=min(played_ms(ms), MOST_MS)) for i, ms in enumerate(stored_ms)),
        cels=cels,
    )
    return Opened(artwork=artwork, remarks=tuple(_remarks(frames, stored_ms)))


def _remarks(frames: int, stored_ms: list[float]) -> Iterator[str]:
    if frames > len(stored_ms):
        yield f"Of its {frames:,} frames, the first {len(stored_ms):,} are opened."
    if min(stored_ms) < SHORTEST_MS:
        yield f"Frames stored for less than {SHORTEST_MS} ms last {PLAYED_MS} ms, as players show them."
    if max(stored_ms) > MOST_MS:
        yield f"Frames that last longer than {MOST_MS:,} ms last as long as that."


def _palette(sprite: Sprite) -> tuple[Rgba, ...]:
    if sprite.indexed is None:
        return ()
    return tuple((red, green, blue, alpha) for red, green, blue, alpha in sprite.indexed.palette_T4.tolist())
