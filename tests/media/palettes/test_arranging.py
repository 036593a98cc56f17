"""Palettes sorted, ramps between two colours, and near-equal colours merged."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from genmodels.media.colours import oklab
from genmodels.media.palettes.arranging import NEAR, Order, merged, ordered, ramp, replaced

BLACK, GREY, WHITE = (0, 0, 0, 255), (128, 128, 128, 255), (255, 255, 255, 255)
RED, PINK, GREEN, BLUE = (255, 0, 0, 255), (255, 180, 180, 255), (0, 200, 0, 255), (0, 0, 255, 255)
CLEAR = (0, 0, 0, 0)

BYTES = st.integers(0, 255)
COLOURS = st.tuples(BYTES, BYTES, BYTES, BYTES)


def test_by_hue_greys_come_first_then_red_to_blue():
    assert ordered([BLUE, WHITE, GREEN, RED, BLACK], Order.HUE, {}) == (BLACK, WHITE, RED, GREEN, BLUE)


def test_by_lightness_saturation_and_use():
    assert ordered([WHITE, BLACK, GREY], Order.LIGHTNESS, {}) == (BLACK, GREY, WHITE)
    assert ordered([RED, PINK, GREY], Order.SATURATION, {}) == (GREY, PINK, RED)
    assert ordered([RED, PINK, GREY], Order.USE, {GREY: 9, PINK: 2}) == (GREY, PINK, RED)
    assert ordered([], Order.HUE, {}) == ()


@given(colours=st.lists(COLOURS, max_size=20), order=st.sampled_from(Order))
def test_sorting_loses_nothing_and_is_settled(colours, order):
    once = ordered(colours, order, {})
    assert sorted(once) == sorted(colours)
    assert ordered(once, order, {}) == once


@given(first=COLOURS, last=COLOURS, between=st.integers(0, 8))
def test_a_ramp_turns_round_when_its_ends_do(first, last, between):
    way = ramp(first, last, between)
    assert len(way) == between
    back = np.array(ramp(last, first, between)[::-1]).reshape(-1, 4)
    assert np.abs(np.array(way).reshape(-1, 4) - back).max(initial=0) <= 1


def test_a_ramp_has_equal_steps_of_lightness():
    lightness_N = oklab(np.array([BLACK, *ramp(BLACK, WHITE, 5), WHITE]))[:, 0]
    assert np.allclose(np.diff(lightness_N), 1 / 6, atol=0.01)


def test_a_ramp_from_transparent_keeps_the_colour():
    assert ramp(CLEAR, RED, 3) == tuple((255, 0, 0, alpha) for alpha in (64, 128, 191))
    assert ramp(RED, CLEAR, 1) == ((255, 0, 0, 128),)


def test_near_colours_merge_into_the_first_but_ghosts_do_not():
    near, ghost = (253, 1, 2, 255), (255, 0, 0, 120)
    assert merged([RED, GREEN, near, ghost, RED]) == {RED: RED, GREEN: GREEN, near: RED, ghost: ghost}
    assert merged([RED, near], 0) == {RED: RED, near: near}


@given(colours=st.lists(COLOURS, max_size=12))
def test_what_stands_for_others_stands_for_itself_and_apart_from_the_rest(colours):
    places = merged(colours)
    assert all(places[place] == place for place in places.values())
    kept = [np.append(oklab(np.array([one]))[0], one[3] / 255) for one in dict.fromkeys(places.values())]
    assert all(np.linalg.norm(a - b) > NEAR for n, a in enumerate(kept) for b in kept[:n])


def test_a_colour_is_replaced_wherever_it_stands():
    assert replaced([RED, BLUE, RED], RED, GREY) == (GREY, BLUE, GREY)
