"""What a kind of animation file cannot keep, told before it is written: colours, half-transparent pixels, times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from genmodels.media.animations import SHORTEST_MS, played_ms
from genmodels.media.arrays import np
from genmodels.media.gif import MOST_COLOURS, is_half_clear, played_in_gif, table_of


class Moving(StrEnum):
    """The kinds of animation files; the values are their names' endings."""

    GIF = ".gif"
    APNG = ".apng"
    WEBP = ".webp"


@dataclass(frozen=True, slots=True, kw_only=True)
class Losses:
    """What of the frames and their times will not be in the file as it was asked for."""

    kind: Moving
    colours: int = 0  # of all frames, where they become fewer
    colours_kept: int = 0
    half_clear: int = 0  # frames whose half-transparent pixels become opaque or clear
    retimed_ms: tuple[tuple[int, int], ...] = ()  # times that were asked for, and how long players show them
    merged: int = 0  # frames that become one with the equal frame before them, whose time grows

    @property
    def remarks(self) -> tuple[str, ...]:
        """All of it in sentences; none where nothing is lost."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[str]:
        if self.half_clear:
            yield "A GIF has no half-transparent pixels: they become opaque or clear. APNG and WebP keep them."
        if self.colours:
            yield f"A GIF has {MOST_COLOURS} colours at most: {self.colours:,} become {self.colours_kept}."
        if self.retimed_ms:
            words = ", ".join(f"{asked} ms become {played} ms" for asked, played in self.retimed_ms[:3])
            why = "A GIF counts in hundredths of a second"
            yield f"{why if self.kind is Moving.GIF else f'Players show no frame under {SHORTEST_MS} ms'}: {words}."
        if self.merged:
            yield f"{self.merged:,} frames equal to the one before become one with it; the time stays the same."


def losses_of(kind: Moving, frames: Sequence[np.ndarray], durations_ms: Sequence[int]) -> Losses:
    """Return what a file of this kind will not keep of frames (uint8 RGBA, all of one size) and their times."""
    if kind is Moving.GIF:
        table = table_of(frames)
        is_reduced = len(table.colours_M4) > len(table.kept_T4)
        return Losses(
            kind=kind,
            colours=len(table.colours_M4) if is_reduced else 0,
            colours_kept=len(table.kept_T4) if is_reduced else 0,
            half_clear=sum(is_half_clear(rgba_HW4) for rgba_HW4 in frames),
            retimed_ms=_retimed((ms, played_in_gif(ms)) for ms in durations_ms),
        )
    return Losses(
        kind=kind,
        retimed_ms=_retimed((ms, played_ms(ms)) for ms in durations_ms),
        merged=_equal_neighbours(frames) if kind is Moving.WEBP else 0,
    )


def _retimed(times_ms: Iterator[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted({(asked, played) for asked, played in times_ms if asked != played}))


def _equal_neighbours(frames: Sequence[np.ndarray]) -> int:
    """Return how many frames WebP's writer makes one with the frame before."""
    return sum(np.array_equal(one, other) for one, other in pairwise(frames))
