"""What the window and the engine say to each other about verse: lines, what is asked of them, and the six requests.

They are messages like those of genmodels/api/messages.py, which sends them; a `Draft` is their preview.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from genmodels.api.codes import Code


class Origin(StrEnum):
    """Where a line comes from."""

    GIVEN = "given"  # the person's own: as typed, to the character
    NEW = "new"
    CORPUS = "corpus"  # already written: the verse that the pack was trained on holds it word for word


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of verse and what there is to tell of it."""

    text: str
    t: float = 0.0  # place on the way: 0 is the first line of all, 1 the last
    origin: Origin = Origin.NEW
    length: int = 0  # Chinese: characters; else syllables
    rhyme: str = ""  # lines with the same text here rhyme; empty where it is not known
    tones: str = ""  # Chinese: a sign a character, “平”, “仄”, or “中” where both are read; else empty
    surprise: float = 0.0  # mean nats of a token to the pack, told nothing: plain verse is low, word salad high
    unknown: tuple[str, ...] = ()  # words or characters that the pack has never seen
    alternatives: tuple["Line", ...] = ()  # other lines for this place, the best first; they have none themselves


@dataclass(frozen=True, slots=True, kw_only=True)
class VerseRules:
    """What is asked of lines that are written."""

    temperature: float = 0.5  # 0 is plain, 1 as various as real verse, up to 2 is wild
    new_only: bool = False  # no line that is already written
    rhyme: bool = False  # as the first line and the last do: where these two differ, lines rhyme with either
    tones: bool = False  # Chinese: the regulated tone pattern that comes nearest to the two ends'
    length: int = 0  # characters or syllables; 0 goes step by step from the first line's to the last's


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedLine:
    """What stays at one place of a poem."""

    place: int  # 1 is the first line between the two ends
    text: str = ""  # the whole line; empty leaves it free but for the words
    words: tuple[str, ...] = ()  # words, or characters, that it holds in this order


# Requests


@dataclass(frozen=True, slots=True, kw_only=True)
class MorphVerse:
    """Write the lines between two lines; a rough `Draft` of each comes early, `done` brings all with both ends.

    Values of `done`: seed, pack (its name), ends_from_code (a bool for each end: whether its code alone gives it back).
    """

    pack: str  # pack folder, absolute
    first: str
    last: str
    count: int = 5  # lines between, 1 to 32
    seed: int = 1  # 0 ≤ seed < 2⁶³
    alternatives: int = 3  # for each line between, 0 to 12
    rules: VerseRules = field(default_factory=VerseRules)
    locked: tuple[LockedLine, ...] = ()
    search: bool = True  # off: the likeliest line of each point of the way, as published


@dataclass(frozen=True, slots=True, kw_only=True)
class VaryLine:
    """Write other lines for one place of a poem; `done` brings that line as it is, and its alternatives."""

    pack: str
    lines: tuple[str, ...]  # the whole poem, three lines or more
    place: int  # 1 is the first line between the two ends
    seed: int = 1  # another one brings others
    alternatives: int = 6
    rules: VerseRules = field(default_factory=VerseRules)
    words: tuple[str, ...] = ()  # that the line holds in this order


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleVerse:
    """Write fresh lines, once per seed; drafts come as they are made, `done` brings lines and codes."""

    pack: str
    seeds: tuple[int, ...]  # one line each, 0 ≤ seed < 2⁶³
    variety: float = 1.0  # what the random numbers are multiplied with, 0 to 2
    rules: VerseRules = field(default_factory=VerseRules)  # of these temperature, new_only and length


@dataclass(frozen=True, slots=True, kw_only=True)
class NearLines:
    """Write lines that lie round a line's code; `done` brings lines, the nearest first, and their codes."""

    pack: str
    text: str
    count: int = 8
    seed: int = 1
    rules: VerseRules = field(default_factory=VerseRules)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLines:
    """Tell of lines as they stand: `done` brings them with length, rhyme, tones and origin, and their codes.

    An empty line, and one in a script that the pack does not know, has a code of zeros.
    """

    pack: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecodeLines:
    """Write the likeliest line of each code; `done` brings the lines."""

    pack: str
    codes: tuple[Code, ...]
    anchor: str = ""  # a code near this line's own is written as this very line


VerseJob = MorphVerse | VaryLine | SampleVerse | NearLines | ReadLines | DecodeLines


# Events


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A line so far, at the place of `done`'s lines with this index; a later draft of the same index replaces it."""

    index: int
    line: Line
