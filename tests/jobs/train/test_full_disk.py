"""A full disk makes a run wait, wherever it writes, and does not keep it from being stopped."""

import errno
import itertools
from pathlib import Path
from typing import Any

import pytest
from small_runs import request

from genmodels.api.errors import (
    DiskFullError,
    cannot_write,
)
from genmodels.api.messages import Done, Metrics, Paused
from genmodels.api.runs import StopMode, ask_to_stop
from genmodels.jobs.train import checks as checking
from genmodels.jobs.train import train, training
from genmodels.training import states


def test_a_full_disk_pauses_the_run(pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save, tries = states.save, itertools.count()

    def full(*parts: Any) -> None:
        if 2 <= next(tries) < 4:
            raise DiskFullError("“state” cannot be written: no space.", hint="Free some space.")
        save(*parts)

    monkeypatch.setattr(states, "save", full)
    monkeypatch.setattr(training, "RETRY_SECONDS", 0.01)
    events = list(train(request(pictures, tmp_path / "run", save_seconds=0)))
    paused = {event.reason for event in events if isinstance(event, Paused)}
    assert paused == {"“state” cannot be written: no space. Free some space; the training then goes on by itself."}
    assert isinstance(events[-1], Done)


def test_a_preview_and_a_pack_wait_for_a_full_disk(
    pictures: Path, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = set[str]()

    def full_at_first(name: str) -> None:
        write = getattr(checking, name)

        def patched(place: Path, *parts: Any) -> Any:
            if name not in refused:
                refused.add(name)
                raise cannot_write(Path(name), OSError(errno.ENOSPC, "No space left on device"))
            return write(place, *parts)

        monkeypatch.setattr(checking, name, patched)

    for name in ("write_sprite", "save_pack", "copy_pack"):
        full_at_first(name)
    monkeypatch.setattr(training, "RETRY_SECONDS", 0.01)
    events = list(train(request(pictures, tmp_path / "run", epochs=1)))
    assert refused == {"write_sprite", "save_pack", "copy_pack"}
    assert len({event.reason for event in events if isinstance(event, Paused)}) == 3
    assert isinstance(events[-1], Done)


def test_a_run_on_a_full_disk_can_be_stopped(pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    events = train(request(pictures, tmp_path / "run", epochs=500, save_seconds=0))
    next(event for event in events if isinstance(event, Metrics))

    def full(*_: Any) -> None:
        raise DiskFullError("full")

    monkeypatch.setattr(states, "save", full)
    next(event for event in events if isinstance(event, Paused))
    ask_to_stop(tmp_path / "run", StopMode.NOW)
    monkeypatch.setattr(training, "RETRY_SECONDS", 0.01)
    with pytest.raises(DiskFullError):
        list(events)
