"""The form of a line: how long it is, what it rhymes by, its tones; English and Chinese behind one door."""

from typing import NamedTuple

from genmodels.data.verse import chinese, english


class Form(NamedTuple):
    """What there is to tell of a line's form; made for each of many candidates."""

    length: int  # Chinese: characters; else syllables
    rhyme: str  # lines with the same rhyme; empty where it is not known
    tones: str  # Chinese: a sign a character


def is_chinese(text: str) -> bool:
    """Return whether there is a Chinese character in it."""
    return bool(chinese.characters(text))


def form_of(text: str) -> Form:
    """Return a line's form."""
    if is_chinese(text):
        return Form(len(chinese.characters(text)), chinese.rhyme(text), chinese.tones(text))
    return Form(english.syllables(text), english.rhyme(text), "")
