"""Feature map F2: a small convolution network whose weights are random, fixed and known by their hash.

Random features tell sets of pictures apart more sensibly than photo features where the pictures are far from photos
(Naeem et al. 2020). Shapes as in features.py; K inputs of a convolution, C channels.
"""

import hashlib
from functools import cache
from itertools import pairwise

import numpy as np

from genmodels.metrics.features import pooled

SHA256 = "bb93b73ef6f58a2065b39d85c3f4805f568505c01daf97b7b3d28de3a3b1a58d"  # of the weights
_CHANNELS = (4, 32, 64, 128)
_SEED = b"spriteverse random net 1"
_AT_ONCE = 256  # pictures


def random_net(rgba_NHW4: np.ndarray) -> list[np.ndarray]:
    """Return means and deviations of the first two layers, and the 2×2 means of the third."""
    parts = [_layers(rgba_NHW4[at : at + _AT_ONCE]) for at in range(0, len(rgba_NHW4), _AT_ONCE)]
    return [np.concatenate(block) for block in zip(*parts, strict=True)]


@cache
def weights() -> tuple[np.ndarray, ...]:
    """Return the weights (K, C), float32, made from SHAKE-256 bytes: no library's random stream is in them."""
    made = []
    for layer, (inputs, channels) in enumerate(pairwise(_CHANNELS)):
        stream = hashlib.shake_256(_SEED + bytes([layer])).digest(9 * inputs * channels)
        level_KC = np.frombuffer(stream, np.uint8).reshape(9 * inputs, channels).astype(np.float32)
        # Uniform, of the variance that keeps a layer's scale through ReLU (He et al. 2015, equation 10).
        made.append((level_KC - 127.5) / 73.9 * np.float32(np.sqrt(2 / (9 * inputs))))
    return tuple(made)


def digest() -> str:
    """Return the hash of the weights as they are used, little-endian float32."""
    return hashlib.sha256(b"".join(w_KC.astype("<f4").tobytes() for w_KC in weights())).hexdigest()


def _layers(rgba_NHW4: np.ndarray) -> list[np.ndarray]:
    alpha_NHW1 = rgba_NHW4[..., 3:].astype(np.float32) / 255
    x_NHWC = np.concatenate([rgba_NHW4[..., :3] / np.float32(255) * alpha_NHW1, alpha_NHW1], axis=-1) - np.float32(0.5)
    *early, last_KC = weights()
    blocks = []
    for w_KC in early:
        x_NHWC = np.maximum(_convolved(x_NHWC, w_KC), 0)
        blocks.append(np.concatenate([x_NHWC.mean(axis=(1, 2)), x_NHWC.std(axis=(1, 2))], axis=1))
        x_NHWC = _halved(x_NHWC)
    x_NHWC = np.maximum(_convolved(x_NHWC, last_KC), 0)
    return [*blocks, pooled(x_NHWC, 2).reshape(len(rgba_NHW4), -1)]


def _convolved(x_NHWC: np.ndarray, w_KC: np.ndarray) -> np.ndarray:
    """Return the 3×3 convolution, edges repeated, so that no rim is drawn where the ground is not black."""
    padded_NHWC = np.pad(x_NHWC, ((0, 0), (1, 1), (1, 1), (0, 0)), mode="edge")
    patch_NHWC33 = np.lib.stride_tricks.sliding_window_view(padded_NHWC, (3, 3), axis=(1, 2))
    return patch_NHWC33.reshape(*x_NHWC.shape[:3], -1) @ w_KC


def _halved(x_NHWC: np.ndarray) -> np.ndarray:
    """Return means of 2×2 pixels; an odd last row or column is left out."""
    height, width = x_NHWC.shape[1] // 2 * 2, x_NHWC.shape[2] // 2 * 2
    x_NHWC = x_NHWC[:, :height, :width]
    return (x_NHWC[:, ::2, ::2] + x_NHWC[:, 1::2, ::2] + x_NHWC[:, ::2, 1::2] + x_NHWC[:, 1::2, 1::2]) / 4
