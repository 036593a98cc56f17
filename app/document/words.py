"""The words of a line and where they stand; a Chinese line's are its characters. It knows no Qt."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f"
_CHARACTER = re.compile(f"[{_HAN}]")
_WORD = re.compile(rf"[{_HAN}]|[^\W_{_HAN}]+(?:['’-][^\W_{_HAN}]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word without the signs around it."""

    text: str
    start: int
    end: int  # the character after it


def is_chinese(text: str) -> bool:
    """Return whether there is a Chinese character in it."""
    return _CHARACTER.search(text) is not None


def words_in(text: str) -> list[Word]:
    """Return the words from left to right."""
    return [Word(text=found.group(), start=found.start(), end=found.end()) for found in _WORD.finditer(text)]


def found_in(text: str, words: Sequence[str]) -> list[Word]:
    """Return where these words stand, in this order; those that are not there are left out."""
    found: list[Word] = []
    rest = words_in(text)
    for word in words:
        at = next((n for n, one in enumerate(rest) if one.text.lower() == word.lower()), None)
        if at is not None:
            found.append(rest[at])
            rest = rest[at + 1 :]
    return found


def toggled(text: str, words: Sequence[str], chosen: Sequence[Word]) -> tuple[str, ...]:
    """Return the words with those chosen added, or taken out where all are among them, as they stand in the text."""
    held = found_in(text, words)
    new = [word for word in chosen if word not in held]
    kept = [*held, *new] if new else [word for word in held if word not in chosen]
    return tuple(word.text for word in sorted(kept, key=lambda word: word.start))
