"""Numbers of things in plain words, for all that is told of data."""

from collections.abc import Mapping

MOST_SUFFIXES = 4


def number_of(count: int, noun: str, *, or_none: bool = True) -> str:
    """Return a number of things, such as “1 line” and “2,000 lines”; of none, nothing unless `or_none`."""
    if not count and not or_none:
        return ""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def if_any(count: int, words: str) -> str:
    """Return the number and the words; nothing of none."""
    return f"{count:,} {words}" if count else ""


def ignored_sentence(ignored: Mapping[str, int]) -> str:
    """Return how many files of other kinds there were, by suffix; empty where there was none."""
    if not ignored:
        return ""
    kinds = sorted(ignored.items(), key=lambda item: (-item[1], item[0]))
    named = ", ".join(f"{count:,} {suffix or 'without suffix'}" for suffix, count in kinds[:MOST_SUFFIXES])
    rest = ", …" if len(kinds) > MOST_SUFFIXES else ""
    return f"{number_of(sum(ignored.values()), 'file')} of other kinds passed over ({named}{rest})."
