"""From pictures to all that a training learns from; a look before a training and the training itself share it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from genmodels.api.configs import Fit, ReadingConfig
from genmodels.api.errors import InputError
from genmodels.api.messages import Progress
from genmodels.api.reports import ProblemKind
from genmodels.data.sprites.colours import Clusters, cluster, counted, given, tokens
from genmodels.data.sprites.fitting import fit, fitting, size_of
from genmodels.data.sprites.picture import Picture, background_of, colours_of, packed
from genmodels.data.sprites.reading import Found
from genmodels.data.sprites.splitting import held_out
from genmodels.data.sprites.tags import tags_of
from genmodels.data.sprites.telling import (
    colours_sentence,
    counts_sentence,
    other_sentences,
    split_sentence,
    tags_sentence,
)
from genmodels.data.steps import Pace, Steps

FEWEST = 10  # pictures of which a tenth can be held out
AT_ONCE = 16  # pictures
MOST_TOLD = 100  # problems in an error's details


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Gathered:
    """The pictures in the clusters' colours on squares, split, and what is to be told of them."""

    found: Found
    trained_NHW: np.ndarray  # int64 tokens
    held_NHW: np.ndarray
    trained_tags_N: np.ndarray  # int64, 1 for the first of tags, 0 for none
    held_tags_N: np.ndarray
    trained_names: tuple[str, ...]  # as the report has them
    tags: tuple[str, ...]  # names of folders, see `tags_of`
    clusters: Clusters
    size: int
    background_4: np.ndarray
    counts: Mapping[ProblemKind, int]
    remarks: tuple[str, ...]  # in plain words, the most important first
    tag_remarks: tuple[str, ...]  # for models that are told of tags


def gather_steps(
    found: Found,
    reading: ReadingConfig,
    *,
    valid: str = "",
    seed: int = 1,
    size: int = 0,
    colours: int = 0,
    table_K4: np.ndarray | None = None,
) -> Steps[Gathered]:
    """Return the data of a training from the pictures that were found; size and colours 0 are chosen by them.

    table_K4: the colours to read them in (uint8 RGBA, in token order), where they are not to be clustered. valid and
    seed are as in `held_out`. Raises InputError where no training can come of it, and says what to do next.
    """
    pictures = found.pictures
    refuse_hopeless(found, valid)
    held_N = yield from held_out(pictures, valid, seed)
    background_4 = background_of(pictures)
    yield Progress(done=0, total=len(pictures), note="choosing the square")
    size = size or size_of(pictures, background_4)
    trained = [p for p, held in zip(pictures, held_N, strict=True) if not held]
    held = [p for p, held in zip(pictures, held_N, strict=True) if held]
    clusters = yield from _clusters(trained, reading.fit, size, background_4, colours, table_K4=table_K4)
    trained_NHW = yield from _tokens(trained, reading.fit, size, background_4, clusters)
    held_NHW = yield from _tokens(held, reading.fit, size, background_4, clusters)
    counts, colour_range = yield from _look(found, reading.fit, size, background_4)
    tags = tags_of(trained)  # what is only held out teaches nothing
    tags_N = tags.numbers(pictures)
    return Gathered(
        found=found,
        trained_NHW=trained_NHW,
        held_NHW=held_NHW,
        trained_tags_N=tags_N[~held_N],
        held_tags_N=tags_N[held_N],
        trained_names=tuple(picture.name for picture in trained),
        tags=tags.names,
        clusters=clusters,
        size=size,
        background_4=background_4,
        counts=counts,
        remarks=(
            counts_sentence(counts, size, colour_range),
            split_sentence(len(trained), len(held), size),
            colours_sentence(clusters),
            *other_sentences(found),
        ),
        tag_remarks=tags_sentence(tags.names, int((tags_N == 0).sum())),
    )


