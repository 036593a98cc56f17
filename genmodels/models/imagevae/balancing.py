"""Colours held to their share of a picture, where the likeliest one of each pixel would flood it.

A colour that all pictures have is what a model falls back on where it is in doubt. Letters: L colours, X pixels, S rows
and columns.
"""

import numpy as np

ROUNDS, MOST_BIAS = 8, 4.0  # of evening out how much each colour is used; nats a colour can gain or lose by it
LEAST = 1e-4  # share of the pixels
SHARPNESS = 4.0  # of the odds while they are balanced: nearly one colour a pixel, as in the picture


def balancing(scores_LSS: np.ndarray, share_L: np.ndarray) -> np.ndarray:
    """Return what to add to each colour's scores so that it takes this share of all pixels, nats.

    The scaling is Sinkhorn's for one side (Cuturi 2013, arXiv 1306.0895).
    """
    wanted_L, bias_L = np.log(share_L.clip(LEAST)).astype(np.float32), np.zeros(len(share_L), np.float32)
    for _ in range(ROUNDS):
        taken_L = shares(scores_LSS + bias_L[:, None, None])
        bias_L = (bias_L + wanted_L - np.log(taken_L.clip(LEAST))).clip(-MOST_BIAS, MOST_BIAS)
    return bias_L


def shares(scores_LSS: np.ndarray) -> np.ndarray:
    """Return the share of all pixels that each colour takes on average, where scores are log odds."""
    odds_LX = scores_LSS.reshape(len(scores_LSS), -1)
    odds_LX = np.exp(odds_LX - odds_LX.max(axis=0))
    return (odds_LX / odds_LX.sum(axis=0)).mean(axis=1)


def balanced(scores_LSS: np.ndarray) -> np.ndarray:
    """Return the place of each pixel's colour (SS): each colour about as often as the odds would have it.

    Colours drawn from the odds pixel by pixel would take their shares too, but as noise: here a colour takes the pixels
    where it is the least unlikely.
    """
    share_L, sharp_LSS = shares(scores_LSS), SHARPNESS * scores_LSS
    return (sharp_LSS + balancing(sharp_LSS, share_L)[:, None, None]).argmax(axis=0)
