"""What there is to tell of pictures before a training, in plain words."""

from collections.abc import Mapping

from genmodels.api.reports import ProblemKind
from genmodels.data.colours import GOOD_ERROR, Clusters
from genmodels.data.sprites import Found

MOST_SUFFIXES = 4


def counts_sentence(counts: Mapping[ProblemKind, int], size: int = 0, colours: tuple[int, int] | None = None) -> str:
    """Return the numbers in one sentence; size is the square's side, colours the fewest and the most of a picture."""
    number = {kind: counts.get(kind, 0) for kind in ProblemKind}
    parts = [
        _many(number[ProblemKind.READ], "image"),
        _said(number[ProblemKind.UNREADABLE], "unreadable"),
        _many(number[ProblemKind.DUPLICATE], "duplicate", or_none=False),
        _said(number[ProblemKind.BLANK], "wholly transparent"),
        _said(number[ProblemKind.EXCLUDED], "left out as you asked"),
        _said(number[ProblemKind.TOO_LARGE], "too large to be cut"),
        _said(number[ProblemKind.BEYOND], "more than one training takes"),
        _said(number[ProblemKind.ENLARGED], "enlarged by a whole factor, which is undone"),
        _said(number[ProblemKind.SCALED], f"larger than {size} px and will be scaled"),
        _said(number[ProblemKind.CUT], f"larger than {size} px and will be cut"),
    ]
    if colours:
        few, many = colours
        parts.append(_many(few, "colour") + " each" if few == many else f"{few:,} to {many:,} colours each")
    return ", ".join(part for part in parts if part) + "."


def split_sentence(trained: int, held: int, size: int) -> str:
    """Return what becomes of the pictures."""
    return f"On squares of {size}×{size} pixels; {trained:,} to learn from, {held:,} held out to measure by."


def colours_sentence(clusters: Clusters) -> str:
    """Return what becomes of the colours, and whether it will be seen."""
    count = _many(len(clusters.table_K4), "colour")
    if clusters.error == 0:
        return f"The {count} are kept as they are." if len(clusters.table_K4) > 1 else "The one colour is kept."
    seen = "hard to see" if clusters.error <= GOOD_ERROR else "to be seen at a close look"
    seen = seen if clusters.error <= 2 * GOOD_ERROR else "plain to see; more colours would help"
    return f"The colours become {len(clusters.table_K4)}, with a mean error of {clusters.error:.3f}: {seen}."


def other_sentences(found: Found) -> tuple[str, ...]:
    """Return what else was met in reading, in no order of weight."""
    said = []
    if cells := found.counts.get(ProblemKind.BLANK_CELL, 0):
        said.append(f"{_many(cells, 'blank cell')} of sheets left out.")
    if altered := found.counts.get(ProblemKind.ALTERED, 0):
        said.append(f"{_many(altered, 'picture')} not read as the editor shows them; the list says why.")
    if loops := found.counts.get(ProblemKind.LOOP, 0):
        said.append(f"{_many(loops, 'link')} to folders that are read already, not followed.")
    if ignored := sum(found.ignored.values()):
        kinds = sorted(found.ignored.items(), key=lambda item: (-item[1], item[0]))
        named = ", ".join(f"{count:,} {suffix or 'without suffix'}" for suffix, count in kinds[:MOST_SUFFIXES])
        rest = ", …" if len(kinds) > MOST_SUFFIXES else ""
        said.append(f"{_many(ignored, 'file')} of other kinds passed over ({named}{rest}).")
    return tuple(said)


def _many(count: int, noun: str, *, or_none: bool = True) -> str:
    if not count and not or_none:
        return ""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _said(count: int, words: str) -> str:
    return f"{count:,} {words}" if count else ""
