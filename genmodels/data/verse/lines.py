"""One line of verse: made tidy, split where it is a couplet, and judged."""

import re
import unicodedata
from typing import NamedTuple

from genmodels.api.configs import Script, VerseConfig
from genmodels.api.reports import ProblemKind
from genmodels.data.verse.encodings import CONTROL

_HAN_RANGES = r"\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_LATIN_RANGES = r"A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
_HAN = re.compile(f"[{_HAN_RANGES}]")
_LATIN = re.compile(f"[{_LATIN_RANGES}]")
_OTHER = re.compile(rf"[^\W\d_{_HAN_RANGES}{_LATIN_RANGES}]")
_BREAK = re.compile(r"[，。！？；,.!?;]+")
_ENDS = " \u3000\"'“”‘’「」『』《》〈〉（）()"  # what a split leaves at the ends of a line
_INVISIBLE = str.maketrans("", "", "\ufeff\u200b")
_MARKUP = re.compile(
    r"""
    [#>|] | ```                                     # Markdown: headings, quotations, tables, code
    | \[[^\]]*\]\W*$ | www\.                         # [notes]
    | (chapter|canto|book|part|section|stanza|sonnet|page|act|scene|volume)\ +([ivxlcdm]+|\d+)(\W*$|[.:—-])
    | [ivxlcdm]+\W*$ | \d+[.)]?\ *$                 # XVIII.
    | 第?\ ?[〇零一二三四五六七八九十百千两兩\d]+\ ?[章回卷首節节篇](\W|$)
    | 卷\ ?[〇零一二三四五六七八九十百千上中下\d]+(\W|$)
    | 其[一二三四五六七八九十百]+$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TAG = re.compile(r"[<&:](?:(?<=<)/?[a-z][^<>]*>|(?<=&)[a-z]+;|(?<=:)//)", re.IGNORECASE)  # HTML, addresses
_MOST_TIDIED = 1_000  # characters; composing is slow on purposely long runs of accents, and no verse is that long


class Verdict(NamedTuple):  # made for each of many lines: five times as fast as a frozen dataclass
    """What a line is; `kind` is USABLE, or why it is left out, which `what` says in plain words."""

    kind: ProblemKind
    script: Script | None = None  # None where it has no letters
    length: int = 0  # characters; of a line of Chinese without its marks
    what: str = ""


def tidy(text: str) -> str:
    """Return the line without blanks at its ends, single ones inside, its accents composed (Unicode's form NFC)."""
    if text.isascii():
        return " ".join(text.split())
    text = " ".join(text.translate(_INVISIBLE).split())
    return text if len(text) > _MOST_TIDIED else unicodedata.normalize("NFC", text)


def script_of(text: str) -> Script | None:
    """Return what the letters of a text are written in; None where there are none."""
    latin = _LATIN.search(text) is not None
    if text.isascii():
        return Script.LATIN if latin else None
    han, other = _HAN.search(text) is not None, _OTHER.search(text) is not None
    match han, latin, other:
        case False, False, False:
            return None
        case True, False, False:
            return Script.HAN
        case False, True, False:
            return Script.LATIN
        case False, False, True:
            return Script.OTHER
        case _:
            return Script.MIXED


def split_couplet(text: str) -> list[str]:
    """Return the lines within a line of Chinese, without the marks that part them; other lines as they are."""
    if text.isascii() or not _BREAK.search(text) or script_of(text) is not Script.HAN:
        return [text]
    return [part for part in (part.strip(_ENDS) for part in _BREAK.split(text)) if part] or [text]


def judged(text: str, config: VerseConfig) -> Verdict:
    """Return what a tidy line is, duplicates aside."""
    if not text:
        return Verdict(kind=ProblemKind.EMPTY, what="is empty")
    if CONTROL.search(text):
        return Verdict(kind=ProblemKind.DAMAGED, what="holds characters that cannot be read")
    script = script_of(text)
    match script:
        case None:
            return Verdict(kind=ProblemKind.NO_LETTERS, what="holds no letters")
        case Script.LATIN:
            length, low, high = len(text), config.latin_shortest, config.latin_longest
        case Script.HAN:
            length, low, high = len(_HAN.findall(text)), config.han_shortest, config.han_longest
        case Script.MIXED:
            return Verdict(kind=ProblemKind.OTHER_SCRIPT, script=script, what="mixes letters of several scripts")
        case Script.OTHER:
            what = "is written neither in Latin letters nor in Chinese"
            return Verdict(kind=ProblemKind.OTHER_SCRIPT, script=script, what=what)
    if length > high:
        return _left_out(ProblemKind.TOO_LONG, script, f"has {length:,} characters, more than {high}")
    if _MARKUP.match(text) or _TAG.search(text):
        return _left_out(ProblemKind.MARKUP, script, "is a heading, a number or markup")
    if length < low:
        return _left_out(ProblemKind.TOO_SHORT, script, f"has {length} of at least {low} characters")
    return Verdict(kind=ProblemKind.USABLE, script=script, length=length)


def _left_out(kind: ProblemKind, script: Script, what: str) -> Verdict:
    return Verdict(kind=kind, script=script, what=what)
