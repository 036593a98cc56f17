"""Finds and mends what no artist would leave in a frame: isolated pixels, and crumbs beside the figure.

Letters: L slots, H, W sides of what is drawn of the canvas, N pixels.
"""

import numpy as np
from scipy import ndimage

NEIGHBOURS = tuple((dy, dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1) if dy or dx)
CRUMB = 3  # pixels at most


def isolated(colour_HW: np.ndarray) -> np.ndarray:
    """Return which pixels (bool HW) have none of their colour among the eight round them."""
    height, width = colour_HW.shape
    lone_HW = np.ones((height, width), bool)
    for dy, dx in NEIGHBOURS:
        here = (slice(max(0, -dy), height - max(0, dy)), slice(max(0, -dx), width - max(0, dx)))
        there = (slice(max(0, dy), height - max(0, -dy)), slice(max(0, dx), width - max(0, -dx)))
        lone_HW[here] &= colour_HW[here] != colour_HW[there]
    return lone_HW


def joined(slot_HW: np.ndarray, scores_LHW: np.ndarray, lone_HW: np.ndarray) -> np.ndarray:
    """Return the slots with each lone pixel taking the best scoring one of the eight round it."""
    y_N, x_N = np.nonzero(lone_HW)
    if not len(y_N):
        return slot_HW
    height, width = slot_HW.shape
    y_8N = np.stack([(y_N + dy).clip(0, height - 1) for dy, _ in NEIGHBOURS])
    x_8N = np.stack([(x_N + dx).clip(0, width - 1) for _, dx in NEIGHBOURS])
    near_8N = slot_HW[y_8N, x_8N]
    scores_8N = scores_LHW[near_8N, y_N, x_N]
    scores_8N[(y_8N == y_N) & (x_8N == x_N)] = -np.inf  # beyond the edge, where the pixel itself was met
    best_N = scores_8N.argmax(axis=0)
    changed_HW = slot_HW.copy()
    changed_HW[y_N, x_N] = near_8N[best_N, np.arange(len(y_N))]
    return changed_HW


def least_part(opaque_HW: np.ndarray) -> int:
    """Return how many pixels the smallest part of a figure has, 0 of an empty one; pixels that touch are one part."""
    return int(min(_sizes(opaque_HW)[1], default=0))


def crumbs(opaque_HW: np.ndarray, least: int) -> np.ndarray:
    """Return which pixels (bool HW) belong to crumbs: parts that are smaller than least as well."""
    part_HW, sizes = _sizes(opaque_HW)
    is_crumb = np.concatenate([[False], sizes < min(least, CRUMB + 1)])
    return is_crumb[part_HW] if not is_crumb[1:].all() else np.zeros_like(opaque_HW)


def _sizes(opaque_HW: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return each pixel's part, 0 for none, and the sizes of parts 1 and on."""
    part_HW = np.zeros(opaque_HW.shape, np.int32)
    ndimage.label(opaque_HW, np.ones((3, 3)), output=part_HW)
    return part_HW, np.bincount(part_HW.ravel())[1:]
