"""Finds the cheapest way through a lattice of candidates by dynamic programming; it knows no line and no model.

Letters: K candidates of a place, L of the next one.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

Lattice = Sequence[tuple[np.ndarray, np.ndarray]]  # of each place: which candidates, what they cost for themselves; K


def cheapest(lattice: Lattice, hops_KL: Sequence[np.ndarray]) -> list[int]:
    """Return the candidate of each place, none of them twice.

    hops_KL: what it costs to go from each candidate of a place to each of the next. Where a candidate would come
    twice, it stays where it is cheaper, and the rest is searched again (as many places as there are, at most).
    """
    own = [cost_K.copy() for _, cost_K in lattice]
    while True:
        rows = _best(own, hops_KL)
        chosen = [int(number_K[row]) for (number_K, _), row in zip(lattice, rows, strict=True)]
        again = _dearer_twin(chosen, [own[place][row] for place, row in enumerate(rows)])
        if again is None or np.isinf(own[again]).sum() == len(own[again]) - 1:
            return chosen
        own[again][rows[again]] = np.inf


def _best(own: Sequence[np.ndarray], hops_KL: Sequence[np.ndarray]) -> list[int]:
    """Return the row of each place on the cheapest way (Viterbi 1967)."""
    cost_K, came = own[0], list[np.ndarray]()
    for hop_KL, next_L in zip(hops_KL, own[1:], strict=True):
        through_KL = cost_K[:, None] + hop_KL
        came.append(through_KL.argmin(0))
        cost_K = through_KL.min(0) + next_L
    rows = [int(cost_K.argmin())]
    for came_L in reversed(came):
        rows.append(int(came_L[rows[-1]]))
    return rows[::-1]


def _dearer_twin(chosen: Sequence[int], costs: Sequence[float]) -> int | None:
    """Return a place whose candidate stands at another one too, where it costs less."""
    places = sorted(range(len(chosen)), key=lambda place: (chosen[place], costs[place]))
    return next((later for one, later in pairwise(places) if chosen[one] == chosen[later]), None)
