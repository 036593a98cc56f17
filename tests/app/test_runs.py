"""Runs: started, followed, steered and found again."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app import runs as runs_module
from app.runs import Follower, Runs, RunState, is_alive, plain_name
from genmodels.api.configs import TrainConfig, TrainRequest
from genmodels.api.errors import StorageError
from genmodels.api.messages import Done, Metrics, Progress, Started, encode
from genmodels.api.runs import EVENTS, PAUSE, REQUEST, StopMode, read_request

FAKE, WAIT_MS = Path(__file__).parents[1] / "fake_run.py", 15_000


@pytest.fixture
def make_runs(qtbot: QtBot, home: Path) -> Callable[..., Runs]:
    """Make owners of runs that train with the fake and the given flags."""

    def make(*flags: str) -> Runs:
        return Runs((sys.executable, str(FAKE), *flags))

    return make


def begin(runs: Runs, name: str = "balls") -> Path:
    folder = runs.folder_for(name)
    return runs.start(TrainRequest(name=name, data=("pictures",), run=str(folder)))


def wait_for(qtbot: QtBot, runs: Runs, folder: Path, *states: RunState) -> None:
    def is_there() -> bool:
        runs.look()
        card = runs.card(folder)
        return card is not None and card.state in states

    qtbot.waitUntil(is_there, timeout=WAIT_MS)


def test_a_run_starts_and_finishes_and_says_so_once(qtbot: QtBot, make_runs: Callable[..., Runs]) -> None:
    runs = make_runs()
    ended: list[str] = []
    runs.finished.connect(lambda card: ended.append(card.name))
    folder = begin(runs)
    assert runs.cards[0].state is RunState.STARTING
    wait_for(qtbot, runs, folder, RunState.FINISHED)
    runs.look()
    assert ended == ["balls"]
    assert not is_alive(folder)
    assert (runs.cards[0].pack / "pack.json").is_file()


def test_a_run_that_ends_while_it_is_looked_at_has_not_broken_off(
    qtbot: QtBot, make_runs: Callable[..., Runs], monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = make_runs("--steps", "5000")
    ended: list[str] = []
    runs.finished.connect(lambda card: ended.append(card.name))
    folder = begin(runs)
    wait_for(qtbot, runs, folder, RunState.TRAINING)

    def end_first(folder: Path) -> bool:
        runs.stop(folder, StopMode.SAVE)
        qtbot.waitUntil(lambda: not is_alive(folder), timeout=WAIT_MS)
        return False

    monkeypatch.setattr(runs_module, "is_alive", end_first)
    runs.look()
    assert runs.cards[0].state is RunState.FINISHED
    assert ended == ["balls"]


def test_the_folder_holds_the_request(make_runs: Callable[..., Runs]) -> None:
    runs = make_runs("--steps", "0")
    request = TrainRequest(
        name="小怪物", data=("a", "b"), run=str(runs.folder_for("小怪物")), train=TrainConfig(seed=7)
    )
    assert read_request(runs.start(request)) == request


def test_the_run_begun_last_comes_first(qtbot: QtBot, make_runs: Callable[..., Runs]) -> None:
    runs = make_runs()
    first = begin(runs, "first")
    wait_for(qtbot, runs, first, RunState.FINISHED)
    begin(runs, "second")
    assert [card.name for card in runs.cards] == ["second", "first"]


def test_the_next_run_of_a_name_has_a_folder_of_its_own(make_runs: Callable[..., Runs]) -> None:
    runs = make_runs()
    runs.folder_for("balls").mkdir(parents=True)
    assert runs.folder_for("balls").name == "balls-2"


def test_pause_and_go_on_and_stop(qtbot: QtBot, make_runs: Callable[..., Runs]) -> None:
    runs = make_runs("--steps", "5000")
    folder = begin(runs)
    wait_for(qtbot, runs, folder, RunState.TRAINING)
    assert is_alive(folder)
    runs.pause(folder)
    wait_for(qtbot, runs, folder, RunState.PAUSED)
    runs.go_on(folder)
    wait_for(qtbot, runs, folder, RunState.TRAINING)
    runs.stop(folder, StopMode.SAVE)
    wait_for(qtbot, runs, folder, RunState.FINISHED)


def test_stop_now_can_be_resumed(qtbot: QtBot, make_runs: Callable[..., Runs]) -> None:
    runs = make_runs("--steps", "200")
    folder = begin(runs)
    wait_for(qtbot, runs, folder, RunState.TRAINING)
    runs.stop(folder, StopMode.NOW)
    wait_for(qtbot, runs, folder, RunState.STOPPED)
    runs.resume(folder)
    wait_for(qtbot, runs, folder, RunState.STARTING, RunState.TRAINING)
    wait_for(qtbot, runs, folder, RunState.FINISHED)


def test_a_run_that_died_is_found_and_its_pack_can_be_kept(qtbot: QtBot, make_runs: Callable[..., Runs]) -> None:
    folder = begin(make_runs("--die", "7"))
    runs = make_runs("--die", "3")  # another window, later; resumed at step 5
    wait_for(qtbot, runs, folder, RunState.INTERRUPTED)
    runs.keep(folder)
    wait_for(qtbot, runs, folder, RunState.FINISHED)


def test_a_run_that_another_window_begins_has_not_broken_off(make_runs: Callable[..., Runs]) -> None:
    folder = begin(make_runs())
    runs = make_runs()
    runs.look()
    card = runs.card(folder)
    assert card is not None
    assert card.live


def test_a_process_that_never_speaks_is_told(
    qtbot: QtBot, make_runs: Callable[..., Runs], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs_module, "START_MS", 300)
    runs = make_runs("--mute")
    folder = begin(runs)
    wait_for(qtbot, runs, folder, RunState.FAILED)
    failure = runs.cards[0].failure
    assert failure is not None
    assert "did not start" in failure.message


def test_delete_leaves_nothing(qtbot: QtBot, make_runs: Callable[..., Runs]) -> None:
    runs = make_runs()
    folder = begin(runs)
    wait_for(qtbot, runs, folder, RunState.FINISHED)
    runs.delete(folder)
    assert not folder.exists()
    assert runs.cards == []


def test_a_folder_that_cannot_be_written_says_so(make_runs: Callable[..., Runs], home: Path) -> None:
    home.mkdir()
    (home / "runs").write_text("in the way")
    with pytest.raises(StorageError, match="cannot be written"):
        begin(make_runs())


def test_a_run_whose_file_is_damaged_keeps_its_folders_name(make_runs: Callable[..., Runs], home: Path) -> None:
    (home / "runs" / "odd").mkdir(parents=True)
    (home / "runs" / "odd" / REQUEST).write_text("{")
    runs = make_runs()
    runs.look()
    assert [card.name for card in runs.cards] == ["odd"]


def test_a_long_run_is_read_in_parts_and_draws_over_what_was_lost(qtbot: QtBot, tmp_path: Path) -> None:
    lines = [encode(Started())]
    lines += [encode(Metrics(step=step, values={"loss": 2.0})) for step in range(2000)]
    lines += [encode(Metrics(step=step, values={"loss": 9.0, "held_out": 3.0 - step / 1000})) for step in range(2000)]
    lines += [encode(Started()), encode(Metrics(step=1000, values={"loss": 1.0}))]
    lines += [encode(Metrics(step=1000, values={"loss": 9.0, "held_out": 0.5}))]
    lines += [encode(Progress(done=1001, total=2000)), encode(Done())]
    (tmp_path / EVENTS).write_text("\n".join(lines) + "\n", encoding="utf-8")
    follower = Follower(tmp_path)
    told: list[int] = []
    follower.told.connect(lambda: told.append(len(follower.story.loss)))
    qtbot.waitUntil(lambda: follower.story.ending is not None, timeout=WAIT_MS)
    assert len(told) > 1
    assert follower.story.loss[-2:] == [(999, 2.0), (1000, 1.0)]
    assert follower.story.best == (1000, 0.5)


def test_the_card_of_a_long_run_reads_its_end_only(make_runs: Callable[..., Runs], home: Path) -> None:
    folder = home / "runs" / "long"
    folder.mkdir(parents=True)
    (folder / REQUEST).write_text("{}")
    lines = [encode(Metrics(step=step, values={"held_out": 1.0})) for step in range(3000)]
    (folder / EVENTS).write_text("\n".join([*lines, encode(Done())]) + "\n", encoding="utf-8")
    runs = make_runs()
    runs.look()
    assert runs.cards[0].state is RunState.FINISHED
    assert runs.cards[0].best is None, "the best may lie before what was read"


def test_a_full_disk_pauses_with_its_reason(qtbot: QtBot, make_runs: Callable[..., Runs]) -> None:
    runs = make_runs("--full", "4")
    folder = begin(runs)
    follower = Follower(folder)
    qtbot.waitUntil(lambda: follower.story.paused is not None, timeout=WAIT_MS)
    assert follower.story.paused is not None
    assert "disk is full" in follower.story.paused.reason
    assert (folder / PAUSE).exists()
    runs.go_on(folder)
    wait_for(qtbot, runs, folder, RunState.FINISHED)


@pytest.mark.parametrize(
    ("text", "name"),
    [("My Monsters!", "My-Monsters"), ("小怪物", "小怪物"), ("..", ""), ("a" * 99, "a" * 64), ("🐲", "")],
)
def test_names_come_from_folders(text: str, name: str) -> None:
    assert plain_name(text) == name
    if name:
        assert TrainRequest(name=name, data=(), run="").name == name
