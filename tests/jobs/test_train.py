"""The training loop: it ends in a pack, goes on exactly where it stopped, and keeps the best weights."""

import dataclasses
import errno
import itertools
import math
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from accelerate import Accelerator
from PIL import Image
from safetensors.numpy import load_file

from genmodels.api.configs import Preset, TrainRequest, preset_configs
from genmodels.api.errors import (
    ConfigError,
    DiskFullError,
    InputError,
    PackError,
    ResourceError,
    StorageError,
    cannot_write,
)
from genmodels.api.messages import Done, Event, Log, Metrics, Paused, Progress, Snapshot
from genmodels.api.packs import WEIGHTS, read_card
from genmodels.api.runs import NEAREST, PAUSE, StopMode, ask_to_go_on, ask_to_pause, ask_to_stop, read_request
from genmodels.jobs.evaluate import evaluate
from genmodels.jobs.train import checks as checking
from genmodels.jobs.train import train, training
from genmodels.models.pixelrnn.training import Objective
from genmodels.training import learner, states


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    folder = tmp_path / "pictures"
    folder.mkdir()
    rng = np.random.default_rng(0)
    for n in range(24):
        rgba_HW4 = np.zeros((8, 8, 4), np.uint8)
        top, left = rng.integers(0, 3, 2)
        rgba_HW4[top : top + 5, left : left + 4 + n % 3] = (*rng.integers(0, 3, 3) * 90, 255)
        Image.fromarray(rgba_HW4).save(folder / f"creature{chr(97 + n)}.png")
    return folder


def request(pictures: Path, run: Path, preset: Preset = Preset.DEFAULT, **changed: float) -> TrainRequest:
    model, config = preset_configs(preset)
    model = dataclasses.replace(model, hidden=16, embedding=8, context=8, heads=1)
    settings = {"epochs": 4, "batch": 6, "seed": 3, "check_epochs": 1, "patience": 0} | changed
    config = dataclasses.replace(config, **settings)
    return TrainRequest(name="small", data=(str(pictures),), run=str(run), model=model, train=config)


def checks(events: list[Event]) -> list[dict[str, float]]:
    return [event.values for event in events if isinstance(event, Metrics) and "held_out" in event.values]


def texts(events: list[Event]) -> str:
    return "\n".join(event.text for event in events if isinstance(event, Log))


def newest(run: Path) -> tuple[dict[str, torch.Tensor], dict[str, Any]]:
    found = states.newest(run)
    assert found is not None
    return found


@pytest.mark.parametrize("preset", list(Preset))
def test_a_run_ends_in_a_pack_that_evaluate_confirms(
    pictures: Path, tmp_path: Path, home: Path, preset: Preset
) -> None:
    events = list(train(request(pictures, tmp_path / "run", preset)))
    done = events[-1]
    assert isinstance(done, Done)
    assert done.values["pack"] == str(home / "packs" / "small")
    assert done.values["reason"] == "finished"
    card = read_card(home / "packs" / "small")
    assert card.size == 8
    assert len(card.record["curve"]) == len(checks(events)) == 4
    held_out = [point["held_out"] for point in card.record["curve"]]
    assert held_out[-1] < held_out[0]
    with Image.open(home / "packs" / "small" / "preview.png") as preview:
        assert preview.size == (32, 16)
    shots = [event for event in events if isinstance(event, Snapshot)]
    assert shots
    assert all((tmp_path / "run" / shot.file).is_file() for shot in shots)
    values = list(evaluate(home / "packs" / "small", pictures))[-1].values
    assert (values["family"], list(values["bits_per_hidden_pixel"])) == (
        "pixelrnn", ["whole", "lower-half", "lower-three-quarters", "box"],
    )  # fmt: skip
    assert all(0 < bits < 5 for bits in values["bits_per_hidden_pixel"].values())


def test_a_stopped_run_goes_on_exactly(pictures: Path, tmp_path: Path) -> None:
    list(train(request(pictures, tmp_path / "whole")))
    parts = request(pictures, tmp_path / "parts")
    for kind in (Progress, Metrics, Progress, Metrics):  # stopped, as by Ctrl-C, in the middle of checks and after them
        events = train(parts)
        next(event for event in events if isinstance(event, kind))
        events.close()
    list(train(parts))
    (whole, facts), (resumed, facts_too) = (newest(tmp_path / run) for run in ("whole", "parts"))
    assert whole.keys() == resumed.keys()
    assert all((whole[name] == resumed[name]).all() for name in whole)
    courses = [{k: v for k, v in f["course"].items() if k not in ("seconds", "curve")} for f in (facts, facts_too)]
    assert courses[0] == courses[1]
    curves = [
        [{k: v for k, v in p.items() if k != "seconds"} for p in f["course"]["curve"]] for f in (facts, facts_too)
    ]
    assert curves[0] == curves[1]
    packs = [load_file(tmp_path / run / "pack" / WEIGHTS) for run in ("whole", "parts")]
    assert all((packs[0][name] == packs[1][name]).all() for name in packs[0])


