"""What is asked of each place of a poem: how long its line is, what it rhymes by, which words it keeps."""

from collections.abc import Sequence
from dataclasses import dataclass

from genmodels.api.configs import Script
from genmodels.api.verse import VerseRules
from genmodels.data.verse import chinese
from genmodels.data.verse.form import Form, form_of

NEAR = 1  # syllables that a line in Latin letters may be longer or shorter; Chinese is counted exactly


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a line has to be like."""

    length: int
    tolerance: int = 0
    rhymes: frozenset[str] = frozenset()  # one of these; empty: whatever
    pattern: str = ""  # of tones
    words: tuple[str, ...] = ()  # in this order

    def misses(self, form: Form) -> int:
        """Return by how many syllables, tones and rhymes a line is not like that."""
        count = max(0, abs(form.length - self.length) - self.tolerance)
        count += bool(self.rhymes) and form.rhyme not in self.rhymes
        if self.pattern and len(form.tones) == len(self.pattern):
            count += chinese.misses(form.tones, self.pattern)
        return count


def wishes(
    ends: tuple[str, str], times: Sequence[float], script: Script, rules: VerseRules, words: Sequence[tuple[str, ...]]
) -> list[Wish]:
    """Return what is asked of the lines at these times on the way from the first of both ends to the last.

    Lengths go step by step; rhymes are of either end, the tone pattern is the one that comes nearest to both.
    """
    forms = [form_of(end) for end in ends]
    pattern = _pattern(forms) if rules.tones and script is Script.HAN else None
    found: list[Wish] = []
    for t, held in zip(times, words, strict=True):
        length = rules.length or round(forms[0].length + t * (forms[1].length - forms[0].length))
        fitting = chinese.patterns(length) if pattern is not None else ()
        wish = Wish(
            length=max(1, length),
            tolerance=0 if script is Script.HAN else NEAR,
            rhymes=frozenset(form.rhyme for form in forms if form.rhyme) if rules.rhyme else frozenset(),
            pattern=fitting[pattern] if pattern is not None and fitting else "",
            words=held,
        )
        found.append(wish)
    return found


def _pattern(forms: Sequence[Form]) -> int:
    """Return the number of the pattern that the last five tones of both ends are least against."""
    tails = [form.tones[-5:].rjust(5, chinese.EITHER) for form in forms]
    costs = [sum(chinese.misses(tail, pattern) for tail in tails) for pattern in chinese.patterns(5)]
    return costs.index(min(costs))
