"""Frames to an animated GIF, PNG or WebP that is read back and compared before it takes its place."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable, Sequence
from pathlib import Path

from genmodels.api.errors import ConfigError
from genmodels.media.animations import MAX_FRAMES
from genmodels.media.apng import apng_bytes
from genmodels.media.arrays import np
from genmodels.media.writing import write_checked

SUFFIXES = (".gif", ".apng", ".webp")
LONGEST_MS = 60_000  # what all three kinds can hold
Shown = tuple["np.ndarray", float]  # a frame, and for how many ms


def write_animation(path: Path, frames: Sequence[np.ndarray], durations_ms: Sequence[int]) -> tuple[str, ...]:
    """Write frames (uint8 RGBA, all of one size), each shown for so many ms; the file's name says its kind.

    APNG and WebP lose nothing. Returns sentences on what the file could not keep. Raises ConfigError for another name
    or times that no file holds, StorageError where it cannot be written.
    """
    _check(frames, durations_ms)
    remarks: tuple[str, ...] = ()
    wanted = list(zip(frames, map(float, durations_ms), strict=True))
    match path.suffix.lower():
        case ".gif":
            from genmodels.media.gif import gif_of  # here, because it needs NumPy at once

            gif = gif_of(frames, durations_ms)
            data, remarks = gif.data, gif.remarks
            wanted = list(zip(gif.frames, map(float, gif.durations_ms), strict=True))
        case ".apng" | ".png":
            data = apng_bytes(frames, durations_ms)
        case ".webp":
            data = _webp_bytes(frames, durations_ms)
        case suffix:
            raise ConfigError(f"“{suffix}” is no kind of animation.", hint=f"Choose one of: {', '.join(SUFFIXES)}.")
    write_checked(path, data, lambda read: _shows(read, wanted))
    return remarks


def _check(frames: Sequence[np.ndarray], durations_ms: Sequence[int]) -> None:
    if not 1 <= len(frames) <= MAX_FRAMES:
        raise ConfigError(f"An animation of {len(frames):,} frames cannot be written.", hint=f"1 to {MAX_FRAMES:,}.")
    if not all(10 <= duration_ms <= LONGEST_MS for duration_ms in durations_ms):
        message = "A frame cannot be shown for so short or long a time."
        raise ConfigError(message, hint=f"Choose 10 to {LONGEST_MS} milliseconds.")


def _webp_bytes(frames: Sequence[np.ndarray], durations_ms: Sequence[int]) -> bytes:
    from PIL import Image

    file, (first, *others) = io.BytesIO(), [Image.fromarray(np.ascontiguousarray(rgba_HW4)) for rgba_HW4 in frames]
    times = list(durations_ms)
    first.save(
        file, "WEBP", save_all=True, append_images=others, duration=times, loop=0, lossless=True, exact=True, quality=80
    )
    return file.getvalue()


def _shows(data: bytes, wanted: Sequence[Shown]) -> bool:
    try:
        return _same(_shown(data), wanted)
    except (
        OSError,
        SyntaxError,
        ValueError,
        EOFError,
        IndexError,
        struct.error,
    ):
        return False  # the errors that Pillow raises on damaged files


def _shown(data: bytes) -> list[Shown]:
    from PIL import Image

    shown: list[Shown] = []
    with Image.open(io.BytesIO(data), formats=("PNG", "GIF", "WEBP")) as image:
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            image.load()
            shown.append((np.array(image.convert("RGBA")), float(image.info.get("duration", 0))))
    return shown


def _same(read: Iterable[Shown], wanted: Iterable[Shown]) -> bool:
    """Return whether both look alike at all times; a single frame has no time."""
    runs, wanted_runs = _runs(read), _runs(wanted)
    if len(wanted_runs) == len(runs) == 1:
        return np.array_equal(runs[0][0], wanted_runs[0][0])
    return len(runs) == len(wanted_runs) and all(
        np.array_equal(rgba_HW4, wanted_HW4) and abs(ms - wanted_ms) < 1
        for (rgba_HW4, ms), (wanted_HW4, wanted_ms) in zip(runs, wanted_runs, strict=True)
    )


def _runs(shown: Iterable[Shown]) -> list[Shown]:
    """Return equal frames in a row as one: WebP's writer makes them one. Colours under alpha 0 are not seen."""
    runs: list[Shown] = []
    for rgba_HW4, ms in shown:
        seen_HW4 = rgba_HW4 * (rgba_HW4[..., 3:] > 0)
        if runs and np.array_equal(runs[-1][0], seen_HW4):
            runs[-1] = (seen_HW4, runs[-1][1] + ms)
        else:
            runs.append((seen_HW4, ms))
    return runs
