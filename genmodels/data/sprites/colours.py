"""Colour clusters: the table of colours a model knows, made once per data set, and pictures as numbers in it."""

from dataclasses import dataclass

import numpy as np
from sklearn.cluster import KMeans

from genmodels.api.errors import ConfigError, InputError
from genmodels.api.messages import Progress
from genmodels.data.sprites.picture import packed, unpacked
from genmodels.data.steps import Steps
from genmodels.media.colours import nearest, oklab

MAX_COLOURS = 256
MANY = 2**14  # colours that are clustered at most; more come from photos, where a shade does not matter
STEPS = (16, 32, 48, 64, 96, 128, 192, 256)
GOOD_ERROR = 0.02  # mean Oklab distance; about the difference that a careful eye just sees


@dataclass(frozen=True, slots=True, kw_only=True)
class Clusters:
    """The table (uint8 RGBA, the most used colour first, transparency before all) and what it costs."""

    table_K4: np.ndarray
    error: float  # mean Oklab distance of an opaque pixel from its cluster
    worst: float  # the distance that 1 % of opaque pixels exceed


def cluster(number_M: np.ndarray, count_M: np.ndarray, *, limit: int = 0) -> Steps[Clusters]:
    """Return colour clusters by k-means in Oklab; limit 0 takes the fewest whose error is small (at most 256).

    number_M and count_M are what `counted` returns. Raises InputError where nothing is opaque, ConfigError where the
    limit leaves no room for a colour.
    """
    colours_M4 = unpacked(number_M)
    solid_M = colours_M4[:, 3] > 0
    if not solid_M.any():
        raise InputError("All pictures are wholly transparent.", hint="Choose pictures that show something.")
    clear = int(not solid_M.all())
    if limit and limit <= clear:
        raise ConfigError(f"{limit} colours cannot hold transparency and another.", hint="Choose --colours 2 or more.")
    opaque_N4, weight_N = colours_M4[solid_M], count_M[solid_M].astype(float)
    if len(opaque_N4) + clear <= (limit or MAX_COLOURS):
        return _sorted(opaque_N4, opaque_N4, weight_N, clear)
    seed_N4, seed_weight_N = _thinned(opaque_N4, weight_N)
    best = _sorted(seed_N4[:1], seed_N4, seed_weight_N, clear)
    for count in [limit] if limit else STEPS:
        yield Progress(done=count, total=MAX_COLOURS, note="clustering colours")
        # A colour used ten times as often is not worth ten clusters: eyes are one pixel large.
        means = KMeans(count - clear, random_state=0).fit(oklab(seed_N4), sample_weight=np.sqrt(seed_weight_N))
        yield Progress(done=count, total=MAX_COLOURS, note="clustering colours")
        table_K4 = np.stack([_medoid(seed_N4, seed_weight_N, means.labels_ == k) for k in range(count - clear)])
        best = _sorted(table_K4, seed_N4, seed_weight_N, clear)
        if best.error <= GOOD_ERROR:
            break
    return best


def given(table_K4: np.ndarray, number_M: np.ndarray, count_M: np.ndarray) -> Clusters:
    """Return a table that is there already, its order kept, and what it costs these colours (see `cluster`).

    Raises InputError where nothing is opaque.
    """
    colours_M4 = unpacked(number_M)
    solid_M = colours_M4[:, 3] > 0
    if not solid_M.any():
        raise InputError("All pictures are wholly transparent.", hint="Choose pictures that show something.")
    return _measured(table_K4, colours_M4[solid_M], count_M[solid_M].astype(float))


def counted(numbers: np.ndarray, counts: np.ndarray | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Return the distinct colours as numbers, sorted, and how often each stands there; counts are those so far."""
    number_M = np.unique(numbers)
    place_N = np.searchsorted(number_M, numbers.ravel())  # much faster than np.unique's own inverse
    weight_N = None if counts is None else counts.ravel()
    return number_M, np.bincount(place_N, weight_N, len(number_M)).astype(np.int64)


def _thinned(opaque_N4: np.ndarray, weight_N: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the colours and their weights; of very many, the most used of those that no eye tells apart."""
    for bits in (8, 6, 5, 4):
        cell_N4 = opaque_N4 >> (8 - bits)
        cell_M, place_N = np.unique(packed(cell_N4), return_inverse=True)
        if len(cell_M) <= MANY:
            order_N = np.lexsort((-weight_N, place_N))
            lead_M = order_N[np.searchsorted(place_N[order_N], np.arange(len(cell_M)))]
            return opaque_N4[lead_M], np.bincount(place_N, weight_N, len(cell_M))
    raise AssertionError("four bits a channel are 4,096 colours at most")


def _medoid(opaque_N4: np.ndarray, weight_N: np.ndarray, member_N: np.ndarray) -> np.ndarray:
    """Return the cluster's most used colour: a colour that some artist chose, not a mean of several."""
    return opaque_N4[member_N][weight_N[member_N].argmax()]


def _sorted(table_K4: np.ndarray, opaque_N4: np.ndarray, weight_N: np.ndarray, clear: int) -> Clusters:
    use_K = np.bincount(nearest(opaque_N4, table_K4), weight_N, len(table_K4))
    table_K4 = np.concatenate([np.zeros((clear, 4), np.uint8), table_K4[np.argsort(-use_K, kind="stable")]])
    return _measured(table_K4, opaque_N4, weight_N)


def _measured(table_K4: np.ndarray, opaque_N4: np.ndarray, weight_N: np.ndarray) -> Clusters:
    token_N = nearest(opaque_N4, table_K4)
    distance_N = np.linalg.norm(oklab(opaque_N4) - oklab(table_K4[token_N]), axis=-1)
    order_N = distance_N.argsort()
    rank = np.searchsorted(np.cumsum(weight_N[order_N]), 0.99 * weight_N.sum())
    return Clusters(
        table_K4=table_K4,
        error=float(np.average(distance_N, weights=weight_N)),
        worst=float(distance_N[order_N][min(rank, len(order_N) - 1)]),
    )


def tokens(rgba_NHW4: np.ndarray, table_K4: np.ndarray) -> np.ndarray:
    """Return int64 NHW, each pixel's nearest colour in the table; transparent ones read as the first colour."""
    number_NHW = packed(rgba_NHW4)
    number_M = np.unique(number_NHW)
    colours_M4 = unpacked(number_M)
    token_M = np.where(colours_M4[:, 3] > 0, nearest(colours_M4, table_K4), 0)
    return token_M[np.searchsorted(number_M, number_NHW)]


def turned(table_K4: np.ndarray, angle: float) -> np.ndarray:
    """Return int64 K: the token that each token becomes when all hues turn by angle (radians); greys stay."""
    lab_K3 = oklab(table_K4)
    sin, cos = np.sin(angle), np.cos(angle)
    rotation_33 = np.array([[1, 0, 0], [0, cos, -sin], [0, sin, cos]])
    distance_KK = ((lab_K3 @ rotation_33.T)[:, None] - lab_K3[None]) ** 2
    grey_K = np.linalg.norm(lab_K3[:, 1:], axis=-1) < 0.02
    clear_K = table_K4[:, 3] == 0
    distance_KK = distance_KK.sum(-1) + 9.0 * clear_K[None]
    return np.where(grey_K | clear_K, np.arange(len(table_K4)), distance_KK.argmin(1))
