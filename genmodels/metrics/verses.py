"""How a poem goes from its first line to its last; it knows lines' texts and distances, and no model."""

from collections import Counter
from collections.abc import Sequence

import numpy as np


def kendall_tau(values: Sequence[float]) -> float:
    """Return Kendall's τ between the values and their order: 1 rises at every step, −1 falls."""
    value_N = np.asarray(values, float)
    if len(value_N) < 2:
        raise ValueError(f"an order needs two values, not {len(value_N)}")
    later_NN = np.triu(np.ones((len(value_N), len(value_N)), bool), 1)
    return float(np.sign(value_N[None] - value_N[:, None])[later_NN].mean())


def repeats(texts: Sequence[str]) -> int:
    """Return how many lines stand there again."""
    return sum(count - 1 for count in Counter(texts).values())
