"""The requests and events that travel between the window and the engine, one JSON object a line.

A request is {"id": job id, "kind": class name in snake case, ...fields}; so is an event. Per job id the stream is
    started (progress | preview | draft | metrics | snapshot | health | paused | log)* (done | cancelled | failed)
with exactly one terminal event. `ready` opens the stream and belongs to no job. Pictures travel as base64 PNG files.
What is said about verse is in genmodels/api/verse.py.
"""

import json
import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, get_args

from genmodels.api.codec import from_dict, to_dict
from genmodels.api.codes import Code
from genmodels.api.configs import ReadingConfig, TrainRequest, VerseConfig
from genmodels.api.errors import ConfigError, ErrorKind
from genmodels.api.health import Light
from genmodels.api.verse import Draft, Line, VerseJob

PROTOCOL = 1


class PaletteRule(StrEnum):
    """Which colours a model may draw with."""

    SPRITE = "sprite"  # only colours already visible on this sprite
    PACK = "pack"  # the sprite's own and all of the pack's
    LIST = "list"  # only those of Complete.colours


class MorphPalette(StrEnum):
    """Which colours the in-betweens of a morph have."""

    BOTH = "both"  # only those of the two pictures: one after another, A's colours give way to B's
    BLEND = "blend"  # each colour of A moves through Oklab to its partner in B
    LIST = "list"  # only those of Morph.colours, and both pictures' at their ends


class Easing(StrEnum):
    """How fast a morph goes on its way."""

    LINEAR = "linear"
    EASE_IN = "ease-in"
    EASE_OUT = "ease-out"
    EASE_IN_OUT = "ease-in-out"


class Prior(StrEnum):
    """Where random codes come from."""

    NORMAL = "normal"  # N(0, 1), what the training pushed the codes towards
    MIXTURE = "mixture"  # a Gaussian mixture fitted to the codes of the training pictures


class Lesson(StrEnum):
    """What can be seen with one's own eyes."""

    MOONS = "moons"  # half-way between two moons: an autoencoder against a VAE
    COLOURS = "colours"  # RGB by sigmoids against 1-of-N colours


# Requests


@dataclass(frozen=True, slots=True, kw_only=True)
class Complete:
    """Draw the masked pixels of a sprite, once per seed."""

    pack: str  # pack folder, absolute
    sprite: str  # base64 PNG
    mask: str  # base64 PNG of the same size: white or opaque where the model draws
    seeds: tuple[int, ...]  # one candidate each, 0 ≤ seed < 2⁶³
    temperature: float = 0.9  # 0 always takes the likeliest colour
    nucleus: float = 0.98  # keep the likeliest colours up to this probability mass
    palette: PaletteRule = PaletteRule.PACK
    colours: tuple[str, ...] = ()  # rrggbbaa, for PaletteRule.LIST


@dataclass(frozen=True, slots=True, kw_only=True)
class Morph:
    """Draw the way from each picture to the next; rough frames come first as previews, `done` brings the frames.

    Values of `done`: ends_exact (a bool per picture), distance_from_pack (a figure per picture, 1 is usual), times (the
    place of each frame on the way, 0 to the number of legs).
    """

    pack: str  # pack folder, absolute
    pictures: tuple[str, ...]  # base64 PNG, two or more
    frames: int = 9  # from one picture to the next, both counted
    easing: Easing = Easing.LINEAR
    palette: MorphPalette = MorphPalette.BOTH
    colours: tuple[str, ...] = ()  # rrggbbaa, for MorphPalette.LIST


@dataclass(frozen=True, slots=True, kw_only=True)
class Encode:
    """Read a picture's code; `done` brings it in codes[0].

    Values of `done`: distance_from_pack (1 is usual), tags (all that the pack knows).
    """

    pack: str
    picture: str  # base64 PNG


@dataclass(frozen=True, slots=True, kw_only=True)
class Decode:
    """Draw codes; `done` brings a frame for each."""

    pack: str
    codes: tuple[Code, ...]
    anchor: str = ""  # base64 PNG: a code near this picture's own is drawn with its very pixels


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Draw fresh pictures, once per seed; previews come as they are made, `done` brings candidates and codes."""

    pack: str
    seeds: tuple[int, ...]  # one picture each, 0 ≤ seed < 2⁶³
    prior: Prior = Prior.NORMAL
    variety: float = 1.0  # what the random numbers are multiplied with, 0 to 2
    tag: str = ""  # of those the pack knows; empty for none
    palette: tuple[str, ...] = ()  # rrggbbaa: only these colours; empty leaves the choice to the model


@dataclass(frozen=True, slots=True, kw_only=True)
class FindOriginal:
    """Look for a training picture of a pack; `done` brings it as its only frame, or none where it is not at hand."""

    pack: str
    name: str  # that the training knew it by
    data: tuple[str, ...] = ()  # folders to look in, before those that a run on this computer read for the pack


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonstrate:
    """Train the two small models of a lesson and show what they make; previews and metrics come on the way.

    Preview index 0 is the first model's picture, 1 the second's; Metrics values are loss_0 and loss_1.
    """

    lesson: Lesson
    seed: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadPack:
    """Load a pack ahead of its first use, so that the first press of a button is quick."""

    pack: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel:
    """End the job of this id at its next yield; unknown ids are ignored."""

    job: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckData:
    """Look at what a training would read; `done` brings a DataReport or a VerseReport in its values."""

    data: tuple[str, ...]  # files and folders, absolute
    reading: ReadingConfig = field(default_factory=ReadingConfig)
    size: int = 0  # side of the square, pixels; 0 chooses it
    colours: int = 0  # clusters; 0 chooses their number
    verse: VerseConfig = field(default_factory=VerseConfig)  # for text files


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateTraining:
    """Try a few steps of a training; `done` brings an Estimate in its values."""

    request: TrainRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPack:
    """Check an .svpack file, hashes and shapes too, and add it to the person's packs; `done` brings name and folder."""

    file: str
    replace: bool = False  # a pack of the same name; otherwise the new one gets a name of its own


