"""The loop trains a verse VAE from text files; it goes on exactly, and says what is wrong with data and packs."""

import dataclasses
import math
from pathlib import Path

import pytest
import torch
from safetensors.numpy import load_file
from small_runs import checks, newest, texts
from small_vaes import vae_pack
from small_verses import writer
from verse_files import many_lines

from genmodels.api.configs import Family, Preset
from genmodels.api.errors import InputError, PackError
from genmodels.api.messages import EstimateTraining, LoadPack, Progress
from genmodels.api.packs import PREVIEW, WEIGHTS
from genmodels.api.runs import NEAREST
from genmodels.jobs.estimate import estimate
from genmodels.jobs.evaluate import Poems, evaluate
from genmodels.jobs.loading import load_pack, load_verse_vae
from genmodels.jobs.train import train


@pytest.fixture
def verse(tmp_path: Path) -> Path:
    file = tmp_path / "verse.txt"
    file.write_text("\n".join(many_lines(240)), encoding="utf-8")
    return file


@pytest.mark.parametrize("preset", list(Preset))
def test_a_run_ends_in_a_pack_that_spells_and_holds_no_line(
    verse: Path, tmp_path: Path, home: Path, preset: Preset
) -> None:
    events = list(train(writer(verse, tmp_path / "run", preset)))
    assert events[-1].values["pack"] == str(home / "packs" / "writer")
    assert len(checks(events)) == 3
    assert all(math.isfinite(value) for values in checks(events) for value in values.values())
    assert {"elbo", "kl", "exact", "active", "held_out"} <= checks(events)[-1].keys()
    model, card = load_verse_vae(home / "packs" / "writer")
    assert (card.family, card.size, card.record["lines"]) == (Family.VERSE_VAE, 0, 216)
    assert card.metrics["valid_lines"] == 24
    spread_N = model.axes.spread_N
    assert not torch.equal(model.axes.axes_NN, torch.eye(len(spread_N)))
    assert torch.equal(spread_N, spread_N.sort(descending=True).values)
    line = many_lines(240)[7]
    assert model.spelling.text(model.spelling.numbers(line)) == line
    assert model.written.holds(line)
    assert not model.written.holds("a line that nobody wrote")
    held = b"".join(file.read_bytes() for file in (home / "packs" / "writer").iterdir())
    assert not any(line.encode() in held for line in many_lines(240))
    assert (home / "packs" / "writer" / PREVIEW).stat().st_size > 100
    assert list(load_pack(LoadPack(pack=str(home / "packs" / "writer"))))[-1].values["name"] == "writer"
    figures = list(evaluate(home / "packs" / "writer", verse, poems=Poems(pairs=2, between=1)))[-1].values
    assert figures["count"] == 240
    assert 0 <= figures["reconstruction"]["lines"] <= figures["reconstruction"]["pieces"] <= 1
    assert figures["elbo_nats_per_line"] > figures["kl"] > 0
    assert (figures["pairs"], set(figures["morphs"])) == (2, {"path", "published"})


def test_a_stopped_run_goes_on_exactly(verse: Path, tmp_path: Path, home: Path) -> None:
    list(train(writer(verse, tmp_path / "whole")))
    parts = writer(verse, tmp_path / "parts")
    for _ in range(2):
        events = train(parts)
        for _ in range(14):
            next(event for event in events if isinstance(event, Progress))
        events.close()
    list(train(parts))
    (whole, _), (resumed, _) = (newest(tmp_path / run) for run in ("whole", "parts"))
    assert whole.keys() == resumed.keys()
    assert all((whole[name] == resumed[name]).all() for name in whole)
    packs = [load_file(tmp_path / run / "pack" / WEIGHTS) for run in ("whole", "parts")]
    assert all((packs[0][name] == packs[1][name]).all() for name in packs[0])


def test_it_goes_on_from_a_pack_of_the_same_script_with_its_pieces(verse: Path, tmp_path: Path, home: Path) -> None:
    list(train(writer(verse, tmp_path / "first", epochs=1)))
    onward = writer(verse, tmp_path / "second", epochs=1)
    onward = dataclasses.replace(onward, name="second", start=NEAREST)
    model = dataclasses.replace(onward.model, vocabulary=100, width=32)
    events = list(train(dataclasses.replace(onward, model=model)))
    assert "going on from the pack writer" in texts(events)
    assert len(checks(events)) == 2, "what it can do already is measured first"
    first, second = (load_verse_vae(home / "packs" / name)[0] for name in ("writer", "second"))
    assert dataclasses.replace(second.config, vocabulary=first.config.vocabulary) == first.config


def test_it_refuses_what_cannot_be_learnt_from(tmp_path: Path, home: Path, verse: Path) -> None:
    short = tmp_path / "short.txt"
    short.write_text("\n".join(many_lines(30)), encoding="utf-8")
    with pytest.raises(InputError, match="too little verse") as caught:
        list(train(writer(short, tmp_path / "run")))
    assert "100 different lines" in caught.value.hint
    other = writer(verse, tmp_path / "other")
    with pytest.raises(PackError, match="of another family"):
        list(train(dataclasses.replace(other, start=str(vae_pack(home / "packs" / "morpher")))))


def test_its_time_is_measured(verse: Path, tmp_path: Path, home: Path) -> None:
    told = list(estimate(EstimateTraining(request=writer(verse, tmp_path / "run", epochs=0))))[-1].values
    assert told["steps"]["quick"] < told["steps"]["good"] < told["steps"]["best"]
