"""What there is to tell of verse before a training, in plain words."""

from collections.abc import Mapping

from genmodels.api.configs import Script, VerseConfig
from genmodels.api.reports import ProblemKind
from genmodels.data.verse.reading import Verse
from genmodels.data.wording import if_any, ignored_sentence, number_of

REGULATED = {5: "five", 7: "seven"}  # characters of the lines of regulated Chinese verse
REGULAR = 0.8  # share of them that makes verse regulated
MOST_ENCODINGS = 4


def verse_sentences(verse: Verse, config: VerseConfig) -> tuple[str, ...]:
    """Return the report in sentences, the most important first."""
    return tuple(
        sentence
        for sentence in (
            _usable_sentence(verse),
            _dropped_sentence(verse.counts, config),
            _couplets_sentence(verse.couplets),
            _encodings_sentence(verse.encodings),
            _files_sentence(verse.counts),
            ignored_sentence(verse.ignored),
        )
        if sentence
    )


def _usable_sentence(verse: Verse) -> str:
    number = verse.counts.get(ProblemKind.USABLE, 0)
    parts = [_chinese(verse), if_any(len(verse.lines.get(Script.LATIN, ())), "in Latin letters")]
    kinds = ", ".join(part for part in parts if part)
    lines = number_of(verse.counts.get(ProblemKind.READ, 0), "line")
    return f"{lines}, {number:,} usable: {kinds}." if number else f"{lines}, none usable."


def _chinese(verse: Verse) -> str:
    lines = len(verse.lines.get(Script.HAN, ()))
    if not lines:
        return ""
    lengths = verse.lengths[Script.HAN]
    regulated = sum(lengths[length] for length in REGULATED)
    if regulated < REGULAR * lines:
        return f"{lines:,} in Chinese"
    named = " or ".join(word for length, word in REGULATED.items() if lengths[length])
    if regulated == lines:
        return f"{lines:,} in Chinese of {named} characters"
    return f"{lines:,} in Chinese ({regulated:,} of {named} characters)"


def _dropped_sentence(counts: Mapping[ProblemKind, int], config: VerseConfig) -> str:
    """Return what is left out; the most frequent reasons first."""
    words = {
        ProblemKind.EMPTY: "empty",
        ProblemKind.DAMAGED: "with characters that cannot be read",
        ProblemKind.NO_LETTERS: "without letters",
        ProblemKind.MARKUP: "headings, numbers or markup",
        ProblemKind.OTHER_SCRIPT: "in other or mixed scripts",
        ProblemKind.TOO_SHORT: f"shorter than {config.latin_shortest} characters (Chinese: {config.han_shortest})",
        ProblemKind.TOO_LONG: f"longer than {config.latin_longest} characters (Chinese: {config.han_longest})",
        ProblemKind.DUPLICATE: "duplicate" if counts.get(ProblemKind.DUPLICATE) == 1 else "duplicates",
        ProblemKind.BEYOND: "more than one training takes",
    }
    met = sorted((kind for kind in words if counts.get(kind)), key=lambda kind: -counts[kind])
    return f"Left out: {', '.join(if_any(counts[kind], words[kind]) for kind in met)}." if met else ""


def _couplets_sentence(couplets: int) -> str:
    if not couplets:
        return ""
    return f"{number_of(couplets, 'line')} of Chinese split at ，。！？； into lines of their own, without these marks."


def _encodings_sentence(encodings: Mapping[str, int]) -> str:
    if not encodings:
        return ""
    kinds = sorted(encodings.items(), key=lambda item: (-item[1], item[0]))
    files = number_of(sum(encodings.values()), "file")
    if len(kinds) == 1:
        return f"{files} in {kinds[0][0]}."
    return f"{files}: {', '.join(f'{count:,} in {name}' for name, count in kinds[:MOST_ENCODINGS])}."


def _files_sentence(counts: Mapping[ProblemKind, int]) -> str:
    parts = (
        number_of(counts.get(ProblemKind.UNREADABLE, 0), "file", or_none=False),
        number_of(counts.get(ProblemKind.LOOP, 0), "link", or_none=False),
    )
    ends = ("that cannot be read", "to folders that are read already")
    told = ", ".join(f"{part} {end}" for part, end in zip(parts, ends, strict=True) if part)
    return f"Passed over: {told}." if told else ""