@pytest.mark.parametrize("kind", [Log, Metrics])
def test_a_stop_ends_a_run_at_any_time_with_a_pack(pictures: Path, tmp_path: Path, kind: type) -> None:
    events = train(request(pictures, tmp_path / "run", epochs=500))
    next(event for event in events if isinstance(event, kind))
    ask_to_stop(tmp_path / "run", StopMode.SAVE)
    done = list(events)[-1]
    assert isinstance(done, Done)
    assert Path(done.values["pack"]).is_dir()


def test_a_stop_now_leaves_a_state_to_go_on_from_and_no_pack(pictures: Path, tmp_path: Path, home: Path) -> None:
    asked = request(pictures, tmp_path / "run", epochs=2)
    events = train(asked)
    next(events)
    ask_to_stop(tmp_path / "run", StopMode.NOW)
    done = list(events)[-1]
    assert isinstance(done, Done)
    assert done.values["reason"] == "stopped"
    assert not (home / "packs").exists()
    assert list(train(asked))[-1].values["reason"] == "finished"


def test_a_run_waits_while_asked_to(pictures: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    events = train(request(pictures, run, epochs=500))
    next(event for event in events if isinstance(event, Metrics))
    ask_to_pause(run)
    step = next(event for event in events if isinstance(event, Paused))
    assert step.reason == ""
    assert [next(events) for _ in range(3)] == [Paused()] * 3  # until it goes on, and no progress in between
    assert states.newest_first(run)
    ask_to_go_on(run)
    assert not (run / PAUSE).exists()
    next(event for event in events if isinstance(event, Metrics) and "held_out" in event.values)
    events.close()


def test_patience_ends_a_run_and_the_best_weights_stay(pictures: Path, tmp_path: Path) -> None:
    asked = request(pictures, tmp_path / "run", Preset.LECTURE, epochs=400, patience=2, rate=0.05)
    figures = [values["whole"] for values in checks(list(train(asked)))]
    assert len(figures) < 400
    assert min(figures[:-2]) <= min(figures[-2:])
    card = read_card(tmp_path / "run" / "pack")
    assert card.metrics["bits_per_hidden_pixel"]["whole"] == pytest.approx(min(figures), abs=5e-3)


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


def test_a_damaged_pack_of_the_same_name_does_not_stand_in_the_way(pictures: Path, tmp_path: Path, home: Path) -> None:
    (home / "packs" / "small").mkdir(parents=True)
    (home / "packs" / "small" / "pack.json").write_text("{}")
    assert isinstance(list(train(request(pictures, tmp_path / "run", epochs=1)))[-1], Done)
    assert [path.read_text() for path in (home / "removed").rglob("pack.json")] == ["{}"]


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


def test_a_pack_of_the_same_name_is_not_lost(pictures: Path, tmp_path: Path, home: Path) -> None:
    list(train(request(pictures, tmp_path / "first", epochs=1)))
    first = (home / "packs" / "small" / WEIGHTS).read_bytes()
    assert "Another pack" not in texts(list(train(request(pictures, tmp_path / "first", epochs=1))))
    assert "Another pack was called small" in texts(
        list(train(request(pictures, tmp_path / "other", seed=9, epochs=1)))
    )
    assert (home / "packs" / "small" / WEIGHTS).read_bytes() != first
    assert [path.read_bytes() for path in (home / "removed").rglob(WEIGHTS)] == [first]


def test_too_few_pictures_are_refused(tmp_path: Path) -> None:
    Image.fromarray(np.full((8, 8, 4), 255, np.uint8)).save(tmp_path / "one.png")
    with pytest.raises(InputError):
        list(train(request(tmp_path, tmp_path / "run")))


def test_seeds_decide(pictures: Path, tmp_path: Path) -> None:
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        list(train(request(pictures, tmp_path / name, epochs=1, seed=seed)))
    a, b, c = (load_file(tmp_path / name / "pack" / WEIGHTS) for name in "abc")
    assert all((a[name] == b[name]).all() for name in a)
    assert any((a[name] != c[name]).any() for name in a)
