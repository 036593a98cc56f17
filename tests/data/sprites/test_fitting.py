"""Fitting to one square: contents centred, whole factors only, enlargements undone, and the choice of the square."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sprite_files import blob

from genmodels.api.configs import Fit
from genmodels.data.sprites.fitting import as_kept, enlargement, fit, fitting, reduced, size_of
from genmodels.data.sprites.picture import Picture

CLEAR = np.zeros(4, np.uint8)


def dot(height: int, width: int, y: int, x: int, colour: tuple[int, int, int, int] = (9, 8, 7, 255)) -> np.ndarray:
    rgba_HW4 = np.zeros((height, width, 4), np.uint8)
    rgba_HW4[y, x] = colour
    return rgba_HW4


def enlarged(rgba_HW4: np.ndarray, factor: int) -> np.ndarray:
    return rgba_HW4.repeat(factor, axis=0).repeat(factor, axis=1)


def solid(height: int, width: int) -> np.ndarray:
    return np.full((height, width, 4), 255, np.uint8)


def test_cropping_centres_the_contents_and_cuts_what_sticks_out() -> None:
    assert np.argwhere(fit(dot(40, 30, 0, 29), 9, CLEAR, Fit.CROP)[..., 3])[0].tolist() == [4, 4]
    fitted = fit(solid(3, 12), 8, CLEAR, Fit.CROP)
    assert fitted.shape == (8, 8, 4)
    assert (fitted[..., 3] > 0).sum(axis=1).tolist() == [0, 0, 8, 8, 8, 0, 0, 0]


@pytest.mark.parametrize("how", list(Fit))
def test_a_picture_of_the_squares_size_stays_as_it_lies(how: Fit) -> None:
    same = dot(8, 8, 0, 0)
    assert (fit(same, 8, CLEAR, how) == same).all()
    assert fitting(Picture(name="a", rgba_HW4=same), 8, CLEAR, how).words == "as it is"


def test_centring_scales_down_by_a_whole_factor() -> None:
    fitted = fit(solid(3, 12), 8, CLEAR, Fit.CENTRE)
    assert (fitted[..., 3] > 0).sum(axis=1).tolist() == [0, 0, 0, 6, 0, 0, 0, 0]
    said = fitting(Picture(name="a", rgba_HW4=solid(3, 12)), 8, CLEAR, Fit.CENTRE)
    assert (said.reduced, said.is_cut, said.words) == (2, False, "scaled by 1/2, centred")


def test_the_corner_stays_in_the_corner() -> None:
    fitted = fit(dot(5, 12, 1, 2), 8, CLEAR, Fit.CORNER)
    assert np.argwhere(fitted[..., 3]).tolist() == [[1, 2]]
    assert fitting(Picture(name="a", rgba_HW4=dot(5, 12, 1, 2)), 8, CLEAR, Fit.CORNER).words == "as it is"
    assert fitting(Picture(name="a", rgba_HW4=dot(5, 12, 1, 9)), 8, CLEAR, Fit.CORNER).words == "cut"


@pytest.mark.parametrize("how", list(Fit))
def test_a_picture_of_nothing_but_background_fits(how: Fit) -> None:
    white_4 = np.full(4, 255, np.uint8)
    assert (fit(solid(30, 3), 8, white_4, how) == 255).all()


@given(side=st.integers(8, 20), factor=st.integers(2, 9), top=st.integers(0, 12), left=st.integers(0, 12))
def test_enlargements_are_undone_exactly_wherever_they_lie(side: int, factor: int, top: int, left: int) -> None:
    plain_HW4 = blob(side, side)
    large_HW4 = np.pad(enlarged(plain_HW4, factor), ((top, 3), (left, 5), (0, 0)))
    picture = as_kept(large_HW4, "a", Fit.CENTRE)
    assert picture.enlarged == factor
    assert np.array_equal(fit(picture.rgba_HW4, 32, CLEAR, Fit.CENTRE), fit(plain_HW4, 32, CLEAR, Fit.CENTRE))
    assert picture.width_height == (large_HW4.shape[1], large_HW4.shape[0])


def test_simple_and_plain_pictures_are_no_enlargements() -> None:
    box_HW4 = np.zeros((16, 16, 4), np.uint8)
    box_HW4[4:12, 4:12] = 255
    assert enlargement(box_HW4) == 1
    assert enlargement(solid(9, 9)) == 1
    assert enlargement(dot(64, 64, 5, 5)) == 1
    assert [enlargement(blob(seed, 12)) for seed in range(20)] == [1] * 20
    assert as_kept(enlarged(blob(1), 3), "a", Fit.CROP).rgba_HW4.shape == (30, 30, 4)


def test_a_small_figure_on_a_large_canvas_keeps_its_pixels() -> None:
    canvas_HW4 = np.zeros((1000, 1000, 4), np.uint8)
    canvas_HW4[500:550, 20:60] = np.random.default_rng(0).integers(1, 256, (50, 40, 4), np.uint8)
    picture = as_kept(canvas_HW4, "a", Fit.CENTRE)
    assert (picture.reduced, picture.rgba_HW4.shape) == (1, (52, 42, 4))
    assert np.array_equal(fit(picture.rgba_HW4, 64, CLEAR, Fit.CENTRE)[7:57, 12:52], canvas_HW4[500:550, 20:60])


def test_the_middle_pixels_are_kept() -> None:
    ramp_HW4 = np.arange(9 * 9 * 4).reshape(9, 9, 4)
    assert np.array_equal(reduced(ramp_HW4, 3), ramp_HW4[1::3, 1::3])
    assert reduced(ramp_HW4[:1], 3).shape == (1, 3, 4)


def test_the_square_holds_most_pictures_or_all_where_that_costs_little() -> None:
    def pictures(*sides: int) -> list[Picture]:
        return [Picture(name="a", rgba_HW4=np.pad(solid(side, 3), ((1, 1), (1, 1), (0, 0)))) for side in sides]

    assert size_of(pictures(*[17] * 40), CLEAR) == 20
    assert size_of(pictures(*[17] * 99, 60), CLEAR) == 20
    assert size_of(pictures(*[26] * 99, 30), CLEAR) == 32
    assert size_of(pictures(1), CLEAR) == 8
    assert size_of(pictures(*[500] * 3), CLEAR) == 64
