"""The bad models do what their names say."""

import numpy as np

from genmodels.metrics.arms import all_arms, chimeras, collapse, copies, flipped, independent_pixels


def distinct(rgba_NHW4: np.ndarray) -> int:
    return len(np.unique(rgba_NHW4.reshape(len(rgba_NHW4), -1), axis=0))


def test_each_arm(creatures: np.ndarray) -> None:
    assert distinct(copies(creatures, len(creatures))) == len(creatures)
    assert distinct(collapse(creatures, 100, kinds=20)) == 20
    np.testing.assert_array_equal(flipped(creatures, 50)[:, :, ::-1], copies(creatures, 50))
    noise = independent_pixels(creatures, 300)
    # At each place only colours that some picture has there.
    for y, x in ((3, 5), (10, 10)):
        assert set(map(tuple, noise[:, y, x])) <= set(map(tuple, creatures[:, y, x]))
    made = chimeras(creatures, 40)
    upper, lower = ({half.tobytes() for half in creatures[:, part]} for part in (slice(10), slice(10, None)))
    assert all(picture[:10].tobytes() in upper and picture[10:].tobytes() in lower for picture in made)
    assert not {picture.tobytes() for picture in made} <= {picture.tobytes() for picture in creatures}


def test_all_have_the_count_asked_for_even_above_what_there_is(creatures: np.ndarray) -> None:
    arms = all_arms(creatures[:7], 23)
    assert len(arms) == 6
    assert all(made.shape == (23, *creatures.shape[1:]) and made.dtype == np.uint8 for made in arms.values())
