"""Tells how the bytes of a text file are to be read: each encoding reads a sample, the most plausible text wins."""

import codecs
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import BinaryIO

from genmodels.api.errors import InputError
from genmodels.api.messages import Progress
from genmodels.data.steps import Pace, Steps

SAMPLE, CHUNK = 2**16, 2**20  # bytes
ENOUGH = 0.6  # share of plausible characters among those that are not ASCII; wrong readings reach 0.4
MOSTCONTROLS = 0.005  # share of control characters in what is still a text


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """Python's name of it, and what people call it."""

    codec: str
    name: str


UTF_8 = Encoding(codec="utf-8-sig", name="UTF-8")
_BOMS = (
    (codecs.BOM_UTF8, UTF_8),
    (codecs.BOM_UTF32_LE, Encoding(codec="utf-32", name="UTF-32")),  # before UTF-16, whose mark begins like it
    (codecs.BOM_UTF32_BE, Encoding(codec="utf-32", name="UTF-32")),
    (codecs.BOM_UTF16_LE, Encoding(codec="utf-16", name="UTF-16")),
    (codecs.BOM_UTF16_BE, Encoding(codec="utf-16", name="UTF-16")),
    (b"\x84\x31\x95\x33", Encoding(codec="gb18030", name="GB18030")),
)
_GUESSES = (
    UTF_8,
    Encoding(codec="utf-16-le", name="UTF-16"),
    Encoding(codec="utf-16-be", name="UTF-16"),
    Encoding(codec="gb18030", name="GB18030"),  # holds GB2312 and GBK
    Encoding(codec="big5hkscs", name="Big5"),
    Encoding(codec="cp1252", name="Windows-1252"),  # holds the printable part of Latin-1
)
# What no text has: control characters, places that could not be read, unassigned and private ones.
CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f-\x84\x86-\x9f\ufffd\ufffe\uffff\ue000-\uf8ff]")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_USUAL = re.compile(r"[À-ɏ\u2010-\u2027\u2030-\u205e\u3000-\u303f\uff00-\uffef\xb7]")
# Accented letters and typographic marks stand alone among ASCII ones; the bytes of Chinese do not.
_LONE = re.compile(r"(?<![^\x00-\x7f])[ß-öø-ÿÀÂÄÆÇÈÉÊËÍÎÑÓÔÖØÚÜŒœŠšŸŽž‘’“”–—…«»¿¡£§°·©]{1,2}(?![^\x00-\x7f])")


def encoding_of(file: BinaryIO) -> Steps[Encoding]:
    """Return how to read the file, which is left anywhere; raises InputError where it is no text."""
    head = file.read(4)
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return encoding
    sample, is_whole = yield from _sample(file)
    scores = [_plausibility(sample, encoding, is_whole=is_whole) for encoding in _GUESSES]
    best = max(scores)
    if best < ENOUGH:
        raise InputError("is no text, or in an encoding that is not known", hint="Save it again as UTF-8.")
    return _GUESSES[scores.index(best)]


def _sample(file: BinaryIO) -> Steps[tuple[bytes, bool]]:
    """Return what tells most, and whether it goes to the file's end: the bytes from the first that are not ASCII."""
    pace, at = Pace(), 0
    file.seek(0)
    while chunk := file.read(CHUNK):
        if not chunk.isascii() or b"\0" in chunk:
            first = re.search(rb"[\x80-\xff\0]", chunk)
            at += first.start() if first else 0
            file.seek(at - at % 4)  # whole characters of UTF-16 and UTF-32
            sample = file.read(SAMPLE)
            return sample, len(sample) < SAMPLE
        at += len(chunk)
        if pace.is_due():
            yield Progress(done=0, total=0, note="finding the encoding")
    return b"", True


def _plausibility(sample: bytes, encoding: Encoding, *, is_whole: bool) -> float:
    """Return 0 to 1: the share of characters beyond ASCII that a text in this encoding would have."""
    text = codecs.getincrementaldecoder(encoding.codec)("replace").decode(sample, final=is_whole)
    foreign, controls = _FOREIGN.findall(text), CONTROL.findall(text)
    damaged = sum(character > "\x7f" for character in controls)
    if len(controls) - damaged > MOSTCONTROLS * len(text):
        return 0.0
    if not foreign:
        return 1.0
    if encoding is UTF_8:  # no other text happens to be UTF-8 all along
        return 1.0 - damaged / len(foreign)
    if encoding.codec == "cp1252":
        return sum(map(len, _LONE.findall(text))) / len(foreign)
    common = _common_characters()
    return sum(character in common or _USUAL.match(character) is not None for character in foreign) / len(foreign)


@lru_cache
def _common_characters() -> frozenset[str]:
    """Return the everyday characters of both scripts: the first levels of GB 2312 and Big5."""
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    found = set[str]()
    for first, last, codec in ((0xB0, 0xD7, "gb2312"), (0xA4, 0xC6, "big5")):
        for lead in range(first, last + 1):
            found.update(*(bytes((lead, trail)).decode(codec, errors="ignore") for trail in trails))
    return frozenset(character for character in found if not character.isascii())
