"""A GAN's run is looked after: what goes wrong is told, answered, and answered alike after a stop."""

import dataclasses
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from safetensors.numpy import load_file
from small_gans import maker
from small_runs import newest, request, texts
from small_vaes import vae_pack

from genmodels.api.health import LightName, Verdict
from genmodels.api.messages import Done, Event, Health, Metrics, Progress, decode_event, encode
from genmodels.api.packs import WEIGHTS
from genmodels.jobs.train import train
from genmodels.models.spritegan.care import Finding, GameCare
from genmodels.models.spritegan.notes import Notes
from genmodels.training import states

ROOT = Path(__file__).parents[3]

Change = Callable[[Finding, Notes], Finding]


@pytest.fixture(autouse=True)
def _vae(home: Path) -> None:
    (home / "packs").mkdir(parents=True)
    vae_pack(home / "packs" / "morpher")


def healths(events: list[Event]) -> list[Health]:
    return [event for event in events if isinstance(event, Health)]


def changed(monkeypatch: pytest.MonkeyPatch, change: Change) -> None:
    """Let every finding go through `change`, with the notes before it."""
    judge = GameCare.judge

    def other(self: GameCare, figures: Mapping[str, float], notes: Mapping[str, float]) -> Finding:
        return change(judge(self, figures, notes), Notes.of(notes))

    monkeypatch.setattr(GameCare, "judge", other)


def going_back_once(finding: Finding, before: Notes) -> Finding:
    """Keep the first check, go back to it at the third."""
    notes = Notes.of(finding.notes)
    goes_back = before.checks == 2 and not before.returns
    if goes_back:
        notes = dataclasses.replace(notes, returns=1.0, penalty=2.0, holes=0.2)
    return dataclasses.replace(
        finding, is_sound=not before.checks, goes_back=goes_back, notes=notes.as_numbers(), answer="Back." * goes_back
    )


def test_every_check_lights_three_lights(pictures: Path, tmp_path: Path) -> None:
    events = list(train(maker(pictures, tmp_path / "run")))
    told = healths(events)
    assert [one.step for one in told] == [3, 6, 9]
    for one in told:
        assert [light.name for light in one.lights] == list(LightName)
        assert all(light.reason and light.figures for light in one.lights)
        assert decode_event(encode(one, "maker")) == ("maker", one)
    assert told[0].lights[0].verdict is Verdict.UNKNOWN
    notes = newest(tmp_path / "run")[1]["course"]["notes"]
    assert notes["checks"] == 3
    assert states.sound(tmp_path / "run").is_file()
    assert not healths(list(train(request(pictures, tmp_path / "other", epochs=1)))), "other families light none"


def test_it_goes_back_to_the_best_weights_with_what_it_has_learnt_about_itself(
    pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed(monkeypatch, going_back_once)
    events = list(train(maker(pictures, tmp_path / "run")))
    assert isinstance(events[-1], Done)
    assert [one.step for one in healths(events)] == [3, 6, 9, 6, 9], "what came after the first check is done again"
    assert "Back." in texts(events)
    course = newest(tmp_path / "run")[1]["course"]
    assert (course["step"], course["rate_share"], course["notes"]["penalty"]) == (9, 0.5, 2.0)
    assert [point["step"] for point in course["curve"]] == [3, 6, 9]


def test_a_run_stopped_before_and_after_its_answer_goes_on_exactly(
    pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed(monkeypatch, going_back_once)
    list(train(maker(pictures, tmp_path / "whole")))
    parts = maker(pictures, tmp_path / "parts")
    stops: list[Callable[[Event], bool]] = [
        lambda event: isinstance(event, Health) and event.step == 3,
        # Gone back already, not told yet; training figures come too, whenever a while has passed.
        lambda event: isinstance(event, Metrics) and event.step == 9 and "held_out" in event.values,
        lambda event: isinstance(event, Progress),
    ]
    for stop in stops:
        events = train(parts)
        next(event for event in events if stop(event))
        events.close()
    course = newest(tmp_path / "parts")[1]["course"]
    assert course["notes"]["returns"] == 1
    assert 3 < course["step"] < 9
    list(train(parts))
    (whole, facts), (resumed, again) = (newest(tmp_path / run) for run in ("whole", "parts"))
    assert facts["course"]["notes"] == again["course"]["notes"]
    assert all((whole[name] == resumed[name]).all() for name in whole)
    packs = [load_file(tmp_path / run / "pack" / WEIGHTS) for run in ("whole", "parts")]
    assert all((packs[0][name] == packs[1][name]).all() for name in packs[0])


def test_best_weights_that_cannot_be_read_leave_the_run_where_it_is(
    pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoilt(finding: Finding, before: Notes) -> Finding:
        if before.checks == 2:
            states.sound(tmp_path / "run").write_bytes(b"no state")
        return going_back_once(finding, before)

    changed(monkeypatch, spoilt)
    events = list(train(maker(pictures, tmp_path / "run")))
    assert "The best weights cannot be read" in texts(events)
    assert [one.step for one in healths(events)] == [3, 6, 9]
    assert isinstance(events[-1], Done)


def test_answers_change_what_a_step_is_given(pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    list(train(maker(pictures, tmp_path / "plain", epochs=2)))
    changed(monkeypatch, lambda finding, _: dataclasses.replace(finding, notes=finding.notes | {"holes": 0.4}))
    list(train(maker(pictures, tmp_path / "holed", epochs=2)))
    (plain, _), (holed, _) = (newest(tmp_path / run) for run in ("plain", "holed"))
    assert any((plain[name] != holed[name]).any() for name in plain)


def test_two_processes_decide_alike_and_go_back_together(pictures: Path, tmp_path: Path) -> None:
    decisions = tmp_path / "decisions"
    decisions.mkdir()
    torchrun = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc_per_node=2"]
    words = [str(Path(__file__).with_name("shared_game.py")), str(pictures), str(tmp_path / "run"), str(decisions)]
    environment = os.environ | {"OMP_NUM_THREADS": "1", "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
    ended = subprocess.run(
        [*torchrun, *words], cwd=ROOT, env=environment, check=False, capture_output=True, text=True, timeout=300
    )
    assert ended.returncode == 0, ended.stderr
    first, second = (json.loads((decisions / f"{rank}.json").read_text(encoding="utf-8")) for rank in (0, 1))
    assert first == second
    assert sum(finding["goes_back"] for _, finding in first) == 1
    assert len(first) > 5, "checks after the way back are done again"
    course = newest(tmp_path / "run")[1]["course"]
    assert course["rate_share"] == 0.5
    assert course["notes"]["returns"] == 1
