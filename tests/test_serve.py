import io

import pytest

from genmodels.api.messages import Cancel, Cancelled, Event, Failed, LoadPack, Started, decode_event, encode
from genmodels.serve import Server


def say(*lines: str, out: io.StringIO | None = None) -> list[tuple[str, Event]]:
    """Return what a server answers to lines that all came before it could run a job."""
    out = io.StringIO() if out is None else out
    server = Server(out)
    server.listen(iter([line.encode("utf-8", errors="surrogatepass") for line in lines]))
    server.run()
    return [decode_event(line) for line in out.getvalue().splitlines()]


def test_what_still_waits_at_the_end_of_the_input_is_started_and_cancelled():
    answers = say(encode(LoadPack(pack="a"), "1"), "", encode(LoadPack(pack="b"), "2"))
    assert answers == [("1", Started()), ("1", Cancelled()), ("2", Started()), ("2", Cancelled())]


@pytest.mark.parametrize("job", ["1", ""])
def test_an_id_in_use_is_refused_without_touching_the_job_that_has_it(job):
    (first_id, refused), *rest = say(encode(LoadPack(pack="a"), "1"), encode(LoadPack(pack="b"), job))
    assert first_id == ""
    assert isinstance(refused, Failed)
    assert "still in use" in refused.message
    assert rest == [("1", Started()), ("1", Cancelled())]


def test_a_waiting_job_is_cancelled_at_once():
    lines = [encode(LoadPack(pack=name), name) for name in ("1", "2")] + [encode(Cancel(job="2"))]
    assert [job for job, _ in say(*lines)] == ["2", "2", "1", "1"]


def test_bytes_that_are_no_text_are_answered():
    [(job, failed)] = say("\ud800 not text")
    assert job == ""
    assert isinstance(failed, Failed)


class Gone(io.StringIO):
    """An output whose reader has gone away."""

    def flush(self) -> None:
        raise BrokenPipeError


def test_a_reader_that_has_gone_away_closes_the_server():
    out = Gone()
    Server(out).send(Started(), "1")
    say(encode(LoadPack(pack="a"), "1"), out=out)
    assert out.getvalue().count("started") == 2
