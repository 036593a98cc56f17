"""Colours of all cels counted and exchanged."""

from dataclasses import replace

import numpy as np

from genmodels.media.artwork.artwork import artwork_of
from genmodels.media.artwork.cels import link_cels
from genmodels.media.artwork.layering import add_layer
from genmodels.media.artwork.plane import plane_of
from genmodels.media.artwork.recolouring import colours_used, counted, recolour

RED, SEA, HIDDEN = (255, 0, 16, 255), (0, 120, 200, 255), (9, 9, 9, 0)


def picture(*colours: tuple[int, ...]) -> np.ndarray:
    return np.array([colours], np.uint8)


def swapped(rgba_N4: np.ndarray) -> np.ndarray:
    return np.where((rgba_N4 == RED).all(axis=1)[:, None], SEA, rgba_N4)


def test_colours_that_are_seen_are_counted_in_all_frames():
    assert counted(picture(RED, RED, HIDDEN)) == {RED: 2}
    artwork = artwork_of([picture(RED, SEA), picture(SEA, HIDDEN)], layer="a")
    assert colours_used(artwork) == {RED: 1, SEA: 2}


def test_a_colour_is_exchanged_in_every_frame_but_not_on_locked_layers():
    artwork, above = add_layer(artwork_of([picture(RED, HIDDEN), picture(RED, SEA)], layer="a"), "b")
    artwork = artwork.with_cel(above, artwork.frames[0].key, plane_of(picture(RED, RED)))
    locked = replace(artwork, layers=(artwork.layers[0], replace(artwork.layers[1], locked=True)))
    after = recolour(locked, swapped)
    below = artwork.layers[0].key
    assert after.cel(below, artwork.frames[0].key).pixels().tolist() == [[[*SEA], [*HIDDEN]]]
    assert colours_used(after) == {RED: 2, SEA: 3}


def test_cels_that_are_one_stay_one_and_nothing_changed_is_the_same():
    artwork = link_cels(artwork_of([picture(RED, SEA)] * 2, layer="a"), 0, [0, 1])
    after = recolour(artwork, swapped)
    first, second = after.cels.values()
    assert first is second
    assert recolour(after, swapped) is after


def test_what_cannot_be_seen_keeps_its_colour():
    artwork = artwork_of([picture(RED, HIDDEN)], layer="a")
    after = recolour(artwork, lambda rgba_N4: np.full_like(rgba_N4, 255))
    assert next(iter(after.cels.values())).pixels().tolist() == [[[255] * 4, [*HIDDEN]]]
