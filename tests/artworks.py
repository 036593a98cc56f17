"""Artworks for tests: any small one, for properties; and whether two are the same."""

import numpy as np
from hypothesis import strategies as st

from genmodels.media.artwork.artwork import Artwork, Direction, Frame, Layer, Tag
from genmodels.media.artwork.plane import plane_of

_NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
_COLOURS = st.tuples(*[st.integers(0, 255)] * 4)


@st.composite
def artworks(draw: st.DrawFn, *, most_ms: int = 65535) -> Artwork:
    """Any artwork of a few layers and frames, cels shared here and there, of one tile or more."""
    width, height = draw(st.sampled_from([(1, 1), (5, 3), (70, 9), (64, 130)]))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    layers = tuple(
        Layer(
            key=10 + key,
            name=draw(_NAMES),
            visible=draw(st.booleans()),
            locked=draw(st.booleans()),
            opacity=draw(st.integers(0, 255)),
        )
        for key in range(draw(st.integers(1, 3)))
    )
    durations_ms = draw(st.lists(st.integers(1, most_ms), min_size=1, max_size=5))
    frames = tuple(Frame(key=7 * key, duration_ms=ms) for key, ms in enumerate(durations_ms))
    planes = [plane_of(_pixels(rng, height, width)) for _ in range(3)]
    cels = {}
    for layer in layers:
        for frame in frames:
            choice = draw(st.integers(0, 4))
            if choice < 3 and not planes[choice].is_empty:
                cels[layer.key, frame.key] = planes[choice]
    return Artwork(
        width=width,
        height=height,
        layers=layers,
        frames=frames,
        cels=cels,
        tags=tuple(draw(st.lists(_tags(len(frames)), max_size=3))),
        palette=tuple(draw(st.lists(_COLOURS, max_size=9))),
    )


def _pixels(rng: np.random.Generator, height: int, width: int) -> np.ndarray:
    """Return a rectangle of a few colours somewhere, of any alpha, on nothing."""
    rgba_HW4 = np.zeros((height, width, 4), np.uint8)
    table_T4 = rng.integers(0, 256, (4, 4), np.uint8)
    (top, bottom), (left, right) = (sorted(rng.integers(0, side + 1, 2)) for side in (height, width))
    rgba_HW4[top:bottom, left:right] = table_T4[rng.integers(0, 4, (bottom - top, right - left))]
    return rgba_HW4


@st.composite
def _tags(draw: st.DrawFn, count: int) -> Tag:
    first = draw(st.integers(0, count - 1))
    return Tag(
        name=draw(_NAMES),
        first=first,
        last=draw(st.integers(first, count - 1)),
        direction=draw(st.sampled_from(Direction)),
        repeat=draw(st.integers(0, 65535)),
        colour=draw(_COLOURS),
    )


def same_cels(one: Artwork, other: Artwork) -> bool:
    """Return whether layers and frames, in their order, hold the same pixels, hidden colours too."""
    return all(
        one.cel(layer.key, frame.key).same(other.cel(there.key, then.key))
        for layer, there in zip(one.layers, other.layers, strict=True)
        for frame, then in zip(one.frames, other.frames, strict=True)
    )
