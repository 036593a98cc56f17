"""Text files as lines, whatever their encoding and their line ends; memory stays bounded, however long a line is."""

import io
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from genmodels.data.verse.encodings import Encoding

SUFFIXES = {".txt", ".text", ".md"}
MOST_CHARACTERS = 2**18  # of a line


class TextLine(NamedTuple):
    """A line without its end."""

    number: int  # counted from 1
    text: str
    is_cut: bool = False  # the line goes on, and what comes after is passed over


def lines_of(file: BinaryIO, encoding: Encoding) -> Iterator[TextLine | None]:
    """Yield the lines of an open file, which is closed at the end; what cannot be decoded becomes “�”.

    None comes for each stretch of a cut line that is passed over, so that the caller can breathe.
    """
    with io.TextIOWrapper(file, encoding.codec, errors="replace", newline=None) as text:
        number = 0
        while piece := text.readline(MOST_CHARACTERS):
            is_cut = len(piece) == MOST_CHARACTERS and not piece.endswith("\n")
            parts = piece.splitlines()  # at form feeds and Unicode's own line ends too
            for place, part in enumerate(parts, 1):
                number += 1
                yield TextLine(number=number, text=part, is_cut=is_cut and place == len(parts))
            while is_cut and (rest := text.readline(MOST_CHARACTERS)):
                yield None
                if rest.endswith("\n"):
                    break
