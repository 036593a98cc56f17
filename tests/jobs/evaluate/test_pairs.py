"""Pairs of pictures: always the same, of different subjects, spread evenly."""

from collections import Counter

import numpy as np
import pytest
from small_vaes import noise

from genmodels.api.errors import InputError
from genmodels.data.sprites.picture import Picture
from genmodels.jobs.evaluate.pairs import chosen_pairs, subjects_of


def pictures(count: int) -> np.ndarray:
    return np.stack([noise(seed, half=False) for seed in range(count)])


def test_pairs_repeat_and_use_each_picture_as_often() -> None:
    rgba_NSS4, subjects = pictures(20), [f"s{n // 2}" for n in range(20)]
    pairs = chosen_pairs(rgba_NSS4, subjects, 40)
    assert pairs == chosen_pairs(rgba_NSS4, subjects, 40)
    assert pairs[:7] == chosen_pairs(rgba_NSS4, subjects, 7)
    assert len({frozenset(pair) for pair in pairs}) == 40
    assert all(subjects[a] != subjects[b] for a, b in pairs)
    uses = Counter(n for pair in pairs for n in pair)
    assert max(uses.values()) - min(uses[n] for n in range(20)) <= 3


def test_of_few_pictures_all_pairs_are_taken_and_those_that_differ_alone() -> None:
    rgba_NSS4, subjects = pictures(5), list("abcde")
    assert len(chosen_pairs(rgba_NSS4, subjects, 200)) == 10
    rgba_NSS4[1] = rgba_NSS4[0]
    assert {frozenset(pair) for pair in chosen_pairs(rgba_NSS4, subjects, 200)}.isdisjoint({frozenset((0, 1))})


@pytest.mark.parametrize("subjects", [["a"], ["a", "b", "c"], ["a", "a", "b", "c"]])
def test_too_few_subjects_are_refused(subjects) -> None:
    with pytest.raises(InputError, match="cannot be measured") as caught:
        chosen_pairs(pictures(len(subjects)), subjects, 2)
    assert "4" in caught.value.hint


def test_names_that_tell_of_too_few_subjects_tell_of_none() -> None:
    def named(*names: str) -> list[Picture]:
        return [Picture(name=name, rgba_HW4=noise(0)) for name in names]

    assert subjects_of(named("x/a-1", "a-2", "b", "c", "d-1")) == ["a", "a", "b", "c", "d"]
    assert subjects_of(named("tile-1", "tile-2", "wall-1")) == ["tile-1", "tile-2", "wall-1"]
