"""Pens: a network stepped one hidden pixel at a time in scan order, for eight sprites (lanes) at once.

A pen gives exactly the probabilities that the network's `nll` scores. What is visible is run in one call, not pixel by
pixel; what all lanes share is computed once. `prepare` is to be run to its end first: it yields between its parts, so
that a cancel is heard.

Letters: L lanes, S pictures that they begin with (1 where all begin alike, else L), M hidden pixels,
V visible ones; the rest as in context.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as fn

from genmodels.models.pixelrnn.context import ABOVE, FLAGS, ContextRNN
from genmodels.models.pixelrnn.lecture import LectureRNN


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Belief:
    """What the network expects at one pixel: a token by its own account, or the colour of another pixel."""

    tokens_LK: Tensor  # probabilities by vocabulary, pointers at families, and shades
    copied_LN: Tensor | None  # by pointers at pixels: the visible ones, then the drawn ones, both in scan order


class LecturePen:
    """Steps the lecture's network."""

    def __init__(self, model: LectureRNN, tokens_SHW: Tensor, hidden_HW: Tensor, lanes: int) -> None:  # noqa: ARG002
        self.model, self.width, self.at, self.state = model, tokens_SHW.shape[2], 0, None
        start_L1 = tokens_SHW.new_full((lanes, 1), model.config.colours)
        self.before_LN = torch.cat((start_L1, tokens_SHW.flatten(1).expand(lanes, -1)), 1)

    def prepare(self) -> Iterator[None]:
        """Do nothing: what is visible is read on the way."""
        return iter(())

    @torch.inference_mode()
    def expect(self, y: int, x: int) -> Belief:
        """Return what is expected at a pixel after all that was put or passed before it."""
        pixel = y * self.width + x
        inputs_LN = self.before_LN[:, self.at : pixel + 1]
        one_hot = fn.one_hot(inputs_LN, self.model.config.colours + 1).float()
        states_LNU, self.state = self.model.lstm(one_hot, self.state)
        self.at = pixel + 1
        words_LK = self.model.word(states_LNU[:, -1]).softmax(-1)
        return Belief(tokens_LK=words_LK, copied_LN=None)

    @torch.inference_mode()
    def put(self, y: int, x: int, tokens_L: Tensor) -> None:
        """Set the pixel last asked for."""
        self.before_LN[:, y * self.width + x + 1] = tokens_L