def refuse_hopeless(found: Found, valid: str = "") -> None:
    """Raise InputError where no training can come of what was found; valid is as in `held_out`."""
    counts, usable = found.counts, len(found.pictures)
    detail = "\n".join(f"{problem.name}: {problem.what}" for problem in found.problems[:MOST_TOLD])
    blank, duplicates = counts.get(ProblemKind.BLANK, 0), counts.get(ProblemKind.DUPLICATE, 0)
    first = found.pictures[0].rgba_HW4 if usable else np.zeros(0)
    same = usable and usable + duplicates > 1 and all(np.array_equal(p.rgba_HW4, first) for p in found.pictures)
    if not counts.get(ProblemKind.READ):
        hint = "Choose a folder with PNG, GIF, WebP, BMP, JPEG or .aseprite files."
        raise InputError("No picture could be read.", hint=hint, detail=detail)
    if not usable and blank == counts[ProblemKind.READ]:
        message = "All pictures are wholly transparent."
        raise InputError(message, hint="Choose pictures that show something.", detail=detail)
    if same:
        message = "All pictures are the same to the pixel."
        raise InputError(message, hint="Choose pictures that differ.", detail=detail)
    if usable < FEWEST and not valid:
        pictures = "picture" if usable == 1 else "pictures"
        message = f"{usable} {pictures} can be used; a training needs {FEWEST} or more."
        raise InputError(message, hint="Add more pictures, or cut sheets into cells.", detail=detail)


def _look(
    found: Found, how: Fit, size: int, background_4: np.ndarray
) -> Steps[tuple[Mapping[ProblemKind, int], tuple[int, int]]]:
    """Return all counts, and the fewest and the most colours of a picture."""
    counts, few, many, pace = Counter(found.counts), 2**32, 0, Pace()
    counts[ProblemKind.USABLE] = len(found.pictures)
    counts[ProblemKind.IGNORED] = sum(found.ignored.values())
    for done, picture in enumerate(found.pictures):
        if pace.is_due():
            yield Progress(done=done, total=len(found.pictures), note="looking at the pictures")
        done_to_it = fitting(picture, size, background_4, how)
        counts[ProblemKind.ENLARGED] += done_to_it.enlarged > 1
        counts[ProblemKind.SCALED] += done_to_it.reduced > 1
        counts[ProblemKind.CUT] += done_to_it.is_cut
        colours = colours_of(picture)
        few, many = min(few, colours), max(many, colours)
    return counts, (few, many)


def _clusters(
    pictures: Sequence[Picture],
    how: Fit,
    size: int,
    background_4: np.ndarray,
    limit: int,
    *,
    table_K4: np.ndarray | None,
) -> Steps[Clusters]:
    """Return clusters of the pictures' colours, or what the table makes of them."""
    number_M, count_M, pace = np.zeros(0, np.uint32), np.zeros(0, np.int64), Pace()
    for at in range(0, len(pictures), AT_ONCE):
        if pace.is_due():
            yield Progress(done=at, total=len(pictures), note="counting colours")
        new_M, new_count_M = counted(packed(_fitted(pictures[at : at + AT_ONCE], how, size, background_4)))
        number_M, count_M = counted(np.concatenate([number_M, new_M]), np.concatenate([count_M, new_count_M]))
    if table_K4 is not None:
        return given(table_K4, number_M, count_M)
    return (yield from cluster(number_M, count_M, limit=limit))


def _tokens(
    pictures: Sequence[Picture], how: Fit, size: int, background_4: np.ndarray, clusters: Clusters
) -> Steps[np.ndarray]:
    tokens_NHW, pace = np.zeros((len(pictures), size, size), np.int64), Pace()
    for at in range(0, len(pictures), AT_ONCE):
        if pace.is_due():
            yield Progress(done=at, total=len(pictures), note="finding the nearest colours")
        part_BHW4 = _fitted(pictures[at : at + AT_ONCE], how, size, background_4)
        tokens_NHW[at : at + AT_ONCE] = tokens(part_BHW4, clusters.table_K4)
    return tokens_NHW


def _fitted(pictures: Sequence[Picture], how: Fit, size: int, background_4: np.ndarray) -> np.ndarray:
    return np.stack([fit(p.rgba_HW4, size, background_4, how) for p in pictures])
