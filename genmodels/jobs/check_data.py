"""Look at data before a training, pictures or verse: what would be learnt from, and what is left out and why."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from genmodels.api import paths
from genmodels.api.codec import to_dict
from genmodels.api.configs import Family, Fit, PixelRNNConfig
from genmodels.api.errors import InputError
from genmodels.api.messages import CheckData, Done, Event, Progress
from genmodels.api.packs import find_packs
from genmodels.api.reports import DataReport, PictureNote
from genmodels.data.sorting import sorted_sources
from genmodels.data.sprites.colours import tokens
from genmodels.data.sprites.fitting import fit, fitting, reduced, size_of
from genmodels.data.sprites.gathering import Gathered, gather_steps
from genmodels.data.sprites.nearest import nearest_start
from genmodels.data.sprites.picture import Picture, background_of, colours_of
from genmodels.data.sprites.reading import Found, read_steps
from genmodels.data.sprites.telling import counts_sentence, other_sentences
from genmodels.data.steps import Pace, Steps
from genmodels.data.wording import number_of
from genmodels.jobs.check_verse import look_at_verse
from genmodels.media.colours import to_hex
from genmodels.media.sprite import encode_png

MOST_NOTES, MOST_PROBLEMS = 400, 10_000
SHOWN_SIDE = 128  # pixels of an original's thumbnail


def check_data(request: CheckData) -> Iterator[Event]:
    """Yield progress, then Done with a report in its values; data that cannot train are a report too.

    Where there is any picture, it is a DataReport, and text files are passed over; else, where there is any text file,
    it is a VerseReport. Raises InputError where a source is not there, ConfigError for a size or a number of colours
    that no model has.
    """
    PixelRNNConfig(size=request.size, colours=request.colours)
    pictures, texts = yield from sorted_sources([Path(source) for source in request.data])
    if texts and not pictures:
        report = yield from look_at_verse(request)
        yield Done(values=to_dict(report))
        return
    found = yield from read_steps(pictures, request.reading)
    try:
        data = yield from gather_steps(found, request.reading, size=request.size, colours=request.colours)
    except InputError as error:
        report = yield from _hopeless(request, found, error)
    else:
        report = yield from _hopeful(request, data)
    if texts:
        passed = f"{number_of(len(texts), 'text file')} passed over: verse is looked at where there are no pictures."
        report = replace(report, sentences=(*report.sentences, passed))
    yield Done(values=to_dict(report))


def _hopeful(request: CheckData, data: Gathered) -> Steps[DataReport]:
    how, table_K4 = request.reading.fit, data.clusters.table_K4
    notes = yield from _notes(data.found.pictures, how, data.size, data.background_4, table_K4)
    share_K = np.bincount(data.trained_NHW.ravel(), minlength=len(table_K4))
    packs = find_packs(*paths.pack_roots())
    nearest = {family: nearest_start(family, table_K4, share_K, data.size, packs) for family in Family}
    return DataReport(
        data=request.data,
        usable=len(data.found.pictures),
        counts={kind.value: count for kind, count in data.counts.items() if count},
        sentences=(*data.remarks, *data.tag_remarks),
        problems=data.found.problems[:MOST_PROBLEMS],
        pictures=notes,
        size=data.size,
        colours=len(table_K4),
        colour_error=data.clusters.error,
        palette=to_hex(table_K4),
        can_train=True,
        hint="",
        nearest_packs={family.value: str(folder) for family, folder in nearest.items() if folder},
    )


def _hopeless(request: CheckData, found: Found, error: InputError) -> Steps[DataReport]:
    """Return what can be told and shown all the same."""
    how, size, notes, sentence = request.reading.fit, request.size, (), counts_sentence(found.counts)
    if found.pictures:
        background_4 = background_of(found.pictures)
        size = size or size_of(found.pictures, background_4)
        notes = yield from _notes(found.pictures, how, size, background_4, None)
    return DataReport(
        data=request.data,
        usable=len(found.pictures),
        counts={kind.value: count for kind, count in found.counts.items() if count},
        sentences=(error.message, sentence, *other_sentences(found)),
        problems=found.problems[:MOST_PROBLEMS],
        pictures=notes,
        size=size,
        colours=0,
        colour_error=0.0,
        palette=(),
        can_train=False,
        hint=error.hint,
    )


def _notes(
    pictures: Sequence[Picture], how: Fit, size: int, background_4: np.ndarray, table_K4: np.ndarray | None
) -> Steps[tuple[PictureNote, ...]]:
    """Return what is shown of the pictures, spread over all where they are many; no table leaves their own colours."""
    places = np.unique(np.linspace(0, len(pictures) - 1, min(len(pictures), MOST_NOTES)).round().astype(int))
    notes, pace = [], Pace()
    for done, place in enumerate(places.tolist()):
        if pace.is_due():
            yield Progress(done=done, total=len(places), note="drawing the pictures")
        picture = pictures[place]
        width, height = picture.width_height
        fitted_SS4 = fit(picture.rgba_HW4, size, background_4, how)
        clustered_SS4 = fitted_SS4 if table_K4 is None else table_K4[tokens(fitted_SS4, table_K4)]
        notes.append(
            PictureNote(
                name=picture.name,
                width=width,
                height=height,
                colours=colours_of(picture),
                fitting=fitting(picture, size, background_4, how).words,
                original=encode_png(reduced(picture.rgba_HW4, -(-max(picture.rgba_HW4.shape[:2]) // SHOWN_SIDE))),
                fitted=encode_png(fitted_SS4),
                clustered=encode_png(clustered_SS4),
            )
        )
    return tuple(notes)
