"""Finds pictures that are nearly the same, in time that grows with their number and not with its square."""

from collections.abc import Sequence

import numpy as np

from genmodels.api.messages import Progress
from genmodels.data.sprites.picture import Picture, border, most_common, packed
from genmodels.data.steps import Pace, Steps

SAME = 0.8  # share of the foreground's pixels
BANDS, ROWS = 12, 2  # two pictures that share 80 % meet in one of 12 pairs of hashes but once in a thousand
_SPREAD = np.uint64(0x9E3779B97F4A7C15)


def near_duplicates(pictures: Sequence[Picture]) -> Steps[list[bytes]]:
    """Return a key for each picture, the same for those with over 80 % of the foreground equal, place and colour.

    Broder, On the resemblance and containment of documents (1997): the least of many hashes of a set's members are
    equal for two sets as often as their members are. Whoever meets so is then compared pixel by pixel.
    """
    pace, marks = Pace(), np.random.default_rng(0).integers(1, 2**63, BANDS * ROWS, np.uint64) | np.uint64(1)
    first: dict[tuple[int, bytes], int] = {}
    root = list(range(len(pictures)))
    grounds = []
    for n, picture in enumerate(pictures):
        if pace.is_due():
            yield Progress(done=n, total=len(pictures), note="comparing pictures")
        number_HW = packed(picture.rgba_HW4)
        grounds.append(packed(most_common(border(picture.rgba_HW4))))
        number_P = number_HW.ravel()
        there_P = np.flatnonzero(number_P != grounds[n])
        if not len(there_P):
            continue
        member_P = (number_P[there_P].astype(np.uint64) << np.uint64(32) | there_P.astype(np.uint64)) * _SPREAD
        least_BR = ((member_P ^ member_P >> np.uint64(29))[:, None] * marks).min(0).reshape(BANDS, ROWS)
        shape = repr(number_HW.shape).encode()
        for band in range(BANDS):
            other = first.setdefault((band, shape + least_BR[band].tobytes()), n)
            one, two = _root(root, other), _root(root, n)
            if one != two and _share(pictures[other], picture, grounds[other], grounds[n]) > SAME:
                root[two] = one
    return [_root(root, n).to_bytes(4, "big") for n in range(len(pictures))]


def _root(root: list[int], n: int) -> int:
    """Return the picture that stands for all linked with n."""
    while root[n] != n:
        root[n] = n = root[root[n]]
    return n


def _share(one: Picture, other: Picture, ground: np.ndarray, other_ground: np.ndarray) -> float:
    """Return the share of the larger foreground that is the same in both."""
    one_HW, other_HW = packed(one.rgba_HW4), packed(other.rgba_HW4)
    there_HW, also_HW = one_HW != ground, other_HW != other_ground
    same = (there_HW & also_HW & (one_HW == other_HW)).sum()
    return float(same / max(1, there_HW.sum(), also_HW.sum()))
