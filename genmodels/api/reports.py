"""What is told of data before a training: the result of CheckData and of EstimateTraining."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from genmodels.api.codec import from_dict
from genmodels.api.configs import Script


class Subject(StrEnum):
    """What data holds."""

    PICTURES = "pictures"
    VERSE = "verse"


class ProblemKind(StrEnum):
    """What can be told of a file, a picture or a line of verse; the counts of a report have their numbers."""

    READ = "read"  # pictures or lines that could be read, whatever became of them
    USABLE = "usable"
    UNREADABLE = "unreadable"
    LOOP = "loop"  # a link back to a folder that is read already
    IGNORED = "ignored"  # files of other kinds
    BLANK = "blank"
    BLANK_CELL = "blank-cell"
    DUPLICATE = "duplicate"
    EXCLUDED = "excluded"
    TOO_LARGE = "too-large"
    BEYOND = "beyond"  # more pictures or lines than one training takes
    ALTERED = "altered"  # read, but not as its editor shows it
    ENLARGED = "enlarged"  # its pixels were squares, which is undone
    SCALED = "scaled"
    CUT = "cut"
    EMPTY = "empty"  # from here on: of lines only
    DAMAGED = "damaged"  # holds bytes or control characters that no text has
    NO_LETTERS = "no-letters"
    MARKUP = "markup"  # headings, numbers of chapters, marks of Markdown or HTML
    OTHER_SCRIPT = "other-script"
    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A file, or a picture in one, that is left out or altered, and why in plain words."""

    name: str
    kind: ProblemKind
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureNote:
    """One picture as it would be learnt from. Pictures are base64 PNG."""

    name: str  # what ReadingConfig.exclude takes
    width: int  # of the picture as it is, pixels
    height: int
    colours: int
    fitting: str  # what is done to it, in plain words: “as it is”, “centred”, “scaled by 1/2” …
    original: str  # at most 128 pixels a side
    fitted: str  # on the square, in its own colours
    clustered: str  # the same in the clusters' colours


@dataclass(frozen=True, slots=True, kw_only=True)
class DataReport:
    """What a training would read."""

    data: tuple[str, ...]
    usable: int  # pictures that would be learnt from or held out
    counts: dict[str, int]  # by ProblemKind; kinds that were not met are absent
    sentences: tuple[str, ...]  # the report in plain words, the most important first
    problems: tuple[Problem, ...]
    pictures: tuple[PictureNote, ...]  # some hundred at most, spread over the data
    size: int  # side of the square, pixels
    colours: int  # clusters
    colour_error: float  # mean Oklab distance of a pixel from its cluster
    palette: tuple[str, ...]  # the clusters, rrggbbaa
    can_train: bool
    hint: str  # where it cannot: what to do next
    nearest_packs: dict[str, str] = field(default_factory=dict)  # by family, folder of the pack to go on from, if any
    subject: Subject = Subject.PICTURES


@dataclass(frozen=True, slots=True, kw_only=True)
class LineProblem:
    """A line of verse that is left out, or a file, and why in plain words."""

    name: str  # of the file
    line: int  # counted from 1; 0 means the file as a whole
    kind: ProblemKind
    what: str
    text: str = ""  # the line, or its beginning


@dataclass(frozen=True, slots=True, kw_only=True)
class TextNote:
    """A file of verse."""

    name: str
    encoding: str  # for people: “UTF-8”, “GB18030”, “Windows-1252” …
    lines: int
    usable: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VerseReport:
    """What a training on verse would read."""

    data: tuple[str, ...]
    usable: int  # lines that would be learnt from or held out
    counts: dict[str, int]  # by ProblemKind, complete; kinds that were not met are absent
    sentences: tuple[str, ...]  # the report in plain words, the most important first
    problems: tuple[LineProblem, ...]  # some hundred of a kind at most; empty lines are counted only
    files: tuple[TextNote, ...]  # some hundred at most
    encodings: dict[str, int]  # all files by encoding
    scripts: dict[str, int]  # lines with letters by Script, whatever became of them
    lengths: dict[str, tuple[int, ...]]  # usable lines by Script and length: place n counts those of n characters
    examples: tuple[str, ...]  # usable lines, some hundred at most, spread over the data
    can_train: bool  # whether there is enough of it
    hint: str  # where there is not: what to do next
    subject: Subject = Subject.VERSE

    @property
    def script(self) -> Script | None:
        """The script that most usable lines are in: one pack is for one language. None where there is no such line."""
        script = max(self.lengths, key=self.lines_in, default=None)
        return Script(script) if script else None

    def lines_in(self, script: str | None) -> int:
        """Return how many usable lines are in a script."""
        return sum(self.lengths.get(script or "", ()))


def read_report(values: dict[str, Any]) -> DataReport | VerseReport:
    """Return the report that a look at data brought in its values; raises ConfigError where it is none."""
    return from_dict(VerseReport if values.get("subject") == Subject.VERSE else DataReport, values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """How long a training would take on this device, measured by a short probe."""

    device: str
    seconds_per_step: float
    steps: dict[str, int]  # by effort
    seconds: dict[str, float]  # by effort, checks and previews included; the training may end earlier
