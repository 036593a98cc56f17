"""Which colour gives way to which."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from small_vaes import COLOURS, noise

from genmodels.api.messages import MorphPalette
from genmodels.data.sprites.picture import packed
from genmodels.jobs.morphing.colouring import blend, colouring
from genmodels.jobs.morphing.slots import MOST_COLOURS, Slots, inks_of, pair
from genmodels.media.colours import from_hex

PACK_K4 = from_hex(COLOURS)
RED, PINK, BLUE, NAVY = (220, 40, 50, 255), (255, 160, 170, 255), (40, 80, 220, 255), (20, 30, 90, 255)


def slots_of(a_HW4: np.ndarray, b_HW4: np.ndarray) -> Slots:
    return pair(inks_of(a_HW4, PACK_K4), inks_of(b_HW4, PACK_K4))


def pairs(slots: Slots) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(tuple(a), tuple(b)) for a, b in zip(slots.a_L4.tolist(), slots.b_L4.tolist(), strict=True)}


def blocks(*colours: tuple[int, ...]) -> np.ndarray:
    """A square of stripes."""
    return np.array(colours, np.uint8).repeat(12 // len(colours), axis=0)[:, None].repeat(12, axis=1)


@given(st.integers(0, 99), st.integers(0, 99), st.integers(1, 40), st.integers(1, 40))
def test_every_pixel_of_both_has_a_slot_of_its_own_colour(seed, other, colours, others):
    a_HW4, b_HW4 = noise(seed, colours=colours), noise(other, colours=others)
    slots = slots_of(a_HW4, b_HW4)
    for rgba_HW4, table_L4, place_HW in (
        (a_HW4, slots.a_L4, slots.place_2HW[0]),
        (b_HW4, slots.b_L4, slots.place_2HW[1]),
    ):
        shown_HW4 = table_L4[place_HW]
        assert np.array_equal(shown_HW4[..., 3], rgba_HW4[..., 3])
        assert (shown_HW4 == rgba_HW4)[rgba_HW4[..., 3] > 0].all()
    assert 0 <= slots.apart <= 1
    assert (slots.share_2L <= 0).all()


def test_alike_colours_pair_and_transparency_stays_transparent():
    clear = (0, 0, 0, 0)
    slots = slots_of(blocks(clear, RED, NAVY), blocks(clear, BLUE, PINK).swapaxes(0, 1))
    assert pairs(slots) == {(clear, clear), (RED, PINK), (NAVY, BLUE)}


def test_a_colour_left_over_goes_with_its_nearest_and_stands_behind():
    slots = slots_of(blocks(RED, PINK, NAVY), blocks(BLUE))
    assert len(slots.a_L4) == 3
    assert (slots.b_L4 == BLUE).all()
    assert (slots.share_2L[1] < -3).sum() == 2
    assert sorted(slots.weight_L.tolist()) == [48, 48, 192]


def test_a_painted_ground_gives_way_to_a_transparent_one():
    painted = np.full((8, 8, 4), (250, 250, 250, 255), np.uint8)
    painted[2:6, 2:6] = RED
    free = np.zeros((8, 8, 4), np.uint8)
    free[2:6, 2:6] = BLUE
    assert pairs(slots_of(painted, free)) == {((250, 250, 250, 255), (0, 0, 0, 0)), (RED, BLUE)}


def test_a_photographs_rare_colours_go_with_their_nearest():
    inks = inks_of(noise(1, 64, 64, colours=2000), PACK_K4)
    assert len(inks.rgba_M4) == MOST_COLOURS
    assert inks.uses_M.sum() == 64 * 64
    assert inks.place_HW.max() < MOST_COLOURS


def test_alike_pictures_are_not_apart_and_others_are():
    picture = noise(1)
    assert slots_of(picture, picture).apart == 0
    assert slots_of(picture, noise(2)).apart > 0.5


def test_a_blend_starts_and_ends_with_its_colours():
    a_L4, b_L4 = noise(1).reshape(-1, 4), noise(2).reshape(-1, 4)
    for t, end_L4 in ((0.0, a_L4), (1.0, b_L4)):
        blended_L4 = blend(a_L4, b_L4, t)
        assert (blended_L4[:, 3] == end_L4[:, 3]).all()
        assert (np.abs(blended_L4.astype(int) - end_L4)[end_L4[:, 3] > 0] <= 1).all()
    half = blend(np.array([RED], np.uint8), np.array([(*RED[:3], 0)], np.uint8), 0.5)
    assert half.tolist() == [[*RED[:3], 128]]


def test_new_colours_open_from_within_and_all_are_new_in_the_end():
    slots = slots_of(noise(1), noise(2))
    colours = colouring(slots, MorphPalette.BOTH, ())
    slot_HW = slots.place_2HW[0]
    away_HW = np.tile(np.linspace(0, 1, slot_HW.shape[1]), (len(slot_HW), 1))
    past = [colours.is_after(t, slot_HW, away_HW) for t in np.linspace(0, 1, 11)]
    assert not past[0].any()
    assert past[-1].all()
    shares = [after_HW.mean() for after_HW in past]
    assert shares == sorted(shares)
    within, rim = past[5][:, :2].mean(), past[5][:, -2:].mean()
    assert within > rim
    known = packed(np.concatenate([slots.a_L4, slots.b_L4]))
    assert np.isin(packed(colours.table(0.5)), known).all()
