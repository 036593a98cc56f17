"""Draws the masked pixels of a sprite, once per seed; what lies outside the mask stays as it is, to the bit.

Letters: H, W the sprite's sides, S the model's side, N candidates, R rows.
"""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from genmodels.api.errors import ConfigError
from genmodels.api.messages import Candidate, Complete, Done, Event, Log, PaletteRule, Preview, Progress
from genmodels.jobs.completing.matching import OwnColours, match, own_colours
from genmodels.jobs.completing.windows import Window, windows_over
from genmodels.jobs.loading import load_pixelrnn
from genmodels.media.colours import from_hex
from genmodels.media.masks import mask_of
from genmodels.media.sprite import decode_png, encode_png
from genmodels.models.pixelrnn import PixelRNN, draw
from genmodels.runtime import one_thread

MOST_SEEDS = 64


def complete(request: Complete) -> Iterator[Event]:
    """Yield a preview of every candidate's rows as they are drawn, then the candidates."""
    _check(request)
    sprite = decode_png(request.sprite)
    mask_HW = mask_of(decode_png(request.mask), sprite)
    model, card = load_pixelrnn(Path(request.pack))
    own, count = own_colours(sprite.rgba_HWC, mask_HW), len(request.seeds)
    windows = windows_over(mask_HW, model.config.size)
    for text in _remarks(request, mask_HW, model.config.size, len(windows), own):
        yield Log(text=text)
    drawing = _Drawing(
        request=request,
        model=model,
        pack_K4=from_hex(card.colours),
        own=own,
        mask_HW=mask_HW,
        pictures=[sprite.rgba_HWC.copy() for _ in request.seeds],
        total=int(mask_HW.sum()) * count,
    )
    yield Progress(done=0, total=drawing.total)
    bits_N = np.zeros(count)
    for number, (window, hidden_SS) in enumerate(windows):
        with one_thread():
            bits_N += yield from drawing.fill(window, hidden_SS, number)
    yield Done(
        candidates=tuple(
            Candidate(seed=seed, picture=encode_png(picture), bits_per_pixel=float(bits / mask_HW.sum()))
            for seed, picture, bits in zip(request.seeds, drawing.pictures, bits_N, strict=True)
        )
    )


@dataclass(slots=True, kw_only=True, eq=False)
class _Drawing:
    """The candidates as far as they are drawn."""

    request: Complete
    model: PixelRNN
    pack_K4: np.ndarray
    own: OwnColours
    mask_HW: np.ndarray
    pictures: list[np.ndarray]  # RGBA, one per seed
    total: int  # pixels to draw, over all candidates
    done: int = 0

    def fill(self, window: Window, hidden_SS: np.ndarray, number: int) -> Generator[Event, None, np.ndarray]:
        """Draw the hidden pixels of a window; returns −log₂ p of them all for each candidate, bits."""
        seen_NSS4, request = np.stack([window.cut(picture) for picture in self.pictures]), self.request
        near = self.own.near(seen_NSS4[0, ~window.cut(self.mask_HW)])  # the same, whatever other seeds have drawn
        shown_M4 = seen_NSS4[:, ~hidden_SS].reshape(-1, 4)
        matching = match(near, shown_M4, self.pack_K4, request.palette, request.colours)
        exact_NSS = matching.exact_of(seen_NSS4)
        seeds = [_window_seed(seed, number) for seed in request.seeds]
        bits_N = np.zeros(len(seeds))
        for rows in draw(
            self.model,
            exact_NSS if number else exact_NSS[0],  # nothing is drawn yet in the first window: all see the same
            hidden_SS,
            matching.colours,
            seeds,
            temperature=request.temperature,
            nucleus=request.nucleus,
        ):
            band = slice(rows.y0, rows.y0 + rows.exact_NRW.shape[1])
            fresh_SS = np.zeros_like(hidden_SS)
            fresh_SS[band] = hidden_SS[band]
            for n, exact_RW in enumerate(rows.exact_NRW):
                self.pictures[n][window.places(fresh_SS)] = matching.table_T4[exact_RW[hidden_SS[band]]]
                if fresh_SS.any():
                    yield _preview(n, self.pictures[n], window, hidden_SS, fresh_SS)
            yield Progress(done=self.done + rows.done * len(seeds), total=self.total)
            bits_N = rows.bits_N * rows.done
        self.done += int(hidden_SS.sum()) * len(seeds)
        return bits_N


def _check(request: Complete) -> None:
    if not 1 <= len(request.seeds) <= MOST_SEEDS:
        message = f"{len(request.seeds)} candidates were asked for."
        raise ConfigError(message, hint=f"Ask for 1 to {MOST_SEEDS}.")
    if not all(0 <= seed < 2**63 for seed in request.seeds):
        raise ConfigError("A seed is out of range.", hint="Choose 0 to 9223372036854775807.")
    if not 0 <= request.temperature <= 2:
        raise ConfigError(f"The temperature is {request.temperature:g}.", hint="Choose 0 to 2; 1 is as it was learned.")
    if not 0 < request.nucleus <= 1:
        raise ConfigError(f"The nucleus is {request.nucleus:g}.", hint="Choose above 0 to 1; 1 keeps all colours.")


def _remarks(request: Complete, mask_HW: np.ndarray, size: int, windows: int, own: OwnColours) -> Iterator[str]:
    """Yield what the person should know about how this is going to be drawn."""
    height, width = mask_HW.shape
    if windows > 1:
        yield f"The mask is larger than what this pack sees at once: drawn through {windows} windows of {size}×{size}."
    elif max(height, width) > size:
        yield f"The sprite is {width}×{height} pixels: completed through a window of {size}×{size} round the mask."
    if request.palette is PaletteRule.SPRITE and own.shows_nothing:
        yield "No colour is visible on this sprite: drawn with the pack's own."


def _preview(
    index: int, picture_HW4: np.ndarray, window: Window, hidden_SS: np.ndarray, fresh_SS: np.ndarray
) -> Preview:
    """Return the freshly drawn rows, as wide as all that is hidden in the window."""
    rows, _ = window.places(fresh_SS)
    _, columns = window.places(hidden_SS)
    x, y = int(columns.min()), int(rows.min())
    part_HW4 = picture_HW4[y : rows.max() + 1, x : columns.max() + 1]
    return Preview(index=index, x=x, y=y, picture=encode_png(part_HW4))


def _window_seed(seed: int, number: int) -> int:
    """Return the candidate's seed in this window; with the same one all windows would draw from the same numbers."""
    return int(np.random.SeedSequence((seed, number)).generate_state(1, np.uint64)[0] >> 1) if number else seed
