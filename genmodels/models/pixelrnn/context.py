"""Our PixelRNN: a recurrence over colour tokens that sees every visible pixel and points at the sprite's own colours.

It follows van den Oord et al. 2016 (arXiv 1601.06759) in drawing pixel by pixel in scan order, and adds
  a convolutional reading of the visible pixels, before and after the hole (Dupont & Suresha 2018, arXiv 1810.03728);
  an LSTM down every column, which reads the rows above, and one along every row, which also reads the pixel to the
  left: with true pixels given both are parallel over the other axis, H + W steps instead of H·W;
  colours embedded by their place in Oklab as well as by number, and told in two steps, the family of near colours and
  then the shade: scaled and compressed pictures hold one colour in a dozen shades, each told by what lies beside it;
  attention over visible and already drawn pixels, whose weights are also a distribution over the colours that lie
  there: a mixture of vocabulary softmax and pointers (See et al. 2017, arXiv 1704.04368, eq. 9).

Letters: B sprites, H rows, W columns, N = H·W pixels, Q queried pixels, K tokens, P families of tokens, D embedding,
C context channels, U cells, A attention heads, E numbers per head, F augmentation flags.
"""

from collections.abc import Iterator

import torch
from scipy.sparse.csgraph import connected_components
from torch import Tensor, nn
from torch.nn import functional as fn

from genmodels.api.configs import PixelRNNConfig
from genmodels.media.colours import oklab

FLAGS = 4  # numbers that tell how a training picture was altered (three in use); all zero for a picture as it is
ABOVE = 2  # rows above that a column's LSTM reads at each step
REACH = 3  # columns to each side that it reads there
DILATIONS = (1, 2, 4, 1, 2, 4)
NEAR = 0.04  # of _values, three times Oklab
SHADE = 32  # numbers per colour embedding of a neighbour that tells a shade

# Keys and values (BANE) of all pixels, and the bias of looking at them (BAQN): −inf where a query must not look.
Pixels = tuple[Tensor, Tensor, Tensor]


