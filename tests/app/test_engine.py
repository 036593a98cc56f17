"""The engine's process: jobs, deaths, restarts, the end."""

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.engine import Engine, Job
from genmodels.api.messages import Complete, Failed, LoadPack
from genmodels.media.sprite import encode_png

Make = Callable[..., Engine]
WAIT_MS = 10_000


def load(packs: Path) -> LoadPack:
    return LoadPack(pack=str(packs / "alpha"))


def completion(packs: Path, rgba: object) -> Complete:
    return Complete(pack=str(packs / "alpha"), sprite=encode_png(rgba), mask=encode_png(rgba * 0 + 255), seeds=(1, 2))


def watched(job: Job) -> list[str]:
    """Return a list that grows by the name of every signal of the job."""
    seen: list[str] = []
    for name in ("started", "progressed", "previewed", "finished", "cancelled", "failed"):
        getattr(job, name).connect(lambda *_, name=name: seen.append(name))
    return seen


def test_job_submitted_before_the_start_is_sent_when_ready(qtbot: QtBot, make_engine: Make, packs: Path) -> None:
    engine = make_engine()
    job = engine.submit(load(packs))
    seen = watched(job)
    with qtbot.waitSignal(job.finished, timeout=WAIT_MS):
        engine.start()
    assert seen == ["started", "finished"]


def test_stream_ends_with_one_terminal_signal(qtbot: QtBot, make_engine: Make, packs: Path, rgba: object) -> None:
    engine = make_engine("--noise")
    engine.start()
    job = engine.submit(completion(packs, rgba))
    seen = watched(job)
    with qtbot.waitSignal(job.finished, timeout=WAIT_MS):
        pass
    assert seen[0] == "started"
    assert seen[-1] == "finished"
    assert seen.count("previewed") == 2 * rgba.shape[0]


def test_cancel_while_waiting_never_reaches_the_process(qtbot: QtBot, make_engine: Make, packs: Path) -> None:
    job = make_engine().submit(load(packs))
    engine = job.parent()
    with qtbot.waitSignal(job.cancelled, timeout=WAIT_MS):
        engine.cancel(job)


def test_cancel_while_running(qtbot: QtBot, make_engine: Make, packs: Path, rgba: object) -> None:
    engine = make_engine("--hold", "2")
    engine.start()
    job = engine.submit(completion(packs, rgba))
    with qtbot.waitSignal(job.progressed, timeout=WAIT_MS):
        pass
    with qtbot.waitSignal(job.cancelled, timeout=WAIT_MS):
        engine.cancel(job)


def test_killed_process_fails_its_job_and_starts_again(
    qtbot: QtBot, make_engine: Make, packs: Path, rgba: object
) -> None:
    engine = make_engine("--hold", "2")
    engine.start()
    job = engine.submit(completion(packs, rgba))
    with qtbot.waitSignal(job.progressed, timeout=WAIT_MS):
        pass
    failures: list[Failed] = []
    job.failed.connect(failures.append)
    with qtbot.waitSignals([job.failed, engine.died, engine.became_ready], timeout=WAIT_MS):
        os.kill(engine.process_id, signal.SIGKILL)
    assert "Your sprite is safe" in failures[0].hint
    after = engine.submit(load(packs))
    with qtbot.waitSignal(after.finished, timeout=WAIT_MS):
        pass


def test_gives_up_after_three_quick_deaths_and_restarts_when_asked(
    qtbot: QtBot, make_engine: Make, packs: Path, rgba: object
) -> None:
    engine = make_engine("--crash", "1")
    engine.start()
    for _ in range(2):
        job = engine.submit(completion(packs, rgba))
        with qtbot.waitSignals([job.failed, engine.died], timeout=WAIT_MS):
            pass
    last = engine.submit(completion(packs, rgba))
    with qtbot.waitSignals([last.failed, engine.gave_up], timeout=WAIT_MS):
        pass
    assert engine.process_id == 0
    with qtbot.waitSignal(engine.became_ready, timeout=WAIT_MS):
        engine.restart()


def test_command_that_does_not_exist_gives_up(qtbot: QtBot, home: Path) -> None:
    engine = Engine(home / "logs" / "engine.log", ("/there/is/no/such/program",), (1, 1))
    with qtbot.waitSignal(engine.gave_up, timeout=WAIT_MS):
        engine.start()
    with qtbot.waitSignal(engine.stopped, timeout=WAIT_MS):
        engine.shut_down()


def test_deaths_before_ready_count_however_late_they_come(
    qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.engine.QUICK_DEATH_MS", 0)
    engine = Engine(home / "logs" / "engine.log", (sys.executable, "-S", "-c", "raise SystemExit(1)"), (1, 1))
    with qtbot.waitSignal(engine.gave_up, timeout=WAIT_MS):
        engine.start()
    with qtbot.waitSignal(engine.stopped, timeout=WAIT_MS):
        engine.shut_down()


def test_another_protocol_is_refused_at_once(qtbot: QtBot, make_engine: Make) -> None:
    engine = make_engine("--protocol", "99")
    with qtbot.waitSignal(engine.gave_up, timeout=WAIT_MS):
        engine.start()
    assert not engine.is_ready


def test_a_process_that_never_gets_ready_is_ended_at_shut_down(qtbot: QtBot, make_engine: Make) -> None:
    engine = make_engine("--mute")
    engine.start()
    with qtbot.waitSignal(engine.stopped, timeout=WAIT_MS):
        engine.shut_down()
    assert engine.process_id == 0


def test_lines_are_what_was_submitted(qtbot: QtBot, make_engine: Make, packs: Path, tmp_path: Path) -> None:
    record = tmp_path / "lines"
    engine = make_engine("--record", str(record))
    engine.start()
    job = engine.submit(load(packs))
    with qtbot.waitSignal(job.finished, timeout=WAIT_MS):
        pass
    assert json.loads(record.read_text()) == {"id": job.id, "kind": "load_pack", "pack": str(packs / "alpha")}


def test_without_a_place_for_its_log_it_still_starts(qtbot: QtBot, make_engine: Make, home: Path) -> None:
    home.write_text("a file where the folder should be")
    engine = make_engine()
    with qtbot.waitSignal(engine.became_ready, timeout=WAIT_MS):
        engine.start()
