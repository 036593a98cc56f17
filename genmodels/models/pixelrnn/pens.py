"""Pens: a network stepped one hidden pixel at a time in scan order, for eight sprites (lanes) at once.

A pen gives exactly the probabilities that the network's `nll` scores. What is visible is run in one call, not pixel by
pixel; what all lanes share is computed once. `prepare` is to be run to its end first: it yields between its parts, so
that a cancel is heard.

At eight lanes a product of small matrices costs hardly more than its call: our pen joins the weights of one input side
by side, and multiplies by token, by row or once where nothing waits for the pixel before.

Letters: L lanes, S pictures that they begin with (1 where all begin alike, else L), M hidden pixels, V visible ones,
I = AE numbers that a glance reads, O = 4I in both glances' keys and values, G gates, X numbers of joined layers side by
side; the rest as in context.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as fn

from genmodels.models.pixelrnn.context import ABOVE, FLAGS, SHADE, ContextRNN, Glance
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
        self.model, self.lanes, self.tokens_SHW, self.hidden_HW = model, lanes, tokens_SHW, hidden_HW
        # A row above and two columns to the left that stand for no colour: every pixel has neighbours.
        padded_SHW = fn.pad(tokens_SHW, (2, 0, 1, 0), value=model.config.colours)
        self.padded_LHW = padded_SHW.expand(lanes, -1, -1).clone()
        self.tokens_LHW = self.padded_LHW[:, 1:, 2:]
        self.flags_LF = model.value_K4.new_zeros(lanes, FLAGS)
        self.table_KD = model.table()
        self.joined = _Joined(model, self.table_KD)
        self.row, self.column_state = -1, None

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
        state_LU = self._pass(x)
        nth = self.drawn - self.drawn_above
        first_A1N, second_A1N = (bias_RAN[nth, :, None] for bias_RAN in self.biases)
        thought_LU, _ = self.first.take_in(state_LU, first_A1N, self.drawn)
        state_LU = state_LU + self.model.think[-1](thought_LU)
        settled_LU, weights_ALN = self.second.take_in(state_LU, second_A1N, self.drawn)
        gates_LG, words_LP, mixed_LX = self.joined.tell(state_LU + settled_LU)
        gates_LG = gates_LG.softmax(-1)
        gates_L2A = gates_LG[:, 1:].unflatten(1, (2, -1))  # of pointers at families, and at tokens
        pointed_L2N = gates_L2A @ weights_ALN.transpose(0, 1)
        # The first weight is on nothing: what a pointer spends there is the vocabulary's.
        own_L1 = gates_LG[:, :1] + pointed_L2N[:, :, 0].sum(1, keepdim=True)
        pointed_LN, copied_LN = pointed_L2N[:, :, 1:].unbind(1)
        tokens_LK = words_LP.softmax(-1) * own_L1
        tokens_LK.scatter_add_(1, self.family_LN[:, : pointed_LN.shape[1]], pointed_LN)
        if self.model.families < self.model.config.colours:  # else every token is all its family
            shades_LK = self.joined.shades(mixed_LX, self._beside(y, x))
            tokens_LK = tokens_LK[:, self.model.family_K] * self._within_families(shades_LK)
        return Belief(tokens_LK=tokens_LK, copied_LN=copied_LN)

    @torch.inference_mode()
    def put(self, y: int, x: int, tokens_L: Tensor) -> None:
        """Set the pixel last asked for."""
        self.tokens_LHW[:, y, x] = tokens_L
        self.family_LN[:, self.visible + self.drawn] = self.model.family_K[tokens_L]
        memory_LO = self.joined.memory_KO[tokens_L] + self.context_SMO[:, self.drawn]
        memory_LO += self.onward_LX[:, -memory_LO.shape[1] :]
        memory_L4AE = memory_LO.view(self.lanes, 4, -1, self.model.first.width)
        self.drawn_4ALME[:, :, :, self.drawn] = memory_L4AE.permute(1, 2, 0, 3)
        self.drawn += 1

    def _remember_visible(self) -> Iterator[None]:
        """Prepare both glances: the visible pixels of each picture, and room for each lane's drawn ones."""
        hidden_N = self.hidden_HW.flatten()
        visible_V, hidden_M = (~hidden_N).nonzero()[:, 0], hidden_N.nonzero()[:, 0]
        self.order_N = torch.cat((visible_V, hidden_M))  # in which the pixels are pointed at
        tokens_SN = self.tokens_SHW.flatten(1)
        embedded_SVD = self.table_KD[tokens_SN[:, visible_V]]
        context_SNC = self.context_SHWC.flatten(1, 2)
        nothing_SVU = embedded_SVD.new_zeros(*embedded_SVD.shape[:2], self.model.config.hidden)
        memory_SVM = torch.cat((embedded_SVD, context_SNC[:, visible_V], nothing_SVU), -1)
        self.drawn, self.visible = 0, len(visible_V)
        family_SN = self.model.family_K[tokens_SN[:, self.order_N]]
        self.family_LN = family_SN.expand(self.lanes, -1).clone()
        self.context_SMO = self.joined.context(context_SNC[:, hidden_M])
        yield
        model, glance = self.model, self.model.first
        self.drawn_4ALME = embedded_SVD.new_zeros(4, glance.heads, self.lanes, len(hidden_M), glance.width)
        self.first = _Look(glance, _layers(model.think)[0], memory_SVM, self.drawn_4ALME[:2])
        yield
        self.second = _Look(model.second, _layers(model.settle)[0], memory_SVM, self.drawn_4ALME[2:])
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
        self.begun_LWX = self.joined.row(beside[:, 0]).expand(self.lanes, -1, -1)
        self.h_LU = self.c_LU = beside.new_zeros(self.lanes, self.model.config.hidden)
        self.onward_LX = self.h_LU @ self.joined.onward_UX
        pixels_R = self.hidden_HW[y].nonzero()[:, 0] + y * self.hidden_HW.shape[1]
        # The first place is nothing's, which is nowhere.
        glances = (self.model.first, self.model.second)
        self.biases = [fn.pad(glance.bias(pixels_R, self.order_N), (1, 0)) for glance in glances]
        self.drawn_above = self.drawn

    def _pass(self, x: int) -> Tensor:
        """Bring the row's LSTM to pixel x, over visible pixels where it is not the next one; returns the state, LU."""
        if x > self.x:
            left_LWD = fn.pad(self.table_KD[self.tokens_LHW[:, self.row, :x]], (0, 0, 1, 0))[:, self.x : x]
            passing = torch.cat((left_LWD, self.beside_LWR[:, self.x : x]), -1)
            _, (h_1LU, c_1LU) = self.model.along(passing, (self.h_LU[None], self.c_LU[None]))
            self.h_LU, self.c_LU = h_1LU[0], c_1LU[0]
            self.onward_LX = self.h_LU @ self.joined.onward_UX
        given_LX = self.begun_LWX[:, x] + self.joined.left_KX[self.padded_LHW[:, self.row + 1, x + 1]]
        gates = 4 * self.model.config.hidden
        i, f, g, o = (given_LX[:, :gates] + self.onward_LX[:, :gates]).chunk(4, -1)
        self.c_LU = f.sigmoid() * self.c_LU + i.sigmoid() * g.tanh()
        self.h_LU, self.x = o.sigmoid() * self.c_LU.tanh(), x + 1
        self.onward_LX = self.h_LU @ self.joined.onward_UX
        return given_LX[:, gates:] + self.onward_LX[:, gates : given_LX.shape[1]]

    def _beside(self, y: int, x: int) -> Tensor:
        """Return the tokens second to the left, to the left and above, L3."""
        return torch.cat((self.padded_LHW[:, y + 1, x : x + 2], self.padded_LHW[:, y, x + 2, None]), 1)

    def _within_families(self, logits_LK: Tensor) -> Tensor:
        family_LK = self.model.family_K.expand_as(logits_LK)
        room_LP = logits_LK.new_zeros(self.lanes, self.model.families)
        top_LP = room_LP.scatter_reduce(1, family_LK, logits_LK, "amax", include_self=False)
        odds_LK = (logits_LK - top_LP.gather(1, family_LK)).exp()
        return odds_LK / room_LP.scatter_add(1, family_LK, odds_LK).gather(1, family_LK)


