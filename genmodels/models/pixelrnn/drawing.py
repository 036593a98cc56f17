"""Drawing with a PixelRNN: beliefs to colours, one seed per candidate, the sprite's own colours kept exactly.

Letters: N candidates, L lanes, S pictures that lanes begin with (1 or L), R rows, K tokens, T exact colours,
J pixels that can be pointed at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from genmodels.models.pixelrnn.context import ContextRNN
from genmodels.models.pixelrnn.lecture import LectureRNN
from genmodels.models.pixelrnn.pens import Belief, ContextPen, LecturePen
from genmodels.runtime import rng

BREATH = 8  # pixels between two yields of eight lanes, so that a cancel is heard within some 50 ms
LANES = 8  # always as many: rounding in matrix products depends on the batch, and a seed's pixels must not


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Colours:
    """How the model's tokens and a sprite's exact colours stand for each other."""

    exact_of_token_K: np.ndarray  # the exact colour that a token of the vocabulary is drawn as
    token_of_exact_T: np.ndarray  # the token that the model reads an exact colour as
    drawn_of_exact_T: np.ndarray  # the exact colour drawn where a pointer points at one; mostly itself


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rows:
    """Rows y0 to y0 + R of every candidate, visible pixels as given; R is 0 where a long row is not yet whole."""

    y0: int
    exact_NRW: np.ndarray
    done: int  # hidden pixels drawn so far, of each candidate
    total: int
    bits_N: np.ndarray  # mean −log₂ p per pixel drawn so far, at temperature 1


def draw(
    model: ContextRNN | LectureRNN,
    exact: np.ndarray,
    hidden_HW: np.ndarray,
    colours: Colours,
    seeds: Sequence[int],
    *,
    temperature: float,
    nucleus: float,
) -> Iterator[Rows]:
    """Yield each row with hidden pixels as it is drawn, and empty ones meanwhile; a candidate per seed.

    exact: int64, places in the table of exact colours: HW where all candidates begin alike, or NHW, a picture for each;
    what stands at hidden pixels does not matter.
    temperature 0 takes the likeliest colour; nucleus keeps the likeliest colours up to that mass (Holtzman et al. 2020,
    arXiv 1904.09751); both leave the choice between figure and ground as learned. The same seed draws the same pixels
    at any number of candidates.
    """
    lanes = [
        _draw_lanes(
            model,
            _filled(exact[at : at + LANES]) if exact.ndim == 3 else exact[None],
            hidden_HW,
            colours,
            list(seeds[at : at + LANES]),
            temperature=temperature,
            nucleus=nucleus,
        )
        for at in range(0, len(seeds), LANES)
    ]
    total = int(hidden_HW.sum())
    last = Rows(y0=0, exact_NRW=_no_rows(len(seeds), hidden_HW), done=0, total=total, bits_N=np.zeros(len(seeds)))
    while True:
        parts = []
        for some in lanes:  # in step: each yields as often as the others
            if (part := next(some, None)) is None:
                return
            parts.append(part)
            if len(parts) < len(lanes):
                yield replace(last, exact_NRW=_no_rows(len(seeds), hidden_HW))
        last = Rows(
            y0=parts[0].y0,
            exact_NRW=np.concatenate([part.exact_NRW for part in parts]),
            done=parts[0].done,
            total=parts[0].total,
            bits_N=np.concatenate([part.bits_N for part in parts]),
        )
        yield last


def _draw_lanes(
    model: ContextRNN | LectureRNN,
    exact_SHW: np.ndarray,
    hidden_HW: np.ndarray,
    colours: Colours,
    seeds: list[int],
    *,
    temperature: float,
    nucleus: float,
) -> Iterator[Rows]:
    device = next(model.parameters()).device
    place = {"device": device, "dtype": torch.int64}
    token_of_exact_T = torch.as_tensor(colours.token_of_exact_T, **place)
    begun_SHW = torch.as_tensor(exact_SHW, **place)
    exact_LHW = np.tile(exact_SHW, (LANES // len(exact_SHW), 1, 1))
    hidden_there_HW = torch.as_tensor(hidden_HW, device=device)
    start = ContextPen if isinstance(model, ContextRNN) else LecturePen
    pen = start(model, token_of_exact_T[begun_SHW], hidden_there_HW, LANES)  # type: ignore[arg-type]
    palette = _Palette(colours, begun_SHW[:, ~hidden_there_HW], int(hidden_HW.sum()))
    chance_LHW = _filled(np.stack([rng(seed).random(hidden_HW.shape) for seed in seeds]))
    ground = int(colours.exact_of_token_K[0])  # the pack's first token is its background
    bits_L, lanes_L, done, total = np.zeros(LANES), np.arange(LANES), 0, int(hidden_HW.sum())
    for _ in pen.prepare():
        nothing_NRW, nothing_N = _no_rows(len(seeds), hidden_HW), np.zeros(len(seeds))
        yield Rows(y0=0, exact_NRW=nothing_NRW, done=0, total=total, bits_N=nothing_N)
    for y in np.flatnonzero(hidden_HW.any(1)).tolist():
        *columns, last = np.flatnonzero(hidden_HW[y]).tolist()
        for x in [*columns, last]:
            # So few numbers are faster to choose from in NumPy than in torch.
            p_LT = palette.spread(pen.expect(y, x)).cpu().numpy().astype(np.float64)
            chosen_L = _choose(p_LT, ground, chance_LHW[:, y, x], temperature, nucleus)
            bits_L -= np.log2(np.maximum(p_LT[lanes_L, chosen_L], 1e-30))
            exact_LHW[:, y, x] = chosen_L
            drawn_L = torch.as_tensor(chosen_L, **place)
            palette.add(drawn_L)
            pen.put(y, x, token_of_exact_T[drawn_L])
            done += 1
            if x == last or done % BREATH == 0:
                rows_NRW = exact_LHW[: len(seeds), y : y + (x == last)].copy()
                bits_N = bits_L[: len(seeds)] / done
                yield Rows(y0=y, exact_NRW=rows_NRW, done=done, total=total, bits_N=bits_N)


def _no_rows(count: int, hidden_HW: np.ndarray) -> np.ndarray:
    return np.zeros((count, 0, hidden_HW.shape[1]), dtype=np.int64)


def _filled(lanes_NHW: np.ndarray) -> np.ndarray:
    """Return as many planes as there are lanes; those that nobody asked for repeat the first."""
    return np.concatenate([lanes_NHW, lanes_NHW[:1].repeat(LANES - len(lanes_NHW), axis=0)])


class _Palette:
    """Turns beliefs about tokens and pixels into probabilities of exact colours."""

    def __init__(self, colours: Colours, visible_SJ: Tensor, hidden: int) -> None:
        self.drawn_of_exact_T = torch.as_tensor(colours.drawn_of_exact_T, device=visible_SJ.device)
        self.exact_of_token_K = torch.as_tensor(colours.exact_of_token_K, device=visible_SJ.device)
        room_SJ = visible_SJ.new_zeros(len(visible_SJ), hidden)
        self.pointed_LJ = torch.cat((self.drawn_of_exact_T[visible_SJ], room_SJ), 1).expand(LANES, -1).clone()
        self.count = visible_SJ.shape[1]

    def spread(self, belief: Belief) -> Tensor:
        """Return p over exact colours, LT."""
        p_LT = belief.tokens_LK.new_zeros(LANES, len(self.drawn_of_exact_T))
        p_LT.index_add_(1, self.exact_of_token_K, belief.tokens_LK)
        if belief.copied_LN is not None:
            p_LT.scatter_add_(1, self.pointed_LJ[:, : self.count], belief.copied_LN)
        return p_LT

    def add(self, drawn_L: Tensor) -> None:
        """Let the pointers point at the pixel just drawn."""
        self.pointed_LJ[:, self.count] = drawn_L
        self.count += 1


def _choose(p_LT: np.ndarray, ground: int, chance_L: np.ndarray, temperature: float, nucleus: float) -> np.ndarray:
    """Return one colour per lane: the one under which the lane's chance falls, colours in order of their number.

    Temperature and nucleus choose among the figure's colours; whether a pixel is figure or ground stays as learned. A
    figure begins somewhere in hundreds of pixels, each unlikely to be its first: cut those chances and nothing begins.
    """
    if temperature == 0:
        return p_LT.argmax(-1)
    ground_L = p_LT[:, ground] / p_LT.sum(-1)
    figure_LT = p_LT.copy()
    figure_LT[:, ground] = 0
    # Divided by the greatest first, so that no power loses them all; where there is no figure all stay zero.
    figure_LT = (figure_LT / figure_LT.max(-1, keepdims=True).clip(1e-300)) ** (1 / temperature)
    figure_LT /= figure_LT.sum(-1, keepdims=True).clip(1e-300)
    if nucleus < 1:
        rows_L1, order_LT = np.arange(len(p_LT))[:, None], np.argsort(-figure_LT, axis=-1, kind="stable")
        sorted_LT = figure_LT[rows_L1, order_LT]
        sorted_LT *= sorted_LT.cumsum(-1) - sorted_LT < nucleus
        figure_LT[rows_L1, order_LT] = sorted_LT
    figure_LT *= ((1 - ground_L) / figure_LT.sum(-1).clip(1e-300))[:, None]
    figure_LT[:, ground] = ground_L
    reached_LT = figure_LT.cumsum(-1)
    return (reached_LT <= (chance_L * reached_LT[:, -1])[:, None]).sum(-1).clip(max=p_LT.shape[-1] - 1)
