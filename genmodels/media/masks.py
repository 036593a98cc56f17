"""Which pixels a model draws: masks read from pictures, and the standard covers of evaluation and command line."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import assert_never

from genmodels.api.errors import InputError
from genmodels.media.arrays import np
from genmodels.media.sprite import Sprite, encode_png, read_sprite


class Cover(StrEnum):
    """The standard masks, by the names under which evaluation reports them."""

    WHOLE = "whole"
    LOWER_HALF = "lower-half"
    LOWER_THREE_QUARTERS = "lower-three-quarters"
    BOX = "box"


def cover_mask(cover: Cover, height: int, width: int) -> np.ndarray:
    """Return bool (height, width), True where the model draws; the box spans 30 % to 70 % of both sides."""
    mask_HW = np.zeros((height, width), dtype=bool)
    match cover:
        case Cover.WHOLE:
            mask_HW[:] = True
        case Cover.LOWER_HALF:
            mask_HW[height // 2 :] = True
        case Cover.LOWER_THREE_QUARTERS:
            mask_HW[height // 4 :] = True
        case Cover.BOX:
            mask_HW[round(0.3 * height) : round(0.7 * height), round(0.3 * width) : round(0.7 * width)] = True
        case _:
            assert_never(cover)
    return mask_HW


def mask_of(picture: Sprite, sprite: Sprite) -> np.ndarray:
    """Return bool HW: the opaque pixels of picture where its alpha varies, else the light ones.

    Raises InputError where the picture is not of the sprite's size or hides nothing.
    """
    rgba_HWC = picture.rgba_HWC
    if rgba_HWC.shape != sprite.rgba_HWC.shape:
        sizes = f"The mask is {picture.width}×{picture.height}, the sprite {sprite.width}×{sprite.height} pixels."
        raise InputError(sizes, hint="Make a mask of exactly the sprite's size.")
    alpha_HW = rgba_HWC[..., 3]
    luminance_HW = rgba_HWC[..., :3] @ np.array([0.299, 0.587, 0.114])
    mask_HW = alpha_HW >= 128 if alpha_HW.min() != alpha_HW.max() else luminance_HW >= 128
    if not mask_HW.any():
        message = f"The mask of {picture.width}×{picture.height} pixels hides nothing."
        raise InputError(message, hint="Paint white, or opaque, what the model should draw.")
    return mask_HW


def read_mask(path: Path, sprite: Sprite) -> np.ndarray:
    """Return bool HW read from an image file of the sprite's size; see mask_of."""
    return mask_of(read_sprite(path), sprite)


def mask_png(mask_HW: np.ndarray) -> str:
    """Return a mask as the base64 PNG of a request: white and opaque where the model draws, clear elsewhere."""
    return encode_png(np.repeat(mask_HW[..., None], 4, axis=-1).astype(np.uint8) * 255)
