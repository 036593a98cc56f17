"""Codes near a code, children of two, and the way through several. It knows no Qt.

Of a Gaussian in many dimensions nearly all lies at about one distance from the middle, so all of these keep to the
distances of the codes they come from (spherical interpolation: Shoemake 1985; for latent spaces: White 2016).
"""

from __future__ import annotations

import base64
import binascii
import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from genmodels.api.codes import Code
from genmodels.media.arrays import np

_PARALLEL = 1e-4  # radians between two codes below which a straight line does
_LEAST, _MOST = 0.25, 0.75  # the share of the second parent in children that lie between


def near(code: Code, radius: float, seed: int) -> Code:
    """Return numbers + radius × N(0, 1) of the seed, as far from the middle as the code's own; its detail stays."""
    own_N = np.array(code.numbers)
    noisy_N = own_N + radius * np.random.default_rng(seed).standard_normal(len(own_N))
    length = float(np.linalg.norm(noisy_N))
    kept_N = noisy_N * (np.linalg.norm(own_N) / length) if length else noisy_N
    return replace(code, numbers=tuple(kept_N.tolist()))


def crossed(one: Code, other: Code, count: int, seed: int) -> list[Code]:
    """Return children: in turn one that lies between the two, and one that takes each number from either.

    Of the latter the detail comes whole from one of them, because parts of two rarely fit together.
    """
    generator = np.random.default_rng(seed)
    children = []
    for number in range(count):
        if number % 2 == 0:
            share = _LEAST + (_MOST - _LEAST) * float(generator.random())
            children.append(between(one, other, share))
        else:
            takes_N = generator.random(len(one.numbers)) < 0.5
            numbers = np.where(takes_N, one.numbers, other.numbers)
            giver = (one, other)[number // 2 % 2]
            children.append(replace(giver, numbers=tuple(numbers.tolist())))
    return children


def between(one: Code, other: Code, share: float) -> Code:
    """Return the code at this share of the way: its numbers on an arc, its detail on a line."""
    if share <= 0 or share >= 1:
        return one if share <= 0 else other
    numbers_N = slerp(np.array(one.numbers), np.array(other.numbers), share)
    nearer = one if share < 0.5 else other
    return replace(nearer, numbers=tuple(numbers_N.tolist()), detail=_detail_between(one, other, share))


def way(codes: Sequence[Code], frames: int) -> list[Code]:
    """Return codes from each to the next, both counted: frames of them a leg."""
    steps = max(frames - 1, 1)
    on_way = [between(one, other, n / steps) for one, other in pairwise(codes) for n in range(steps)]
    return [*on_way, codes[-1]] if codes else []


def slerp(one_N: np.ndarray, other_N: np.ndarray, share: float) -> np.ndarray:
    """Return the point at this share of the arc between two directions, its length between theirs."""
    lengths = float(np.linalg.norm(one_N)), float(np.linalg.norm(other_N))
    cosine = float(one_N @ other_N) / (lengths[0] * lengths[1]) if all(lengths) else 1.0
    angle = math.acos(min(max(cosine, -1.0), 1.0))
    if min(angle, math.pi - angle) < _PARALLEL:
        return (1 - share) * one_N + share * other_N
    parts = math.sin((1 - share) * angle), math.sin(share * angle)
    arc_N = (parts[0] * one_N / lengths[0] + parts[1] * other_N / lengths[1]) / math.sin(angle)
    return arc_N * ((1 - share) * lengths[0] + share * lengths[1])


def _detail_between(one: Code, other: Code, share: float) -> str:
    """Return a mean of two details; the nearer one's where they cannot be mixed."""
    parts = _floats(one.detail), _floats(other.detail)
    if parts[0] is None or parts[1] is None or len(parts[0]) != len(parts[1]):
        return one.detail if share < 0.5 else other.detail
    mean = (1 - share) * parts[0] + share * parts[1]
    return base64.b64encode(mean.astype("<f2").tobytes()).decode("ascii")


def _floats(detail: str) -> np.ndarray | None:
    try:
        data = base64.b64decode(detail, validate=True)
        return np.frombuffer(data, "<f2").astype(np.float32) if data else None
    except (binascii.Error, ValueError):
        return None  # the engine will tell
