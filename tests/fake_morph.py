"""The fake engine's morph: pixels of one picture give way to those of the next, row by row."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from fake_png import decode_rgba, encode_rgba

Rows = list[bytearray]


def frames_of(data: dict[str, Any]) -> Iterator[tuple[float, str]]:
    """Yield (place on the way, base64 PNG) of every frame of a request, the pictures themselves included."""
    pictures = fitted([decode_rgba(text) for text in data["pictures"]])
    steps = data["frames"] - 1
    for leg, (before, after) in enumerate(pairwise(pictures)):
        for number in range(steps):
            yield leg + number / steps, encode_rgba(mixed(before, after, number / steps))
    yield float(len(pictures) - 1), encode_rgba(pictures[-1])


def fitted(pictures: list[Rows]) -> list[Rows]:
    """Return the pictures on the ground of the largest one, from its top left corner."""
    height, width = max(len(rows) for rows in pictures), max(len(rows[0]) for rows in pictures)
    return [
        [bytearray(bytes(row) + bytes(width - len(row))) for row in [*rows, *[b""] * (height - len(rows))]]
        for rows in pictures
    ]


def mixed(before: Rows, after: Rows, share: float) -> Rows:
    """Return the upper share of after over the rest of before."""
    taken = round(share * len(before))
    return [*after[:taken], *before[taken:]]
