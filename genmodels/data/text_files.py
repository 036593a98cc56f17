"""Text files as lines, whatever their encoding and their line ends; memory stays bounded, however long a line is."""

import io
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from genmodels.data.encodings import Encoding

SUFFIXES = {".txt", ".text", ".md"}
MOST_CHARACTERS = 2**20  # of a line; what comes after them is passed over


class TextLine(NamedTuple):
    """A line without its end."""

    number: int  # counted from 1
    text: str
    is_cut: bool = False  # the line was longer


def lines_of(file: BinaryIO, encoding: Encoding) -> Iterator[TextLine]:
    """Yield the lines of an open file, which is closed at the end; what cannot be decoded becomes “�”."""
    with io.TextIOWrapper(file, encoding.codec, errors="replace", newline=None) as text:
        number = 0
        while piece := text.readline(MOST_CHARACTERS):
            is_cut = not piece.endswith("\n") and len(piece) == MOST_CHARACTERS
            for part in piece.splitlines():  # form feeds and Unicode's own line ends too
                number += 1
                yield TextLine(number=number, text=part, is_cut=is_cut)
            while is_cut and (rest := text.readline(MOST_CHARACTERS)):
                if rest.endswith("\n"):
                    break