class _Joined:
    """The weights of layers with the same input in one matrix, and of layers that follow each other multiplied."""

    def __init__(self, model: ContextRNN, table_KD: Tensor) -> None:
        D, C, U = model.config.embedding, model.config.context, model.config.hidden
        of_input_GI, of_h_GU, bias_G, more_G = model.along.all_weights[0]
        state_UU, state_UR, state_UD = model.state.weight.split((U, of_input_GI.shape[1] - D, D), 1)
        memories = [layer for glance in (model.first, model.second) for layer in (glance.key, glance.value)]
        memory_OM = torch.cat([layer.weight for layer in memories])
        memory_OD, self.memory_OC, memory_OU = memory_OM.split((D, C, U), 1)
        self.memory_bias_O = torch.cat([layer.bias for layer in memories])
        self.memory_KO = table_KD @ memory_OD.T
        # From a pixel's h, in this order: the next pixel's gates, its own state, and what it shows to later ones.
        self.onward_UX = _laid_out(of_h_GU, state_UU, memory_OU)
        self.row_XR = torch.cat((of_input_GI[:, D:], state_UR))
        self.row_bias_X = torch.cat((bias_G + more_G, model.state.bias))
        # By the token to the left; the last row is for none.
        self.left_KX = fn.pad(table_KD, (0, 0, 0, 1)) @ _laid_out(of_input_GI[:, :D], state_UD)

        word_PD = model.mean_PK @ table_KD
        mix, after = _layers(model.mix_shade)
        self.tell_UX = _laid_out(model.gate.weight, word_PD @ model.word.weight, mix.weight[:, :U])
        self.tell_bias_X = torch.cat((model.gate.bias, word_PD @ model.word.bias + model.word_bias, mix.bias))
        self.told = (len(model.gate.bias), model.families, len(mix.bias))
        left, before, above = mix.weight[:, U:].split(SHADE, 1)
        self.beside_3KX = torch.stack([model.beside_shade.weight @ part.T for part in (before, left, above)])
        self.three = torch.arange(3, device=table_KD.device)
        shade_KD = model.shade + table_KD
        self.shade_KX, self.shade_bias_K = shade_KD @ after.weight, shade_KD @ after.bias

    def context(self, context_SMC: Tensor) -> Tensor:
        """Return what is visible round a pixel as parts of its keys and values, SMO."""
        return fn.linear(context_SMC, self.memory_OC, self.memory_bias_O)

    def row(self, beside_LWR: Tensor) -> Tensor:
        """Return a row's parts of the gates and of the state, LWX."""
        return fn.linear(beside_LWR, self.row_XR, self.row_bias_X)

    def tell(self, state_LU: Tensor) -> tuple[Tensor, ...]:
        """Return logits of the gates and of families, and what the state gives to the shades' hidden layer."""
        return torch.addmm(self.tell_bias_X, state_LU, self.tell_UX).split(self.told, -1)

    def shades(self, mixed_LX: Tensor, beside_L3: Tensor) -> Tensor:
        """Return logits of every token among its family, LK."""
        mixed_LX = fn.silu(mixed_LX + self.beside_3KX[self.three, beside_L3].sum(1))
        return fn.linear(mixed_LX, self.shade_KX, self.shade_bias_K)


