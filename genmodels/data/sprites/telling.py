"""What there is to tell of pictures before a training, in plain words."""

from collections.abc import Mapping, Sequence

from genmodels.api.reports import ProblemKind
from genmodels.data.sprites.colours import GOOD_ERROR, Clusters
from genmodels.data.sprites.reading import Found
from genmodels.data.wording import if_any, ignored_sentence, number_of

MOST_NAMED = 6  # tags


def counts_sentence(counts: Mapping[ProblemKind, int], size: int = 0, colours: tuple[int, int] | None = None) -> str:
    """Return the numbers in one sentence; size is the square's side, colours the fewest and the most of a picture."""
    number = {kind: counts.get(kind, 0) for kind in ProblemKind}
    parts = [
        number_of(number[ProblemKind.READ], "image"),
        if_any(number[ProblemKind.UNREADABLE], "unreadable"),
        number_of(number[ProblemKind.DUPLICATE], "duplicate", or_none=False),
        if_any(number[ProblemKind.BLANK], "wholly transparent"),
        if_any(number[ProblemKind.EXCLUDED], "left out as you asked"),
        if_any(number[ProblemKind.TOO_LARGE], "too large to be cut"),
        if_any(number[ProblemKind.BEYOND], "more than one training takes"),
        if_any(number[ProblemKind.ENLARGED], "enlarged by a whole factor, which is undone"),
        if_any(number[ProblemKind.SCALED], f"larger than {size} px and will be scaled"),
        if_any(number[ProblemKind.CUT], f"larger than {size} px and will be cut"),
    ]
    if colours:
        few, many = colours
        parts.append(number_of(few, "colour") + " each" if few == many else f"{few:,} to {many:,} colours each")
    return ", ".join(part for part in parts if part) + "."


def split_sentence(trained: int, held: int, size: int) -> str:
    """Return what becomes of the pictures."""
    return f"On squares of {size}×{size} pixels; {trained:,} to learn from, {held:,} held out to measure by."


def colours_sentence(clusters: Clusters) -> str:
    """Return what becomes of the colours, and whether it will be seen."""
    count = number_of(len(clusters.table_K4), "colour")
    if clusters.error == 0:
        return f"The {count} are kept as they are." if len(clusters.table_K4) > 1 else "The one colour is kept."
    seen = "hard to see" if clusters.error <= GOOD_ERROR else "to be seen at a close look"
    seen = seen if clusters.error <= 2 * GOOD_ERROR else "plain to see; more colours would help"
    return f"The colours become {len(clusters.table_K4)}, with a mean error of {clusters.error:.3f}: {seen}."


def tags_sentence(names: Sequence[str], without: int) -> tuple[str, ...]:
    """Return which tags the folders give, where they give any; without: how many pictures have none."""
    if not names:
        return ()
    more = [f"{len(names) - MOST_NAMED} more"] if len(names) > MOST_NAMED else []
    told = f"Their folders give {number_of(len(names), 'tag')} to a model that morphs: "
    rest = f"; {number_of(without, 'picture')} without one" if without else ""
    return (told + ", ".join([*names[:MOST_NAMED], *more]) + rest + ".",)


def other_sentences(found: Found) -> tuple[str, ...]:
    """Return what else was met in reading, in no order of weight."""
    told = []
    if cells := found.counts.get(ProblemKind.BLANK_CELL, 0):
        told.append(f"{number_of(cells, 'blank cell')} of sheets left out.")
    if altered := found.counts.get(ProblemKind.ALTERED, 0):
        told.append(f"{number_of(altered, 'picture')} not read as the editor shows them; the list says why.")
    if loops := found.counts.get(ProblemKind.LOOP, 0):
        told.append(f"{number_of(loops, 'link')} to folders that are read already, not followed.")
    if sentence := ignored_sentence(found.ignored):
        told.append(sentence)
    return tuple(told)
