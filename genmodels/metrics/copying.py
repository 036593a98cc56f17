"""Is a picture new? Its distance to the nearest training picture under flips, shifts and any turn of the hues.

Shapes: N pictures looked at, M training pictures, P pixels, V variants (flips and shifts) of a picture, C candidates.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Self

import numpy as np
from scipy.stats import rankdata

from genmodels.media.colours import oklab
from genmodels.metrics.features import pooled
from genmodels.metrics.pixel_art import colour_numbers, grounds

SHIFT = 2  # pixels, each way
_PARTS = 8  # of the rough look, which picks the candidates
_CANDIDATES = 16
_ROUGH_SHIFTS = (-2, 0, 2)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Nearest:
    """For each picture the nearest training picture and how far it is: 0 for a copy, 1 for black against nothing."""

    index_N: np.ndarray
    distance_N: np.ndarray


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Originals:
    """The training pictures, as `nearest` looks at them.

    A distance is the root of a mean over pixels of squared differences in alpha, lightness and colour, after the turn
    of all hues that brings the two closest: with colours as complex numbers c = a + bi (Oklab, weighted by alpha),
    the least of |c - e^iθ c'|² over θ is |c|² + |c'|² - 2 |c·c'|. All training pictures are looked at roughly, with
    hues left out; of the sixteen that seem nearest all variants are looked at pixel by pixel.
    """

    rough_MD: np.ndarray
    plain_MP2: np.ndarray
    colour_MP: np.ndarray
    norm_M: np.ndarray

    @classmethod
    def of(cls, rgba_MHW4: np.ndarray) -> Self:
        """Look at the pictures; a few at a time, and `joined`, where others wait."""
        seen_MHW4 = _seen(rgba_MHW4)
        plain_MP2, colour_MP = _parts(seen_MHW4)
        return cls(rough_MD=_rough(seen_MHW4), plain_MP2=plain_MP2, colour_MP=colour_MP, norm_M=_norm(seen_MHW4))

    @classmethod
    def joined(cls, parts: Sequence[Self]) -> Self:
        """Return all parts as one."""
        return cls(**{f.name: np.concatenate([getattr(part, f.name) for part in parts]) for f in fields(cls)})

    def nearest(self, rgba_NHW4: np.ndarray) -> Nearest:
        """Return the nearest training picture of each; time and memory grow with N × M, so pass a few at a time."""
        seen_NHW4 = _seen(_padded(rgba_NHW4))
        candidates_NC = self._candidates(seen_NHW4)
        found = [self._closest(seen_HW4, c_C) for seen_HW4, c_C in zip(seen_NHW4, candidates_NC, strict=True)]
        index, distance = zip(*found, strict=True)
        return Nearest(index_N=np.array(index), distance_N=np.array(distance))

    def _candidates(self, seen_NHW4: np.ndarray) -> np.ndarray:
        """Return (N, C): the training pictures that look nearest at 8×8 with no hues, flipped and shifted a little."""
        least_NM = _rough_squares(seen_NHW4, self.rough_MD)
        count = min(_CANDIDATES, len(self.rough_MD))
        return np.argpartition(least_NM, count - 1, axis=1)[:, :count]

    def _closest(self, seen_HW4: np.ndarray, candidates_C: np.ndarray) -> tuple[int, float]:
        variants_VHW4 = np.concatenate(_variants(seen_HW4[None], range(-SHIFT, SHIFT + 1)))
        plain_VP2, colour_VP = _parts(variants_VHW4)
        plain_VC = plain_VP2 @ self.plain_MP2[candidates_C].T
        turn_VC = colour_VP @ self.colour_MP[candidates_C].conj().T
        squared_VC = _norm(variants_VHW4)[:, None] + self.norm_M[candidates_C] - 2 * (plain_VC + np.abs(turn_VC))
        variant, candidate = np.unravel_index(squared_VC.argmin(), squared_VC.shape)
        best = int(candidates_C[candidate])
        # Once more without the difference of large sums, so that a copy's distance is nought.
        turn = np.exp(1j * np.angle(turn_VC[variant, candidate]))
        plain_P2 = plain_VP2[variant] - self.plain_MP2[best]
        colour_P = np.abs(colour_VP[variant] - turn * self.colour_MP[best])
        return best, float(np.sqrt((plain_P2 @ plain_P2 + colour_P @ colour_P) / len(colour_P)))


def rough(rgba_MHW4: np.ndarray) -> np.ndarray:
    """Return float32 (M, 192): alpha, lightness and chroma of the pictures at 8×8.

    Enough to know a picture again by, too little to draw it from: what a pack can hold of pictures that are not its
    own to give away.
    """
    return _rough(_seen(rgba_MHW4))


def roughly_nearest(rgba_NHW4: np.ndarray, rough_MD: np.ndarray) -> Nearest:
    """Return the nearest of the pictures whose `rough` is given, under flips and shifts and whatever their hues."""
    squared_NM = _rough_squares(_seen(_padded(rgba_NHW4)), rough_MD).clip(0)
    index_N = squared_NM.argmin(axis=1)
    mean_N = squared_NM[np.arange(len(index_N)), index_N] / _PARTS**2
    return Nearest(index_N=index_N, distance_N=np.sqrt(mean_N))


def ct_auc(made_distance_N: np.ndarray, held_distance_M: np.ndarray) -> float:
    """Return P(made lies farther from the training pictures than held out), ties half; .5 is right, 0 is copies.

    The Mann-Whitney statistic that Meehan et al. (2020) make a test for copying of.
    """
    count = len(made_distance_N)
    # Copies differ by rounding only: they are ties.
    ranks = rankdata(np.round(np.concatenate([made_distance_N, held_distance_M]), 4))[:count]
    return float((ranks.sum() - count * (count + 1) / 2) / (count * len(held_distance_M)))


def _rough_squares(seen_NHW4: np.ndarray, rough_MD: np.ndarray) -> np.ndarray:
    """Return (N, M): the squared rough distance of the pictures, margins around them, flipped and shifted a little."""
    variants = _variants(seen_NHW4, _ROUGH_SHIFTS)
    rough_XD = _rough(np.concatenate(variants))  # X = V × N
    squared_XM = rough_XD @ (-2 * rough_MD.T)
    squared_XM += (rough_XD**2).sum(axis=1)[:, None]
    least_NM = squared_XM.reshape(len(variants), len(seen_NHW4), -1).min(axis=0)
    return least_NM + (rough_MD**2).sum(axis=1)


def _padded(rgba_NHW4: np.ndarray) -> np.ndarray:
    """Return the pictures with a margin: their ground goes on, also where the figure touches the rim."""
    ground_N4 = grounds(colour_numbers(rgba_NHW4))[:, None].view(np.uint8)
    padded_NHW4 = np.pad(rgba_NHW4, ((0, 0), (SHIFT, SHIFT), (SHIFT, SHIFT), (0, 0)))
    padded_NHW4[:, :SHIFT] = padded_NHW4[:, -SHIFT:] = ground_N4[:, None, None]
    padded_NHW4[:, :, :SHIFT] = padded_NHW4[:, :, -SHIFT:] = ground_N4[:, None, None]
    return padded_NHW4


def _seen(rgba_NHW4: np.ndarray) -> np.ndarray:
    """Return alpha, lightness, a and b, the last three weighted by alpha, float32."""
    alpha_NHW1 = rgba_NHW4[..., 3:] / 255.0
    return np.concatenate([alpha_NHW1, oklab(rgba_NHW4) * alpha_NHW1], axis=-1).astype(np.float32)


def _variants(seen_NHW4: np.ndarray, shifts: range | tuple[int, ...]) -> list[np.ndarray]:
    """Return the pictures without the margin around them, moved by each pair of shifts, flipped or not."""
    height, width = seen_NHW4.shape[1] - 2 * SHIFT, seen_NHW4.shape[2] - 2 * SHIFT
    moved = [
        seen_NHW4[:, SHIFT + dy : SHIFT + dy + height, SHIFT + dx : SHIFT + dx + width]
        for dy in shifts
        for dx in shifts
    ]
    return moved + [picture_NHW4[:, :, ::-1] for picture_NHW4 in moved]


def _rough(seen_NHW4: np.ndarray) -> np.ndarray:
    chroma_NHW1 = np.hypot(seen_NHW4[..., 2:3], seen_NHW4[..., 3:])
    hueless_NHW3 = np.concatenate([seen_NHW4[..., :2], chroma_NHW1], axis=-1)
    return pooled(hueless_NHW3, _PARTS).reshape(len(seen_NHW4), -1)


def _parts(seen_NHW4: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return what hues do not touch, (N, P × 2), and the colours as complex numbers, (N, P)."""
    plain_NP2 = seen_NHW4[..., :2].reshape(len(seen_NHW4), -1)
    return plain_NP2, (seen_NHW4[..., 2] + 1j * seen_NHW4[..., 3]).reshape(len(seen_NHW4), -1).astype(np.complex64)


def _norm(seen_NHW4: np.ndarray) -> np.ndarray:
    return np.einsum("nhwc,nhwc->n", seen_NHW4, seen_NHW4)
