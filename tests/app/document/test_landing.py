"""Pictures land as a layer, on the layer or as a frame, and are then seen exactly as they were shown before."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from app.document.drawing import Drawing, blank, drawing_of
from app.document.landing import Landing, land, lay
from genmodels.media.artwork.layering import add_layer
from genmodels.media.artwork.plane import plane_of
from genmodels.media.sprite import Sprite

pictures = arrays(np.uint8, (5, 6, 4), elements=st.sampled_from([0, 1, 128, 255]))
masks = arrays(bool, (5, 6))


def on_two_layers(lower: np.ndarray, upper: np.ndarray) -> Drawing:
    drawing = drawing_of(Sprite(rgba_HWC=lower))
    artwork, key = add_layer(drawing.artwork, "upper")
    drawing.change(artwork.with_cel(key, drawing.frame, plane_of(upper)), "add", layer=key)
    return drawing


@given(pictures, pictures, pictures, masks, st.sampled_from([Landing.LAYER, Landing.FRAME, Landing.HERE]))
def test_exactly_the_picture_is_seen(
    lower: np.ndarray, upper: np.ndarray, picture: np.ndarray, mask: np.ndarray, landing: Landing
) -> None:
    upper[..., 3] = 0
    picture[picture[..., 3] == 0] = 0
    lower[lower[..., 3] == 0] = 0
    drawing = on_two_layers(lower, upper * 0)
    if landing is not Landing.LAYER:
        drawing.go_to(layer=drawing.artwork.layers[0].key)
    before, frames = drawing.rgba_HWC.copy(), len(drawing.artwork.frames)
    changed = land(drawing, picture, mask, landing=landing, text="land", name="new")
    assert (drawing.rgba_HWC[mask] == picture[mask]).all()
    assert (drawing.rgba_HWC[~mask] == before[~mask]).all()
    if changed:
        drawing.undo()
        assert (drawing.rgba_HWC == before).all()
        assert len(drawing.artwork.frames) == frames
        assert len(drawing.artwork.layers) == 2


@pytest.fixture
def filled() -> Drawing:
    drawing = blank(14, 16)
    land(
        drawing,
        np.full((16, 14, 4), (1, 2, 3, 255), np.uint8),
        np.ones((16, 14), bool),
        landing=Landing.HERE,
        text="fill",
        name="",
    )
    return drawing


@pytest.mark.parametrize("landing", list(Landing))
def test_a_laid_picture_stands_in_the_middle_and_keeps_to_what_is_selected(
    filled: Drawing, rgba: np.ndarray, landing: Landing
) -> None:
    before = filled.rgba_HWC.copy()
    assert lay(filled, rgba, landing=landing, text="lay", name="new")
    there_HW = rgba[..., 3] > 0
    assert (filled.rgba_HWC[2:14, 2:12][there_HW] == rgba[there_HW]).all()
    assert (filled.rgba_HWC[2:14, 2:12][~there_HW] == (1, 2, 3, 255)).all(), "what is clear covers nothing"
    filled.undo()
    assert (filled.rgba_HWC == before).all()
    filled.begin()
    filled.cover(np.arange(16)[:, None].repeat(14, 1) < 8)
    filled.commit("select")
    assert lay(filled, rgba, landing=landing, text="lay", name="new")
    assert (filled.rgba_HWC[8:] == before[8:]).all()
    assert (filled.rgba_HWC[:8] != before[:8]).any()


def test_what_is_there_already_is_no_step(filled: Drawing, rgba: np.ndarray) -> None:
    assert lay(filled, rgba, landing=Landing.LAYER, text="lay", name="new")
    assert not lay(filled, rgba, landing=Landing.LAYER, text="lay", name="new")


def test_what_is_too_large_is_cut(rgba: np.ndarray) -> None:
    small = blank(4, 4)
    assert lay(small, rgba, landing=Landing.HERE, text="lay", name="")
    assert (small.rgba_HWC[..., 3] > 0).all()


def test_a_new_frame_leaves_the_old_one_alone(filled: Drawing, rgba: np.ndarray) -> None:
    before = filled.rgba_HWC.copy()
    lay(filled, rgba, landing=Landing.FRAME, text="lay", name="")
    assert len(filled.artwork.frames) == 2
    filled.go_to(frame=filled.artwork.frames[0].key)
    assert (filled.rgba_HWC == before).all()
