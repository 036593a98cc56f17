"""How near made pictures come to real ones, where neither what they were made from nor its variants count.

Shapes: N pictures, D numbers that describe each, S subjects.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from genmodels.api.messages import Progress
from genmodels.data.steps import Steps
from genmodels.jobs.evaluate.sprites import Sprites
from genmodels.metrics.distances import kid_of_others
from genmodels.metrics.features import hand_made
from genmodels.metrics.space import FeatureSpace

MOST = 2048  # pictures compared: always the same ones of more
_AT_ONCE = 16  # pictures described between two yields


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Likeness:
    """Real pictures as points, and what each shows."""

    space: FeatureSpace
    subjects: tuple[str, ...]  # of all, in order
    points_ND: np.ndarray
    shows_NS: np.ndarray
    floor: float | None  # the KID of other real pictures: the rest of the folder, or else half against half

    @classmethod
    def of(cls, sprites: Sprites, held_subjects: Sequence[str], rest_subjects: Sequence[str]) -> Steps[Self]:
        """Fit the space to all real pictures, never to made ones, and describe those that are held out."""
        held, rest = _some(len(sprites.held_NSS4)), _some(len(sprites.rest_MSS4))
        real_NSS4 = np.concatenate([sprites.held_NSS4[held], sprites.rest_MSS4[rest]])
        blocks = yield from _described(real_NSS4)
        space = FeatureSpace.fit(blocks)
        points_ND = space.points(blocks)
        names = [held_subjects[n] for n in held] + [rest_subjects[n] for n in rest]
        subjects = tuple(sorted(set(names)))
        shows_NS = _shown([(name,) for name in names], subjects)
        side_N = np.arange(len(names)) < len(held)
        other_N = ~side_N
        if not len(rest):  # whole subjects on either side
            side_N = shows_NS[:, ::2].any(axis=1)
            other_N = ~side_N
        floor = kid_of_others(points_ND[other_N], points_ND[side_N], shows_NS[other_N], shows_NS[side_N])
        return cls(
            space=space,
            subjects=subjects,
            points_ND=points_ND[: len(held)],
            shows_NS=shows_NS[: len(held)],
            floor=_number(floor),
        )

    def kid(self, made_NSS4: np.ndarray, made_from: Sequence[Iterable[str]]) -> Steps[float | None]:
        """Return the KID of made pictures and the held-out ones; made_from: the subjects that each was made from."""
        chosen = _some(len(made_NSS4))
        blocks = yield from _described(made_NSS4[chosen])
        shows_NS = _shown([made_from[n] for n in chosen], self.subjects)
        return _number(kid_of_others(self.space.points(blocks), self.points_ND, shows_NS, self.shows_NS))


def _described(rgba_NSS4: np.ndarray) -> Steps[list[np.ndarray]]:
    parts = []
    for at in range(0, len(rgba_NSS4), _AT_ONCE):
        parts.append(hand_made(rgba_NSS4[at : at + _AT_ONCE]))
        yield Progress(done=at, total=len(rgba_NSS4), note="describing pictures")
    return [np.concatenate(block) for block in zip(*parts, strict=True)]


def _shown(made_from: Sequence[Iterable[str]], subjects: tuple[str, ...]) -> np.ndarray:
    place = {subject: number for number, subject in enumerate(subjects)}
    shows_NS = np.zeros((len(made_from), len(subjects)), bool)
    for n, names in enumerate(made_from):
        shows_NS[n, [place[name] for name in names]] = True
    return shows_NS


def _some(count: int) -> list[int]:
    return np.sort(np.random.default_rng(0).permutation(count)[:MOST]).tolist()


def _number(value: float) -> float | None:
    """Return None, as JSON has it, where there was nothing to compare."""
    return None if math.isnan(value) else value
