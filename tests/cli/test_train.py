"""`genmodels train` as people and clusters start it: events, resuming, a kill at any moment, several processes."""

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file

from genmodels.__main__ import main
from genmodels.api.messages import Done, Event, Failed, Metrics, Started, decode_event
from genmodels.api.packs import WEIGHTS
from genmodels.api.runs import EVENTS, STATES, StopMode, ask_to_stop, read_events
from genmodels.media.sprite import Sprite, write_sprite
from genmodels.training.holding import holding

ROOT = Path(__file__).parents[2]
SMALL = ["--from", "scratch", "--hidden", "16", "--context", "8", "--embedding", "8", "--heads", "1", "--batch", "4"]


@pytest.fixture
def squares(tmp_path: Path) -> Path:
    """Sixteen 8×8 sprites of one shape in three colours."""
    (tmp_path / "squares").mkdir()
    for n in range(16):
        rgba_HWC = np.zeros((8, 8, 4), dtype=np.uint8)
        rgba_HWC[2:6, 2:6] = [*np.roll([255, 0, 0], n).tolist(), 255]
        rgba_HWC[3, n % 4 + 2] = (0, 0, 0, 255)
        rgba_HWC[4, n // 4 + 2] = (9, 9, 9, 255)
        write_sprite(tmp_path / "squares" / f"{'abcdefghijklmnop'[n]}.png", Sprite(rgba_HWC=rgba_HWC))
    return tmp_path / "squares"


def arguments(squares: Path, run: Path, *options: str) -> list[str]:
    return ["train", "pixelrnn", str(squares), "--name", "squares", "--run-folder", str(run), *SMALL, *options]


def events_of(lines: str) -> list[Event]:
    return [decode_event(line)[1] for line in lines.splitlines()]


def test_json_prints_the_events_of_the_record_and_ends_with_the_pack(squares, tmp_path, capsys):
    run = tmp_path / "run"
    assert main(arguments(squares, run, "--epochs", "1", "--json")) == 0
    events = events_of(capsys.readouterr().out)
    assert events == list(read_events(run).events)
    assert isinstance(events[0], Started)
    assert isinstance(events[-1], Done)
    assert (events[-1].values["run"], events[-1].values["name"]) == (str(run), "squares")
    assert Path(events[-1].values["pack"], WEIGHTS).is_file()


def test_a_flag_out_of_range_is_said_before_any_training(squares, tmp_path, capsys):
    assert main(arguments(squares, tmp_path / "run", "--epochs", "-1")) == 2
    assert "epochs is -1. It can be 0 to" in capsys.readouterr().err
    assert not (tmp_path / "run").exists()


def test_a_pack_to_go_on_from_keeps_its_own_shape(squares, tmp_path, capsys, tiny_pack):
    options = ["--from", str(tiny_pack), "--epochs", "1", "--batch", "4", "--name", "squares"]
    command = ["train", "pixelrnn", str(squares), "--run", str(tmp_path / "run"), *options]
    assert main([*command, "--hidden", "32"]) == 2
    assert "leave out --hidden" in capsys.readouterr().err
    assert main(command) == 0
    assert "going on from the pack tiny" in capsys.readouterr().err


def test_a_run_that_another_process_holds_is_refused(squares, tmp_path, capsys):
    (tmp_path / "run").mkdir()
    with holding(tmp_path / "run"):
        assert main(arguments(squares, tmp_path / "run", "--epochs", "1")) == 1
    assert "being trained by another process" in capsys.readouterr().err
    assert not (tmp_path / "run" / EVENTS).exists()


@pytest.mark.parametrize("words", [["train"], ["train", "--resume", "nowhere"]])
def test_nothing_to_train_is_said(words, capsys):
    assert main(words) in (1, 2)
    assert capsys.readouterr().err.startswith("error: There is no")


def test_a_folder_that_cannot_be_learnt_from_fails_as_an_event(tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    assert main([*arguments(tmp_path / "empty", tmp_path / "run"), "--json"]) == 2
    failed = events_of(capsys.readouterr().out)[-1]
    assert isinstance(failed, Failed)
    assert failed.message
    assert failed.hint


def test_a_stopped_run_is_resumed_by_its_folder_even_moved(squares, tmp_path, capsys):
    run = tmp_path / "run"
    assert main(arguments(squares, run, "--epochs", "3")) == 0
    ask_to_stop(run, StopMode.NOW)
    assert main(["train", "--resume", str(run)]) == 0
    assert "go on with: genmodels train --resume" in capsys.readouterr().out
    run.rename(tmp_path / "moved")
    assert main(["train", "--resume", str(tmp_path / "moved"), "--json"]) == 0
    done = events_of(capsys.readouterr().out)[-1]
    assert isinstance(done, Done)
    assert done.values["run"] == str(tmp_path / "moved")


def test_a_killed_run_ends_as_if_it_had_not_been(squares, tmp_path):
    options = ["--epochs", "12", "--save-seconds", "0", "--device", "cpu", "--patience", "0"]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}  # with the test's own home
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    start = [sys.executable, "-m", "genmodels"]
    subprocess.run([*start, *arguments(squares, whole, *options)], cwd=ROOT, env=environment, check=True)
    process = subprocess.Popen(
        [*start, *arguments(squares, killed, *options), "--json"], cwd=ROOT, env=environment, stdout=subprocess.PIPE
    )
    lines = random.randint(3, 40)
    for _ in range(lines):
        process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert process.returncode == -signal.SIGKILL, f"killed after {lines} lines"
    subprocess.run([*start, "train", "--resume", str(killed)], cwd=ROOT, env=environment, check=True)
    ends = [max((run / STATES).iterdir()) for run in (whole, killed)]
    assert ends[0].name == ends[1].name
    for one, other in (ends, [run / "pack" / WEIGHTS for run in (whole, killed)]):
        tensors, others = load_file(one), load_file(other)
        assert tensors.keys() == others.keys()
        assert all(np.array_equal(tensors[name], others[name]) for name in tensors), f"killed after {lines} lines"


def test_two_processes_learn_what_one_does(squares, tmp_path):
    options = ["--epochs", "4", "--dropout", "0", "--device", "cpu", "--json"]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}  # with the test's own home
    torchrun = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc_per_node=2", "-m", "genmodels"]
    figures = []
    for name, start in (("one", [sys.executable, "-m", "genmodels"]), ("two", torchrun)):
        command = [*start, *arguments(squares, tmp_path / name, *options)]
        ended = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True)
        assert ended.returncode == 0, ended.stderr
        events = events_of(ended.stdout)
        assert isinstance(events[-1], Done)
        checks = [event.values for event in events if isinstance(event, Metrics) and "held_out" in event.values]
        figures.append([[values["loss"], values["held_out"]] for values in checks])
        card = json.loads((tmp_path / name / "pack" / "pack.json").read_text(encoding="utf-8"))
        assert card["record"]["processes"] == len(figures)
    # Where products are in bfloat16 a sum of two halves is rounded otherwise than the whole.
    np.testing.assert_allclose(figures[0], figures[1], rtol=3e-3)
    assert figures[0][0] != figures[0][-1]
