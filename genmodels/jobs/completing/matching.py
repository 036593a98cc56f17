"""Which of a sprite's exact colours stand for which of a pack's colours, so that a sprite keeps its own."""

from dataclasses import dataclass, replace
from typing import assert_never

import numpy as np

from genmodels.api.errors import ConfigError
from genmodels.api.messages import PaletteRule
from genmodels.media.colours import from_hex, nearest
from genmodels.media.sprite import OPAQUE
from genmodels.models.pixelrnn import Colours

MOST_OWN = 1024  # a photograph's rarer colours are known only where the model looks
CLEAR_14 = np.zeros((1, 4), dtype=np.uint8)  # what lies beyond the edges of a sprite that is smaller than the window


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OwnColours:
    """The exact colours visible on a sprite, each once, the most used first."""

    rgba_N4: np.ndarray
    uses_N: np.ndarray
    clear: bool  # whether any pixel of the sprite is fully transparent, also under the mask
    ground_4: np.ndarray | None = None  # of a sprite that is opaque all over: the colour round its figure

    @property
    def shows_nothing(self) -> bool:
        """Whether all of them are transparent."""
        return not (self.rgba_N4[:, 3] > 0).any()

    def near(self, rgba_M4: np.ndarray) -> "OwnColours":
        """Return the most used ones and those that occur in rgba_M4."""
        kept_N = np.isin(_keys(self.rgba_N4), _keys(rgba_M4))
        kept_N[:MOST_OWN] = True
        return replace(self, rgba_N4=self.rgba_N4[kept_N], uses_N=self.uses_N[kept_N])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Matching:
    """The exact colours of one drawing, and how they and the pack's tokens stand for each other."""

    table_T4: np.ndarray  # uint8 RGBA, each once
    colours: Colours  # between places in this table and tokens

    def exact_of(self, rgba_SS4: np.ndarray) -> np.ndarray:
        """Return each pixel's place in the table, some place for colours that are not in it."""
        keys_T = _keys(self.table_T4)
        order_T = np.argsort(keys_T)
        found_SS = np.searchsorted(keys_T, _keys(rgba_SS4), sorter=order_T)
        return order_T[found_SS.clip(max=len(keys_T) - 1)]


def own_colours(rgba_HWC: np.ndarray, mask_HW: np.ndarray) -> OwnColours:
    """Return the colours outside the mask."""
    visible_N4 = rgba_HWC[~mask_HW]
    _, first_N, uses_N = np.unique(_keys(visible_N4), return_index=True, return_counts=True)
    order_N = np.argsort(-uses_N, kind="stable")
    return OwnColours(
        rgba_N4=visible_N4[first_N[order_N]],
        uses_N=uses_N[order_N],
        clear=bool((rgba_HWC[..., 3] == 0).any()),
        ground_4=_ground(rgba_HWC, mask_HW),
    )


def _ground(rgba_HWC: np.ndarray, mask_HW: np.ndarray) -> np.ndarray | None:
    """Return the colour of most of the visible edge pixels, None where there is none or the sprite has transparency."""
    edge_HW = np.pad(np.zeros(np.subtract(mask_HW.shape, 2).clip(0), bool), 1, constant_values=True)
    edge_HW = edge_HW[: mask_HW.shape[0], : mask_HW.shape[1]]
    edge_N4 = rgba_HWC[edge_HW & ~mask_HW]
    if not len(edge_N4) or (rgba_HWC[..., 3] < OPAQUE).any():
        return None
    _, first_M, uses_M = np.unique(_keys(edge_N4), return_index=True, return_counts=True)
    return edge_N4[first_M[uses_M.argmax()]] if 2 * uses_M.max() > len(edge_N4) else None


def match(
    own: OwnColours, seen_M4: np.ndarray, pack_K4: np.ndarray, rule: PaletteRule, listed: tuple[str, ...]
) -> Matching:
    """Match colours: every pack colour is drawn as its nearest one among those that the rule allows.

    seen_M4 are colours that the model must be able to read besides. Where several allowed colours are read as one
    token, it is drawn as the most used of them; but token 0, a pack's background, is drawn as transparent on a sprite
    that is transparent anywhere, and where it is transparent itself it stands for the colour round an opaque figure.
    Raises ConfigError where nothing is allowed.
    """
    allowed_A4 = _allowed(own, pack_K4, rule, listed)
    table_T4 = _distinct(np.concatenate([allowed_A4, own.rgba_N4, seen_M4, CLEAR_14]))
    count = len(_distinct(allowed_A4))  # they come first
    token_of_exact_T = _read(table_T4, pack_K4)
    exact_of_token_K = nearest(pack_K4, table_T4[:count])
    uses = dict(zip(_keys(own.rgba_N4).tolist(), own.uses_N.tolist(), strict=True))
    uses_A = np.array([uses.get(key, 0) for key in _keys(table_T4[:count]).tolist()])
    by_use_A = np.argsort(uses_A, kind="stable")
    for place in by_use_A:  # the most used one has the last word
        exact_of_token_K[token_of_exact_T[place]] = place
    if own.ground_4 is not None and pack_K4[0, 3] < OPAQUE:  # the pack knows what lies round a figure as transparent
        token_of_exact_T[_keys(table_T4) == _keys(own.ground_4[None])] = 0
        exact_of_token_K[0] = nearest(own.ground_4[None], table_T4[:count])[0]
    if own.clear:
        exact_of_token_K[0] = next((a for a in by_use_A[::-1] if table_T4[a, 3] == 0), exact_of_token_K[0])
    stranger_T4 = table_T4[count:]
    strangers = np.where(stranger_T4[:, 3] < OPAQUE, exact_of_token_K[0], nearest(stranger_T4, table_T4[:count]))
    return Matching(
        table_T4=table_T4,
        colours=Colours(
            exact_of_token_K=exact_of_token_K,
            token_of_exact_T=token_of_exact_T,
            drawn_of_exact_T=np.concatenate([np.arange(count), strangers]),
        ),
    )


def _read(rgba_N4: np.ndarray, pack_K4: np.ndarray) -> np.ndarray:
    """Return the token that each colour is read as; token 0 is a pack's background, transparent or not."""
    return np.where(rgba_N4[:, 3] < OPAQUE, 0, nearest(rgba_N4, pack_K4))


def _allowed(own: OwnColours, pack_K4: np.ndarray, rule: PaletteRule, listed: tuple[str, ...]) -> np.ndarray:
    without_twin_4 = np.delete(pack_K4, _read(own.rgba_N4, pack_K4), axis=0)
    own_N4 = own.rgba_N4
    if own.clear and pack_K4[0, 3] >= OPAQUE:  # such a pack knows transparency only as its background
        own_N4 = np.concatenate([own_N4, CLEAR_14])
    match rule:
        case PaletteRule.SPRITE:
            # A sprite on which nothing can be seen has no colours to keep to.
            return np.concatenate([own_N4, without_twin_4]) if own.shows_nothing else own_N4
        case PaletteRule.PACK:
            return np.concatenate([own_N4, without_twin_4])
        case PaletteRule.LIST:
            if not listed:
                raise ConfigError("The list of colours is empty.", hint="Name at least one colour, or another palette.")
            return from_hex(listed)
        case _:
            assert_never(rule)


def _keys(rgba: np.ndarray) -> np.ndarray:
    """Return each colour as one number."""
    return np.ascontiguousarray(rgba, dtype=np.uint8).view(np.uint32)[..., 0]


def _distinct(rgba_N4: np.ndarray) -> np.ndarray:
    first = np.unique(_keys(rgba_N4), return_index=True)[1]
    return rgba_N4[np.sort(first)]
