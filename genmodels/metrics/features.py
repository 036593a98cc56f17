"""Feature map F1: hand-made numbers that describe a sprite's colours, silhouette and edges; no weights at all.

Shapes: N pictures, H and W pixels, P parts a side, D numbers. A map returns blocks (N, D each); in a
`FeatureSpace` every block counts the same.
"""

from functools import cache

import numpy as np

_COLOUR_PARTS, _SHAPE_PARTS, _EDGE_PARTS = 5, 10, 4
_ANGLES = 6  # unsigned directions of an edge, 30 degrees each
_SHADES = 4  # of each of red, green and blue: 64 bins
_GREY = 0.5  # what transparent pixels are shown on, so that black and white outlines both have edges


def hand_made(rgba_NHW4: np.ndarray) -> list[np.ndarray]:
    """Return mean colours (5×5×4), silhouette (10×10), edges (4×4×6), colours used (64 bins), edge density (1)."""
    alpha_NHW1 = rgba_NHW4[..., 3:].astype(np.float32) / 255
    rgb_NHW3 = rgba_NHW4[..., :3].astype(np.float32) / 255
    shown_NHW4 = np.concatenate([rgb_NHW3 * alpha_NHW1, alpha_NHW1], axis=-1)
    return [
        pooled(shown_NHW4, _COLOUR_PARTS).reshape(len(rgba_NHW4), -1),
        pooled(alpha_NHW1, _SHAPE_PARTS).reshape(len(rgba_NHW4), -1),
        _edges(shown_NHW4),
        _colours_used(rgb_NHW3, alpha_NHW1),
        _edge_density(shown_NHW4),
    ]


def pooled(values_NHWC: np.ndarray, parts: int) -> np.ndarray:
    """Return the means (N, P, P, C) over P × P equal parts; a pixel on a border counts for both by its area."""
    _, height, width, _ = values_NHWC.shape
    rows_NPWC = np.einsum("ph,nhwc->npwc", _shares(parts, height), values_NHWC, optimize=True)
    return np.einsum("qw,npwc->npqc", _shares(parts, width), rows_NPWC, optimize=True)


@cache
def _shares(parts: int, side: int) -> np.ndarray:
    """Return (P, side): how much of each pixel lies in each part; rows sum to one."""
    border_P1 = np.arange(parts)[:, None] * side / parts
    pixel_1S = np.arange(side)[None]
    overlap_PS = np.minimum(pixel_1S + 1, border_P1 + side / parts) - np.maximum(pixel_1S, border_P1)
    return (np.clip(overlap_PS, 0, None) * parts / side).astype(np.float32)


def _edges(shown_NHW4: np.ndarray) -> np.ndarray:
    """Return histograms of edge directions, weighted by contrast (as in Dalal & Triggs 2005, without its blocks)."""
    # A mean of channels is lightness enough to find edges by.
    light_NHW = shown_NHW4[..., :3].mean(axis=-1) + _GREY * (1 - shown_NHW4[..., 3])
    across_NHW = (light_NHW[:, :-1, 1:] - light_NHW[:, :-1, :-1])[..., None]
    down_NHW = (light_NHW[:, 1:, :-1] - light_NHW[:, :-1, :-1])[..., None]
    turn_NHW = np.arctan2(down_NHW, across_NHW) % np.pi / np.pi  # 0 to 1 for half a turn
    bin_NHW = np.minimum((turn_NHW * _ANGLES).astype(np.int64), _ANGLES - 1)
    contrast_NHWA = np.hypot(across_NHW, down_NHW) * (bin_NHW == np.arange(_ANGLES))
    return pooled(contrast_NHWA, _EDGE_PARTS).reshape(len(shown_NHW4), -1)


def _colours_used(rgb_NHW3: np.ndarray, alpha_NHW1: np.ndarray) -> np.ndarray:
    """Return the square roots of the shares of 64 colours: distances between these are Hellinger's."""
    shade_NHW3 = np.minimum((rgb_NHW3 * _SHADES).astype(np.int64), _SHADES - 1)
    bin_NHW = shade_NHW3 @ np.array([_SHADES**2, _SHADES, 1])
    picture_NHW = np.broadcast_to(np.arange(len(bin_NHW))[:, None, None], bin_NHW.shape)
    place_NHW = picture_NHW * _SHADES**3 + bin_NHW
    count_ND = np.bincount(place_NHW.ravel(), alpha_NHW1.ravel(), len(bin_NHW) * _SHADES**3).reshape(len(bin_NHW), -1)
    return np.sqrt(count_ND / np.maximum(count_ND.sum(axis=1, keepdims=True), 1)).astype(np.float32)


def _edge_density(shown_NHW4: np.ndarray) -> np.ndarray:
    """Return (N, 1): the share of neighbours, across and down, that differ."""
    across_NHW = (shown_NHW4[:, :, 1:] != shown_NHW4[:, :, :-1]).any(axis=-1)
    down_NHW = (shown_NHW4[:, 1:] != shown_NHW4[:, :-1]).any(axis=-1)
    share_N = (across_NHW.mean(axis=(1, 2)) + down_NHW.mean(axis=(1, 2))) / 2
    return share_N[:, None].astype(np.float32)
