"""Looks for the training picture that a drawn sprite comes nearest to, in the folders that the training read."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from genmodels.api.codec import from_dict
from genmodels.api.configs import ReadingConfig
from genmodels.api.errors import ConfigError, GenError
from genmodels.api.messages import Done, Event, FindOriginal, Progress
from genmodels.api.packs import PackCard, read_card
from genmodels.api.runs import PACK, find_runs, read_request
from genmodels.data.sprites.fitting import reduced
from genmodels.data.sprites.reading import read_steps
from genmodels.media.sprite import encode_png

SHOWN_SIDE = 128  # pixels


def find_original(request: FindOriginal) -> Iterator[Event]:
    """Yield progress, then Done with the picture as its file has it, or without any; raises PackError."""
    card = read_card(Path(request.pack))
    yield Progress(done=0, total=1)
    for sources in ([Path(source) for source in request.data], _read_by_its_run(card)):
        there = [source for source in sources if source.exists()]
        found = yield from read_steps(there, _reading(card), wanted=request.name)
        for picture in found.pictures:
            if picture.name == request.name:
                yield Done(frames=(encode_png(_small(picture.rgba_HW4)),))
                return
    yield Done()


def _small(rgba_HW4: np.ndarray) -> np.ndarray:
    return reduced(rgba_HW4, -(-max(rgba_HW4.shape[:2]) // SHOWN_SIDE))


def _reading(card: PackCard) -> ReadingConfig:
    """Return how the training read its files, as the pack's record says."""
    with contextlib.suppress(ConfigError):  # an older record, or one that someone has changed
        return from_dict(ReadingConfig, card.record.get("reading"))
    return ReadingConfig()


def _read_by_its_run(card: PackCard) -> list[Path]:
    """Return what the run read that made the pack, where that was on this computer and is still there."""
    made_by = card.record.get("run")
    for run in find_runs():
        with contextlib.suppress(GenError):  # a run without a pack, or a damaged one, did not make this one
            if made_by and read_card(run / PACK).record.get("run") == made_by:
                return [Path(source) for source in read_request(run).data]
    return []
