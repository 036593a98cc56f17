"""The training loop: it ends in a pack, goes on exactly where it stopped, and keeps the best weights."""

from pathlib import Path

import pytest
from PIL import Image
from safetensors.numpy import load_file
from small_runs import checks, newest, request, texts

from genmodels.api.configs import Preset
from genmodels.api.messages import Done, Log, Metrics, Paused, Progress, Snapshot
from genmodels.api.packs import WEIGHTS, read_card
from genmodels.api.runs import PAUSE, StopMode, ask_to_go_on, ask_to_pause, ask_to_stop
from genmodels.jobs.evaluate import evaluate
from genmodels.jobs.train import train
from genmodels.training import states


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


def test_seeds_decide(pictures: Path, tmp_path: Path) -> None:
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        list(train(request(pictures, tmp_path / name, epochs=1, seed=seed)))
    a, b, c = (load_file(tmp_path / name / "pack" / WEIGHTS) for name in "abc")
    assert all((a[name] == b[name]).all() for name in a)
    assert any((a[name] != c[name]).any() for name in a)


def test_a_pack_of_the_same_name_is_not_lost(pictures: Path, tmp_path: Path, home: Path) -> None:
    list(train(request(pictures, tmp_path / "first", epochs=1)))
    first = (home / "packs" / "small" / WEIGHTS).read_bytes()
    assert "Another pack" not in texts(list(train(request(pictures, tmp_path / "first", epochs=1))))
    assert "Another pack was called small" in texts(
        list(train(request(pictures, tmp_path / "other", seed=9, epochs=1)))
    )
    assert (home / "packs" / "small" / WEIGHTS).read_bytes() != first
    assert [path.read_bytes() for path in (home / "removed").rglob(WEIGHTS)] == [first]


def test_a_damaged_pack_of_the_same_name_does_not_stand_in_the_way(pictures: Path, tmp_path: Path, home: Path) -> None:
    (home / "packs" / "small").mkdir(parents=True)
    (home / "packs" / "small" / "pack.json").write_text("{}")
    assert isinstance(list(train(request(pictures, tmp_path / "run", epochs=1)))[-1], Done)
    assert [path.read_text() for path in (home / "removed").rglob("pack.json")] == ["{}"]
