"""From text files to lines of verse, and to all that is left out and why."""

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from genmodels.api.configs import Script, VerseConfig
from genmodels.api.errors import InputError
from genmodels.api.messages import Progress
from genmodels.api.reports import LineProblem, ProblemKind, TextNote
from genmodels.data.files import list_files, readable
from genmodels.data.steps import Pace, Steps
from genmodels.data.verse.encodings import encoding_of
from genmodels.data.verse.lines import judged, split_couplet, tidy
from genmodels.data.verse.text import MOST_CHARACTERS, SUFFIXES, TextLine, lines_of

MAX_LINES = 2_000_000
MOST_OF_A_KIND = 200  # problems that are told; all are counted
MOST_NOTES = 400  # files that are told of
MOST_QUOTED = 120  # characters of a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Verse:
    """What reading came to."""

    lines: Mapping[Script, tuple[str, ...]]  # usable ones, in their order, none twice
    lengths: Mapping[Script, Counter[int]]  # how many usable lines by characters
    scripts: Mapping[Script, int]  # all lines with letters
    problems: tuple[LineProblem, ...]
    counts: Mapping[ProblemKind, int]  # of lines; UNREADABLE and LOOP of files
    couplets: int  # lines that were split
    files: tuple[TextNote, ...]
    encodings: Mapping[str, int]
    ignored: Mapping[str, int]  # files of other kinds, by suffix


def read_verse_steps(sources: Iterable[Path], config: VerseConfig) -> Steps[Verse]:
    """Return the lines of all text files of the sources; what is wrong with a file or a line becomes a problem.

    Raises InputError where a source is not there.
    """
    pile, pace = _Pile(config), Pace()
    for source in sources:
        listing = yield from list_files(source, SUFFIXES)
        for problem in listing.problems:
            pile.tell(problem.name, 0, problem.kind, problem.what)
        pile.ignored += listing.ignored
        for file in listing.files:
            name = file.name + readable(file.path.suffix)
            try:
                yield from _read(file.path, name, pile, pace)
            except InputError as error:
                pile.tell(name, 0, ProblemKind.UNREADABLE, f"{error.message}. {error.hint}")
            except OSError as error:  # it went away, or its disk did
                pile.tell(name, 0, ProblemKind.UNREADABLE, f"cannot be read: {error.strerror or error}")
    return pile.verse()


def _read(path: Path, name: str, pile: "_Pile", pace: Pace) -> Steps[None]:
    with path.open("rb") as file:
        encoding = yield from encoding_of(file)
        size = os.fstat(file.fileno()).st_size
        file.seek(0)
        pile.begin()
        for line in lines_of(file, encoding):
            if line is None or line.is_cut:
                if pace.is_due():
                    yield _progress(file, size, name)
                if line is not None:
                    pile.add_endless(name, line)
                continue
            parts = split_couplet(line.text) if pile.config.split else [line.text]
            pile.couplets += len(parts) > 1
            for part in parts:
                if pace.is_due():
                    yield _progress(file, size, name)
                pile.add(name, line.number, part)
        pile.end(name, encoding.name)


def _progress(file: BinaryIO, size: int, name: str) -> Progress:
    return Progress(done=min(file.tell(), size), total=size, note=f"reading {name}")


class _Pile:
    """The lines so far; takes those that a training can use and tells of the others."""

    def __init__(self, config: VerseConfig) -> None:
        self.config = config
        self.couplets = 0
        self.counts: Counter[ProblemKind] = Counter()
        self.ignored: Counter[str] = Counter()
        self._problems: list[LineProblem] = []
        self._lines: dict[Script, list[str]] = {Script.LATIN: [], Script.HAN: []}
        self._lengths: dict[Script, Counter[int]] = {script: Counter() for script in self._lines}
        self._scripts: Counter[Script] = Counter()
        self._seen: set[str] = set()
        self._files: list[TextNote] = []
        self._encodings: Counter[str] = Counter()
        self._before = (0, 0)  # lines and usable lines when the file began

    def begin(self) -> None:
        """Begin a file."""
        self._before = self.counts[ProblemKind.READ], len(self._seen)

    def end(self, name: str, encoding: str) -> None:
        """End a file."""
        self._encodings[encoding] += 1
        if len(self._files) < MOST_NOTES:
            lines, usable = self.counts[ProblemKind.READ] - self._before[0], len(self._seen) - self._before[1]
            self._files.append(TextNote(name=name, encoding=encoding, lines=lines, usable=usable))

    def tell(self, name: str, line: int, kind: ProblemKind, what: str, text: str = "") -> None:
        """Tell of a file or a line, and count it."""
        self.counts[kind] += 1
        if self.counts[kind] <= MOST_OF_A_KIND and kind is not ProblemKind.EMPTY:
            quoted = text if len(text) <= MOST_QUOTED else text[: MOST_QUOTED - 1] + "…"
            self._problems.append(LineProblem(name=name, line=line, kind=kind, what=readable(what), text=quoted))

    def add(self, name: str, number: int, text: str) -> None:
        """Take one line as its file has it."""
        self.counts[ProblemKind.READ] += 1
        if len(self._seen) >= MAX_LINES:
            what = f"and what comes after: one training takes {MAX_LINES:,} lines"
            self.tell(name, number, ProblemKind.BEYOND, what)
            return
        text = tidy(text)
        verdict = judged(text, self.config)
        script = verdict.script
        if script is not None:
            self._scripts[script] += 1
        if verdict.kind is not ProblemKind.USABLE or script is None:
            self.tell(name, number, verdict.kind, verdict.what, text)
        elif text in self._seen:
            self.tell(name, number, ProblemKind.DUPLICATE, "stands there already", text)
        else:
            self._seen.add(text)
            self._lines[script].append(text)
            self._lengths[script][verdict.length] += 1

    def add_endless(self, name: str, line: TextLine) -> None:
        """Tell of a line that is far too long to be looked at."""
        self.counts[ProblemKind.READ] += 1
        what = f"has more than {MOST_CHARACTERS:,} characters"
        self.tell(name, line.number, ProblemKind.TOO_LONG, what, line.text)

    def verse(self) -> Verse:
        """Return what came together."""
        self.counts[ProblemKind.USABLE] = len(self._seen)
        self.counts[ProblemKind.IGNORED] = self.ignored.total()
        return Verse(
            lines={script: tuple(lines) for script, lines in self._lines.items() if lines},
            lengths={script: lengths for script, lengths in self._lengths.items() if lengths},
            scripts=self._scripts,
            problems=tuple(self._problems),
            counts=self.counts,
            couplets=self.couplets,
            files=tuple(self._files),
            encodings=self._encodings,
            ignored=self.ignored,
        )
