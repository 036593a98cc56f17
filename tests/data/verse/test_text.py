"""Lines of text files: every kind of line end, and lines that no memory should hold."""

import io

import pytest

from genmodels.data.verse import text
from genmodels.data.verse.encodings import UTF_8
from genmodels.data.verse.text import lines_of


def lines(data: bytes) -> list[tuple[int, str, bool]]:
    return [tuple(line) for line in lines_of(io.BytesIO(data), UTF_8) if line is not None]


def test_line_ends_of_all_systems_in_one_file() -> None:
    data = "one\r\ntwo\rthree\n\nfive\u2028six\x0cseven".encode()
    assert lines(data) == [
        (number, text, False) for number, text in enumerate(["one", "two", "three", "", "five", "six", "seven"], 1)
    ]
    assert lines(b"") == []


def test_the_mark_at_the_beginning_is_no_part_of_a_line() -> None:
    assert lines(b"\xef\xbb\xbfone\n") == [(1, "one", False)]


def test_a_line_without_end_is_cut_and_the_next_one_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "MOST_CHARACTERS", 10)
    assert lines(b"x" * 95 + b"\nafter\n") == [(1, "x" * 10, True), (2, "after", False)]
    assert lines(b"123456789\n1234567890\nend") == [
        (1, "123456789", False), (2, "1234567890", True), (3, "end", False),
    ]  # fmt: skip
    assert lines(b"x" * 95) == [(1, "x" * 10, True)]
    assert lines(b"ab\x0ccdefghijkl\nend") == [(1, "ab", False), (2, "cdefghi", True), (3, "end", False)]
    assert [line.number if line else line for line in lines_of(io.BytesIO(b"x" * 25), UTF_8)] == [1, None, None]
