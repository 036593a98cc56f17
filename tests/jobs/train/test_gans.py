"""The loop trains a GAN in the codes of an image VAE; without one it says what to do."""

import dataclasses
import math
from pathlib import Path

import pytest
from safetensors.numpy import load_file
from small_gans import maker
from small_runs import checks, morpher, newest, texts
from small_vaes import vae_pack

from genmodels.api.codec import from_dict
from genmodels.api.configs import Family
from genmodels.api.errors import GenError, PackError
from genmodels.api.messages import CheckData, Done, EstimateTraining, Metrics, Progress, Sample, Snapshot
from genmodels.api.packs import WEIGHTS, read_card
from genmodels.api.reports import DataReport, Estimate
from genmodels.api.runs import NEAREST
from genmodels.jobs.check_data import check_data
from genmodels.jobs.estimate import estimate
from genmodels.jobs.loading import load_gan
from genmodels.jobs.sample import sample
from genmodels.jobs.train import train
from genmodels.storage import load_state


@pytest.fixture
def vae(home: Path) -> Path:
    (home / "packs").mkdir(parents=True)
    return vae_pack(home / "packs" / "morpher")


def test_a_run_ends_in_a_pack_that_draws_without_another(pictures: Path, tmp_path: Path, home: Path, vae: Path) -> None:
    events = list(train(maker(pictures, tmp_path / "run")))
    done = events[-1]
    assert isinstance(done, Done)
    assert done.values["pack"] == str(home / "packs" / "maker")
    assert "working in the codes of the pack morpher" in texts(events)
    assert len(checks(events)) == 3
    assert all(math.isfinite(value) for values in checks(events) for value in values.values())
    assert {"kid", "coverage", "recall", "one_nn", "gap", "held_out"} <= checks(events)[-1].keys()
    for file in vae.iterdir():
        file.unlink()
    vae.rmdir()
    model, card = load_gan(home / "packs" / "maker")
    assert (card.family, card.size, card.colours) == (Family.GAN, 8, read_card(tmp_path / "run" / "start").colours)
    assert model.config.originals == len(card.record["names"]) > 0
    assert card.record["command"].startswith("genmodels train gan ")
    assert card.record["started_from"] == "morpher"
    assert any(isinstance(event, Snapshot) for event in events)
    drawn = list(sample(Sample(pack=str(home / "packs" / "maker"), seeds=(1, 2, 3))))[-1]
    assert isinstance(drawn, Done)
    assert len(drawn.candidates) == len(drawn.likenesses) == 3


def test_no_tag_is_told_of_that_it_would_not_learn(pictures: Path, tmp_path: Path, vae: Path) -> None:
    for number, file in enumerate(sorted(pictures.iterdir())):
        (pictures / f"kind{number % 2}").mkdir(exist_ok=True)
        file.rename(pictures / f"kind{number % 2}" / file.name)
    events = list(train(maker(pictures, tmp_path / "run", epochs=1)))
    assert isinstance(events[-1], Done)
    assert not any("tag" in text for text in texts(events))


def test_a_stopped_run_goes_on_exactly(pictures: Path, tmp_path: Path, vae: Path) -> None:
    list(train(maker(pictures, tmp_path / "whole")))
    parts = maker(pictures, tmp_path / "parts")
    for kind in (Progress, Metrics, Progress):
        events = train(parts)
        next(event for event in events if isinstance(event, kind))
        events.close()
    list(train(parts))
    (whole, _), (resumed, _) = (newest(tmp_path / run) for run in ("whole", "parts"))
    assert whole.keys() == resumed.keys()
    assert {name.split("/")[1] for name in whole} == {"critic", "generator"}
    assert not any("vae" in name or "_other" in name for name in whole)
    assert all((whole[name] == resumed[name]).all() for name in whole)
    packs = [load_file(tmp_path / run / "pack" / WEIGHTS) for run in ("whole", "parts")]
    assert all((packs[0][name] == packs[1][name]).all() for name in packs[0])


