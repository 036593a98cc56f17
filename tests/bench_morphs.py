"""The speed of morphs, and of a slider's pictures beside the bare decoder."""

import dataclasses
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import torch

from genmodels.api.codes import Code
from genmodels.api.messages import Decode, Done, Encode, Morph, Preview
from genmodels.api.messages import encode as written
from genmodels.jobs.coding.codes import tensors_of
from genmodels.jobs.decode import decode
from genmodels.jobs.encode import encode
from genmodels.jobs.loading import load_image_vae
from genmodels.jobs.morph import morph
from genmodels.media.sprite import encode_png
from genmodels.runtime import one_thread
from tests.bench_engine import Engine
from tests.bench_packs import ball
from tests.bench_windows import HAND, said

FRAMES, TURNS, MOVES = 9, 3, 200


class Slider:
    """A slider that moves a picture's first number; every move is another code, as under a hand."""

    def __init__(self, pack: Path) -> None:
        self._model, _ = load_image_vae(pack)
        self._picture = encode_png(ball(pack, tall=1.0))
        *_, read = encode(Encode(pack=str(pack), picture=self._picture))
        self._pack, self._moves = str(pack), self._moved(read.codes[0])

    def bare(self) -> float:
        """Return the seconds of the decoder alone, on the numbers of a move."""
        codes = tensors_of(self._model, next(self._moves))
        with one_thread(), torch.inference_mode():
            return _seconds(lambda: self._model.decode(*codes))

    def here(self) -> float:
        """Return the seconds of the engine's job in this process: from the request to the picture as it travels."""
        request = self._request()
        return _seconds(lambda: list(decode(request)))

    def through(self, engine: Engine) -> float:
        """Return the seconds through an engine's process: a line of JSON in, the picture in a line of JSON out."""
        return engine.seconds(self._request())

    def last(self, folder: Path) -> float:
        """Return the seconds to the last picture of a hand that moves faster than the decoder draws.

        The window's own slot asks: one is under way, of those that come meanwhile only the newest follows.
        """
        moves = folder / "moves.jsonl"
        moves.write_text("\n".join(written(self._request(), "move") for _ in range(MOVES)), encoding="utf-8")
        return float(said(HAND, str(moves), str(folder / "engine.log"))[0])

    def _request(self) -> Decode:
        return Decode(pack=self._pack, codes=(next(self._moves),), anchor=self._picture)

    @staticmethod
    def _moved(code: Code) -> Iterator[Code]:
        first, *others = code.numbers
        while True:
            first += 0.01
            yield dataclasses.replace(code, numbers=(first, *others))


def request(pack: Path) -> Morph:
    """Return a morph of two balls of other colours and shapes."""
    pictures = (ball(pack, tall=1.0), ball(pack, tall=0.6, first=12))
    return Morph(pack=str(pack), pictures=tuple(encode_png(picture) for picture in pictures), frames=FRAMES)


def strip(engine: Engine, pack: Path) -> tuple[float, float]:
    """Return the seconds to the first frame of the rough strip, and to the finished morph; medians."""
    times = [engine.times(request(pack)) for _ in range(TURNS + 1)][1:]
    first, done = (statistics.median(one[kind] for one in times) for kind in (Preview, Done))
    return first, done


def longest_stretch(pack: Path) -> float:
    """Return the longest time between two yields of a morph, in which a cancel is not heard; median of morphs."""
    stretches = []
    for _ in range(TURNS + 1):
        longest, begun = 0.0, time.perf_counter()
        for _ in morph(request(pack)):
            longest, begun = max(longest, time.perf_counter() - begun), time.perf_counter()
        stretches.append(longest)
    return statistics.median(stretches[1:])  # the first one loads the pack


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
