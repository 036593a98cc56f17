"""The look at verse before a training: a report for whatever a person drops, and never a trace."""

from pathlib import Path

import pytest
from verse_files import CHINESE, ENGLISH, many_lines

from genmodels.api.configs import VerseConfig
from genmodels.api.messages import Cancelled, CheckData, Done, Progress, Started, decode_event, encode
from genmodels.api.reports import VerseReport, read_report
from genmodels.jobs import check_verse
from genmodels.jobs.check_data import check_data
from genmodels.runner import drive


def look(*data: Path, verse: VerseConfig | None = None) -> VerseReport:
    """Run the job as the engine does, through the text that travels to the window."""
    request = CheckData(data=tuple(str(path) for path in data), verse=verse or VerseConfig())
    *before, last = drive(check_data(request), lambda: False)
    assert all(isinstance(event, Started | Progress) for event in before)
    assert isinstance(last, Done), last
    report = read_report(decode_event(encode(last))[1].values)
    assert isinstance(report, VerseReport)
    return report


def written(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path.write_text("\n".join(lines), encoding=encoding)
    return path


def test_enough_verse_can_train_and_is_told_in_sentences(tmp_path: Path) -> None:
    lines = many_lines(120)
    report = look(
        written(tmp_path / "a.txt", *lines, lines[0], "", "***", "la " * 50),
        written(tmp_path / "b.txt", *CHINESE, "茶凉人未散，夜静雪初开。", encoding="gb18030"),
    )
    assert report.can_train
    assert not report.hint
    assert report.usable == 128
    assert report.counts == {
        "read": 134, "usable": 128, "duplicate": 3, "empty": 1, "no-letters": 1, "too-long": 1,
    }  # fmt: skip
    assert report.sentences == (
        "134 lines, 128 usable: 8 in Chinese of five or seven characters, 120 in Latin letters.",
        "Left out: 3 duplicates, 1 empty, 1 without letters, 1 longer than 100 characters (Chinese: 30).",
        "1 line of Chinese split at ，。！？； into lines of their own, without these marks.",
        "2 files: 1 in GB18030, 1 in UTF-8.",
    )
    assert report.encodings == {"UTF-8": 1, "GB18030": 1}
    assert report.scripts == {"latin": 122, "han": 10}
    assert report.lengths["han"][5] == 6
    assert sum(report.lengths["latin"]) == 120
    assert set(report.examples) == {*lines, *CHINESE}


def test_examples_are_spread_over_the_data_and_over_the_scripts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_verse, "MOST_EXAMPLES", 20)
    lines = many_lines(300)
    examples = look(written(tmp_path / "a.txt", *lines, *CHINESE)).examples
    assert 19 <= len(examples) <= 21
    assert examples[0] == lines[0]
    assert any(example in lines[250:] for example in examples)
    assert any(example in CHINESE for example in examples)


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        ("\n".join(ENGLISH).encode(), "Add more verse"),
        (b"", "Choose text files"),
        (bytes(9_000), "Choose text files"),
        (b"\x89PNG" + bytes(range(256)) * 30, "Choose text files"),
        (("x" * 10_000).encode(), "Choose text files"),
        (("тихий вечер у реки\n" * 200).encode(), "Choose text files"),
    ],
)
def test_what_cannot_train_is_a_report_with_a_hint(tmp_path: Path, data: bytes, hint: str) -> None:
    path = tmp_path / "verse.txt"
    path.write_bytes(data)
    report = look(path)
    assert not report.can_train
    assert report.hint.startswith(hint)
    assert report.sentences


def test_choices_are_followed(tmp_path: Path) -> None:
    path = written(tmp_path / "verse.txt", *CHINESE)
    assert look(path, verse=VerseConfig(han_shortest=7, han_longest=7)).usable == 2


def test_a_look_can_be_cancelled_between_any_two_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("genmodels.data.steps.SECONDS", 0.0)  # a yield at every chance
    request = CheckData(data=(str(written(tmp_path / "a.txt", *ENGLISH, *CHINESE).parent),))
    count = len(list(drive(check_data(request), lambda: False)))
    assert count > 14
    for steps in range(1, count - 1):
        asked = iter([False] * steps)
        events = list(drive(check_data(request), lambda asked=asked: next(asked, True)))
        assert isinstance(events[-1], Cancelled)
