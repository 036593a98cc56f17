import numpy as np
import pytest

from genmodels.api.errors import ConfigError
from genmodels.api.messages import PaletteRule
from genmodels.jobs.completing.matching import MOST_OWN, Matching, match, own_colours
from genmodels.media.colours import from_hex

CLEAR, BLACK, RED, BLUE = from_hex(["00000000", "000000ff", "ff0000ff", "0000ffff"])
PACK = np.stack([CLEAR, BLACK, RED, BLUE])
DARK, SCARLET, CRIMSON, GHOST = from_hex(["101010ff", "f01000ff", "e00010ff", "ffffff00"])


def picture(*colours: np.ndarray) -> np.ndarray:
    return np.stack(colours)[None]


def drawn(rgba_HWC: np.ndarray, rule: PaletteRule, listed: tuple[str, ...] = ()) -> dict[str, str]:
    """Return, by the pack's colours, what each is drawn as."""
    own = own_colours(rgba_HWC, np.zeros(rgba_HWC.shape[:2], dtype=bool))
    matching = match(own, rgba_HWC.reshape(-1, 4), PACK, rule, listed)
    exact_K4 = matching.table_T4[matching.colours.exact_of_token_K]
    return {bytes(pack).hex(): bytes(exact).hex() for pack, exact in zip(PACK, exact_K4, strict=True)}


def test_pack_rule_prefers_the_sprites_own_colours_and_the_most_used_of_them():
    sprite = picture(SCARLET, CRIMSON, CRIMSON, GHOST)
    assert drawn(sprite, PaletteRule.PACK) == {
        "00000000": "ffffff00",
        "000000ff": "000000ff",
        "ff0000ff": "e00010ff",
        "0000ffff": "0000ffff",
    }


def test_sprite_rule_draws_every_pack_colour_in_one_of_the_sprites():
    assert set(drawn(picture(DARK, SCARLET), PaletteRule.SPRITE).values()) == {"101010ff", "f01000ff"}


def test_sprite_rule_falls_back_to_the_pack_where_nothing_shows():
    colours = drawn(picture(GHOST, GHOST), PaletteRule.SPRITE)
    assert colours["ff0000ff"] == "ff0000ff"
    assert colours["00000000"] == "ffffff00"


def test_list_rule_reads_other_colours_but_never_draws_them():
    sprite = picture(SCARLET, DARK)
    own = own_colours(sprite, np.zeros((1, 2), dtype=bool))
    matching = match(own, sprite.reshape(-1, 4), PACK, PaletteRule.LIST, ("0000f0ff", "0a0a0aff"))
    listed = {"0000f0ff", "0a0a0aff"}
    reachable = np.concatenate([matching.colours.exact_of_token_K, matching.colours.drawn_of_exact_T])
    assert {bytes(colour).hex() for colour in matching.table_T4[reachable]} == listed
    read = PACK[matching.colours.token_of_exact_T[matching.exact_of(sprite)]]
    assert np.array_equal(read[0], [RED, BLACK])
    with pytest.raises(ConfigError, match="empty"):
        match(own, sprite.reshape(-1, 4), PACK, PaletteRule.LIST, ())


def test_pointing_at_an_own_colour_draws_exactly_that_one():
    sprite = picture(SCARLET, CRIMSON, GHOST)
    own = own_colours(sprite, np.zeros((1, 3), dtype=bool))
    for rule in (PaletteRule.SPRITE, PaletteRule.PACK):
        matching = match(own, sprite.reshape(-1, 4), PACK, rule, ())
        pointed = matching.colours.drawn_of_exact_T[matching.exact_of(sprite)]
        assert np.array_equal(matching.table_T4[pointed], sprite)


def test_a_fully_hidden_sprite_has_no_own_colours():
    own = own_colours(picture(SCARLET), np.ones((1, 1), dtype=bool))
    assert own.shows_nothing
    assert len(own.rgba_N4) == 0


