"""What is seen: opaque pixels exactly, mixed ones as the formula in floats gives them."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from genmodels.media.artwork.artwork import artwork_of
from genmodels.media.artwork.flattening import flatten, lay_over
from genmodels.media.artwork.layering import add_layer, change_layer
from genmodels.media.artwork.plane import plane_of

pixels = arrays(np.uint8, (3, 4, 4))


def over(below: np.ndarray, above: np.ndarray, opacity: int) -> np.ndarray:
    """Porter and Duff's formula, in floats."""
    upper, lower = above[..., 3:] / 255 * opacity / 255, below[..., 3:] / 255
    alpha = upper + lower * (1 - upper)
    colour = (above[..., :3] * upper + below[..., :3] * lower * (1 - upper)) / np.maximum(alpha, 1e-9)
    return np.concatenate([colour, alpha * 255], axis=-1)


@given(pixels, pixels, st.integers(0, 255))
def test_visible_pixels_follow_the_formula(below: np.ndarray, above: np.ndarray, opacity: int) -> None:
    wanted, seen = over(below, above, opacity), below.copy()
    lay_over(seen, above, opacity)
    assert np.abs(seen[..., 3] - wanted[..., 3]).max() <= 1.01
    heavy = wanted[..., 3] >= 64  # below that, one step of alpha moves a colour far
    assert np.abs(seen[..., :3][heavy] - wanted[..., :3][heavy]).max(initial=0) <= 4


@given(pixels, pixels)
def test_opaque_replaces_and_clear_leaves(below: np.ndarray, above: np.ndarray) -> None:
    above[..., 3] = np.where(above[..., 3] > 127, 255, 0)
    seen = below.copy()
    lay_over(seen, above)
    hard = above[..., 3] == 255
    assert (seen[hard] == above[hard]).all()
    drawn = ~hard & (below[..., 3] > 0)
    assert (seen[drawn] == below[drawn]).all()


@given(pixels)
def test_a_single_layer_is_seen_as_it_is(rgba: np.ndarray) -> None:
    assert (flatten(artwork_of([rgba], layer="a"), 0) == rgba).all()


def test_hidden_layers_are_not_seen() -> None:
    artwork = artwork_of([np.full((2, 2, 4), 255, np.uint8)], layer="a")
    artwork, key = add_layer(artwork, "b")
    artwork = artwork.with_cel(key, 0, plane_of(np.full((2, 2, 4), [1, 2, 3, 255], np.uint8)))
    assert (flatten(artwork, 0)[0, 0] == (1, 2, 3, 255)).all()
    hidden = change_layer(artwork, replace(artwork.layers[1], visible=False))
    assert (flatten(hidden, 0)[0, 0] == 255).all()
