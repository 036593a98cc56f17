"""What is told of data before a training: the result of CheckData and of EstimateTraining."""

from dataclasses import dataclass
from enum import StrEnum


class ProblemKind(StrEnum):
    """What can be told of a file or a picture; DataReport.counts has their numbers."""

    READ = "read"  # pictures that could be read, whatever became of them
    USABLE = "usable"
    UNREADABLE = "unreadable"
    LOOP = "loop"  # a link back to a folder that is read already
    IGNORED = "ignored"  # files of kinds that are no pictures
    BLANK = "blank"
    BLANK_CELL = "blank-cell"
    DUPLICATE = "duplicate"
    EXCLUDED = "excluded"
    TOO_LARGE = "too-large"
    BEYOND = "beyond"  # more pictures than one training takes
    ALTERED = "altered"  # read, but not as its editor shows it
    ENLARGED = "enlarged"  # its pixels were squares, which is undone
    SCALED = "scaled"
    CUT = "cut"


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
    nearest_pack: str = ""  # folder of the pack to go on from; empty where none fits


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """How long a training would take on this device, measured by a short probe."""

    device: str
    seconds_per_step: float
    steps: dict[str, int]  # by effort
    seconds: dict[str, float]  # by effort, checks and previews included; the training may end earlier