class _Look:
    """One glance, with the layer that takes in what it reads, by eight lanes at a pixel each."""

    def __init__(self, glance: Glance, layer: nn.Linear, memory_SVM: Tensor, drawn_2ALME: Tensor) -> None:
        cells, scale = glance.query.in_features, glance.width**-0.5
        self.inner, self.width = glance.query.out_features, glance.width
        self.of_state_UX = _laid_out(glance.query.weight * scale, layer.weight[:, :cells])
        self.bias_X = torch.cat((glance.query.bias * scale, layer.bias))
        self.of_read_IU = _laid_out(layer.weight[:, cells:])
        # Nothing is looked at like a visible pixel before all others.
        nothing = glance.nothing[:, None, :, None].expand(-1, len(memory_SVM), -1, -1, -1)
        keys, values = (
            torch.cat((none_SA1E, seen_SANE), 2).transpose(0, 1).flatten(0, 1)
            for none_SA1E, seen_SANE in zip(nothing, glance.remember(memory_SVM), strict=True)
        )
        self.seen_keys, self.seen_values = keys.transpose(1, 2).contiguous(), values  # of A·S batches
        self.drawn_keys, self.drawn_values = drawn_2ALME.flatten(1, 2)  # of A·L batches

    def take_in(self, state_LU: Tensor, bias_A1N: Tensor, drawn: int) -> tuple[Tensor, Tensor]:
        """Return the layer's answer, LU, and the weights on nothing, the visible and the drawn pixels, ALN."""
        L, A, S = len(state_LU), len(bias_A1N), len(self.seen_keys) // len(bias_A1N)
        asked_LX = torch.addmm(self.bias_X, state_LU, self.of_state_UX)
        query_ALE = asked_LX[:, : self.inner].view(L, A, self.width).transpose(0, 1).contiguous()
        seen = query_ALE.view(A * S, L // S, self.width) @ self.seen_keys
        own = query_ALE.view(A * L, 1, self.width) @ self.drawn_keys[:, :drawn].transpose(1, 2)
        scores_ALN = torch.cat((seen.view(A, L, -1), own.view(A, L, drawn)), -1)
        N, V = scores_ALN.shape[-1], seen.shape[-1]
        weights_ALN = scores_ALN.add_(bias_A1N[:, :, :N]).softmax(-1)
        read = weights_ALN.view(A * S, L // S, N)[:, :, :V] @ self.seen_values
        read = read.view(A * L, 1, self.width)
        read = read.baddbmm(weights_ALN.view(A * L, 1, N)[:, :, V:], self.drawn_values[:, :drawn])
        read_LI = read.view(A, L, self.width).transpose(0, 1).reshape(L, self.inner)
        return fn.silu(torch.addmm(asked_LX[:, self.inner :], read_LI, self.of_read_IU)), weights_ALN


def _layers(part: nn.Sequential) -> list[nn.Linear]:
    return [layer for layer in part if isinstance(layer, nn.Linear)]


def _laid_out(*layers: Tensor) -> Tensor:
    """Return the weights of some layers, each out × in, as one in × out: products with few rows read it faster."""
    return torch.cat(layers).T.contiguous()


Pen = LecturePen | ContextPen