PictureJob = Complete | Morph | Encode | Decode | Sample | FindOriginal
DataJob = LoadPack | CheckData | EstimateTraining | ImportPack
Job = PictureJob | VerseJob | DataJob | Demonstrate
Request = Job | Cancel


# Events


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """The engine listens."""

    device: str  # "cpu", "cuda:0", "mps"
    protocol: int = PROTOCOL


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """The job runs now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """done of total steps are behind us."""

    done: int
    total: int
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A part of candidate `index`, to be laid at (x, y) of the sprite; transparent pixels replace too."""

    index: int
    x: int
    y: int
    picture: str  # base64 PNG


@dataclass(frozen=True, slots=True, kw_only=True)
class Metrics:
    """Figures at a step of a training."""

    step: int
    values: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What a training draws at a step, always from the same seeds."""

    step: int
    file: str  # a PNG, relative to the run folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How well a training does at a step, and what it did about it by itself."""

    step: int
    lights: tuple[Light, ...]
    answer: str = ""  # one sentence for the person; empty where nothing was to be done


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused:
    """A training waits, the model stays loaded; said again and again, until progress says that it goes on."""

    reason: str = ""  # empty where it was asked to


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """One sentence for the person, such as “completed through a window of 32×32 round the mask”."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One drawn sprite and all that is needed to draw it again."""

    seed: int
    picture: str  # base64 PNG, RGBA, size of the request's sprite or of what the pack draws
    bits_per_pixel: float = 0.0  # mean −log₂ p of its drawn pixels at temperature 1: lower is likelier; 0 if not known


class Originality(StrEnum):
    """Whether a drawn sprite was seen in the training pictures."""

    NEW = "new"  # as far from all of them as they are from held-out ones
    RELATIVE = "relative"  # nearer than nine of ten held-out ones
    COPY = "copy"  # nearer than any held-out one: the same sprite mirrored, shifted or recoloured counts too


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """The training picture that a drawn sprite comes nearest to."""

    originality: Originality
    distance: float  # 1 is the median of held-out pictures
    nearest: str = ""  # the name that the training knew it by: FindOriginal looks for its picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The job's result: candidates for complete and sample, frames for morph, lines for verse; figures in `values`."""

    candidates: tuple[Candidate, ...] = ()
    frames: tuple[str, ...] = ()  # base64 PNG
    lines: tuple[Line, ...] = ()
    codes: tuple[Code, ...] = ()
    likenesses: tuple[Likeness, ...] = ()  # a GAN's, one for each candidate or frame
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled:
    """The job ended because it was asked to; not an error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """The job ended with an error that says what to do next."""

    error: ErrorKind
    message: str
    hint: str = ""
    detail: str = ""


Event = (
    Ready
    | Started
    | Progress
    | Preview
    | Draft
    | Metrics
    | Snapshot
    | Health
    | Paused
    | Log
    | Done
    | Cancelled
    | Failed
)
TERMINAL = (Done, Cancelled, Failed)


def encode(message: Request | Event, job: str = "") -> str:
    """Return the message as one line of JSON without its line end; job is the id it belongs to."""
    head = {"id": job, "kind": _kind(type(message))}
    return json.dumps(head | to_dict(message), ensure_ascii=False, separators=(",", ":"))


def decode_request(line: str) -> tuple[str, Request]:
    """Return (job id, request) from a line; raises ConfigError where it is not one."""
    return _decode(line, _REQUESTS)


def decode_event(line: str) -> tuple[str, Event]:
    """Return (job id, event) from a line; raises ConfigError where it is not one."""
    return _decode(line, _EVENTS)


def _decode(line: str, classes: dict[str, type[Any]]) -> tuple[str, Any]:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ConfigError("This line is not JSON.", detail=str(error)) from error
    if not isinstance(data, dict) or not isinstance(data.get("kind"), str) or not isinstance(data.get("id", ""), str):
        raise ConfigError("A message is an object with a text “kind” and a text “id”.")
    cls = classes.get(data["kind"])
    if cls is None:
        raise ConfigError(f"There is no message “{data['kind']}”.", hint=f"There are: {', '.join(classes)}.")
    fields = {key: value for key, value in data.items() if key not in ("id", "kind")}
    return data.get("id", ""), from_dict(cls, fields, where=data["kind"])


def _kind(cls: type) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


_REQUESTS: dict[str, type[Any]] = {_kind(cls): cls for cls in (*get_args(Job), Cancel)}
_EVENTS: dict[str, type[Any]] = {_kind(cls): cls for cls in get_args(Event)}
