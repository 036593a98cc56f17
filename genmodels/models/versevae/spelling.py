"""Spells lines with pieces and reads them back: characters, and of Latin words what stands in many of them (BPE).

A word is spelt with the blank before it and in small letters; a sign before it says that it begins with a capital. So
one piece stands for “the”, “The” and “ the”, and any line whose characters are known comes back as it was.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

END, UNKNOWN = 0, 1  # END also begins a line, and fills up shorter ones
FIRST = 2  # the number of the first piece
CAPITAL = "\ue000"
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
_WORD = re.compile(rf" ?[{_LATIN}]+(?:['’][{_LATIN}]+)*|.", re.DOTALL)
_MOST_REMEMBERED = 200_000  # words


def words_of(text: str) -> Iterator[str]:
    """Yield the parts of a line that are spelt each by itself, capitals told by a sign of their own."""
    if re.match(f"[{_LATIN}]", text):
        text = f" {text}"
    for word in _WORD.findall(text):
        letters = word.lstrip(" ")
        small = letters.lower()
        is_same = len(small) == len(letters) and letters == small[:1].upper() + small[1:]
        if is_same and letters != small and re.match(f"[{_LATIN}]", letters):
            yield CAPITAL
            yield word[: len(word) - len(letters)] + small
        else:
            yield word


class Spelling:
    """The pieces of one pack: single characters first, then joined ones, the earlier of which are joined first."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self.pieces = tuple(pieces)
        self._number = {piece: number for number, piece in enumerate(self.pieces, FIRST)}
        self._spelt = lru_cache(_MOST_REMEMBERED)(self._spell)

    def __len__(self) -> int:
        """How many numbers there are."""
        return FIRST + len(self.pieces)

    def numbers(self, text: str) -> list[int]:
        """Return the numbers of a line's pieces, without END."""
        return [number for word in words_of(text) for number in self._spelt(word)]

    def text(self, numbers: Iterable[int]) -> str:
        """Return the line of these numbers up to END; what is unknown becomes “□”."""
        parts, is_capital = list[str](), False
        for number in numbers:
            if number == END:
                break
            piece = self.pieces[number - FIRST] if number >= FIRST else "□"
            if piece == CAPITAL:
                is_capital = True
                continue
            if is_capital:
                blank = piece[: len(piece) - len(piece.lstrip(" "))]
                piece, is_capital = blank + piece.lstrip(" ").capitalize(), piece == " "
            parts.append(piece)
        return "".join(parts).removeprefix(" ")

    def unknown(self, text: str) -> tuple[str, ...]:
        """Return the words or characters of a line with something that cannot be spelt."""
        found = (word.strip() for word in words_of(text) if UNKNOWN in self._spelt(word))
        return tuple(dict.fromkeys(word for word in found if word))

    def _spell(self, word: str) -> tuple[int, ...]:
        parts = list(word)
        while len(parts) > 1:
            ranked = ((self._number.get(a + b, len(self)), place) for place, (a, b) in enumerate(pairwise(parts)))
            number, place = min(ranked)
            if number == len(self):
                break
            parts[place : place + 2] = [parts[place] + parts[place + 1]]
        return tuple(self._number.get(part, UNKNOWN) for part in parts)
