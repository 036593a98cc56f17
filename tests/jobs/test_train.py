"""The training loop: it ends in a pack, goes on exactly where it stopped, and keeps the best weights."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.numpy import load_file

from genmodels.api.configs import Preset, TrainRequest, preset_configs
from genmodels.api.errors import ConfigError, InputError, ResourceError, StorageError
from genmodels.api.messages import Done, Log, Metrics, Progress
from genmodels.api.packs import WEIGHTS, read_card
from genmodels.jobs.evaluate import evaluate
from genmodels.jobs.train import STATE, STOP, train
from genmodels.models.pixelrnn import training
from genmodels.storage import load_state


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


def request(pictures: Path, run: Path, preset: Preset = Preset.DEFAULT, **changed: int) -> TrainRequest:
    model, config = preset_configs(preset)
    model = dataclasses.replace(model, hidden=16, embedding=8, context=8, heads=1)
    config = dataclasses.replace(config, **{"epochs": 4, "batch": 6, "seed": 3} | changed)
    return TrainRequest(name="small", data=(str(pictures),), run=str(run), model=model, train=config)


@pytest.mark.parametrize("preset", list(Preset))
def test_a_run_ends_in_a_pack_that_evaluate_confirms(
    pictures: Path, tmp_path: Path, home: Path, preset: Preset
) -> None:
    events = list(train(request(pictures, tmp_path / "run", preset)))
    done = events[-1]
    assert isinstance(done, Done)
    assert done.values["pack"] == str(home / "packs" / "small")
    card = read_card(home / "packs" / "small")
    assert card.size == 8
    assert len(card.record["curve"]) == len([e for e in events if isinstance(e, Metrics)]) == 4
    held_out = [point["whole"] for point in card.record["curve"]]
    assert held_out[-1] < held_out[0]
    with Image.open(home / "packs" / "small" / "preview.png") as preview:
        assert preview.size == (32, 16)
    values = list(evaluate(home / "packs" / "small", pictures))[-1].values
    assert (values["count"], values["family"], list(values["bits_per_hidden_pixel"])) == (
        24, "pixelrnn", ["whole", "lower-half", "lower-three-quarters", "box"],
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
    (whole, facts), (resumed, facts_too) = (load_state(tmp_path / run / STATE) for run in ("whole", "parts"))
    assert whole.keys() == resumed.keys()
    assert all((whole[name] == resumed[name]).all() for name in whole)
    assert [_timeless(point) for point in facts["course"]["curve"]] == [
        _timeless(point) for point in facts_too["course"]["curve"]
    ]
    assert facts["course"]["best"] == facts_too["course"]["best"]
    packs = [load_file(tmp_path / run / "pack" / WEIGHTS) for run in ("whole", "parts")]
    assert all((packs[0][name] == packs[1][name]).all() for name in packs[0])


def _timeless(point: dict[str, float]) -> dict[str, float]:
    # The loss is a mean over the steps since the process started or checked last.
    return {name: value for name, value in point.items() if name not in ("seconds", "loss")}


@pytest.mark.parametrize("kind", [Log, Metrics])
def test_a_stop_file_ends_a_run_at_any_time_with_a_pack(pictures: Path, tmp_path: Path, kind: type) -> None:
    events = train(request(pictures, tmp_path / "run", epochs=500))
    next(event for event in events if isinstance(event, kind))
    (tmp_path / "run" / STOP).touch()
    assert isinstance(list(events)[-1], Done)


def test_patience_ends_a_run_and_the_best_weights_stay(pictures: Path, tmp_path: Path) -> None:
    config = request(pictures, tmp_path / "run", Preset.LECTURE, epochs=400, patience=2)
    config = dataclasses.replace(config, train=dataclasses.replace(config.train, rate=0.05))
    events = list(train(config))
    checks = [event.values["whole"] for event in events if isinstance(event, Metrics)]
    assert len(checks) < 400
    assert min(checks[:-2]) <= min(checks[-2:])
    card = read_card(tmp_path / "run" / "pack")
    assert card.metrics["bits_per_hidden_pixel"]["whole"] == pytest.approx(min(checks), abs=1e-4)


def test_other_pictures_are_not_mixed_into_a_run(pictures: Path, tmp_path: Path) -> None:
    config = request(pictures, tmp_path / "run", epochs=1)
    list(train(config))
    for changed in (dataclasses.replace(config, valid="last-4"), request(pictures, tmp_path / "run", seed=9)):
        with pytest.raises(StorageError, match="other pictures, or with other settings"):
            list(train(changed))
    (pictures / "creaturea.png").unlink()
    with pytest.raises(StorageError, match="other pictures"):
        list(train(config))


@pytest.mark.parametrize("name", ["", "..", "a/b", ".hidden", "x" * 65])
def test_names_that_are_no_folders_are_refused(pictures: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(ConfigError):
        dataclasses.replace(request(pictures, tmp_path / "run"), name=name)


def test_a_loss_that_explodes_keeps_the_last_good_weights(
    pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loss, steps = training.loss, iter(range(100))

    def explode(*parts: object) -> torch.Tensor:
        return loss(*parts) * (float("nan") if next(steps) == 2 else 1.0)

    monkeypatch.setattr(training, "loss", explode)
    with pytest.raises(ResourceError, match="no longer a number") as caught:
        list(train(request(pictures, tmp_path / "run")))
    assert "lower than 0.002" in caught.value.hint
    state, facts = load_state(tmp_path / "run" / STATE)
    assert facts["course"]["step"] == 2
    assert all(np.isfinite(value.numpy()).all() for value in state.values())


def test_too_few_pictures_are_refused(tmp_path: Path) -> None:
    Image.fromarray(np.full((8, 8, 4), 255, np.uint8)).save(tmp_path / "one.png")
    with pytest.raises(InputError):
        list(train(request(tmp_path, tmp_path / "run")))


def test_seeds_decide(pictures: Path, tmp_path: Path) -> None:
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        list(train(request(pictures, tmp_path / name, epochs=1, seed=seed)))
    a, b, c = ((tmp_path / name / "pack" / WEIGHTS).read_bytes() for name in "abc")
    assert a == b != c
