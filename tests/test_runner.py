import itertools
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genmodels.api.errors import ErrorKind, PackError, StorageError
from genmodels.api.messages import (
    TERMINAL,
    Cancelled,
    Done,
    Event,
    Failed,
    Log,
    Metrics,
    Preview,
    Progress,
    Ready,
    Started,
)
from genmodels.runner import drive

own_events = st.one_of(
    st.builds(Progress, done=st.integers(0, 9), total=st.just(9)),
    st.builds(Preview, index=st.integers(0, 3), x=st.just(0), y=st.just(0), picture=st.just("")),
    st.builds(Metrics, step=st.integers(), values=st.just({"loss": 1.0})),
    st.builds(Log, text=st.text(max_size=5)),
)
strange_events = st.sampled_from([Started(), Ready(device="cpu"), Cancelled(), Done()])
errors = st.sampled_from([PackError("no pack"), MemoryError(), ValueError("odd"), RuntimeError("CUDA out of memory")])


class Script:
    """A job that yields what it is told, then ends, finishes or raises; it knows whether it was closed."""

    def __init__(self, steps: list[Event | Exception], at_close: Exception | None = None) -> None:
        self.steps = steps
        self.at_close = at_close
        self.closed = False

    def __call__(self) -> Iterator[Event]:
        try:
            for step in self.steps:
                if isinstance(step, Exception):
                    raise step
                yield step
        finally:
            self.closed = True
            if self.at_close is not None:
                raise self.at_close


@given(
    steps=st.lists(st.one_of(own_events, strange_events, errors), max_size=8),
    at_close=st.one_of(st.none(), errors),
    patience=st.integers(0, 12),
)
def test_every_stream_is_started_then_own_events_then_one_end(steps, at_close, patience):
    script, asked = Script(steps, at_close), itertools.count()
    first, *middle, last = drive(script(), lambda: next(asked) >= patience)
    assert isinstance(first, Started)
    assert isinstance(last, TERMINAL)
    assert all(isinstance(event, Progress | Preview | Metrics | Log) for event in middle)
    assert script.closed or not middle  # a generator that never began has nothing to close
    assert middle == steps[: len(middle)]


def outcome(*steps: Event | Exception, at_close: Exception | None = None) -> Event:
    return list(drive(Script(list(steps), at_close)(), lambda: False))[-1]


def test_errors_for_people_keep_their_kind_and_words():
    failed = outcome(StorageError("full", hint="free some space", detail="errno 28"))
    assert failed == Failed(error=ErrorKind.STORAGE, message="full", hint="free some space", detail="errno 28")
    assert outcome(Done(), at_close=StorageError("full")) == Failed(error=ErrorKind.STORAGE, message="full")


@pytest.mark.parametrize("error", [MemoryError(), RuntimeError("DefaultCPUAllocator: not enough memory")])
def test_running_out_of_memory_is_no_defect(error):
    failed = outcome(Progress(done=0, total=1), error)
    assert isinstance(failed, Failed)
    assert failed.error is ErrorKind.RESOURCES
    assert "fewer candidates" in failed.hint


@pytest.mark.parametrize("steps", [(), (Log(text="a"),), (Started(),), (ZeroDivisionError("by zero"),)])
def test_defects_are_reported_as_internal(steps):
    failed = outcome(*steps)
    assert isinstance(failed, Failed)
    assert failed.error is ErrorKind.INTERNAL
    assert bool(failed.detail) == (len(steps) == 1 and isinstance(steps[0], Exception))


def test_cancelling_closes_the_job_before_it_says_so():
    script = Script([Log(text="a"), Log(text="b"), Done()])
    stream = drive(script(), lambda: True)
    assert isinstance(next(stream), Started)
    assert isinstance(next(stream), Cancelled)
    assert list(stream) == []


def test_a_reader_that_goes_away_closes_the_job():
    script = Script([Log(text="a"), Done()])
    stream = drive(script(), lambda: False)
    assert [next(stream), next(stream)] == [Started(), Log(text="a")]
    stream.close()
    assert script.closed
