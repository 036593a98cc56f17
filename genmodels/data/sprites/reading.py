"""From folders, sheets, animations and the lecture's files to training pictures, and to all that is wrong with them."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

import numpy as np

from genmodels.api.configs import Fit, Frames, Layers, ReadingConfig
from genmodels.api.errors import InputError
from genmodels.api.messages import Progress
from genmodels.api.reports import Problem, ProblemKind
from genmodels.data.files import list_files, readable
from genmodels.data.sprites.fitting import as_kept
from genmodels.data.sprites.lecture import lecture_file, read_lecture
from genmodels.data.sprites.picture import Picture, border, flatten_alpha, most_common
from genmodels.data.steps import Pace, Steps, finished
from genmodels.media.animations import is_animated, read_frames
from genmodels.media.aseprite.reading import SUFFIXES as ASEPRITE
from genmodels.media.aseprite.reading import read_aseprite
from genmodels.media.sprite import read_sprite

STILL_OR_MOVING = {".png", ".apng", ".gif", ".webp"}
SUFFIXES = STILL_OR_MOVING | {".bmp", ".jpg", ".jpeg"} | ASEPRITE
MAX_PICTURES = 100_000
MAX_PIXELS = 2**28  # of all pictures together: a gigabyte
MAX_SIDE = 1024  # of pictures that are cut, not scaled, to fit


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What reading came to."""

    pictures: tuple[Picture, ...]
    problems: tuple[Problem, ...]
    counts: Mapping[ProblemKind, int]  # of pictures, or of files where they could not become pictures
    ignored: Mapping[str, int]  # files of other kinds, by suffix


def read_pictures(
    sources: Iterable[Path], reading: ReadingConfig | None = None
) -> tuple[tuple[Picture, ...], tuple[Problem, ...]]:
    """Return the pictures under the sources, and what could not be read; raises InputError where there is none."""
    found = finished(read_steps(sources, reading or ReadingConfig()))
    problems = tuple(problem for problem in found.problems if problem.kind == ProblemKind.UNREADABLE)
    if not found.pictures:
        where = ", ".join(f"“{readable(source)}”" for source in sources)
        detail = "\n".join(f"{problem.name}: {problem.what}" for problem in problems)
        raise InputError(f"No picture could be read in {where}.", hint="Choose a folder with PNG files.", detail=detail)
    return found.pictures, problems


def read_steps(sources: Iterable[Path], reading: ReadingConfig, *, wanted: str = "") -> Steps[Found]:
    """Return all pictures of the sources; what is wrong with a file becomes a problem of that name.

    wanted: the name of a picture, as they would all be named; files that cannot hold it are then passed over. Raises
    InputError where a source is not there.
    """
    pace, pile = Pace(), _Pile(reading)
    for source in sources:
        if (text := lecture_file(source)) is not None:
            try:
                rgba_NHW4 = read_lecture(text)
            except InputError as error:
                pile.tell(text.name, ProblemKind.UNREADABLE, str(error))
                continue
            for number, rgba_HW4 in enumerate(rgba_NHW4):
                if pace.is_due():
                    yield Progress(done=number, total=len(rgba_NHW4), note=f"reading {text.name}")
                folder = readable(text.parent.name)
                pile.add(f"{folder}/{number:03}", rgba_HW4, (folder,))
            continue
        listing = yield from list_files(source, SUFFIXES)
        pile.problems += listing.problems
        pile.counts.update(problem.kind for problem in listing.problems)
        pile.ignored += listing.ignored
        chosen = readable((source if source.is_dir() else source.parent).name)
        for done, file in enumerate(listing.files):
            if wanted and not _may_hold(file.name, wanted):
                continue
            if pile.is_full:
                pile.counts[ProblemKind.BEYOND] += len(listing.files) - done
                break
            try:
                for name, rgba_HW4 in _parts(file.path, file.name, pile):
                    if pace.is_due():
                        yield Progress(done=done, total=len(listing.files), note=f"reading {file.name}")
                    pile.add(name, rgba_HW4, (chosen, *PurePosixPath(file.name).parts[:-1]))
            except InputError as error:
                pile.tell(file.name + file.path.suffix, ProblemKind.UNREADABLE, str(error))
            except OSError as error:  # it went away, or its disk did
                what = f"cannot be read: {error.strerror or error}"
                pile.tell(file.name + file.path.suffix, ProblemKind.UNREADABLE, what)
    return pile.found()


