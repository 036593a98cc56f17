"""What is right and wrong in pixel art, pixel by pixel: specks, colours too many, colours from elsewhere.

Shapes: N pictures, H and W pixels. A colour is one number; all transparent colours are the same. The ground of a
picture is the colour that most of its rim has, transparency in most sprites; other visible pixels are its foreground.
"""

from dataclasses import dataclass

import numpy as np

_CLEAR = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Accuracy:
    """Share of pixels of exactly the right colour, of all and of those in the true picture's foreground."""

    all: float
    foreground: float


def colour_numbers(rgba_NHW4: np.ndarray) -> np.ndarray:
    """Return the colours as numbers, uint32 (N, H, W)."""
    number_NHW = np.ascontiguousarray(rgba_NHW4).view(np.uint32)[..., 0]
    return np.where(rgba_NHW4[..., 3] == 0, np.uint32(_CLEAR), number_NHW)


def foreground(rgba_NHW4: np.ndarray) -> np.ndarray:
    """Return bool (N, H, W): pixels that are neither transparent nor of the ground's colour."""
    return _foreground(colour_numbers(rgba_NHW4))


def speckle(rgba_NHW4: np.ndarray) -> float:
    """Return the share of foreground pixels that are isolated: none of their up to four neighbours has their colour.

    Counted over all pictures together; 0 where nothing is foreground.
    """
    number_NHW = colour_numbers(rgba_NHW4)
    same_across_NHW, same_down_NHW = np.diff(number_NHW, axis=2) == 0, np.diff(number_NHW, axis=1) == 0
    has_like_NHW = np.zeros(number_NHW.shape, bool)
    has_like_NHW[:, :, :-1] |= same_across_NHW
    has_like_NHW[:, :, 1:] |= same_across_NHW
    has_like_NHW[:, :-1] |= same_down_NHW
    has_like_NHW[:, 1:] |= same_down_NHW
    there_NHW = _foreground(number_NHW)
    return float((there_NHW & ~has_like_NHW).sum() / max(1, there_NHW.sum()))


def colour_counts(rgba_NHW4: np.ndarray) -> np.ndarray:
    """Return how many colours each picture's foreground has, int64 (N)."""
    number_NHW = colour_numbers(rgba_NHW4)
    there_NHW = _foreground(number_NHW)
    pairs = zip(number_NHW, there_NHW, strict=True)
    return np.array([len(np.unique(number_HW[there_HW])) for number_HW, there_HW in pairs])


def colours_p99(rgba_NHW4: np.ndarray) -> float:
    """Return the number of colours that 99 % of the pictures do not exceed."""
    return float(np.percentile(colour_counts(rgba_NHW4), 99, method="inverted_cdf"))


def foreign_colours(frames_NHW4: np.ndarray, first_HW4: np.ndarray, last_HW4: np.ndarray) -> float:
    """Return the share of the frames' pixels whose colour stands in neither of the two pictures."""
    known = colour_numbers(np.stack([first_HW4, last_HW4]))
    return float((~np.isin(colour_numbers(frames_NHW4), known)).mean())


def palette_accuracy(made_NHW4: np.ndarray, true_NHW4: np.ndarray) -> Accuracy:
    """Compare pictures in the colours of one palette, pixel by pixel; no foreground at all counts as right."""
    made_NHW, true_NHW = colour_numbers(made_NHW4), colour_numbers(true_NHW4)
    there_NHW, right_NHW = _foreground(true_NHW), made_NHW == true_NHW
    return Accuracy(
        all=float(right_NHW.mean()), foreground=float(right_NHW[there_NHW].mean()) if there_NHW.any() else 1.0
    )


def grounds(number_NHW: np.ndarray) -> np.ndarray:
    """Return the colour of each picture's ground, uint32 (N)."""
    rims = (np.concatenate([n[0], n[-1], n[1:-1, 0], n[1:-1, -1]]) for n in number_NHW)
    return np.array([_most_common(rim) for rim in rims], np.uint32)


def _foreground(number_NHW: np.ndarray) -> np.ndarray:
    return (number_NHW != grounds(number_NHW)[:, None, None]) & (number_NHW != _CLEAR)


def _most_common(numbers: np.ndarray) -> int:
    distinct, counts = np.unique(numbers, return_counts=True)
    return int(distinct[counts.argmax()])