def test_of_a_photograph_only_the_commonest_and_the_nearby_colours_are_kept():
    noise = np.random.default_rng(0).integers(0, 256, (60, 60, 4), dtype=np.uint8)
    noise[:30] = RED
    own = own_colours(noise, np.zeros((60, 60), dtype=bool))
    near = own.near(noise[-1])
    assert MOST_OWN <= len(near.rgba_N4) <= MOST_OWN + 60
    assert np.array_equal(near.rgba_N4[0], RED)
    assert {bytes(colour) for colour in noise[-1]} <= {bytes(colour) for colour in near.rgba_N4}


PAPER = np.stack([*from_hex(["ffffffff"]), BLACK, RED, BLUE])  # a pack without transparency: its background is white


def on_paper(rgba_HWC: np.ndarray, mask_HW: np.ndarray, rule: PaletteRule, listed: tuple[str, ...] = ()) -> Matching:
    return match(own_colours(rgba_HWC, mask_HW), rgba_HWC[~mask_HW], PAPER, rule, listed)


@pytest.mark.parametrize("colour", [CLEAR, GHOST])
def test_transparency_reads_as_the_background_of_a_pack_that_has_none(colour):
    sprite = picture(RED, colour)
    matching = on_paper(sprite, np.zeros((1, 2), dtype=bool), PaletteRule.PACK)
    assert matching.colours.token_of_exact_T[matching.exact_of(sprite)].tolist() == [[2, 0]]
    beyond_the_edges = matching.exact_of(np.zeros((1, 1, 4), dtype=np.uint8))
    assert matching.colours.token_of_exact_T[beyond_the_edges].tolist() == [[0]]


@pytest.mark.parametrize("rule", [PaletteRule.PACK, PaletteRule.SPRITE])
@pytest.mark.parametrize("sprite", [picture(RED, CLEAR), picture(PAPER[0], CLEAR), picture(CLEAR, CLEAR)])
@pytest.mark.parametrize("hidden", [[False, True], [True, True], [False, False]])
def test_such_a_packs_background_is_drawn_transparent_on_a_sprite_transparent_anywhere(rule, sprite, hidden):
    matching = on_paper(sprite, np.array([hidden]), rule)
    assert matching.table_T4[matching.colours.exact_of_token_K[0]].tolist() == CLEAR.tolist()


def test_such_a_packs_background_stays_opaque_on_an_opaque_sprite_and_where_a_list_has_no_transparency():
    nothing, all_hidden = np.zeros((1, 1), dtype=bool), np.ones((1, 1), dtype=bool)
    for matching in (
        on_paper(picture(RED), nothing, PaletteRule.PACK),
        on_paper(picture(CLEAR), all_hidden, PaletteRule.LIST, ("000000ff", "fff0ffff")),
        on_paper(picture(CLEAR), nothing, PaletteRule.LIST, ("000000ff", "fff0ffff")),
    ):
        drawn_T4 = matching.table_T4[matching.colours.drawn_of_exact_T]
        for rgba_4 in (
            matching.table_T4[matching.colours.exact_of_token_K[0]],
            *drawn_T4[matching.table_T4[:, 3] == 0],
        ):
            assert rgba_4.tolist() in ([255, 255, 255, 255], [255, 240, 255, 255])


def test_the_colour_round_an_opaque_figure_stands_for_transparency():
    sprite = np.tile(SCARLET, (6, 6, 1))
    sprite[2:4, 2:4] = DARK
    for rule in (PaletteRule.SPRITE, PaletteRule.PACK):
        assert drawn(sprite, rule)["00000000"] == "f01000ff"
    own = own_colours(sprite, np.zeros((6, 6), dtype=bool))
    matching = match(own, sprite.reshape(-1, 4), PACK, PaletteRule.SPRITE, ())
    read = matching.colours.token_of_exact_T[matching.exact_of(sprite)]
    assert read[0, 0] == 0
    assert read[2, 2] == 1
    sprite[:3] = DARK  # no colour holds most of the edge any more
    assert own_colours(np.vstack([sprite[:3], sprite[3:]]), np.zeros((6, 6), dtype=bool)).ground_4 is None
