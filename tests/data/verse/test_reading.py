"""From text files to lines: what is kept, what is told, and that the numbers add up."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from verse_files import CHINESE, ENGLISH, TRADITIONAL, many_lines

from genmodels.api.configs import Script, VerseConfig
from genmodels.api.errors import InputError
from genmodels.api.reports import ProblemKind
from genmodels.data.steps import finished
from genmodels.data.verse import reading, text
from genmodels.data.verse.reading import Verse, read_verse_steps

FILES = {ProblemKind.UNREADABLE, ProblemKind.LOOP, ProblemKind.IGNORED}


def read(*sources: Path, **config: object) -> Verse:
    result = finished(read_verse_steps(sources, VerseConfig(**config)))
    dropped = sum(count for kind, count in result.counts.items() if kind not in {ProblemKind.READ, *FILES})
    assert result.counts[ProblemKind.READ] == dropped, "every line is usable or left out for one reason"
    assert {script: sum(lengths.values()) for script, lengths in result.lengths.items()} == {
        script: len(lines) for script, lines in result.lines.items()
    }
    return result


def test_a_folder_of_many_encodings(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name, lines, codec in (
        ("a.txt", ENGLISH, "utf-8"), ("b.md", CHINESE, "gb18030"), ("deep/c.text", TRADITIONAL, "big5"),
        ("d.txt", ["a café beside the naïve canal"], "cp1252"), ("诗.TXT", ["远处钟声慢"], "utf-16"),
    ):  # fmt: skip
        (tmp_path / name).write_bytes("\r\n".join(lines).encode(codec))
    (tmp_path / "notes.docx").write_bytes(b"PK")
    found = read(tmp_path)
    assert found.lines[Script.LATIN] == (*ENGLISH, "a café beside the naïve canal")
    assert found.lines[Script.HAN] == (*CHINESE, *TRADITIONAL, "远处钟声慢")
    assert found.encodings == {"UTF-8": 1, "GB18030": 1, "Big5": 1, "Windows-1252": 1, "UTF-16": 1}
    assert {note.name: (note.lines, note.usable) for note in found.files}["deep/c.text"] == (8, 8)
    assert found.ignored == {".docx": 1}
    assert not found.problems


def test_couplets_become_lines_unless_told_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "verse.txt"
    path.write_text("灯下旧书香，窗前新雨凉。\n一叶随风去\n", encoding="utf-8")
    assert read(path).lines[Script.HAN] == ("灯下旧书香", "窗前新雨凉", "一叶随风去")
    assert read(path).couplets == 1
    whole = read(path, split=False)
    assert whole.lines[Script.HAN] == ("灯下旧书香，窗前新雨凉。", "一叶随风去")
    assert whole.lengths[Script.HAN] == {10: 1, 5: 1}


def test_problems_name_file_line_and_text(tmp_path: Path) -> None:
    path = tmp_path / "verse.txt"
    path.write_text(f"{ENGLISH[0]}\n\n***\n{ENGLISH[0]}\n{'x' * 10_000}\n", encoding="utf-8")
    problems = read(path).problems
    assert [(one.name, one.line, one.kind) for one in problems] == [
        ("verse.txt", 3, ProblemKind.NO_LETTERS),
        ("verse.txt", 4, ProblemKind.DUPLICATE),
        ("verse.txt", 5, ProblemKind.TOO_LONG),
    ]
    assert problems[1].text == ENGLISH[0]
    assert len(problems[2].text) == reading.MOST_QUOTED
    assert "10,000" in problems[2].what


def test_files_that_are_no_text_are_told_and_passed_over(tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (tmp_path / "zeros.txt").write_bytes(bytes(5_000))
    (tmp_path / "empty.txt").touch()
    (tmp_path / "good.txt").write_text("\n".join(ENGLISH), encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "gone")
    found = read(tmp_path)
    assert {one.name for one in found.problems} == {"picture.txt", "zeros.txt", "loop", "nowhere.txt"}
    assert all(one.line == 0 and one.what for one in found.problems)
    assert found.lines == {Script.LATIN: tuple(ENGLISH)}
    with pytest.raises(InputError):
        read(tmp_path / "gone")


def test_a_file_that_goes_away_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "verse.txt"
    path.write_text("\n".join(ENGLISH), encoding="utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(reading, "encoding_of", refuse)
    assert [one.what for one in read(path).problems] == ["cannot be read: Permission denied"]


def test_problems_are_capped_by_kind_and_counted_in_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_OF_A_KIND", 3)
    path = tmp_path / "verse.txt"
    path.write_text("***\n" * 50 + "short\n" * 2 + "\n".join(ENGLISH), encoding="utf-8")
    found = read(path)
    assert found.counts[ProblemKind.NO_LETTERS] == 50
    assert [one.kind for one in found.problems] == [ProblemKind.NO_LETTERS] * 3 + [ProblemKind.TOO_SHORT] * 2


def test_reading_ends_where_a_training_would_be_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_LINES", 4)
    path = tmp_path / "verse.txt"
    path.write_text("\n".join(ENGLISH), encoding="utf-8")
    found = read(path)
    assert found.lines[Script.LATIN] == tuple(ENGLISH[:4])
    assert found.counts[ProblemKind.BEYOND] == 2


def test_an_endless_line_is_one_line_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "MOST_CHARACTERS", 5_000)
    path = tmp_path / "verse.txt"
    path.write_text(f"{ENGLISH[0]}\n{'灯下旧书香，' * 20_000}\n{ENGLISH[1]}\n", encoding="utf-8")
    found = read(path)
    assert found.lines == {Script.LATIN: tuple(ENGLISH[:2])}
    assert [(one.line, one.kind) for one in found.problems] == [(2, ProblemKind.TOO_LONG)]


def test_a_hundred_thousand_lines_with_yields_between(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("genmodels.data.steps.SECONDS", 0.0)  # a yield at every chance
    path = tmp_path / "verse.txt"
    path.write_text("\n".join([*many_lines(100_000), *many_lines(50)]), encoding="utf-8")
    steps = read_verse_steps([path], VerseConfig())
    events = []
    while True:
        try:
            events.append(next(steps))
        except StopIteration as stop:
            found = stop.value
            break
    assert found.counts[ProblemKind.USABLE] == 100_000
    assert found.counts[ProblemKind.DUPLICATE] == 50
    assert len(events) > 100_000
    done = [event.done for event in events if event.total]
    assert done == sorted(done)
    assert done[-1] <= path.stat().st_size


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_a_report(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.txt"
        path.write_bytes(data)
        read(path)


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), max_size=20),
    st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]),
)
@settings(max_examples=100, deadline=None)
def test_any_marked_text_is_read(lines: list[str], codec: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.txt"
        path.write_bytes("\n".join([ENGLISH[0], *lines]).encode(codec))
        found = read(path)
    assert found.counts[ProblemKind.UNREADABLE] == 0
    assert ENGLISH[0] in found.lines[Script.LATIN]
