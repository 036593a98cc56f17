"""Look at verse before a training: what would be learnt from, and what is left out and why."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from genmodels.api.messages import CheckData
from genmodels.api.reports import VerseReport
from genmodels.data.steps import Steps
from genmodels.data.verse.reading import Verse, read_verse_steps
from genmodels.data.verse.telling import verse_sentences

FEWEST = 100  # lines of one script of which a tenth can be held out
MOST_EXAMPLES = 200


def look_at_verse(request: CheckData) -> Steps[VerseReport]:
    """Return what a training on the text files would read; verse that cannot train is a report too.

    Raises InputError where a source is not there.
    """
    verse = yield from read_verse_steps([Path(source) for source in request.data], request.verse)
    hint = _hint(verse)
    return VerseReport(
        data=request.data,
        usable=sum(map(len, verse.lines.values())),
        counts={kind.value: count for kind, count in verse.counts.items() if count},
        sentences=verse_sentences(verse, request.verse),
        problems=verse.problems,
        files=verse.files,
        encodings=dict(verse.encodings),
        scripts={script.value: count for script, count in verse.scripts.items()},
        lengths={script.value: _histogram(lengths) for script, lengths in verse.lengths.items()},
        examples=tuple(example for lines in verse.lines.values() for example in _spread(lines, verse)),
        can_train=not hint,
        hint=hint,
    )


def _hint(verse: Verse) -> str:
    """Return what to do before a training; empty where nothing is to be done."""
    most = max((len(lines) for lines in verse.lines.values()), default=0)
    if most >= FEWEST:
        return ""
    if most:
        return f"Add more verse: a training needs {FEWEST} lines or more in Chinese, or in Latin letters."
    return "Choose text files with one line of verse to a line, in Chinese or in Latin letters."


def _histogram(lengths: Counter[int]) -> tuple[int, ...]:
    return tuple(lengths[length] for length in range(max(lengths) + 1))


def _spread(lines: Sequence[str], verse: Verse) -> Sequence[str]:
    """Return this script's share of the examples, spread over its lines."""
    total = sum(map(len, verse.lines.values()))
    count = min(len(lines), max(1, MOST_EXAMPLES * len(lines) // max(total, MOST_EXAMPLES)))
    return [lines[place * len(lines) // count] for place in range(count)]