class ContextPen:
    """Steps our network."""

    @torch.inference_mode()
    def __init__(self, model: ContextRNN, tokens_SHW: Tensor, hidden_HW: Tensor, lanes: int) -> None:
        self.model, self.lanes, self.tokens_LHW = model, lanes, tokens_SHW.expand(lanes, -1, -1).clone()
        self.tokens_SHW, self.hidden_HW = tokens_SHW, hidden_HW
        self.flags_LF = model.value_K4.new_zeros(lanes, FLAGS)
        self.table_KD = model.table()
        self.row, self.column_state = -1, None
        D = model.config.embedding
        self.left_K4U = self.table_KD @ model.along.all_weights[0][0][:, :D].T

    @torch.inference_mode()
    def prepare(self) -> Iterator[None]:
        """Read what is visible."""
        hidden_SHW = self.hidden_HW.expand(len(self.tokens_SHW), -1, -1)
        seen_SDHW = self.model.seen(self.tokens_SHW, hidden_SHW, self.table_KD)
        for context_SCHW in self.model.read.layers(seen_SDHW, hidden_SHW, self.flags_LF[: len(hidden_SHW)]):
            self.context_SHWC = context_SCHW.permute(0, 2, 3, 1)
            yield
        yield from self._remember_visible()

    @torch.inference_mode()
    def expect(self, y: int, x: int) -> Belief:
        """Return what is expected at a pixel after all that was put or passed before it."""
        if y != self.row:
            self._begin_row(y)
        self._pass(x)
        state_LS = torch.cat((self.h_LU, self.beside_LWR[:, x], self._left(x)), -1)
        nth, known = self.drawn - self.drawn_above, self.visible + self.drawn
        blocks = [
            [
                (*visible, bias_RAN[nth, :, None, : self.visible]),
                (*(part[:, :, : self.drawn] for part in own), bias_RAN[nth, :, None, self.visible : known]),
            ]
            for (visible, own), bias_RAN in zip(self.memories, self.biases, strict=True)
        ]
        state_L1U = self.model.state(state_LS)[:, None]
        state_L1U, words_L1P, gates_L1G, weights_LA1N = self.model.decide(state_L1U, self.table_KD, *blocks)
        shades_LK = self._within_families(self.model.shades(state_L1U, self._beside(x), self.table_KD)[:, 0])
        by_family, by_token = gates_L1G[..., 1:].chunk(2, -1)
        pointed_LN, copied_LN = ((gates_L1A @ weights_LA1N[:, :, 0])[:, 0] for gates_L1A in (by_family, by_token))
        families_LP = words_L1P[:, 0].exp() * gates_L1G[:, 0, :1]
        families_LP = families_LP.scatter_add(1, self.family_LN[:, : pointed_LN.shape[1]], pointed_LN)
        return Belief(tokens_LK=families_LP[:, self.model.family_K] * shades_LK, copied_LN=copied_LN)

    @torch.inference_mode()
    def put(self, y: int, x: int, tokens_L: Tensor) -> None:
        """Set the pixel last asked for."""
        self.tokens_LHW[:, y, x] = tokens_L
        embedded_L1D = self.table_KD[tokens_L][:, None]
        context_L1C = self.context_SHWC[:, y, x, None].expand(self.lanes, -1, -1)
        self.family_LN[:, self.visible + self.drawn] = self.model.family_K[tokens_L]
        memory_L1M = torch.cat((embedded_L1D, context_L1C, self.h_LU[:, None]), -1)
        for glance, (_, own) in zip((self.model.first, self.model.second), self.memories, strict=True):
            for buffer, fresh in zip(own, glance.remember(memory_L1M), strict=True):
                buffer[:, :, self.drawn] = fresh[:, :, 0]
        self.drawn += 1

    def _remember_visible(self) -> Iterator[None]:
        """Prepare both glances' memories: the visible pixels of each picture, and room for each lane's drawn ones."""
        hidden_N = self.hidden_HW.flatten()
        visible_V, hidden_M = (~hidden_N).nonzero()[:, 0], hidden_N.nonzero()[:, 0]
        self.order_N = torch.cat((visible_V, hidden_M))  # in which the pixels are pointed at
        tokens_SN = self.tokens_SHW.flatten(1)
        embedded_SVD = self.table_KD[tokens_SN[:, visible_V]]
        context_SVC = self.context_SHWC.flatten(1, 2)[:, visible_V]
        nothing_SVU = embedded_SVD.new_zeros(*embedded_SVD.shape[:2], self.model.config.hidden)
        memory_SVM = torch.cat((embedded_SVD, context_SVC, nothing_SVU), -1)
        self.drawn, self.visible, self.memories = 0, len(visible_V), []
        family_SN = self.model.family_K[tokens_SN[:, self.order_N]]
        self.family_LN = family_SN.expand(self.lanes, -1).clone()
        for glance in (self.model.first, self.model.second):
            room = (self.lanes, glance.heads, len(hidden_M), glance.width)
            own = tuple(embedded_SVD.new_zeros(room) for _ in range(2))
            self.memories.append((glance.remember(memory_SVM), own))
            yield

    def _begin_row(self, y: int) -> None:
        """Bring every column's LSTM down to row y, and compute all that the row may know before its first pixel."""
        # The rows before the first hidden one are the same in all lanes that begin with the same picture.
        shared = self.row < 0 and len(self.context_SHWC) == 1
        tokens_BHW = self.tokens_LHW[:1] if shared else self.tokens_LHW
        first, top = self.row + 1, max(0, self.row + 1 - ABOVE)
        embedded_BDHW = self.table_KD[tokens_BHW[:, top : y + 1]].permute(0, 3, 1, 2)
        above_BHWT = self.model.rows_above(embedded_BDHW)[:, :, first - top :].permute(0, 2, 3, 1)
        B, H, W, _ = above_BHWT.shape
        context_BHWC = self.context_SHWC[:, first : y + 1].expand(B, -1, -1, -1)
        falling = torch.cat((above_BHWT, context_BHWC), -1).transpose(1, 2).reshape(B * W, H, -1)
        columns, state = self.model.down(falling, self.column_state)
        column_B1WV = columns[:, -1].view(B, 1, W, -1)
        if shared:
            state = tuple(part.repeat(1, self.lanes, 1) for part in state)
        self.column_state, self.row, self.x = state, y, 0
        beside = self.model.beside_row(above_BHWT[:, -1:], column_B1WV, context_BHWC[:, -1:], self.flags_LF[:B])
        self.beside_LWR = beside[:, 0].expand(self.lanes, -1, -1)
        D, (into_UI, _, bias_U, more_U) = self.model.config.embedding, self.model.along.all_weights[0]
        gates_BW4U = fn.linear(beside[:, 0], into_UI[:, D:], bias_U + more_U)
        self.gates_LW4U = gates_BW4U.expand(self.lanes, -1, -1)
        self.h_LU = self.c_LU = beside.new_zeros(self.lanes, self.model.config.hidden)
        pixels_R = self.hidden_HW[y].nonzero()[:, 0] + y * self.hidden_HW.shape[1]
        self.biases = [glance.bias(pixels_R, self.order_N) for glance in (self.model.first, self.model.second)]
        self.drawn_above = self.drawn

    def _pass(self, x: int) -> None:
        """Bring the row's LSTM to pixel x, over visible pixels where it is not the next one."""
        if x > self.x:
            left_LWD = fn.pad(self.table_KD[self.tokens_LHW[:, self.row, :x]], (0, 0, 1, 0))[:, self.x : x]
            passing = torch.cat((left_LWD, self.beside_LWR[:, self.x : x]), -1)
            _, (h_1LU, c_1LU) = self.model.along(passing, (self.h_LU[None], self.c_LU[None]))
            self.h_LU, self.c_LU = h_1LU[0], c_1LU[0]
        gates_L4U = self.gates_LW4U[:, x] + self.h_LU @ self.model.along.all_weights[0][1].T
        if x:
            gates_L4U = gates_L4U + self.left_K4U[self.tokens_LHW[:, self.row, x - 1]]
        i, f, g, o = gates_L4U.chunk(4, -1)
        self.c_LU = f.sigmoid() * self.c_LU + i.sigmoid() * g.tanh()
        self.h_LU, self.x = o.sigmoid() * self.c_LU.tanh(), x + 1

    def _beside(self, x: int) -> Tensor:
        """Return the tokens to the left, second to the left and above, L13."""
        none_L = self.tokens_LHW.new_full((self.lanes,), self.model.config.colours)
        row_LW = self.tokens_LHW[:, self.row]
        left = [row_LW[:, x - step] if x >= step else none_L for step in (1, 2)]
        return torch.stack([*left, self.tokens_LHW[:, self.row - 1, x] if self.row else none_L], -1)[:, None]

    def _within_families(self, logits_LK: Tensor) -> Tensor:
        family_LK = self.model.family_K.expand_as(logits_LK)
        room_LP = logits_LK.new_zeros(self.lanes, self.model.families)
        top_LP = room_LP.scatter_reduce(1, family_LK, logits_LK, "amax", include_self=False)
        odds_LK = (logits_LK - top_LP.gather(1, family_LK)).exp()
        return odds_LK / room_LP.scatter_add(1, family_LK, odds_LK).gather(1, family_LK)

    def _left(self, x: int) -> Tensor:
        if x == 0:
            return self.table_KD.new_zeros(self.lanes, self.table_KD.shape[1])
        return self.table_KD[self.tokens_LHW[:, self.row, x - 1]]


Pen = LecturePen | ContextPen
