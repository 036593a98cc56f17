"""KID of made pictures: about 0 for real ones, large for noise, blind to what they were made from."""

import numpy as np
import pytest
from small_vaes import noise

from genmodels.data.sprites.fruits import TABLE_K4, draw_fruits
from genmodels.data.sprites.picture import Picture
from genmodels.data.steps import finished
from genmodels.jobs.evaluate import likeness as module
from genmodels.jobs.evaluate.likeness import Likeness
from genmodels.jobs.evaluate.sprites import Sprites

HELD_NSS4, REST_MSS4 = (TABLE_K4[draw_fruits(60, 16, np.random.default_rng(seed))] for seed in (1, 2))


def named(mark: str, count: int) -> list[str]:
    return [f"{mark}{number}" for number in range(count)]


def likeness(held_NSS4: np.ndarray = HELD_NSS4, rest_MSS4: np.ndarray = REST_MSS4) -> Likeness:
    sprites = Sprites(
        held=tuple(Picture(name=name, rgba_HW4=held_NSS4[0]) for name in named("h", len(held_NSS4))),
        held_NSS4=held_NSS4,
        rest=(),
        rest_MSS4=rest_MSS4,
    )
    return finished(Likeness.of(sprites, named("h", len(held_NSS4)), named("r", len(rest_MSS4))))


def test_real_pictures_are_near_and_noise_is_far() -> None:
    near = likeness()
    assert near.floor is not None
    assert abs(near.floor) < 0.1
    noise_NSS4 = np.stack([noise(seed, 16, 16) for seed in range(60)])
    far = finished(near.kid(noise_NSS4, [(name,) for name in named("h", 60)]))
    assert far is not None
    assert far > 10 * abs(near.floor)


def test_without_a_rest_the_floor_is_of_two_halves() -> None:
    halves = likeness(rest_MSS4=REST_MSS4[:0])
    assert halves.floor is not None
    assert abs(halves.floor) < 0.2


def test_copies_are_as_near_as_their_originals_are_to_each_other() -> None:
    near = likeness()
    assert finished(near.kid(HELD_NSS4, [(name,) for name in named("h", 60)])) == pytest.approx(0, abs=1e-9)
    two_NSS4 = HELD_NSS4[:2]
    assert finished(near.kid(two_NSS4, [("h0", "h1")] * 2)) is None  # nothing of them could be compared


def test_of_many_pictures_the_same_ones_stand_for_all(monkeypatch) -> None:
    monkeypatch.setattr(module, "MOST", 30)
    near, from_all = likeness(), [(name,) for name in named("h", 60)]
    assert len(near.points_ND) == 30
    first = finished(near.kid(HELD_NSS4, from_all))
    assert first == finished(near.kid(HELD_NSS4, from_all))