class Dropout(nn.Module):
    """Dropout of whole features, the same ones at every pixel (Gal & Ghahramani 2016, arXiv 1512.05287)."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        """Return x (B, ..., features) with some features zero in training, the others scaled up."""
        if not self.training or not self.share:
            return x
        kept = x.new_empty(len(x), *[1] * (x.ndim - 2), x.shape[-1]).bernoulli_(1 - self.share)
        return x * (kept / (1 - self.share))


class Reading(nn.Module):
    """Residual dilated convolutions over the visible pixels; hidden ones are a token of their own."""

    def __init__(self, config: PixelRNNConfig) -> None:
        super().__init__()
        width = config.context
        self.enter = nn.Conv2d(config.embedding + 3 + FLAGS, width, 3, padding=1)
        self.norms = nn.ModuleList(nn.GroupNorm(4, width) for _ in DILATIONS)
        self.convs = nn.ModuleList(nn.Conv2d(width, width, 3, padding=d, dilation=d) for d in DILATIONS)
        self.dropout = nn.Dropout2d(config.dropout / 2)

    def forward(self, seen_BDHW: Tensor, hidden_BHW: Tensor, flags_BF: Tensor) -> Tensor:
        """Return features BCHW of what is visible around each pixel."""
        *_, x_BCHW = self.layers(seen_BDHW, hidden_BHW, flags_BF)
        return x_BCHW

    def layers(self, seen_BDHW: Tensor, hidden_BHW: Tensor, flags_BF: Tensor) -> Iterator[Tensor]:
        """Yield the features after each convolution; the last are what `forward` returns."""
        B, _, H, W = seen_BDHW.shape
        rows = torch.linspace(-1, 1, H, device=seen_BDHW.device).view(1, 1, H, 1).expand(B, 1, H, W)
        columns = torch.linspace(-1, 1, W, device=seen_BDHW.device).view(1, 1, 1, W).expand(B, 1, H, W)
        planes = (seen_BDHW, hidden_BHW[:, None].float(), rows, columns, flags_BF[:, :, None, None].expand(B, -1, H, W))
        x_BCHW = self.enter(torch.cat(planes, 1))
        for norm, conv in zip(self.norms, self.convs, strict=True):
            yield x_BCHW
            x_BCHW = x_BCHW + self.dropout(conv(fn.silu(norm(x_BCHW))))
        yield x_BCHW


class Glance(nn.Module):
    """One attention over the visible and already drawn pixels, biased by offset and by mirrored offset."""

    offset_NN: Tensor
    mirror_NN: Tensor

    def __init__(self, config: PixelRNNConfig, state: int, memory: int) -> None:
        super().__init__()
        self.heads, self.width = config.heads, 32
        inner, span = self.heads * self.width, 2 * config.size - 1
        self.query = nn.Linear(state, inner)
        self.key = nn.Linear(memory, inner)
        self.value = nn.Linear(memory, inner)
        self.nothing = nn.Parameter(
            torch.zeros(2, self.heads, self.width)
        )  # key and value of a pixel that is not there
        self.offset = nn.Parameter(torch.zeros(self.heads, span * span))  # by (y' − y, x' − x)
        self.mirror = nn.Parameter(torch.zeros(self.heads, span * span))  # by (y' − y, x' + x)
        y, x = (v.flatten() for v in torch.meshgrid(*[torch.arange(config.size)] * 2, indexing="ij"))
        rise = (y[None] - y[:, None] + config.size - 1) * span
        self.register_buffer("offset_NN", rise + x[None] - x[:, None] + config.size - 1, persistent=False)
        self.register_buffer("mirror_NN", rise + x[None] + x[:, None], persistent=False)
        with torch.no_grad():  # start by looking at the neighbours
            away = (self.offset_NN // span - config.size + 1).abs() + (self.offset_NN % span - config.size + 1).abs()
            self.offset[:, self.offset_NN.flatten()] = -0.3 * away.flatten().float().clamp_max(8)

    def bias(self, queries_M: Tensor | slice = slice(None), pixels_N: Tensor | slice = slice(None)) -> Tensor:
        """Return the position bias of queries at some pixels towards some pixels, MAN; of all towards all by itself."""
        offset_MN, mirror_MN = (places_NN[queries_M][:, pixels_N] for places_NN in (self.offset_NN, self.mirror_NN))
        bias_AMN = self.offset[:, offset_MN] + self.mirror[:, mirror_MN]
        return bias_AMN.transpose(0, 1).contiguous()

    def remember(self, memory_BNM: Tensor) -> tuple[Tensor, Tensor]:
        """Return keys and values BANE."""
        B, N, _ = memory_BNM.shape
        split = (B, N, self.heads, self.width)
        return self.key(memory_BNM).view(split).transpose(1, 2), self.value(memory_BNM).view(split).transpose(1, 2)

    def look(self, state_BQS: Tensor, pixels: Pixels) -> tuple[Tensor, Tensor, Tensor]:
        """Return what is read (BQ·AE), the weights on the pixels (BAQN) and on nothing (BAQ)."""
        B, Q, _ = state_BQS.shape
        key_BANE, value_BANE, bias_BAQN = pixels
        query_BAQE = self.query(state_BQS).view(B, Q, self.heads, self.width).transpose(1, 2) * self.width**-0.5
        score_BAQN = (query_BAQE @ key_BANE.transpose(2, 3)).float() + bias_BAQN
        none_BAQ1 = (query_BAQE * self.nothing[0, :, None]).float().sum(-1, keepdim=True)
        weights = torch.cat((score_BAQN, none_BAQ1), -1).softmax(-1)
        part_BAQN, none_BAQ1 = weights.to(query_BAQE.dtype).split((score_BAQN.shape[-1], 1), -1)
        read_BAQE = none_BAQ1 * self.nothing[1, :, None] + part_BAQN @ value_BANE
        return read_BAQE.transpose(1, 2).reshape(B, Q, self.heads * self.width), weights[..., :-1], weights[..., -1]


class ContextRNN(nn.Module):
    """The default preset."""

    value_K4: Tensor
    family_K: Tensor
    mean_PK: Tensor

    def __init__(self, config: PixelRNNConfig, colours_K4: Tensor) -> None:
        """colours_K4: uint8 RGBA of each token."""
        super().__init__()
        self.config = config
        D, C, U = config.embedding, config.context, config.hidden
        self.register_buffer("value_K4", _values(colours_K4), persistent=False)
        self.register_buffer("family_K", families(colours_K4), persistent=False)
        member_PK = fn.one_hot(self.family_K).T.float()
        self.register_buffer("mean_PK", member_PK / member_PK.sum(1, keepdim=True), persistent=False)
        self.families = len(member_PK)
        self.number = nn.Embedding(config.colours + 1, D)  # the last one stands for a hidden pixel
        self.by_value = nn.Sequential(nn.Linear(4, 64), nn.SiLU(), nn.Linear(64, D))
        self.read = Reading(config)
        self.above = nn.Conv2d(D, 128, (ABOVE, 2 * REACH + 1))
        self.down = nn.LSTM(128 + C, U // 2, batch_first=True)
        self.gather = nn.Conv1d(U // 2, 192, 5, padding=2)
        self.beside = nn.Linear(128 + C + FLAGS, 192)
        self.along = nn.LSTM(D + 192, U, batch_first=True)
        self.state = nn.Linear(U + 192 + D, U)
        self.first = Glance(config, U, D + C + U)
        self.second = Glance(config, U, D + C + U)
        inner = self.first.heads * self.first.width
        self.think = nn.Sequential(nn.Linear(U + inner, U), nn.SiLU(), Dropout(config.dropout), nn.Linear(U, U))
        self.settle = nn.Sequential(nn.Linear(U + inner, U), nn.SiLU(), Dropout(config.dropout))
        self.word = nn.Linear(U, D)
        self.word_bias = nn.Parameter(torch.zeros(self.families))
        self.beside_shade = nn.Embedding(config.colours + 1, SHADE)  # of neighbours; the last one stands for none
        self.mix_shade = nn.Sequential(nn.Linear(U + 3 * SHADE, 128), nn.SiLU(), nn.Linear(128, D))
        self.shade = nn.Parameter(0.1 * torch.randn(config.colours, D))
        self.gate = nn.Linear(U, 1 + 2 * config.heads)
        self.dropout = Dropout(config.dropout)
        nn.init.normal_(self.number.weight, std=0.3)

    # The parts, in the order in which a picture passes through them

    def table(self) -> Tensor:
        """Return the embedding of each token: its number's and its Oklab value's."""
        return self.number.weight[:-1] + self.by_value(self.value_K4)

    def seen(self, tokens_BHW: Tensor, hidden_BHW: Tensor, table_KD: Tensor) -> Tensor:
        """Return what there is to read, BDHW; the tokens under hidden pixels are not looked at."""
        return torch.where(hidden_BHW[..., None], self.number.weight[-1], table_KD[tokens_BHW]).permute(0, 3, 1, 2)

    def rows_above(self, embedded_BDHW: Tensor) -> Tensor:
        """Return features BTHW of the ABOVE rows above each pixel, its own row not included."""
        above_BDHW = fn.pad(embedded_BDHW, (REACH, REACH, ABOVE, 0))[:, :, :-1]
        return fn.silu(self.above(above_BDHW))

    def beside_row(self, above_BHWT: Tensor, column_BHWV: Tensor, context_BHWC: Tensor, flags_BF: Tensor) -> Tensor:
        """Return all that a row's LSTM may know before its first pixel is drawn, BHW·192."""
        B, H, W, _ = above_BHWT.shape
        wide = self.gather(column_BHWV.reshape(B * H, W, -1).transpose(1, 2)).transpose(1, 2).reshape(B, H, W, -1)
        flags_BHWF = flags_BF[:, None, None].expand(B, H, W, -1)
        return fn.silu(wide + self.beside(torch.cat((above_BHWT, context_BHWC, flags_BHWF), -1)))

    def decide(
        self, state_BQU: Tensor, table_KD: Tensor, first: Pixels, second: Pixels
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return the decided state (BQU), ln p over families (BQP), the gates (BQ, 1+2A), the pointers' weights (BAQN).

        The gates are the vocabulary's share, each pointer's as one at families, and each pointer's as one at tokens.
        What a pointer spends on nothing is the vocabulary's.
        """
        read, _, _ = self.first.look(state_BQU, first)
        state_BQU = state_BQU + self.think(torch.cat((state_BQU, read), -1))
        read, weight_BAQN, none_BAQ = self.second.look(state_BQU, second)
        state_BQU = self.settle(torch.cat((state_BQU, read), -1)) + state_BQU
        gate_BQG = self.gate(state_BQU).float().softmax(-1)
        spare_BQ = (gate_BQG[..., 1:] * none_BAQ.transpose(1, 2).repeat(1, 1, 2)).sum(-1)
        gate_BQG = torch.cat((gate_BQG[..., :1] + spare_BQ[..., None], gate_BQG[..., 1:]), -1)
        logits_BQP = (self.word(state_BQU) @ (self.mean_PK @ table_KD).T).float() + self.word_bias
        return state_BQU, logits_BQP.log_softmax(-1), gate_BQG, weight_BAQN

    def shades(self, state_BQU: Tensor, beside_BQ3: Tensor, table_KD: Tensor) -> Tensor:
        """Return logits of every token among its family, BQK, from the state and the three tokens beside the pixel."""
        known = torch.cat((state_BQU, self.beside_shade(beside_BQ3).flatten(2)), -1)
        return (self.mix_shade(known) @ (self.shade + table_KD).T).float()

    # Training and measuring: all true pixels given

    def nll(
        self, tokens_BHW: Tensor, hidden_BHW: Tensor, flags_BF: Tensor | None = None, pixels_BQ: Tensor | None = None
    ) -> Tensor:
        """Return −ln p of the true token at the queried pixels, BQ nats (all pixels where none are named).

        The figure of a pixel depends on the visible pixels and on the hidden ones before it in scan order, on no other.
        """
        B, H, W = tokens_BHW.shape
        if flags_BF is None:
            flags_BF = self.value_K4.new_zeros(B, FLAGS)
        if pixels_BQ is None:
            pixels_BQ = torch.arange(H * W, device=tokens_BHW.device).expand(B, -1)
        table_KD = self.table()
        embedded_BHWD = self.dropout(table_KD[tokens_BHW])
        seen_BDHW = self.seen(tokens_BHW, hidden_BHW, table_KD)
        context_BHWC = self.read(seen_BDHW, hidden_BHW, flags_BF).permute(0, 2, 3, 1)
        above_BHWT = self.rows_above(embedded_BHWD.permute(0, 3, 1, 2)).permute(0, 2, 3, 1)
        falling = torch.cat((above_BHWT, context_BHWC), -1).transpose(1, 2).reshape(B * W, H, -1)
        column_BHWV = self.down(falling)[0].view(B, W, H, -1).transpose(1, 2)
        beside_BHWR = self.dropout(self.beside_row(above_BHWT, column_BHWV, context_BHWC, flags_BF))
        left_BHWD = fn.pad(embedded_BHWD, (0, 0, 1, 0))[:, :, :-1]
        passing = torch.cat((left_BHWD, beside_BHWR), -1).reshape(B * H, W, -1)
        drawn_BNU = self.dropout(self.along(passing)[0].reshape(B, H * W, -1))
        state_BNS = torch.cat((drawn_BNU, beside_BHWR.flatten(1, 2), left_BHWD.flatten(1, 2)), -1)

        hidden_BN, tokens_BN = hidden_BHW.flatten(1), tokens_BHW.flatten(1)
        memory_BNM = self.memory(embedded_BHWD.flatten(1, 2), context_BHWC.flatten(1, 2), drawn_BNU, hidden_BN)
        before_BQN = torch.arange(H * W, device=tokens_BN.device) < pixels_BQ[..., None]
        barred_BQN = torch.where(before_BQN | ~hidden_BN[:, None], 0.0, -torch.inf)
        looked_at = []
        for glance in (self.first, self.second):
            bias_BQAN = glance.bias().index_select(0, pixels_BQ.flatten()).view(B, -1, glance.heads, H * W)
            looked_at.append((*glance.remember(memory_BNM), bias_BQAN.transpose(1, 2) + barred_BQN[:, None]))
        state_BQU = self.state(_pick(state_BNS, pixels_BQ))
        state_BQU, words_BQP, gate_BQG, weight_BAQN = self.decide(state_BQU, table_KD, *looked_at)

        target_BQ = tokens_BN.gather(1, pixels_BQ)
        family_BQ = self.family_K[target_BQ]
        # A hidden pixel's own place carries no weight (it is barred); a visible one is never scored.
        alike_BQN2 = (
            torch.stack(
                (self.family_K[tokens_BN][:, None] == family_BQ[..., None], tokens_BN[:, None] == target_BQ[..., None]),
                -1,
            )
            & (barred_BQN == 0)[..., None]
        )
        pointed_BQA2 = weight_BAQN.transpose(1, 2) @ alike_BQN2.float()
        word_BQ = words_BQP.gather(-1, family_BQ[..., None])[..., 0].exp()
        A = self.config.heads
        family_p_BQ = gate_BQG[..., 0] * word_BQ + (gate_BQG[..., 1 : A + 1] * pointed_BQA2[..., 0]).sum(-1)
        copied_p_BQ = (gate_BQG[..., A + 1 :] * pointed_BQA2[..., 1]).sum(-1)
        beside_BQ3 = _beside(tokens_BHW, self.config.colours).flatten(1, 2)
        shades_BQK = self.shades(state_BQU, _pick(beside_BQ3, pixels_BQ), table_KD)
        kin_BQK = self.family_K == family_BQ[..., None]
        whole_BQ = shades_BQK.masked_fill(~kin_BQK, -torch.inf).logsumexp(-1)
        shade_BQ = shades_BQK.gather(-1, target_BQ[..., None])[..., 0] - whole_BQ
        return -(family_p_BQ * shade_BQ.exp() + copied_p_BQ).clamp_min(1e-30).log()

    def memory(self, embedded_BND: Tensor, context_BNC: Tensor, drawn_BNU: Tensor, hidden_BN: Tensor) -> Tensor:
        """Return what an attended pixel shows, BNM: its colour, what is visible round it, and the state that drew it.

        A visible pixel's state stays out: it would tell of hidden pixels before it to those before them.
        """
        return torch.cat((embedded_BND, context_BNC, drawn_BNU * hidden_BN[..., None]), -1)


def _pick(x_BNS: Tensor, pixels_BQ: Tensor) -> Tensor:
    return x_BNS.gather(1, pixels_BQ[..., None].expand(-1, -1, x_BNS.shape[-1]))


def _beside(tokens_BHW: Tensor, none: int) -> Tensor:
    """Return the tokens to the left, second to the left and above each pixel, BHW3."""
    H, W = tokens_BHW.shape[1:]
    padded = fn.pad(tokens_BHW, (2, 0, 1, 0), value=none)
    return torch.stack((padded[:, 1:, 1 : W + 1], padded[:, 1:, :W], padded[:, :H, 2:]), -1)


def families(colours_K4: Tensor) -> Tensor:
    """Return int64 K: a number for each token, the same for colours linked by steps smaller than the eye sees."""
    values_K4 = _values(colours_K4)
    near_KK = (values_K4[:, None] - values_K4[None]).norm(dim=-1) < NEAR
    return torch.from_numpy(connected_components(near_KK.numpy(), directed=False)[1]).long()


def _values(colours_K4: Tensor) -> Tensor:
    lab_K3 = torch.from_numpy(oklab(colours_K4.numpy())).float()
    alpha_K1 = colours_K4[:, 3:].float() / 255
    return torch.cat((lab_K3 * alpha_K1 * 3, alpha_K1), -1)
