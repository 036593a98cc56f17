"""Draws codes in their palettes, and holds on to a picture whose code is near.

Letters: E colours that can be drawn with, K colours of the pack, S side of the model's square, H, W of a picture.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import torch
from torch import Tensor

from genmodels.api.codes import Code
from genmodels.api.errors import ConfigError
from genmodels.jobs.coding.codes import MOST_PALETTE, Read, read_picture, tensors_of
from genmodels.jobs.morphing.tweening import MARGIN, enlarged
from genmodels.media.colours import from_hex, nearest
from genmodels.media.sprite import OPAQUE
from genmodels.models.imagevae import ImageVAE
from genmodels.models.imagevae.balancing import balanced
from genmodels.models.imagevae.drawing import chosen_colours
from genmodels.models.imagevae.refining import out_of_range

KEPT = 8
REACH = 2.0  # standard deviations from a picture's own code at which nothing of it is held on to any more
POWER = 2.0  # of the fading on the way there


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scores:
    """How likely each colour is at each pixel: their differences are log odds."""

    rgba_E4: np.ndarray
    scores_ESS: np.ndarray

    def picture(self) -> np.ndarray:
        """Return the likeliest colours, uint8 RGBA (S, S, 4)."""
        return self.rgba_E4[self.scores_ESS.argmax(axis=0)]

    def balanced(self) -> np.ndarray:
        """Return uint8 RGBA (S, S, 4): likely colours, of which none floods the picture."""
        return self.rgba_E4[balanced(self.scores_ESS)]

    def bits_per_pixel(self) -> float:
        """Return the mean −log₂ p of the likeliest colours, among those that could be drawn with."""
        nats_SS = np.logaddexp.reduce(self.scores_ESS, axis=0) - self.scores_ESS.max(axis=0)
        return float(nats_SS.mean() / np.log(2))


@torch.inference_mode()
def scores_of(model: ImageVAE, colours: tuple[str, ...], code: Code) -> Scores:
    """Decode a code; raises ConfigError where it is none of this model's, PackError where no number comes of it.

    Of several colours that the pack cannot tell apart, the first is drawn. In a palette without transparency the first
    colour is also the ground, where the pack's is transparent.
    """
    z_1N, s_1CQQ, tag_1 = tensors_of(model, code)
    logits_1KSS, uses_1K = model.decode(z_1N, s_1CQQ, tag_1), model.colours(z_1N, tag_1)
    return among(colours, code.palette, logits_1KSS[0].numpy(), uses_1K)


def among(colours: tuple[str, ...], palette: tuple[str, ...], logits_KSS: np.ndarray, uses_1K: Tensor) -> Scores:
    """Return scores of the palette's colours, or, where it is empty, of those that the model would use.

    logits_KSS and uses_1K are of the pack's colours. Raises ConfigError for too large a palette, PackError where the
    scores are no numbers.
    """
    if palette:
        rgba_E4, token_E, has_ground = _palette(palette, colours)
    else:
        chosen_K = chosen_colours(uses_1K)[0].numpy()
        rgba_E4, token_E, has_ground = _table(colours)[chosen_K], np.flatnonzero(chosen_K), True
    scores_ESS = logits_KSS[token_E]
    if not has_ground:
        scores_ESS[0] = np.logaddexp(scores_ESS[0], logits_KSS[0])
    if not np.isfinite(scores_ESS).all():
        raise out_of_range()
    return Scores(rgba_E4=rgba_E4, scores_ESS=scores_ESS)


def draw(model: ImageVAE, colours: tuple[str, ...], code: Code, anchor: str) -> np.ndarray:
    """Return a code's picture, uint8 RGBA: of the model's size, or of the anchor's (base64 PNG) where there is one.

    The anchor's own code gives its very pixels; they fade as the numbers move away, and are let go with another tag.
    """
    if not anchor:
        return scores_of(model, colours, code).picture()
    read = read_picture(model, colours, anchor)
    if code == read.code:
        return read.rgba_HW4
    scores = scores_of(model, colours, code)
    box = read.view.box
    scores_EHW, place_HW, own_HW4 = _on_box(scores, read), _places(scores, code, read)[box], read.rgba_HW4[box]
    held = _strength(model, colours, anchor) * _nearness(code, read.code)
    y_HW, x_HW = np.ogrid[: place_HW.shape[0], : place_HW.shape[1]]
    scores_EHW[place_HW, y_HW, x_HW] += held
    drawn_HW = scores_EHW.argmax(axis=0)
    drawn_HW4 = scores.rgba_E4[drawn_HW]
    if held and code.palette == read.code.palette:
        drawn_HW4 = np.where((drawn_HW == place_HW)[..., None], own_HW4, drawn_HW4)
    canvas_HW4 = np.zeros_like(read.rgba_HW4)
    canvas_HW4[box] = drawn_HW4
    return canvas_HW4


@lru_cache(maxsize=KEPT)
def _table(colours: tuple[str, ...]) -> np.ndarray:
    """Return a pack's colours, uint8 RGBA (K, 4), which each of many sprites is drawn from."""
    return from_hex(colours)


@lru_cache(maxsize=KEPT)
def _palette(palette: tuple[str, ...], colours: tuple[str, ...]) -> tuple[np.ndarray, np.ndarray, bool]:
    """Return colours, the token that each is read as, and whether one of them is the pack's ground."""
    if len(palette) > MOST_PALETTE:
        raise ConfigError(f"A palette of {len(palette)} colours is too large.", hint=f"Name 1 to {MOST_PALETTE}.")
    rgba_E4, pack_K4 = from_hex(palette), from_hex(colours)
    token_E = np.where(rgba_E4[:, 3] < OPAQUE, 0, nearest(rgba_E4, pack_K4))
    return rgba_E4, token_E, bool((token_E == 0).any() or pack_K4[0, 3] >= OPAQUE)


@lru_cache(maxsize=KEPT)
def _strength(model: ImageVAE, colours: tuple[str, ...], anchor: str) -> float:
    """Return what has to be added to a picture's own colours so that its own code draws it."""
    read = read_picture(model, colours, anchor)
    scores_EHW = _on_box(scores_of(model, colours, read.code), read)
    own_HW = np.take_along_axis(scores_EHW, read.place_HW[read.view.box][None], axis=0)[0]
    return float((scores_EHW.max(axis=0) - own_HW).max()) + MARGIN


def _on_box(scores: Scores, read: Read) -> np.ndarray:
    """Return scores EHW for the part of the picture that the model sees."""
    return enlarged(scores.scores_ESS, *read.view.places)


def _nearness(code: Code, own: Code) -> float:
    """Return 1 for the picture's own numbers, falling to 0."""
    if (code.tag, code.detail) != (own.tag, own.detail):
        return 0.0
    away = float(np.linalg.norm(np.subtract(code.numbers, own.numbers)))
    return max(0.0, 1 - away / REACH) ** POWER


def _places(scores: Scores, code: Code, read: Read) -> np.ndarray:
    """Return each pixel's colour among those to draw with, the nearest one where the picture's own are not these."""
    if code.palette == read.code.palette:
        return read.place_HW
    return nearest(from_hex(read.code.palette), scores.rgba_E4)[read.place_HW]
