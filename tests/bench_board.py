"""The speed of fresh sprites, beside the bare generator and decoder."""

import itertools
import time
from pathlib import Path

import torch

from genmodels.api.messages import Done, Preview, Sample
from genmodels.jobs.loading import load_gan
from genmodels.jobs.sample import sample
from genmodels.models.spritegan import untagged
from genmodels.runtime import one_thread
from tests.bench_engine import Engine

COUNT = 64


class Board:
    """Presses for new sprites; every press has other seeds."""

    def __init__(self, pack: Path) -> None:
        self._model, _ = load_gan(pack)
        self._pack, self._presses = str(pack), itertools.count()

    def bare(self) -> float:
        """Return the seconds of generator and decoder alone, all sprites in one batch."""
        noise_BE = torch.randn(COUNT, self._model.config.numbers)
        begun = time.perf_counter()
        with one_thread(), torch.inference_mode():
            self._model.vae.decode(*self._model.codes(noise_BE), untagged(COUNT, noise_BE.device))
        return time.perf_counter() - begun

    def here(self) -> float:
        """Return the seconds of the engine's job in this process: sprites as they travel, codes and badges."""
        begun = time.perf_counter()
        *_, done = sample(self._request())
        assert isinstance(done, Done)
        return time.perf_counter() - begun

    def first(self, engine: Engine) -> float:
        """Return the seconds from a press to its first sprite, through an engine's process."""
        return engine.seconds(self._request(), Preview)

    def _request(self) -> Sample:
        first = next(self._presses) * COUNT
        return Sample(pack=self._pack, seeds=tuple(range(first, first + COUNT)))
