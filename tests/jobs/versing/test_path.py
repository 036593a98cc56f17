"""Laws of the search through a lattice: it finds what trying everything finds, and nothing comes twice."""

import itertools

import numpy as np
import pytest

from genmodels.jobs.versing.path import cheapest


@pytest.mark.parametrize("seed", range(5))
def test_the_way_is_the_cheapest_of_all(seed):
    chance = np.random.default_rng(seed)
    lattice = [(np.arange(4) + 10 * place, chance.random(4)) for place in range(4)]
    hops = [chance.random((4, 4)) for _ in range(3)]

    def cost(rows):
        return sum(own[row] for (_, own), row in zip(lattice, rows, strict=True)) + sum(
            hop[a, b] for hop, (a, b) in zip(hops, itertools.pairwise(rows), strict=True)
        )

    best = min(itertools.product(range(4), repeat=4), key=cost)
    assert cheapest(lattice, hops) == [place * 10 + row for place, row in enumerate(best)]


def test_no_candidate_comes_twice():
    own = np.array([0.0, 1.0, 2.0, 3.0])
    lattice = [(np.arange(4), own + place * np.array([1, 0, 0, 0])) for place in range(4)]
    chosen = cheapest(lattice, [np.zeros((4, 4))] * 3)
    assert sorted(chosen) == [0, 1, 2, 3]
    assert chosen[0] == 0