class _Pile:
    """The pictures so far; takes those that a training can use and tells of the others."""

    def __init__(self, reading: ReadingConfig) -> None:
        self.reading = reading
        self.problems: list[Problem] = []
        self.counts: Counter[ProblemKind] = Counter()
        self.ignored: Counter[str] = Counter()
        self._pictures: list[Picture] = []
        self._names: Counter[str] = Counter()
        self._missing = set(reading.exclude)  # names that no picture has had so far
        self._first: dict[bytes, str] = {}  # the name of the first picture with these pixels
        self._pixels = 0

    @property
    def is_full(self) -> bool:
        """Whether no more pictures are taken."""
        return len(self._pictures) >= MAX_PICTURES or self._pixels >= MAX_PIXELS

    def tell(self, name: str, kind: ProblemKind, what: str) -> None:
        """Tell of a file or a picture, and count it."""
        self.problems.append(Problem(name=name, kind=kind, what=readable(what)))
        self.counts[kind] += 1

    def add(self, name: str, rgba_HW4: np.ndarray, folders: tuple[str, ...]) -> None:
        """Take one picture as its file has it; folders: that it lies in, from the chosen one down."""
        self._names[name] += 1
        if self._names[name] > 1:
            name = f"{name}~{self._names[name]}"  # a.png beside a.gif, or two layers of one name
        self._missing.discard(name)
        if self.is_full:
            self.counts[ProblemKind.BEYOND] += 1
            return
        self.counts[ProblemKind.READ] += 1
        rgba_HW4 = flatten_alpha(rgba_HW4)
        height, width = rgba_HW4.shape[:2]
        if not rgba_HW4[..., 3].any():
            self.tell(name, ProblemKind.BLANK, "is wholly transparent")
            return
        if self.reading.fit is Fit.CROP and max(width, height) > MAX_SIDE:
            what = f"is {width}×{height} pixels, more than {MAX_SIDE} a side: choose the fit “{Fit.CENTRE}”, or cells"
            self.tell(name, ProblemKind.TOO_LARGE, what)
            return
        picture = as_kept(rgba_HW4, name, self.reading.fit)
        key = _digest(picture.rgba_HW4)
        first = self._first.setdefault(key, name)
        if name in self.reading.exclude:
            self.tell(name, ProblemKind.EXCLUDED, "is left out as you asked")
        elif first != name and not self.reading.keep_duplicates:
            self.tell(name, ProblemKind.DUPLICATE, f"is the same to the pixel as “{first}”")
        else:
            self._pictures.append(replace(picture, folders=folders))
            self._pixels += picture.rgba_HW4[..., 0].size

    def found(self) -> Found:
        """Return what came together."""
        for name in sorted(self._missing):
            what = "is to be left out, but there is no such picture"
            self.problems.append(Problem(name=name, kind=ProblemKind.EXCLUDED, what=what))
        if beyond := self.counts[ProblemKind.BEYOND]:
            what = f"and what comes after: {beyond:,} more than the {len(self._pictures):,} that one training takes"
            self.problems.append(Problem(name="…", kind=ProblemKind.BEYOND, what=what))
        return Found(
            pictures=tuple(self._pictures),
            problems=tuple(self.problems),
            counts=self.counts,
            ignored=self.ignored,
        )


def _may_hold(file_name: str, wanted: str) -> bool:
    """Return whether a picture of this name may come of a file: by itself, as a part of it, or as one of its twins."""
    return wanted == file_name or wanted.startswith((f"{file_name}#", f"{file_name}~"))


def _parts(path: Path, name: str, pile: _Pile) -> Iterator[tuple[str, np.ndarray]]:
    """Yield the pictures in a file and their names: its frames and layers, each cut into cells."""
    for part, rgba_HW4 in _layers_and_frames(path, pile):
        yield from _cells(name + part, rgba_HW4, pile)


def _layers_and_frames(path: Path, pile: _Pile) -> Iterator[tuple[str, np.ndarray]]:
    """Yield what a file shows by layer and frame; #layer and #frame are added to its name where there are several."""
    suffix, first_only = path.suffix.lower(), pile.reading.frames is Frames.FIRST
    if suffix in ASEPRITE:
        yield from _aseprite(path, pile, first_only=first_only)
    elif path.stat().st_size == 0:
        raise InputError(f"“{path.name}” is empty.", hint="Save it again from its editor.")
    elif suffix in STILL_OR_MOVING and is_animated(path):
        for number, rgba_HW4 in enumerate(read_frames(path)):
            yield ("" if first_only else f"#{number}"), rgba_HW4
            if first_only:
                return
    else:
        yield "", read_sprite(path).rgba_HWC


def _aseprite(path: Path, pile: _Pile, *, first_only: bool) -> Iterator[tuple[str, np.ndarray]]:
    file = read_aseprite(path)
    for remark in file.remarks:
        pile.tell(readable(path.name), ProblemKind.ALTERED, remark)
    for frame in range(1 if first_only else len(file.frames)):
        number = f"#{frame}" if len(file.frames) > 1 and not first_only else ""
        if pile.reading.layers is Layers.FLAT:
            yield number, file.draw(frame, file.shown)
            continue
        for layer in (n for n in file.shown if n in file.frames[frame]):
            yield f"#{file.layers[layer].name}{number}", file.draw(frame, [layer])


def _cells(name: str, rgba_HW4: np.ndarray, pile: _Pile) -> Iterator[tuple[str, np.ndarray]]:
    """Yield the cells of a sheet, named #row-column, without those that show nothing but its background."""
    height, width = rgba_HW4.shape[:2]
    cell_width = pile.reading.cell_width
    cell_height = pile.reading.cell_height or cell_width
    if not cell_width or (width <= cell_width and height <= cell_height):
        yield name, rgba_HW4
        return
    if width % cell_width or height % cell_height:
        what = f"is {width}×{height}, no whole number of {cell_width}×{cell_height} cells: the rest is left out"
        pile.tell(name, ProblemKind.ALTERED, what)
    background_4 = most_common(border(flatten_alpha(rgba_HW4)))
    for row in range(height // cell_height):
        for column in range(width // cell_width):
            top, left = row * cell_height, column * cell_width
            cell_HW4 = rgba_HW4[top : top + cell_height, left : left + cell_width]
            if (flatten_alpha(cell_HW4) == background_4).all():
                pile.counts[ProblemKind.BLANK_CELL] += 1
            else:
                yield f"{name}#{row}-{column}", cell_HW4


def _digest(rgba_HW4: np.ndarray) -> bytes:
    head = repr(rgba_HW4.shape).encode()
    return hashlib.blake2b(head + rgba_HW4.tobytes(), digest_size=16).digest()
