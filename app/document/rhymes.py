"""Which lines of a poem rhyme, as letters: lines with the same one do. It knows no Qt."""

from collections import Counter
from collections.abc import Sequence
from string import ascii_uppercase

from genmodels.api.verse import Line


def rhyme_letters(lines: Sequence[Line | None]) -> list[str]:
    """Return a letter for every line that rhymes with another, in order of their first; empty for the rest."""
    rhymes = [line.rhyme if line is not None else "" for line in lines]
    counts = Counter(rhymes)
    shared = [rhyme for rhyme in dict.fromkeys(rhymes) if rhyme and counts[rhyme] > 1]
    letters = dict(zip(shared, ascii_uppercase, strict=False))
    return [letters.get(rhyme, "") for rhyme in rhymes]
