"""Artworks to put on sheets."""

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from genmodels.media.artwork.artwork import Artwork, Direction, Frame, Layer, Tag
from genmodels.media.artwork.plane import plane_of
from genmodels.media.sheets.settings import Layout, SheetSettings, Target, Trim

INKS = np.array([[0, 0, 0, 0], [9, 9, 9, 0], [200, 30, 40, 255], [20, 90, 160, 255], [250, 240, 90, 120]], np.uint8)


def walker() -> Artwork:
    """A 6×5 creature of two layers, four frames and three tags; its last frame looks like its first."""
    body = [_dot(1, 1), _dot(2, 1), _dot(3, 2), _dot(1, 1)]
    cels = {(7, 10 + i): plane_of(rgba_HWC) for i, rgba_HWC in enumerate(body)}
    cels[3, 11] = plane_of(_dot(0, 4, ink=3))
    return Artwork(
        width=6,
        height=5,
        layers=(
            Layer(key=3, name="ground", opacity=128),
            Layer(key=7, name="body"),
            Layer(key=8, name="draft", visible=False),
        ),
        frames=tuple(Frame(key=10 + i, duration_ms=ms) for i, ms in enumerate((100, 40, 250, 100))),
        cels=cels,
        tags=(
            Tag(name="all", first=0, last=3, repeat=2),
            Tag(name="walk", first=1, last=2, direction=Direction.PINGPONG, colour=(254, 91, 89, 255)),
            Tag(name="stand", first=3, last=3, direction=Direction.REVERSE, colour=(0, 0, 0, 0)),
        ),
    )  # fmt: skip


def _dot(x: int, y: int, *, ink: int = 2) -> np.ndarray:
    rgba_HWC = np.zeros((5, 6, 4), np.uint8)
    rgba_HWC[y, x : x + 2] = INKS[ink]
    return rgba_HWC


@st.composite
def artworks(draw: st.DrawFn) -> Artwork:
    """Small artworks of few colours, so that frames come out equal and empty, too."""
    width, height, count = draw(st.integers(1, 6)), draw(st.integers(1, 6)), draw(st.integers(1, 6))
    layers = tuple(Layer(key=i, name=f"layer {i}") for i in range(draw(st.integers(1, 2))))
    cels = {}
    for layer in layers:
        for frame in range(count):
            index_HW = draw(arrays(np.uint8, (height, width), elements=st.integers(0, len(INKS) - 1), fill=st.just(0)))
            cels[layer.key, frame] = plane_of(INKS[index_HW])
    ends = draw(st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=3))
    return Artwork(
        width=width,
        height=height,
        layers=layers,
        frames=tuple(Frame(key=i, duration_ms=draw(st.integers(1, 65535))) for i in range(count)),
        cels=cels,
        tags=tuple(Tag(name=f"tag {n}", first=min(pair), last=max(pair)) for n, pair in enumerate(ends)),
    )


def sheet_settings() -> st.SearchStrategy[SheetSettings]:
    """Settings in all combinations, for targets that have a JSON."""
    return st.builds(
        SheetSettings,
        target=st.sampled_from([Target.HASH, Target.ARRAY]),
        layout=st.sampled_from(Layout),
        columns=st.integers(0, 4),
        trim=st.sampled_from(Trim),
        border=st.integers(0, 3),
        spacing=st.integers(0, 3),
        inner=st.integers(0, 3),
        extrude=st.booleans(),
        merge=st.booleans(),
        scale=st.integers(1, 3),
        split_layers=st.booleans(),
    )
