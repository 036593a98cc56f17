"""Puts the colours of a palette in order, fills the way between two, and tells which of them hardly differ.

Orders and distances are those of Oklab, as the eye sees them; saturation is its chroma.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import assert_never

from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Rgba
from genmodels.media.colours import from_oklab, oklab

NEAR = 0.02  # distance in Oklab: about the least that is noticed between two areas that touch
_GREY = 0.02  # chroma below which a hue cannot be told


class Order(StrEnum):
    """What colours are sorted by."""

    HUE = "hue"
    LIGHTNESS = "lightness"
    SATURATION = "saturation"
    USE = "use"


def ordered(colours: Sequence[Rgba], order: Order, uses: Mapping[Rgba, int]) -> tuple[Rgba, ...]:
    """Return the colours sorted; equals keep their order. uses tells how many pixels have a colour.

    By hue, greys come first, from dark to light; the most used comes first, the least saturated and the darkest do.
    """
    if not colours:
        return ()
    lightness_N, a_N, b_N = oklab(np.array(colours)).T
    chroma_N = np.hypot(a_N, b_N)
    hue_N = np.where(chroma_N < _GREY, -1.0, np.arctan2(b_N, a_N) % (2 * np.pi))
    match order:
        case Order.HUE:
            keys = lightness_N, hue_N  # the last is the first to be looked at
        case Order.LIGHTNESS:
            keys = (lightness_N,)
        case Order.SATURATION:
            keys = lightness_N, chroma_N
        case Order.USE:
            keys = (np.array([-uses.get(colour, 0) for colour in colours]),)
        case _:
            assert_never(order)
    return tuple(colours[place] for place in np.lexsort(keys))


def ramp(first: Rgba, last: Rgba, between: int) -> tuple[Rgba, ...]:
    """Return so many colours between two, at equal steps of Oklab and of alpha; the two themselves are left out."""
    t_T1 = np.linspace(0, 1, between + 2)[1:-1, None]
    ends_24 = np.array([first, last])
    if (first[3] == 0) != (last[3] == 0):  # an end that cannot be seen has no colour of its own
        ends_24[:, :3] = last[:3] if first[3] == 0 else first[:3]
    lab_23 = oklab(ends_24)
    rgb_T3 = from_oklab((1 - t_T1) * lab_23[0] + t_T1 * lab_23[1])
    alpha_T1 = np.rint((1 - t_T1) * ends_24[0, 3] + t_T1 * ends_24[1, 3]).astype(int)
    rows = np.concatenate([rgb_T3, alpha_T1], axis=1).tolist()
    return tuple((red, green, blue, alpha) for red, green, blue, alpha in rows)


def merged(colours: Sequence[Rgba], distance: float = NEAR) -> dict[Rgba, Rgba]:
    """Return for each colour the one that stands for it: itself, or the first of the palette that is as near as this.

    Alpha counts like lightness, so that a ghost of a colour is not taken for the colour.
    """
    places: dict[Rgba, Rgba] = {}
    kept: list[tuple[Rgba, np.ndarray]] = []
    for colour in dict.fromkeys(colours):
        spot = np.append(oklab(np.array([colour]))[0], colour[3] / 255)
        near = next((one for one, other in kept if np.linalg.norm(spot - other) <= distance), None)
        places[colour] = near or colour
        if near is None:
            kept.append((colour, spot))
    return places


def replaced(colours: Sequence[Rgba], old: Rgba, new: Rgba) -> tuple[Rgba, ...]:
    """Return the colours with another one wherever this one stands."""
    return tuple(new if colour == old else colour for colour in colours)
