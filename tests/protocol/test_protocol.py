import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from genmodels.api.errors import ErrorKind
from genmodels.api.messages import (
    PROTOCOL,
    Cancel,
    Cancelled,
    Complete,
    Done,
    Failed,
    LoadPack,
    Log,
    Preview,
    Progress,
    Ready,
    Started,
    decode_event,
    encode,
)
from genmodels.media.sprite import decode_png, encode_png


def request_of(pack: Path, side: int = 12) -> Complete:
    """Return a request whose lower half is hidden; with a long side it takes its time."""
    rgba_HWC = np.zeros((side, side, 4), dtype=np.uint8)
    rgba_HWC[: side // 2] = (220, 40, 50, 255)
    mask_HWC = np.zeros_like(rgba_HWC)
    mask_HWC[side // 2 :] = 255
    return Complete(pack=str(pack), sprite=encode_png(rgba_HWC), mask=encode_png(mask_HWC), seeds=(1, 2, 3))


def test_ready_comes_first(engine):
    job, ready = engine.ready
    assert job == ""
    assert isinstance(ready, Ready)
    assert ready.protocol == PROTOCOL
    assert ready.device


def test_a_job_starts_draws_and_is_done(engine, tiny_pack):
    request = request_of(tiny_pack)
    engine.send("draw", request)
    first, *middle, done = engine.until_end_of("draw")["draw"]
    assert isinstance(first, Started)
    assert isinstance(done, Done)
    assert all(isinstance(event, Progress | Preview | Log) for event in middle)
    laid = [decode_png(request.sprite).rgba_HWC.copy() for _ in request.seeds]
    for event in middle:
        if isinstance(event, Preview):
            part_HWC = decode_png(event.picture).rgba_HWC
            laid[event.index][event.y : event.y + len(part_HWC), event.x : event.x + part_HWC.shape[1]] = part_HWC
    for seed, candidate, laid_HWC in zip(request.seeds, done.candidates, laid, strict=True):
        picture_HWC = decode_png(candidate.picture).rgba_HWC
        assert candidate.seed == seed
        assert np.array_equal(picture_HWC, laid_HWC)
        assert np.array_equal(picture_HWC[:6], decode_png(request.sprite).rgba_HWC[:6])


def test_a_pack_can_be_loaded_ahead(engine, tiny_pack):
    engine.send("load", LoadPack(pack=str(tiny_pack)))
    events = engine.until_end_of("load")["load"]
    assert isinstance(events[0], Started)
    assert isinstance(events[-1], Done)


def test_an_unknown_pack_fails_and_the_engine_lives_on(engine, tiny_pack, tmp_path):
    engine.send("lost", request_of(tmp_path / "lost"))
    engine.send("found", LoadPack(pack=str(tiny_pack)))
    seen = engine.until_end_of("lost", "found")
    assert isinstance(seen["lost"][0], Started)
    assert seen["lost"][-1].error is ErrorKind.PACK
    assert seen["lost"][-1].hint
    assert isinstance(seen["found"][-1], Done)


@pytest.mark.parametrize("line", ["no json at all", "[1, 2]", '{"kind": 7}', '"text"', '{"id": 1, "kind": "complete"}'])
def test_a_line_that_is_no_message_fails_without_a_job(engine, line):
    engine.write(line)
    job, event = engine.read()
    assert job == ""
    assert isinstance(event, Failed)
    assert event.error is ErrorKind.CONFIG


def test_an_unknown_message_with_an_id_keeps_the_law_of_the_stream(engine):
    engine.write('{"id": "odd", "kind": "paint"}')
    started, failed = engine.until_end_of("odd")["odd"]
    assert isinstance(started, Started)
    assert failed.error is ErrorKind.CONFIG
    assert "paint" in failed.message


def test_a_running_job_is_cancelled_at_its_next_yield(engine, tiny_pack):
    engine.send("long", request_of(tiny_pack, side=96))
    while not isinstance(engine.read()[1], Preview):
        pass
    engine.send("", Cancel(job="long"))
    events = engine.until_end_of("long")["long"]
    assert isinstance(events[-1], Cancelled)
    engine.send("next", LoadPack(pack=str(tiny_pack)))
    assert isinstance(engine.until_end_of("next")["next"][-1], Done)


def test_a_waiting_job_can_be_cancelled_and_unknown_ids_are_ignored(engine, tiny_pack):
    engine.send("long", request_of(tiny_pack, side=96))
    engine.send("waiting", request_of(tiny_pack))
    for job in ("nobody", "waiting", "long"):
        engine.send("", Cancel(job=job))
    seen = engine.until_end_of("long", "waiting")
    assert [type(event) for event in seen["waiting"]] == [Started, Cancelled]
    assert isinstance(seen["long"][-1], Cancelled)


def test_the_end_of_the_input_ends_a_running_engine(command, tiny_pack):
    script = (
        "import subprocess, sys\n"
        "engine = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE)\n"
        "for line in sys.stdin.buffer: engine.stdin.write(line); engine.stdin.flush()\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", script, *command],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    parent.stdin.write(encode(request_of(tiny_pack, side=96), "long").encode() + b"\n")
    parent.stdin.flush()
    while not isinstance(decode_event(parent.stdout.readline().decode())[1], Preview):
        pass
    parent.kill()  # as when the window is killed: the engine only sees its input end
    parent.wait()
    *_, last = parent.stdout.read().decode().splitlines()  # ends when the engine has closed its output
    assert isinstance(decode_event(last)[1], Cancelled)
    parent.stdin.close()
    parent.stdout.close()
