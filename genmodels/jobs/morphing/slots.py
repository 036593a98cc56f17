"""Which colour of one picture gives way to which of another: slots, each a colour of A with its partner of B.

Letters: H, W sides of a canvas, M colours of a picture, L slots.
"""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from genmodels.data.sprites.picture import packed, unpacked
from genmodels.media.colours import nearest, oklab
from genmodels.media.sprite import OPAQUE

MOST_COLOURS = 128  # of a picture; the rarer ones of a photograph go with their nearest
OVERLAP = 0.3  # Oklab distance that lying in the same place makes up for
USAGE = 0.02  # Oklab distance that a factor of e in use is worth
APART = 10.0  # between a transparent colour and an opaque one
SECOND = 6.0  # nats that a partner's further colours stand behind its first


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Inks:
    """The colours of a picture, the most used first, and where they lie; transparent pixels are one colour."""

    rgba_M4: np.ndarray
    uses_M: np.ndarray
    place_HW: np.ndarray  # of each pixel among them
    token_M: np.ndarray  # what the pack reads each as


def inks_of(rgba_HW4: np.ndarray, pack_K4: np.ndarray) -> Inks:
    """Return a picture's colours; for a pack that knows a transparent ground, the one round an opaque figure is it."""
    merged_HW4 = rgba_HW4.copy()
    clear_HW = rgba_HW4[..., 3] == 0
    if clear_HW.any():
        merged_HW4[clear_HW] = _most_used(rgba_HW4[clear_HW])
    numbers_M, place_X, uses_M = np.unique(packed(merged_HW4), return_inverse=True, return_counts=True)
    order_M = np.argsort(-uses_M, kind="stable")
    rank_M = np.argsort(order_M)
    rgba_M4, uses_M = unpacked(numbers_M[order_M]), uses_M[order_M]
    place_HW = rank_M[place_X].reshape(clear_HW.shape)
    if len(rgba_M4) > MOST_COLOURS:
        fewer_M = np.concatenate([np.arange(MOST_COLOURS), nearest(rgba_M4[MOST_COLOURS:], rgba_M4[:MOST_COLOURS])])
        place_HW = fewer_M[place_HW]
        rgba_M4, uses_M = rgba_M4[:MOST_COLOURS], np.bincount(place_HW.ravel(), minlength=MOST_COLOURS)
    token_M = np.where(rgba_M4[:, 3] < OPAQUE, 0, nearest(rgba_M4, pack_K4))
    ground = _ground(rgba_M4, place_HW)
    if ground is not None and pack_K4[0, 3] < OPAQUE:
        token_M[ground] = 0
    return Inks(rgba_M4=rgba_M4, uses_M=uses_M, place_HW=place_HW, token_M=token_M)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Slots:
    """Colours of A and their partners of B. A slot is the first of its colour, or one of its further ones."""

    a_L4: np.ndarray  # uint8 RGBA
    b_L4: np.ndarray
    token_2L: np.ndarray  # what the pack reads the two as
    share_2L: np.ndarray  # log weight of the slot among those of its token: 0 for the most used one
    place_2HW: np.ndarray  # each pixel's slot on A, and on B
    weight_L: np.ndarray  # pixels on A and B together

    @property
    def apart(self) -> float:
        """Share of the figures' pixels that A and B have not in common, 0 to 1."""
        a_HW, b_HW = self.place_2HW
        ground_L = (self.token_2L == 0).all(axis=0)
        differ_HW = a_HW != b_HW
        either_HW = differ_HW | ~(ground_L[a_HW] & ground_L[b_HW])
        return float(differ_HW.sum() / max(1, either_HW.sum()))