def test_it_goes_on_from_the_nearest_gan_and_takes_the_networks_of_it(
    pictures: Path, tmp_path: Path, home: Path, vae: Path
) -> None:
    first = list(train(maker(pictures, tmp_path / "first", NEAREST, epochs=1)))
    assert "working in the codes of the pack morpher" in texts(first)
    for file in sorted(pictures.iterdir())[:6]:
        file.unlink()
    onward = maker(pictures, tmp_path / "second", NEAREST, epochs=1)
    model = dataclasses.replace(onward.model, channels=16)
    events = list(train(dataclasses.replace(onward, name="second", model=model)))
    assert "going on from the pack maker" in texts(events)
    assert len(checks(events)) == 2, "what it can do already is measured first"
    card = read_card(home / "packs" / "second")
    assert (card.config["channels"], card.record["started_from"]) == (8, "maker")
    packs = [load_file(home / "packs" / name / WEIGHTS) for name in ("maker", "second")]
    for name in ("mean_C11", "sd_C11"):
        assert (packs[0][name] == packs[1][name]).all(), "the generator's numbers mean what they meant to it"
    again = list(train(maker(pictures, tmp_path / "third", epochs=1)))
    assert "working in the codes of the pack morpher" in texts(again), "from scratch there is no way round an image VAE"


def test_the_pictures_are_read_in_the_colours_of_the_image_vae(pictures: Path, tmp_path: Path, vae: Path) -> None:
    list(train(maker(pictures, tmp_path / "run", str(vae), epochs=1)))
    tensors, facts = load_state(tmp_path / "run" / "data.safetensors")
    assert tensors["table_K4"].shape == (8, 4)
    assert len(facts["names"]) == len(tensors["trained_NHW"])
    assert set(tensors["trained_NHW"].unique().tolist()) <= set(range(8))


@pytest.mark.parametrize("start", ["", NEAREST])
def test_without_an_image_vae_it_tells_to_train_one(pictures: Path, tmp_path: Path, start: str) -> None:
    with pytest.raises(PackError, match="works in the codes of an image VAE, and there is none here for") as caught:
        list(train(maker(pictures, tmp_path / "run", start)))
    assert "genmodels train image-vae" in caught.value.hint


def test_it_refuses_packs_that_it_cannot_begin_with(
    pictures: Path, tmp_path: Path, vae: Path, tiny_pack: Path, home: Path
) -> None:
    bare = vae_pack(home / "packs" / "bare", detail=0)
    for number, (start, message) in enumerate(
        [(str(tiny_pack), "“tiny” is of another family"), (str(bare), "needs the spatial code of an image VAE")]
    ):
        with pytest.raises(GenError, match=message):
            list(train(maker(pictures, tmp_path / f"run{number}", start)))
    larger = maker(pictures, tmp_path / "larger", str(vae))
    with pytest.raises(PackError, match="knows pictures of 8×8, not 16×16"):
        list(train(dataclasses.replace(larger, model=dataclasses.replace(larger.model, size=16))))
    made = list(train(maker(pictures, tmp_path / "maker", epochs=1)))[-1].values["pack"]
    with pytest.raises(PackError, match="“maker” is of another family"):
        list(train(dataclasses.replace(morpher(pictures, tmp_path / "no", epochs=1), start=made)))


def test_its_time_is_measured_and_the_check_of_the_data_finds_what_to_begin_with(
    pictures: Path, tmp_path: Path, vae: Path
) -> None:
    done = list(estimate(EstimateTraining(request=maker(pictures, tmp_path / "run", NEAREST, epochs=0))))[-1]
    told = from_dict(Estimate, done.values)
    assert told.steps["quick"] < told.steps["good"] < told.steps["best"]
    assert all(seconds > 0 for seconds in told.seconds.values())
    report = from_dict(DataReport, list(check_data(CheckData(data=(str(pictures),))))[-1].values)
    assert report.nearest_packs["gan"] == report.nearest_packs["image-vae"] == str(vae)
