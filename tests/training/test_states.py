"""The states of a run: the last few are kept, damaged ones passed over, old ones make room."""

from pathlib import Path
from typing import Any

import pytest
import torch

from genmodels.api.errors import DiskFullError, StorageError
from genmodels.training import states


def save(run: Path, *steps: int) -> None:
    for step in steps:
        states.save(run, step, {"step": torch.tensor(step)}, {"step": step})


def kept(run: Path) -> list[int]:
    return [int(path.stem) for path in states.newest_first(run)]


def test_the_last_few_are_kept_and_the_newest_is_gone_on_from(tmp_path: Path) -> None:
    assert states.newest(tmp_path) is None
    save(tmp_path, 5, 60, 700, 8000)
    assert kept(tmp_path) == [8000, 700, 60]
    tensors, facts = states.newest(tmp_path) or ({}, {})
    assert tensors["step"].item() == facts["step"] == 8000


def test_a_damaged_state_is_passed_over(tmp_path: Path) -> None:
    save(tmp_path, 1, 2)
    states.newest_first(tmp_path)[0].write_bytes(b"half")
    assert (states.newest(tmp_path) or ({}, {}))[1]["step"] == 1
    states.newest_first(tmp_path)[1].write_bytes(b"")
    with pytest.raises(StorageError, match="cannot be read"):
        states.newest(tmp_path)


def test_old_states_make_room_on_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = states.save_state

    def tight(path: Path, tensors: Any, facts: Any) -> None:
        if len(states.newest_first(tmp_path)) > 1:
            raise DiskFullError("full")
        write(path, tensors, facts)

    save(tmp_path, 1, 2, 3)
    monkeypatch.setattr(states, "save_state", tight)
    save(tmp_path, 4)
    assert kept(tmp_path) == [4, 3]
    save(tmp_path, 5)
    assert kept(tmp_path) == [5, 4]
