"""Tells sources of pictures from sources of verse, by the names of their files."""

from collections.abc import Sequence
from pathlib import Path

from genmodels.data.files import list_files
from genmodels.data.sprites.lecture import lecture_file
from genmodels.data.sprites.reading import SUFFIXES as PICTURES
from genmodels.data.steps import Steps
from genmodels.data.verse.text import SUFFIXES as TEXTS


def sorted_sources(sources: Sequence[Path]) -> Steps[tuple[list[Path], list[Path]]]:
    """Return the sources to read pictures from, and those that hold verse alone.

    A folder of both is one of pictures. One of neither goes with the pictures, or with the verse where there is no
    picture at all. Raises InputError where a source is not there.
    """
    pictures, texts, neither = list[Path](), list[Path](), list[Path]()
    for source in sources:
        if lecture_file(source) is not None:
            pictures.append(source)
        elif source.is_file():
            (texts if source.suffix.lower() in TEXTS else pictures).append(source)
        else:
            listing = yield from list_files(source, PICTURES | TEXTS)
            suffixes = {file.path.suffix.lower() for file in listing.files}
            if suffixes & PICTURES:
                pictures.append(source)
            else:
                (texts if suffixes else neither).append(source)
    return (pictures, texts + neither) if texts and not pictures else (pictures + neither, texts)
