"""Relatives, children and ways of codes keep to the distances of the codes they come from."""

import base64

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document.relatives import between, crossed, near, slerp, way
from genmodels.api.codes import Code

NUMBERS = st.lists(st.floats(-4, 4), min_size=3, max_size=8)


def detail(*values: float) -> str:
    return base64.b64encode(np.array(values, "<f2").tobytes()).decode()


def length(code: Code) -> float:
    return float(np.linalg.norm(code.numbers))


@given(NUMBERS, st.floats(0.05, 2), st.integers(0, 2**40))
def test_a_relative_is_as_far_from_the_middle_and_of_its_seed(numbers: list[float], radius: float, seed: int) -> None:
    code = Code(numbers=tuple(numbers), detail=detail(1, 2), tag="ghost", palette=("000000ff",))
    one = near(code, radius, seed)
    assert one == near(code, radius, seed)
    assert length(one) == pytest.approx(length(code), abs=1e-6)
    assert (one.detail, one.tag, one.palette) == (code.detail, code.tag, code.palette)


def test_a_small_radius_stays_nearer_than_a_large_one() -> None:
    code = Code(numbers=tuple(np.random.default_rng(1).standard_normal(64).tolist()))
    away = [np.linalg.norm(np.subtract(near(code, radius, 7).numbers, code.numbers)) for radius in (0.1, 0.5, 1.5)]
    assert away == sorted(away)
    assert near(code, 0.5, 7) != near(code, 0.5, 8)


def test_children_lie_between_and_take_numbers_from_either() -> None:
    one, other = Code(numbers=(1.0,) * 12, detail=detail(0, 0)), Code(numbers=(-1.0, 3.0) * 6, detail=detail(2, 4))
    children = crossed(one, other, 8, seed=3)
    assert children == crossed(one, other, 8, seed=3)
    for child in children[1::2]:
        pairs = zip(child.numbers, one.numbers, other.numbers, strict=True)
        assert all(number in parents for number, *parents in pairs)
        assert child.detail in (one.detail, other.detail)
    assert {child.detail for child in children[1::2]} == {one.detail, other.detail}
    for child in children[::2]:
        assert length(one) < length(child) < length(other)
        assert child.detail not in (one.detail, other.detail)


@given(NUMBERS, st.floats(0, 1))
def test_the_way_keeps_to_the_lengths_of_its_ends(numbers: list[float], share: float) -> None:
    one, other = np.array(numbers), np.roll(numbers, 1)
    at = slerp(one, other, share)
    assert np.isfinite(at).all()
    assert np.linalg.norm(slerp(one, other, 0) - one) < 1e-6
    assert np.linalg.norm(slerp(one, other, 1) - other) < 1e-6
    cosine = one @ other / max(np.linalg.norm(one) * np.linalg.norm(other), 1e-9)
    if abs(cosine) < 0.999 and np.linalg.norm(one) > 1e-3:
        assert np.linalg.norm(at) == pytest.approx(np.linalg.norm(one), rel=1e-6)


def test_opposite_and_empty_numbers_have_a_way_too() -> None:
    assert np.allclose(slerp(np.array([1.0, 0]), np.array([-1.0, 0]), 0.25), [0.5, 0])
    assert np.allclose(slerp(np.zeros(2), np.array([2.0, 0]), 0.5), [1, 0])


def test_a_way_goes_through_its_codes_themselves_and_mixes_their_detail() -> None:
    codes = [Code(numbers=(1.0, 0.0), detail=detail(0)), Code(numbers=(0.0, 1.0), detail=detail(2))]
    frames = way([*codes, codes[0]], 5)
    assert len(frames) == 9
    assert [frames[0], frames[4], frames[8]] == [codes[0], codes[1], codes[0]]
    assert frames[2].detail == detail(1)
    assert way([], 5) == []
    assert way(codes[:1], 5) == codes[:1]


def test_details_that_cannot_be_mixed_come_from_the_nearer_end() -> None:
    one, other = Code(numbers=(1.0, 0.0), detail=detail(1, 2)), Code(numbers=(0.0, 1.0), detail="not base64")
    assert between(one, other, 0.4).detail == one.detail
    assert between(one, other, 0.6).detail == other.detail
