"""How bytes are read: the encodings of Chinese and of Western Europe, marked or not, and what is no text."""

import codecs
import io
import random

import pytest
from verse_files import CHINESE, ENGLISH, TRADITIONAL

from genmodels.api.errors import InputError
from genmodels.data.steps import finished
from genmodels.data.verse import encodings
from genmodels.data.verse.encodings import encoding_of

ACCENTED = [
    *ENGLISH,
    "a café beside the naïve canal",
    "Straße und Bäume im Märzwind",
    "“so soon?” she said — and stayed",
]


def codec_of(data: bytes) -> str:
    return finished(encoding_of(io.BytesIO(data))).codec


@pytest.mark.parametrize(
    ("lines", "codec"),
    [
        (lines, codec)
        for lines, names in (
            (CHINESE, ("utf-8", "gb18030", "gb2312", "gbk", "utf-16-le", "utf-16-be")),
            (TRADITIONAL, ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be")),
            (ENGLISH, ("utf-8", "ascii", "utf-16-le", "utf-16-be")),
            (ACCENTED, ("utf-8", "cp1252", "utf-16-le")),
            (ACCENTED[:-1], ("latin-1",)),
            (CHINESE + ACCENTED, ("utf-8", "gb18030")),
        )
        for codec in names
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_without_a_mark(lines: list[str], codec: str, end: str) -> None:
    text = end.join(lines) + end
    data = text.encode(codec)
    assert data.decode(codec_of(data)) == text


@pytest.mark.parametrize("line", [*CHINESE[:4], *TRADITIONAL[:4]])
@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_a_single_line_is_enough(line: str, codec: str) -> None:
    data = f"{line}\n".encode(codec)
    assert data.decode(codec_of(data)) == f"{line}\n"


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "UTF-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
        (b"\x84\x31\x95\x33", "gb18030", "GB18030"),
    ],
)
def test_byte_order_marks_tell_at_once(mark: bytes, codec: str, name: str) -> None:
    data = mark + CHINESE[0].encode(codec)
    encoding = finished(encoding_of(io.BytesIO(data)))
    assert encoding.name == name
    assert data.decode(encoding.codec).lstrip("\ufeff") == CHINESE[0]


def test_what_tells_may_come_late(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encodings, "CHUNK", 64)
    monkeypatch.setattr(encodings, "SAMPLE", 63)  # ends within a character
    data = ("\n".join(ENGLISH * 9 + CHINESE) + "\n").encode("gb18030")
    assert codec_of(data) == "gb18030"


def test_a_few_damaged_places_do_not_hide_utf_8() -> None:
    data = bytearray("\n".join(CHINESE * 3), "utf-8")
    data[30] = 0xFF
    assert codec_of(bytes(data)) == "utf-8-sig"


def test_what_is_no_text_is_told() -> None:
    noise = random.Random(1).randbytes(5_000)
    picture = b"\x89PNG\r\n\x1a\n" + noise
    for data in (noise, picture, bytes(4_000), bytes(range(256)) * 9):
        with pytest.raises(InputError, match="no text"):
            codec_of(data)
