"""A run's folder is held by one process, and its record survives a full disk."""

from pathlib import Path

import pytest

from genmodels.api.errors import StorageError
from genmodels.api.messages import Log, Progress, Started
from genmodels.api.runs import EVENTS, read_events
from genmodels.training.holding import Record, holding


def test_a_run_that_is_held_is_refused_and_free_afterwards(tmp_path: Path) -> None:
    with holding(tmp_path), pytest.raises(StorageError, match="another process"), holding(tmp_path):
        pass
    with holding(tmp_path):
        assert (tmp_path / ".lock").exists()


def test_a_run_without_a_folder_is_an_error_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="cannot be written"), holding(tmp_path / "file"):
        pass


def test_events_that_a_full_disk_refused_are_written_later_in_order(tmp_path: Path) -> None:
    record = Record(tmp_path, "small")
    record.add(Started())
    (tmp_path / EVENTS).rename(tmp_path / "kept")
    (tmp_path / EVENTS).mkdir()  # as good as a disk that refuses
    record.add(Log(text="one"))
    record.add(Log(text="two"))
    (tmp_path / EVENTS).rmdir()
    (tmp_path / "kept").rename(tmp_path / EVENTS)
    record.add(Log(text="three"))
    assert read_events(tmp_path).events == (Started(), Log(text="one"), Log(text="two"), Log(text="three"))


def test_an_event_that_says_nothing_new_is_left_out(tmp_path: Path) -> None:
    record = Record(tmp_path, "small")
    for text in ("one", "one", "two", "one"):
        record.add(Log(text=text))
    assert [event.text for event in read_events(tmp_path).events if isinstance(event, Log)] == ["one", "two", "one"]


def test_progress_is_written_no_faster_than_people_read(tmp_path: Path) -> None:
    record = Record(tmp_path, "small")
    lines = [record.add(Progress(done=done, total=100)) for done in range(50)]
    assert [bool(line) for line in lines] == [True] + [False] * 49
    assert len(read_events(tmp_path).events) == 1
