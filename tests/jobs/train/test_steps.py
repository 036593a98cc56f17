"""Steps that go wrong: numbers that are none, memory that is short, a stop in the middle."""

import dataclasses
import itertools
import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from small_runs import checks, newest, request, texts
from torch import nn

from genmodels.api.errors import (
    ResourceError,
)
from genmodels.api.messages import Done, Event
from genmodels.jobs.train import train
from genmodels.models.pixelrnn.recipe import PixelRNNRecipe
from genmodels.models.pixelrnn.training import Objective
from genmodels.training import learner


def spoiled(monkeypatch: pytest.MonkeyPatch, spoil: Callable[[int, torch.Tensor], torch.Tensor]) -> None:
    """Let what a training makes small go through `spoil`, with the number of the call."""
    forward, calls = Objective.forward, itertools.count()
    monkeypatch.setattr(Objective, "forward", lambda self, *batch: spoil(next(calls), forward(self, *batch)))


def test_a_loss_that_is_no_number_once_goes_back_and_on(
    pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoiled(monkeypatch, lambda call, loss: loss * (math.nan if call == 5 else 1.0))
    events = list(train(request(pictures, tmp_path / "run", save_seconds=0)))
    assert isinstance(events[-1], Done)
    assert "back to step 5, at half the learning rate" in texts(events)
    assert newest(tmp_path / "run")[1]["course"]["rate_share"] == 0.5


def test_a_loss_that_stays_no_number_ends_with_the_last_good_weights(
    pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoiled(monkeypatch, lambda call, loss: loss * (math.nan if call >= 5 else 1.0))
    events: list[Event] = []
    with pytest.raises(ResourceError, match="no longer a number") as caught:
        events.extend(train(request(pictures, tmp_path / "run", save_seconds=0)))
    assert "lower than 0.00013" in caught.value.hint
    tensors, facts = newest(tmp_path / "run")
    assert facts["course"]["setbacks"] == 4
    assert all(torch.isfinite(value.float()).all() for value in tensors.values())


def test_a_batch_that_needs_too_much_memory_is_cut(
    pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forward = Objective.forward

    def narrow(self: Objective, *batch: torch.Tensor) -> torch.Tensor:
        if len(batch[0]) > 3:
            raise RuntimeError("[enforce fail at alloc_cpu.cpp] DefaultCPUAllocator: not enough memory: you tried …")
        return forward(self, *batch)

    plain = list(train(request(pictures, tmp_path / "plain", epochs=1)))
    monkeypatch.setattr(Objective, "forward", narrow)
    cut = list(train(request(pictures, tmp_path / "cut", epochs=1)))
    assert "in 2 pieces" in texts(cut)
    assert isinstance(cut[-1], Done)
    assert checks(cut)[0]["held_out"] == pytest.approx(checks(plain)[0]["held_out"], rel=0.02)


def test_a_held_out_check_without_memory_is_made_again(
    pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    measure, calls = PixelRNNRecipe.measure, itertools.count()

    def narrow(self: PixelRNNRecipe, network: nn.Module, most: int = 0) -> Iterator[tuple[str, float]]:
        if next(calls) == 0:
            raise torch.OutOfMemoryError("CUDA out of memory")
        yield from measure(self, network, most)

    plain = list(train(request(pictures, tmp_path / "plain", epochs=1)))
    monkeypatch.setattr(PixelRNNRecipe, "measure", narrow)
    short = list(train(request(pictures, tmp_path / "short", epochs=1)))
    assert "made on the CPU" in texts(short)
    assert checks(short) == checks(plain)


def test_a_step_broken_in_the_middle_is_not_saved(
    pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = request(pictures, tmp_path / "broken", epochs=2, save_seconds=0)
    follow, calls = learner._follow, itertools.count()

    def broken(*parts: Any) -> None:
        if next(calls) == 3:
            raise KeyboardInterrupt
        follow(*parts)

    monkeypatch.setattr(learner, "_follow", broken)
    with pytest.raises(KeyboardInterrupt):
        list(train(asked))
    monkeypatch.setattr(learner, "_follow", follow)
    assert newest(tmp_path / "broken")[1]["course"]["step"] == 3
    list(train(asked))
    list(train(dataclasses.replace(asked, run=str(tmp_path / "whole"))))
    (whole, _), (mended, _) = newest(tmp_path / "whole"), newest(tmp_path / "broken")
    assert all((whole[name] == mended[name]).all() for name in whole)


def test_after_a_setback_the_better_pack_stays(pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = request(pictures, tmp_path / "run", epochs=6, rate=0.01, save_seconds=3600)
    spoiled(monkeypatch, lambda call, loss: loss * (math.nan if call == 13 else 1.0))  # after four checks; back to 0
    figures = [values["held_out"] for values in checks(list(train(asked)))]
    assert figures[4] > figures[3]
    kept = newest(tmp_path / "run")[1]["course"]["best"]
    assert kept == pytest.approx(min(figures), abs=1e-4)
