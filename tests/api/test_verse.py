"""Laws of what is said about verse: every message keeps on its way, and the fake engine speaks as the real one will."""

import json
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from fake_verse import Events, decoded_lines, morphed, near, read_lines, sampled_lines, varied

from genmodels.api.codec import to_dict
from genmodels.api.codes import Code
from genmodels.api.errors import ConfigError
from genmodels.api.messages import Done, Event, decode_event, decode_request, encode
from genmodels.api.verse import (
    DecodeLines,
    Draft,
    Line,
    LockedLine,
    MorphVerse,
    NearLines,
    Origin,
    ReadLines,
    SampleVerse,
    VaryLine,
    VerseJob,
    VerseRules,
)

FIRST, LAST = "the kettle hums beside the open door", "a ladder leans where no one climbs it now"


@pytest.fixture
def pack(tmp_path: Path) -> str:
    card = {"name": "verse-test", "config": {"corpus": ["and every window holds a smaller moon"]}}
    (tmp_path / "pack.json").write_text(json.dumps(card), encoding="utf-8")
    return str(tmp_path)


def requests(pack: str) -> dict[VerseJob, object]:
    rules = VerseRules(new_only=True, length=7)
    locked = (LockedLine(place=2, text="a line of mine"), LockedLine(place=3, words=("rain",)))
    return {
        MorphVerse(pack=pack, first=FIRST, last=LAST, rules=rules, locked=locked): morphed,
        VaryLine(pack=pack, lines=(FIRST, "one between", LAST), place=1): varied,
        SampleVerse(pack=pack, seeds=(1, 2)): sampled_lines,
        NearLines(pack=pack, text="灯下旧书香", count=3): near,
        ReadLines(pack=pack, lines=(FIRST, "", "灯下旧书香")): read_lines,
        DecodeLines(pack=pack, codes=(Code(numbers=(0.5, 1.0)),), anchor=FIRST): decoded_lines,
    }


def told(answers: Events) -> list[Event]:
    return [decode_event(json.dumps({"id": "a", "kind": kind, **fields}))[1] for kind, fields in answers]


def test_every_request_and_every_answer_keeps_on_its_way(pack: str) -> None:
    assert {type(request) for request in requests(pack)} == set(get_args(VerseJob))
    for request, answer in requests(pack).items():
        assert decode_request(encode(request, "a")) == ("a", request)
        events = told(answer(to_dict(request)))
        assert all(decode_event(encode(event, "a"))[1] == event for event in events)
        assert isinstance(events[-1], Done)
        assert events[-1].lines


def test_the_fakes_poem_has_both_ends_and_what_is_locked(pack: str) -> None:
    request = next(iter(requests(pack)))
    events = [
        decode_event(json.dumps({"id": "", "kind": kind, **fields}))[1] for kind, fields in morphed(to_dict(request))
    ]
    *_, done = events
    assert [event.index for event in events if isinstance(event, Draft)] == list(range(7))
    assert isinstance(done, Done)
    texts = [line.text for line in done.lines]
    assert (texts[0], texts[2], texts[-1]) == (FIRST, "a line of mine", LAST)
    assert texts[3].endswith("rain")
    assert all(a.t < b.t for a, b in pairwise(done.lines))
    assert {line.origin for line in done.lines} == {Origin.GIVEN, Origin.NEW}
    assert [len(line.alternatives) for line in done.lines] == [0, 3, 3, 3, 3, 3, 0]
    assert all(other.origin is Origin.NEW for line in done.lines for other in line.alternatives)


def test_a_line_holds_lines_and_refuses_what_is_none() -> None:
    line = Line(text="x", alternatives=(Line(text="y", origin=Origin.CORPUS),))
    assert decode_event(encode(Done(lines=(line,))))[1] == Done(lines=(line,))
    with pytest.raises(ConfigError, match="origin"):
        decode_event('{"id": "", "kind": "draft", "index": 0, "line": {"text": "x", "origin": "stolen"}}')
