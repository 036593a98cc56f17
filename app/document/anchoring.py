"""Where a picture stays when its canvas gets another size: at a corner, at a side, or in the middle."""

from __future__ import annotations

from genmodels.media.artwork.reshaping import Box, centred

Anchor = tuple[int, int]  # column and row, 0 to 2: left, middle, right; top, middle, bottom
MIDDLE: Anchor = (1, 1)


def anchored(shape: tuple[int, int], width: int, height: int, anchor: Anchor) -> Box:
    """Return the box of the new canvas in a picture of this (height, width), for `crop`."""
    left, top, _, _ = centred(shape, width, height)
    x = (0, left, shape[1] - width)[anchor[0]]
    y = (0, top, shape[0] - height)[anchor[1]]
    return x, y, x + width, y + height