def pair(a: Inks, b: Inks) -> Slots:
    """Match colours by how near they are, how much they lie over each other, and how much they are used.

    Transparency goes with transparency; what is left over of the picture with more colours goes with its nearest.
    """
    cost_AB = _costs(a, b)
    of_a, of_b = (list(places) for places in linear_sum_assignment(cost_AB))
    for left in sorted(set(range(len(a.rgba_M4))) - set(of_a)):
        of_a, of_b = [*of_a, left], [*of_b, int(cost_AB[left].argmin())]
    for left in sorted(set(range(len(b.rgba_M4))) - set(of_b)):
        of_a, of_b = [*of_a, int(cost_AB[:, left].argmin())], [*of_b, left]
    place_2HW = np.stack([_first_slot(places)[ink.place_HW] for places, ink in ((of_a, a), (of_b, b))])
    uses_2L = np.stack([a.uses_M[of_a], b.uses_M[of_b]])
    further_2L = np.stack([_is_further(of_a), _is_further(of_b)])
    token_2L = np.stack([a.token_M[of_a], b.token_M[of_b]])
    return Slots(
        a_L4=a.rgba_M4[of_a],
        b_L4=b.rgba_M4[of_b],
        token_2L=token_2L,
        share_2L=np.stack([_shares(*of_one) for of_one in zip(token_2L, uses_2L, further_2L, strict=True)]),
        place_2HW=place_2HW,
        weight_L=np.where(further_2L, 0, uses_2L).sum(axis=0),
    )


def _costs(a: Inks, b: Inks) -> np.ndarray:
    both_AB = np.zeros((len(a.rgba_M4), len(b.rgba_M4)))
    np.add.at(both_AB, (a.place_HW.ravel(), b.place_HW.ravel()), 1.0)
    either_AB = a.uses_M[:, None] + b.uses_M[None] - both_AB
    lab_A3, lab_B3 = oklab(a.rgba_M4), oklab(b.rgba_M4)
    far_AB = np.linalg.norm(lab_A3[:, None] - lab_B3[None], axis=-1)
    far_AB += np.abs(a.rgba_M4[:, None, 3].astype(float) - b.rgba_M4[None, :, 3]) / 255
    usage_AB = np.abs(np.log(a.uses_M / a.uses_M.sum())[:, None] - np.log(b.uses_M / b.uses_M.sum())[None])
    cost_AB = far_AB - OVERLAP * both_AB / either_AB.clip(1) + USAGE * usage_AB
    clear_A, clear_B = a.rgba_M4[:, 3] == 0, b.rgba_M4[:, 3] == 0
    differ_AB = clear_A[:, None] != clear_B[None]
    # What the pack takes for the ground behind a figure is the same thing on both, painted or not.
    ground_A, ground_B = a.token_M == 0, b.token_M == 0
    cost_AB[differ_AB & ~(ground_A[:, None] & ground_B[None])] += APART
    cost_AB[clear_A[:, None] & clear_B[None]] = -APART
    return cost_AB


def _shares(token_L: np.ndarray, uses_L: np.ndarray, further_L: np.ndarray) -> np.ndarray:
    """Return log weights: the most used slot of a token speaks for it, others stand behind by their use."""
    most = np.zeros(token_L.max() + 1)
    np.maximum.at(most, token_L, uses_L)
    return np.log(uses_L.clip(1) / most[token_L].clip(1)) - SECOND * further_L


def _first_slot(places: list[int]) -> np.ndarray:
    first_M = np.zeros(max(places) + 1, np.int64)
    for slot in reversed(range(len(places))):
        first_M[places[slot]] = slot
    return first_M


def _is_further(places: list[int]) -> np.ndarray:
    return np.array([place in places[:slot] for slot, place in enumerate(places)])


def _most_used(rgba_N4: np.ndarray) -> np.ndarray:
    numbers_M, counts_M = np.unique(packed(rgba_N4), return_counts=True)
    return unpacked(numbers_M[counts_M.argmax()])


def _ground(rgba_M4: np.ndarray, place_HW: np.ndarray) -> int | None:
    """Return the colour of most edge pixels of a picture that is opaque all over, None where there is none."""
    if (rgba_M4[:, 3] < OPAQUE).any():
        return None
    edge_N = np.concatenate([place_HW[0], place_HW[-1], place_HW[1:-1, 0], place_HW[1:-1, -1]])
    uses_M = np.bincount(edge_N)
    return int(uses_M.argmax()) if 2 * uses_M.max() > len(edge_N) else None
