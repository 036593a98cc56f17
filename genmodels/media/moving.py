"""Frames to an animated GIF, PNG or WebP that is read back and compared before it takes its place."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import assert_never

from genmodels.api.errors import ConfigError, InputError, StorageError
from genmodels.media.animations import MAX_FRAMES, Moment, played_ms, read_moments
from genmodels.media.apng import apng_bytes
from genmodels.media.arrays import np
from genmodels.media.artwork.reshaping import enlarge
from genmodels.media.bounds import MAX_SIDE
from genmodels.media.gif import gif_of
from genmodels.media.losses import Losses, Moving, losses_of
from genmodels.media.writing import write_checked

SUFFIXES = tuple(Moving)
LONGEST_MS = 65_535  # what all three kinds can hold
_SUFFIXES = {kind.value: kind for kind in Moving} | {".png": Moving.APNG}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Written:
    """An animation as its file has it."""

    data: bytes
    durations_ms: tuple[int, ...]  # for how long each frame of the file is really shown
    losses: Losses  # what the file could not keep

    def frames(self) -> Iterator[np.ndarray]:
        """Yield the frames read back from the file, uint8 RGBA: what will be seen, nothing else."""
        for rgba_HW4, _ in read_moments(self.data, _CALLED):
            yield rgba_HW4


_CALLED = "The animation"


def write_animation(
    path: Path, frames: Sequence[np.ndarray], durations_ms: Sequence[int], *, scale: int = 1
) -> Written:
    """Write frames (uint8 RGBA, all of one size), each shown for so many ms; the file's name says its kind.

    APNG and WebP lose nothing that is seen. Raises ConfigError for another name, or times and sizes that no file
    holds; StorageError where it cannot be written.
    """
    kind = _SUFFIXES.get(path.suffix.lower())
    if kind is None:
        hint = f"Choose one of: {', '.join(SUFFIXES)}."
        raise ConfigError(f"“{path.suffix}” is no kind of animation.", hint=hint)
    written = animation(kind, frames, durations_ms, scale=scale)
    write_checked(path, written.data, lambda read: read == written.data)
    return written


def animation(kind: Moving, frames: Sequence[np.ndarray], durations_ms: Sequence[int], *, scale: int = 1) -> Written:
    """Return frames as a file, read back: what a preview shows is what `write_animation` writes.

    Raises as that does.
    """
    _check(frames, durations_ms, scale)
    losses = losses_of(kind, frames, durations_ms)
    wanted, wanted_ms = frames, [float(duration_ms) for duration_ms in durations_ms]
    match kind:
        case Moving.GIF:
            gif = gif_of(frames, durations_ms, scale)
            data, wanted, wanted_ms = gif.data, gif.frames, [float(ms) for ms in gif.durations_ms]
        case Moving.APNG:
            data = apng_bytes(frames, durations_ms, scale)
        case Moving.WEBP:
            data = _webp_bytes(frames, durations_ms, scale)
        case _:
            assert_never(kind)
    stored_ms: list[float] = []
    large = ((enlarge(rgba_HW4, scale), ms) for rgba_HW4, ms in zip(wanted, wanted_ms, strict=True))
    try:
        is_right = _same(_noting(read_moments(data, _CALLED), stored_ms), large)
    except InputError:
        is_right = False
    if not is_right:
        raise StorageError("The animation came back changed when it was read again.", hint="Choose another kind.")
    played = tuple(played_ms(ms) for ms in stored_ms) if len(stored_ms) > 1 else (round(wanted_ms[0]),)
    return Written(data=data, durations_ms=played, losses=replace(losses, merged=len(frames) - len(stored_ms)))


def _check(frames: Sequence[np.ndarray], durations_ms: Sequence[int], scale: int) -> None:
    if not 1 <= len(frames) <= MAX_FRAMES:
        raise ConfigError(f"An animation of {len(frames):,} frames cannot be written.", hint=f"1 to {MAX_FRAMES:,}.")
    if not all(1 <= duration_ms <= LONGEST_MS for duration_ms in durations_ms):
        message = "A frame cannot be shown for so short or long a time."
        raise ConfigError(message, hint=f"Choose 1 to {LONGEST_MS:,} milliseconds.")
    height, width = (scale * side for side in frames[0].shape[:2])
    if max(height, width) > MAX_SIDE:
        message = f"An animation of {width}×{height} pixels is too large; {MAX_SIDE} a side is the most."
        raise ConfigError(message, hint="Enlarge it less.")


def _webp_bytes(frames: Sequence[np.ndarray], durations_ms: Sequence[int], scale: int) -> bytes:
    from PIL import Image

    file = io.BytesIO()
    first, *others = [Image.fromarray(np.ascontiguousarray(enlarge(rgba_HW4, scale))) for rgba_HW4 in frames]
    options = {"lossless": True, "exact": True, "quality": 80, "loop": 0, "duration": list(durations_ms)}
    first.save(file, "WEBP", save_all=True, append_images=others, **options)
    return file.getvalue()


def _noting(moments: Iterable[Moment], stored_ms: list[float]) -> Iterator[Moment]:
    """Yield the moments, and note their times."""
    for moment in moments:
        stored_ms.append(moment[1])
        yield moment


def _same(read: Iterable[Moment], wanted: Iterable[Moment]) -> bool:
    """Return whether both look alike at all times; a single frame has no time."""
    runs, wanted_runs = list(_runs(read)), list(_runs(wanted))
    if len(wanted_runs) == len(runs) == 1:
        return runs[0][0] == wanted_runs[0][0]
    return len(runs) == len(wanted_runs) and all(
        seen == wanted_seen and abs(ms - wanted_ms) < 1
        for (seen, ms), (wanted_seen, wanted_ms) in zip(runs, wanted_runs, strict=True)
    )


def _runs(shown: Iterable[Moment]) -> Iterator[tuple[bytes, float]]:
    """Yield a digest of what is seen, and for how long; equal frames in a row are one. Hidden colours are not seen."""
    last, total_ms = b"", 0.0
    for rgba_HW4, ms in shown:
        seen_HW4 = rgba_HW4 * (rgba_HW4[..., 3:] > 0)
        seen = blake2b(repr(seen_HW4.shape).encode() + seen_HW4.tobytes(), digest_size=16).digest()
        if seen != last and last:
            yield last, total_ms
            total_ms = 0.0
        last, total_ms = seen, total_ms + ms
    yield last, total_ms
