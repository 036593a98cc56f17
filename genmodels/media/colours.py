"""Colours as text, and distances between them as the eye sees them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from genmodels.api.errors import ConfigError
from genmodels.media.arrays import np

_AT_ONCE = 4096  # colours whose distances are held in memory at a time
_ALPHA_WEIGHT = 4.0  # more than the widest Oklab distance, so that transparent and opaque never stand in for each other

# Björn Ottosson, A perceptual color space for image processing (2020): linear sRGB to cone responses, then to Oklab.
_CONES_33 = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)  # fmt: skip
_LAB_33 = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)  # fmt: skip


def to_hex(rgba_N4: np.ndarray) -> tuple[str, ...]:
    """Return colours as rrggbbaa."""
    return tuple(bytes(colour).hex() for colour in np.asarray(rgba_N4, dtype=np.uint8))


def from_hex(colours: Iterable[str]) -> np.ndarray:
    """Return uint8 (N, 4) from rrggbbaa, or rrggbb for opaque; raises ConfigError."""
    rows = []
    for text in colours:
        if not re.fullmatch(r"[0-9a-fA-F]{6}(?:[0-9a-fA-F]{2})?", text):
            raise ConfigError(f"“{text}” is not a colour.", hint="Write it as rrggbbaa, such as ff8800ff.")
        rows.append(bytes.fromhex(text if len(text) == 8 else f"{text}ff"))
    return np.array(bytearray().join(rows), dtype=np.uint8).reshape(-1, 4)


def oklab(rgba_N4: np.ndarray) -> np.ndarray:
    """Return float64 (N, 3): lightness 0 to 1, green to red, blue to yellow; alpha is not looked at."""
    encoded_N3 = np.asarray(rgba_N4)[..., :3] / 255.0
    linear_N3 = np.where(encoded_N3 <= 0.04045, encoded_N3 / 12.92, ((encoded_N3 + 0.055) / 1.055) ** 2.4)
    return np.cbrt(linear_N3 @ np.transpose(_CONES_33)) @ np.transpose(_LAB_33)


def from_oklab(lab_N3: np.ndarray) -> np.ndarray:
    """Return uint8 (N, 3) RGB; what no screen shows becomes the nearest value of each channel."""
    cones_N3 = (np.asarray(lab_N3) @ np.linalg.inv(np.transpose(_LAB_33))) ** 3
    linear_N3 = (cones_N3 @ np.linalg.inv(np.transpose(_CONES_33))).clip(0, 1)
    encoded_N3 = np.where(linear_N3 <= 0.0031308, 12.92 * linear_N3, 1.055 * linear_N3 ** (1 / 2.4) - 0.055)
    return np.rint(255 * encoded_N3).astype(np.uint8)


def nearest(rgba_N4: np.ndarray, table_T4: np.ndarray) -> np.ndarray:
    """Return int64 (N,): for each colour the first nearest one of the table.

    Oklab weighted by alpha, so that all transparent colours are one; opaque ones never match transparent ones
    where the table has an opaque one, nor the other way round.
    """
    features_T4, places = _features(table_T4), []
    for at in range(0, len(rgba_N4), _AT_ONCE):
        difference_NT4 = _features(rgba_N4[at : at + _AT_ONCE])[:, None] - features_T4[None]
        places.append((difference_NT4**2).sum(axis=-1).argmin(axis=1))
    return np.concatenate(places) if places else np.zeros(0, np.int64)


def _features(rgba_N4: np.ndarray) -> np.ndarray:
    alpha_N1 = np.asarray(rgba_N4)[..., 3:] / 255.0
    return np.concatenate([oklab(rgba_N4) * alpha_N1, alpha_N1 * _ALPHA_WEIGHT], axis=-1)
