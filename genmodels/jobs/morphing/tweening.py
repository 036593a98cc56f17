"""Draws what lies at any place t on the way from picture A to picture B, from the decoder's logits along it.

Letters: P nodes of the way, U tokens of both pictures, L slots, S side of the model's square, H, W sides of what is
drawn of the canvas.
"""

from collections.abc import Generator
from dataclasses import dataclass, replace

import numpy as np

from genmodels.data.sprites.picture import packed
from genmodels.data.steps import finished
from genmodels.jobs.canvases import View
from genmodels.jobs.morphing.cleaning import crumbs, isolated, joined, least_part
from genmodels.jobs.morphing.colouring import Colouring
from genmodels.jobs.morphing.slots import Slots
from genmodels.models.imagevae.balancing import balancing

FLOOR = 12.0  # nats: how unlikely a colour can be held to be
MARGIN = 0.5  # nats by which the ends' own colours win there
POWER = 4.0  # of the anchors' fading: high, so that the middle is the model's own
ALIKE = 0.25  # share of pixels that differ, below which what two pictures share is held on to
EDGE = 1e-3  # t at which the colours of one picture alone count
AT_ONCE = 2**19  # numbers of a band: few enough that a yield is never far


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tween:
    """A way from A to B, ready to be drawn."""

    slots: Slots
    colouring: Colouring
    logits_PUSS: np.ndarray
    token_2L: np.ndarray  # of each slot on A and on B, its place in U
    row_H: np.ndarray  # of each drawn row, its place on the model's square, in the square's pixels
    column_W: np.ndarray
    place_2HW: np.ndarray  # the slots of A's and B's own pixels
    lone_2HW: np.ndarray  # which pixels of A and of B are isolated ones
    least: int  # pixels of the smallest part of A and of B
    strength: float  # of the anchors, nats; 0 leaves them out
    power: float
    balance: float  # share by which slots are held to as many pixels as lie between A's and B's
    clean: bool  # away with isolated pixels and with crumbs that neither picture has

    def draw(self, t: float) -> np.ndarray:
        """Return uint8 RGBA (H, W, 4)."""
        return finished(self.drawing(t))

    def drawing(self, t: float) -> Generator[None, None, np.ndarray]:
        """Return what `draw` does, yielding after each band of rows."""
        scores_LSS, table_2L4 = self._scores(t), self.colouring.table(t)
        height, width = self.place_2HW.shape[1:]
        band = max(1, AT_ONCE // (len(scores_LSS) * width))
        rgba_HW4 = np.empty((height, width, 4), np.uint8)
        for top in range(0, height, band):
            seen = slice(max(0, top - 1), min(height, top + band + 1))  # with the neighbours of its pixels
            kept = slice(top - seen.start, min(height, top + band) - seen.start)
            rgba_HW4[top : top + band] = self._band(scores_LSS, table_2L4, t, seen)[kept]
            yield
        if self.clean:
            rgba_HW4[crumbs(rgba_HW4[..., 3] > 0, self.least)] = 0
        return rgba_HW4

    def coarse(self) -> "Tween":
        """Return the same way at the model's own size."""
        step = max(1, round(1 / (self.row_H[1] - self.row_H[0])) if len(self.row_H) > 1 else 1)
        return replace(
            self,
            row_H=self.row_H[::step],
            column_W=self.column_W[::step],
            place_2HW=self.place_2HW[:, ::step, ::step],
            lone_2HW=self.lone_2HW[:, ::step, ::step],
        )

    def _band(self, scores_LSS: np.ndarray, table_2L4: np.ndarray, t: float, rows: slice) -> np.ndarray:
        scores_LHW = enlarged(scores_LSS, self.row_H[rows], self.column_W)
        if self.strength:
            y_HW, x_HW = np.ogrid[: scores_LHW.shape[1], : scores_LHW.shape[2]]
            for place_HW, nearness in zip(self.place_2HW[:, rows], (1 - t, t), strict=True):
                scores_LHW[place_HW, y_HW, x_HW] += self.strength * nearness**self.power
        slot_HW = scores_LHW.argmax(axis=0)
        away_HW = self._away(rows)
        after_HW = self.colouring.is_after(t, slot_HW, away_HW)
        if self.clean:
            shown_HW = packed(table_2L4[after_HW.astype(int), slot_HW])
            lone_HW = isolated(shown_HW) & ~self.lone_2HW[:, rows].any(axis=0)
            slot_HW = joined(slot_HW, scores_LHW, lone_HW)
            after_HW = self.colouring.is_after(t, slot_HW, away_HW)
        return table_2L4[after_HW.astype(int), slot_HW]

    def _away(self, rows: slice) -> np.ndarray:
        """Return how far (HW) from the middle each pixel lies, 0 to 1: as many lie nearer as farther than 0.5."""
        middle_2 = [(place[0] + place[-1]) / 2 for place in (self.row_H, self.column_W)]
        y_H1, x_W = self.row_H[rows, None] - middle_2[0], self.column_W - middle_2[1]
        most = max(1.0, (self.row_H[0] - middle_2[0]) ** 2, (self.column_W[0] - middle_2[1]) ** 2)
        return ((y_H1**2 + x_W**2) / most).clip(max=1)

    def _scores(self, t: float) -> np.ndarray:
        """Return log probabilities LSS of the slots.

        A slot has the weight of what the model gives A's colour while t is small, and of B's as it grows.
        """
        last = len(self.logits_PUSS) - 1
        node = min(int(t * last), last - 1)
        share = t * last - node
        logits_USS = (1 - share) * self.logits_PUSS[node] + share * self.logits_PUSS[node + 1]
        weight_2L11 = (self.slots.share_2L + np.log(np.clip([[1 - t], [t]], EDGE, 1)))[:, :, None, None]
        a_LSS, b_LSS = (logits_USS[token_L] for token_L in self.token_2L)
        weight_2L11 = weight_2L11.astype(np.float32)
        scores_LSS = np.logaddexp(a_LSS + weight_2L11[0], b_LSS + weight_2L11[1])
        if self.balance:
            uses_2L = np.stack(
                [np.bincount(place_HW.ravel(), minlength=len(scores_LSS)) for place_HW in self.place_2HW]
            )
            uses_L = ((1 - t) * uses_2L[0] + t * uses_2L[1]) / self.place_2HW[0].size
            scores_LSS = scores_LSS + self.balance * balancing(scores_LSS, uses_L)[:, None, None]
        return (scores_LSS - np.logaddexp.reduce(scores_LSS, axis=0)).clip(-FLOOR)


def tween(
    slots: Slots,
    colours: Colouring,
    view: View,
    logits_PUSS: np.ndarray,
    used_U: np.ndarray,
    *,
    anchors: bool,
    balance: float,
    clean: bool,
) -> Generator[None, None, Tween]:
    """Return the way through these nodes; used_U are the tokens that the logits are of, sorted.

    Yields after each band of rows that the anchors are measured on.
    """
    rows, columns = view.box
    row_H, column_W = view.places
    place_2HW = slots.place_2HW[:, rows, columns]
    own_2HW4 = (slots.a_L4[place_2HW[0]], slots.b_L4[place_2HW[1]])
    made = Tween(
        slots=slots,
        colouring=colours,
        logits_PUSS=logits_PUSS,
        token_2L=np.searchsorted(used_U, slots.token_2L),
        row_H=row_H,
        column_W=column_W,
        place_2HW=place_2HW,
        lone_2HW=np.stack([isolated(packed(own_HW4)) for own_HW4 in own_2HW4]),
        least=min(least_part(own_HW4[..., 3] > 0) for own_HW4 in own_2HW4),
        strength=0.0,
        power=POWER * min(1.0, slots.apart / ALIKE),
        balance=balance,
        clean=clean,
    )
    return replace(made, strength=(yield from _strength(made))) if anchors else made


def enlarged(scores_LSS: np.ndarray, row_H: np.ndarray, column_W: np.ndarray) -> np.ndarray:
    """Return scores LHW at these rows and columns of the square, bilinear between its pixels' centres."""
    last = scores_LSS.shape[1] - 1
    low_H, low_W = (np.floor(place.clip(0, last)).astype(int) for place in (row_H, column_W))
    share_H1 = (row_H.clip(0, last) - low_H).astype(np.float32)[:, None]
    share_W = (column_W.clip(0, last) - low_W).astype(np.float32)
    high_H, high_W = (low_H + 1).clip(max=last), (low_W + 1).clip(max=last)
    tall_LHS = scores_LSS[:, low_H] * (1 - share_H1) + scores_LSS[:, high_H] * share_H1
    return tall_LHS[:, :, low_W] * (1 - share_W) + tall_LHS[:, :, high_W] * share_W


def _strength(free: Tween) -> Generator[None, None, float]:
    """Return the anchors' strength that makes both ends the very pictures, yielding after each band of rows."""
    gaps = [MARGIN]
    for t, place_HW in zip((0.0, 1.0), free.place_2HW, strict=True):
        scores_LSS = free._scores(t)  # noqa: SLF001
        for top in range(0, len(place_HW), rows := max(1, AT_ONCE // (len(scores_LSS) * place_HW.shape[1]))):
            band = slice(top, top + rows)
            scores_LHW = enlarged(scores_LSS, free.row_H[band], free.column_W)
            own_HW = np.take_along_axis(scores_LHW, place_HW[None, band], axis=0)[0]
            gaps.append(float((scores_LHW.max(axis=0) - own_HW).max()) + MARGIN)
            yield
    return max(gaps)
