"""The loop trains any family: here image VAEs, told the folders that pictures lie in."""

import dataclasses
from pathlib import Path

import pytest
from PIL import Image
from safetensors.numpy import load_file
from small_runs import checks, morpher, newest, request, texts

from genmodels.api.codec import from_dict
from genmodels.api.configs import Family, ImageVAEConfig, Preset
from genmodels.api.errors import PackError
from genmodels.api.messages import Done, EstimateTraining, Metrics, Progress, Snapshot
from genmodels.api.packs import WEIGHTS, read_card
from genmodels.api.reports import Estimate
from genmodels.api.runs import NEAREST
from genmodels.jobs.estimate import estimate
from genmodels.jobs.loading import load_image_vae
from genmodels.jobs.train import train


@pytest.fixture
def sorted_pictures(pictures: Path) -> Path:
    """The same pictures in two folders."""
    for number, file in enumerate(sorted(pictures.iterdir())):
        folder = pictures / ("birds" if number % 2 else "fish")
        folder.mkdir(exist_ok=True)
        file.rename(folder / file.name)
    return pictures


@pytest.mark.parametrize("preset", list(Preset))
def test_a_run_ends_in_a_pack_that_loads(sorted_pictures: Path, tmp_path: Path, home: Path, preset: Preset) -> None:
    events = list(train(morpher(sorted_pictures, tmp_path / "run", preset)))
    done = events[-1]
    assert isinstance(done, Done)
    assert done.values["pack"] == str(home / "packs" / "morpher")
    held_out = [values["held_out"] for values in checks(events)]
    assert len(held_out) == 3
    assert held_out[-1] < held_out[0]
    model, card = load_image_vae(home / "packs" / "morpher")
    assert card.family == Family.IMAGE_VAE
    assert card.size == model.config.size == 8
    assert from_dict(ImageVAEConfig, card.config).tags == (("birds", "fish") if preset is Preset.DEFAULT else ())
    told = "Their folders give 2 tags to a model that morphs: birds, fish." in texts(events)
    assert told is (preset is Preset.DEFAULT), "the lecture's network is told of no tag"
    assert card.record["command"].startswith("genmodels train image-vae ")
    with Image.open(home / "packs" / "morpher" / "preview.png") as preview:
        assert preview.width >= 8
    assert any(isinstance(event, Snapshot) for event in events)


def test_a_stopped_run_goes_on_exactly(sorted_pictures: Path, tmp_path: Path) -> None:
    list(train(morpher(sorted_pictures, tmp_path / "whole")))
    parts = morpher(sorted_pictures, tmp_path / "parts")
    for kind in (Progress, Metrics, Progress):
        events = train(parts)
        next(event for event in events if isinstance(event, kind))
        events.close()
    list(train(parts))
    (whole, _), (resumed, _) = (newest(tmp_path / run) for run in ("whole", "parts"))
    assert whole.keys() == resumed.keys()
    assert all((whole[name] == resumed[name]).all() for name in whole)
    packs = [load_file(tmp_path / run / "pack" / WEIGHTS) for run in ("whole", "parts")]
    assert all((packs[0][name] == packs[1][name]).all() for name in packs[0])


def test_a_run_goes_on_from_the_nearest_pack_of_its_family(sorted_pictures: Path, tmp_path: Path, home: Path) -> None:
    list(train(request(sorted_pictures, tmp_path / "completer", epochs=1)))
    list(train(morpher(sorted_pictures, tmp_path / "first", epochs=1)))
    second = dataclasses.replace(morpher(sorted_pictures, tmp_path / "second", epochs=1), name="second", start=NEAREST)
    assert "going on from the pack morpher" in texts(list(train(second)))
    assert read_card(home / "packs" / "second").record["started_from"] == "morpher"


def test_a_pack_of_another_family_cannot_be_gone_on_from(
    sorted_pictures: Path, tmp_path: Path, tiny_pack: Path
) -> None:
    asked = dataclasses.replace(morpher(sorted_pictures, tmp_path / "run"), start=str(tiny_pack))
    with pytest.raises(PackError, match="“tiny” is of another family") as caught:
        list(train(asked))
    assert caught.value.hint == "Choose a pack that morphs and explores pictures, or start from scratch."


def test_its_time_is_measured(sorted_pictures: Path, tmp_path: Path) -> None:
    done = list(estimate(EstimateTraining(request=morpher(sorted_pictures, tmp_path / "run", epochs=0))))[-1]
    assert isinstance(done, Done)
    told = from_dict(Estimate, done.values)
    assert told.steps["quick"] < told.steps["good"] < told.steps["best"]
    assert all(seconds > 0 for seconds in told.seconds.values())
