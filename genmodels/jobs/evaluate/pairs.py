"""Which pictures morphs are measured between: always the same pairs, of different subjects, each picture as often."""

from collections.abc import Sequence

import numpy as np

from genmodels.api.errors import InputError
from genmodels.data.sprites.picture import Picture
from genmodels.data.wording import number_of

FEWEST = 4  # subjects: two pairs that have none in common
_ROUNDS = 16  # for every pair that is asked for; the last ones of a few pictures are found by chance


def subjects_of(pictures: Sequence[Picture]) -> list[str]:
    """Return what each picture shows; where the names tell of too few subjects, each shows something else."""
    subjects = [picture.subject for picture in pictures]
    return subjects if len(set(subjects)) >= FEWEST else [picture.name for picture in pictures]


def chosen_pairs(rgba_NSS4: np.ndarray, subjects: Sequence[str], count: int, *, seed: int = 1) -> list[tuple[int, int]]:
    """Return so many pairs, or as many as there are; raises InputError for too few pictures.

    A pair stands once, in one of its directions. Every round takes each picture once.
    """
    rng, pairs = np.random.default_rng(seed), dict[frozenset[int], tuple[int, int]]()
    for _ in range(_ROUNDS * count):
        if len(set(subjects)) < FEWEST or len(pairs) >= count:
            break
        order = rng.permutation(len(subjects)).tolist()
        for a, b in zip(order[::2], order[1::2], strict=False):
            if subjects[a] != subjects[b] and not np.array_equal(rgba_NSS4[a], rgba_NSS4[b]):
                pairs.setdefault(frozenset((a, b)), (a, b))
    if len(pairs) < 2:
        message = f"In-betweens of {number_of(len(subjects), 'picture')} cannot be measured."
        raise InputError(message, hint=f"Add pictures: it takes {FEWEST} that differ, of different subjects.")
    return list(pairs.values())[:count]
