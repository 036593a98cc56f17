"""Every measure of a set of made pictures beside its floor: what real pictures reach in their place.

Shapes: N pictures of a side, D numbers that describe each.
"""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass

import numpy as np

from genmodels.api.errors import InputError
from genmodels.api.messages import Progress
from genmodels.metrics.copying import Originals, ct_auc
from genmodels.metrics.distances import fd, kid, manifolds, one_nn
from genmodels.metrics.features import hand_made
from genmodels.metrics.pixel_art import colours_p99, speckle
from genmodels.metrics.space import FeatureSpace
from genmodels.metrics.telling_apart import c2st, looks

FEWEST = 10  # pictures on a side; with fewer, neighbourhoods and folds mean nothing
_AT_ONCE = 16  # pictures looked at between two yields
_HALVES = 6  # of a set, to see how much a measure depends on who is in it

FeatureMap = Callable[[np.ndarray], list[np.ndarray]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A measure of the made pictures and its floor; the deviations say how far another draw may lie off.

    A deviation is zero where every draw takes all pictures there are.
    """

    value: float
    floor: float
    value_sd: float
    floor_sd: float


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    points_ND: np.ndarray  # in the feature space
    looks_ND: np.ndarray  # what the classifier sees besides

    def drawn(self, index: np.ndarray) -> "_Side":
        """Return these pictures of the side."""
        return _Side(self.points_ND[index], self.looks_ND[index])


def compare(
    made_NHW4: np.ndarray,
    held_NHW4: np.ndarray,
    trained_NHW4: np.ndarray,
    *,
    families: Sequence[str] = (),
    describe: FeatureMap = hand_made,
    draws: int = 6,
    seed: int = 0,
) -> Generator[Progress, None, dict[str, Measured]]:
    """Yield progress and return each measure by its name; raises InputError where a side has too few pictures.

    Most of these measures depend on how many pictures there are: as many of each side as the smallest has are drawn,
    several times, and the means are returned. Their floor is what as many training pictures reach, drawn likewise; for
    ct_auc it is half of the held-out pictures against the other half. Colours and speckle are those of all made
    pictures, and of all held-out ones.

    families, where given, names each held-out picture's: a creature and its recoloured twin are each other's nearest
    neighbours, so that even real pictures would seem far from them. Each draw takes one of a family.

    The feature space is fitted on all held-out and training pictures together, never on made ones: no real picture is
    less at home in it than another, and it is the same for all that is measured against these.
    """
    kin = np.array(families or range(len(held_NHW4)))
    size = min(len(made_NHW4), len(np.unique(kin)), len(trained_NHW4))
    if size < FEWEST:
        message = f"One side has {size} different pictures; the measures need {FEWEST} on each."
        raise InputError(message, hint="Add pictures, or make more.")

    def look(rgba_NHW4: np.ndarray) -> list[np.ndarray]:
        return [*describe(rgba_NHW4), looks(rgba_NHW4)]

    *made_blocks, made_looks_ND = yield from _in_parts(look, made_NHW4, "describing pictures")
    *held_blocks, held_looks_ND = yield from _in_parts(look, held_NHW4, "describing pictures")
    *trained_blocks, trained_looks_ND = yield from _in_parts(look, trained_NHW4, "describing pictures")
    space = FeatureSpace.fit([np.concatenate(pair) for pair in zip(held_blocks, trained_blocks, strict=True)])
    rng = np.random.default_rng(seed)
    made, made_order_N = _Side(space.points(made_blocks), made_looks_ND), rng.permutation(len(made_NHW4))
    trained, trained_order_N = _Side(space.points(trained_blocks), trained_looks_ND), rng.permutation(len(trained_NHW4))
    held = _Side(space.points(held_blocks), held_looks_ND)
    rows, floors = [], []
    for draw in range(draws):
        now = Progress(done=draw, total=draws, note="comparing with real pictures")
        real = held.drawn(_one_of_each(kin, rng)[:size])
        # Others in each draw, while there are enough.
        turn = np.arange(draw * size, (draw + 1) * size)
        rows.append((yield from _against(made.drawn(made_order_N[turn % len(made_order_N)]), real, now)))
        floors.append((yield from _against(trained.drawn(trained_order_N[turn % len(trained_order_N)]), real, now)))
    measured = {name: _beside([row[name] for row in rows], [row[name] for row in floors]) for name in rows[0]}
    measured["ct_auc"] = yield from _copying(made_NHW4, held_NHW4, trained_NHW4, rng)
    for name, measure in (("colours_p99", colours_p99), ("speckle", speckle)):
        value, value_sd = _of_all(measure, made_NHW4, rng)
        floor, floor_sd = _of_all(measure, held_NHW4, rng)
        measured[name] = Measured(value=value, floor=floor, value_sd=value_sd, floor_sd=floor_sd)
    return measured


def _in_parts(look: FeatureMap, rgba_NHW4: np.ndarray, note: str) -> Generator[Progress, None, list[np.ndarray]]:
    parts = []
    for at in range(0, len(rgba_NHW4), _AT_ONCE):
        parts.append(look(rgba_NHW4[at : at + _AT_ONCE]))
        yield Progress(done=at, total=len(rgba_NHW4), note=note)
    return [np.concatenate(block) for block in zip(*parts, strict=True)]


def _one_of_each(kin: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Return the place of a random one of each family, in random order."""
    order_N = rng.permutation(len(kin))
    return rng.permutation(order_N[np.unique(kin[order_N], return_index=True)[1]])


def _against(one: _Side, real: _Side, now: Progress) -> Generator[Progress, None, dict[str, float]]:
    """Return the measures of one side against real pictures, as many of each."""
    shares, neighbour = manifolds(one.points_ND, real.points_ND), one_nn(one.points_ND, real.points_ND)
    yield now
    accuracies = []
    sides = (np.concatenate([side.points_ND, side.looks_ND], axis=1) for side in (one, real))
    for accuracy in c2st(*sides, seed=now.done):
        accuracies.append(accuracy)
        yield now
    return {
        "fd": fd(one.points_ND, real.points_ND),
        "kid": kid(one.points_ND, real.points_ND),
        "precision": shares.precision,
        "recall": shares.recall,
        "density": shares.density,
        "coverage": shares.coverage,
        "one_nn": neighbour.both,
        "one_nn_made": neighbour.made,
        "one_nn_real": neighbour.real,
        "c2st": float(np.mean(accuracies)),
    }


def _copying(
    made_NHW4: np.ndarray, held_NHW4: np.ndarray, trained_NHW4: np.ndarray, rng: np.random.Generator
) -> Generator[Progress, None, Measured]:
    parts = []
    for at in range(0, len(trained_NHW4), _AT_ONCE):
        parts.append(Originals.of(trained_NHW4[at : at + _AT_ONCE]))
        yield Progress(done=at, total=len(trained_NHW4), note="looking for copies")
    originals = Originals.joined(parts)
    (made_N,) = yield from _in_parts(lambda p: [originals.nearest(p).distance_N], made_NHW4, "looking for copies")
    (held_N,) = yield from _in_parts(lambda p: [originals.nearest(p).distance_N], held_NHW4, "looking for copies")
    value, value_sd = _of_all(lambda some_N: ct_auc(some_N, held_N), made_N, rng)
    orders = [rng.permutation(len(held_N)) for _ in range(_HALVES)]
    halves = [np.array_split(held_N[order_N], 2) for order_N in orders]
    floors = [ct_auc(one_N, other_N) for one_N, other_N in halves]
    return Measured(value=value, floor=float(np.mean(floors)), value_sd=value_sd, floor_sd=float(np.std(floors)))


def _of_all(measure: Callable[[np.ndarray], float], all_N: np.ndarray, rng: np.random.Generator) -> tuple[float, float]:
    """Return the measure of all and the deviation between random halves, which estimates the whole's standard error."""
    halves = [all_N[rng.permutation(len(all_N))[: len(all_N) // 2]] for _ in range(_HALVES)]
    return measure(all_N), float(np.std([measure(half_N) for half_N in halves]))


def _beside(values: list[float], floors: list[float]) -> Measured:
    return Measured(
        value=float(np.mean(values)),
        floor=float(np.mean(floors)),
        value_sd=float(np.std(values)),
        floor_sd=float(np.std(floors)),
    )
