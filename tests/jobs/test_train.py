"""The training loop: it ends in a pack, goes on exactly where it stopped, and keeps the best weights."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from safetensors.numpy import load_file

from genmodels.api.configs import Preset, TrainRequest, preset_configs
from genmodels.api.errors import InputError, StorageError
from genmodels.api.messages import Done, Metrics
from genmodels.api.packs import WEIGHTS, read_card
from genmodels.jobs.evaluate import evaluate
from genmodels.jobs.train import STATE, STOP, train


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
    for _ in range(2):  # stopped twice, as by Ctrl-C: after the first check and after the next
        events = train(parts)
        next(event for event in events if isinstance(event, Metrics))
        events.close()
    list(train(parts))
    whole, resumed = load_file(tmp_path / "whole" / STATE), load_file(tmp_path / "parts" / STATE)
    assert whole.keys() == resumed.keys()
    assert all((whole[name] == resumed[name]).all() for name in whole)


def test_a_stop_file_ends_a_run(pictures: Path, tmp_path: Path) -> None:
    events = train(request(pictures, tmp_path / "run", epochs=500))
    next(event for event in events if isinstance(event, Metrics))
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
    (pictures / "creaturea.png").unlink()
    with pytest.raises(StorageError, match="other pictures"):
        list(train(config))


def test_too_few_pictures_are_refused(tmp_path: Path) -> None:
    Image.fromarray(np.full((8, 8, 4), 255, np.uint8)).save(tmp_path / "one.png")
    with pytest.raises(InputError):
        list(train(request(tmp_path, tmp_path / "run")))


def test_seeds_decide(pictures: Path, tmp_path: Path) -> None:
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        list(train(request(pictures, tmp_path / name, epochs=1, seed=seed)))
    a, b, c = ((tmp_path / name / "pack" / WEIGHTS).read_bytes() for name in "abc")
    assert a == b != c
