"""Sheets in 16 colours."""

import numpy as np
import pytest

from genmodels.api.errors import ConfigError
from genmodels.media.artwork.artwork import Rgba
from genmodels.media.sheets.banks import bank_of

CLEAR: Rgba = (0, 0, 0, 0)


def row(*colours: Rgba) -> np.ndarray:
    return np.array([colours], np.uint8)


def ramp(count: int) -> list[Rgba]:
    return [(10 * i, 5, 9, 255) for i in range(count)]


def shown(rgba_HWC: np.ndarray, chosen: list[Rgba]) -> list[list[int]]:
    indexed = bank_of(rgba_HWC, chosen).indexed
    return indexed.palette_T4[indexed.index_HW][0].tolist()


@pytest.mark.parametrize("chosen", [[], ramp(3), ramp(16), [CLEAR, *ramp(15)], ramp(40), [CLEAR]])
def test_fifteen_colours_are_kept_and_the_first_place_is_clear(chosen: list[Rgba]) -> None:
    rgba_HWC = row(CLEAR, *ramp(15)[::-1], (1, 2, 3, 0))
    bank = bank_of(rgba_HWC, chosen)
    assert bank.indexed.palette_T4.shape == (16, 4)
    assert bank.indexed.palette_T4[:, 3].tolist() == [0] + [255] * 15
    assert bank.indexed.index_HW[0, [0, -1]].tolist() == [0, 0]
    assert shown(rgba_HWC, chosen)[1:-1] == [list(colour) for colour in ramp(15)[::-1]]


def test_the_artists_palette_keeps_its_places() -> None:
    chosen: list[Rgba] = [(255, 0, 255, 255), *ramp(6)[::-1]]
    bank = bank_of(row(CLEAR, *ramp(3)), chosen)
    assert bank.indexed.index_HW.tolist() == [[0, 6, 5, 4]]
    assert bank.indexed.palette_T4[0].tolist() == [255, 0, 255, 0]


def test_a_palette_whose_first_colour_is_drawn_moves_up_by_one() -> None:
    assert bank_of(row(*ramp(3)), ramp(5)).indexed.index_HW.tolist() == [[1, 2, 3]]


def test_black_is_not_taken_for_clear() -> None:
    assert bank_of(row((0, 0, 0, 255), CLEAR), [CLEAR]).indexed.index_HW.tolist() == [[1, 0]]


def test_half_transparent_pixels_are_told() -> None:
    bank = bank_of(row((9, 9, 9, 127), (8, 8, 8, 128)), [])
    assert bank.indexed.index_HW.tolist() == [[0, 1]]
    assert [*bank.remarks()] == ["The Game Boy has no half-transparent pixels: they became opaque or clear."]
    assert not [*bank_of(row(CLEAR, *ramp(1)), []).remarks()]


def test_too_many_colours_are_told_with_the_rarest() -> None:
    rgba_HWC = row(*ramp(16), *ramp(16)[1:])
    with pytest.raises(ConfigError) as raised:
        bank_of(rgba_HWC, [])
    assert raised.value.message == "The frames have 16 colours; a Game Boy palette has 15 and a transparent one."
    assert raised.value.hint.startswith("Replace colours until 15 are left, the rarest first: #000509 on 1 px, ")
