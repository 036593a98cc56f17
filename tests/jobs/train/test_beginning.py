"""The beginning of a run: its folder needs nothing else any more, and takes only what fits it."""

import dataclasses
import shutil
from pathlib import Path

import numpy as np
import pytest
from accelerate import Accelerator
from PIL import Image
from small_runs import checks, newest, request, texts

from genmodels.api.errors import (
    ConfigError,
    InputError,
    PackError,
    ResourceError,
    StorageError,
)
from genmodels.api.messages import Done, Metrics
from genmodels.api.packs import WEIGHTS, read_card
from genmodels.api.runs import NEAREST, read_request
from genmodels.jobs.train import train


def test_a_run_needs_its_folder_of_pictures_no_more(pictures: Path, tmp_path: Path) -> None:
    asked = request(pictures, tmp_path / "run", epochs=2)
    events = train(asked)
    next(event for event in events if isinstance(event, Metrics))
    shutil.rmtree(pictures)
    next(event for event in events if isinstance(event, Metrics))
    events.close()
    assert isinstance(list(train(asked))[-1], Done)


def test_other_settings_are_not_mixed_into_a_run(pictures: Path, tmp_path: Path) -> None:
    asked = request(pictures, tmp_path / "run", epochs=1)
    list(train(asked))
    for changed, name in (
        (dataclasses.replace(asked, valid="last-4"), "valid"),
        (request(pictures, tmp_path / "run", epochs=1, seed=9), "seed"),
    ):
        with pytest.raises(StorageError, match=f"other settings: {name}"):
            list(train(changed))


@pytest.mark.parametrize("name", ["", "..", "a/b", ".hidden", "x" * 65])
def test_names_that_are_no_folders_are_refused(pictures: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(ConfigError):
        dataclasses.replace(request(pictures, tmp_path / "run"), name=name)


def test_a_batch_for_each_process_or_none(pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Accelerator, "num_processes", 7)
    with pytest.raises(ResourceError, match="cannot be shared by 7 processes"):
        list(train(request(pictures, tmp_path / "run")))


def test_a_run_made_longer_is_resumed_as_long(pictures: Path, tmp_path: Path) -> None:
    list(train(request(pictures, tmp_path / "run", epochs=1)))
    events = train(request(pictures, tmp_path / "run", epochs=3))
    next(event for event in events if isinstance(event, Metrics))
    events.close()
    list(train(read_request(tmp_path / "run")))
    assert newest(tmp_path / "run")[1]["course"]["step"] == 9


def test_a_run_of_a_later_version_is_refused(pictures: Path, tmp_path: Path) -> None:
    list(train(request(pictures, tmp_path / "run", epochs=1)))
    path = tmp_path / "run" / "run.json"
    path.write_text(path.read_text().replace('"format_version": 1', '"format_version": 99'))
    with pytest.raises(StorageError, match="format 99"):
        read_request(tmp_path / "run")


def test_a_pack_that_cannot_be_gone_on_from_leaves_no_trace(pictures: Path, tmp_path: Path, tiny_pack: Path) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(tiny_pack, broken)
    (broken / WEIGHTS).write_bytes(b"no weights")
    asked = request(pictures, tmp_path / "run", epochs=1)
    with pytest.raises(PackError, match="“broken”"):
        list(train(dataclasses.replace(asked, start=str(broken))))
    assert isinstance(list(train(asked))[-1], Done)


def test_a_run_goes_on_from_a_pack(pictures: Path, tmp_path: Path, home: Path) -> None:
    list(train(request(pictures, tmp_path / "first", epochs=20)))
    asked = dataclasses.replace(request(pictures, tmp_path / "tuned", epochs=1), name="tuned")
    first = checks(list(train(dataclasses.replace(asked, run=str(tmp_path / "scratch")))))[0]["held_out"]
    asked = dataclasses.replace(asked, start=str(home / "packs" / "small"))
    events = list(train(asked))
    assert "going on from the pack small" in texts(events)
    assert checks(events)[0]["held_out"] < first - 0.1
    assert read_card(tmp_path / "tuned" / "pack").record["started_from"] == "small"
    nearest = dataclasses.replace(asked, start=NEAREST, run=str(tmp_path / "nearest"))
    assert "going on from the pack small" in texts(list(train(nearest)))


def test_too_few_pictures_are_refused(tmp_path: Path) -> None:
    Image.fromarray(np.full((8, 8, 4), 255, np.uint8)).save(tmp_path / "one.png")
    with pytest.raises(InputError):
        list(train(request(tmp_path, tmp_path / "run")))
