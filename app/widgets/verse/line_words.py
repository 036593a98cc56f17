"""What there is to tell of a line, in a few plain words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.document.poem import PoemLine
from app.document.words import is_chinese
from genmodels.api.verse import Line, Origin


def side_words(line: PoemLine, facts: Line | None, letter: str) -> str:
    """Return what stands beside a line, in two short rows: its form, and where it comes from."""
    if facts is None:
        return origin_words(line, facts)
    form = f"{facts.length} · {facts.tones}" if facts.tones else length_words(facts)
    rows = (" · ".join(part for part in (form, letter) if part), origin_words(line, facts))
    return "\n".join(row for row in rows if row)


def all_words(line: PoemLine, facts: Line | None, letter: str) -> str:
    """Return the same in full, for screen readers."""
    parts = [length_words(facts), facts.tones] if facts is not None else []
    if letter:
        parts.append(_tr("rhymes with the lines of letter {0}").format(letter))
    return ", ".join(part for part in (*parts, origin_words(line, facts)) if part)


def origin_words(line: PoemLine, facts: Line | None) -> str:
    """Return where a line comes from."""
    if not line.text.strip():
        return ""
    if facts is not None and facts.origin is Origin.CORPUS:
        return _tr("already written")
    return _tr("yours") if line.own else _tr("new")


def other_words(facts: Line | None) -> str:
    """Return what is told beside another line for a place."""
    if facts is None:
        return ""
    origin = _tr("already written") if facts.origin is Origin.CORPUS else _tr("new")
    return " · ".join(part for part in (length_words(facts), origin) if part)


def unknown_words(facts: Line | None) -> str:
    """Return a sentence on what the pack has never seen; empty where it knows every word."""
    if facts is None or not facts.unknown:
        return ""
    words = ", ".join(f"“{word[:40]}”" for word in facts.unknown[:5])
    return _tr("New to this pack: {0}. It stays as you wrote it.").format(words)


def facts_tip(facts: Line | None, letter: str = "") -> str:
    """Return the rest that is known, for a tooltip."""
    if facts is None:
        return ""
    parts = [_tr("Rhymes with the other lines marked {0}").format(letter)] if letter else []
    if facts.rhyme:
        parts.append(_tr("Rhyme: {0}").format(facts.rhyme))
    if facts.tones:
        parts.append(_tr("Tones: {0} (平 level, 仄 oblique, 中 either)").format(facts.tones))
    if facts.surprise:
        parts.append(_tr("Surprise: {0:.1f} nats a piece; plain verse is low").format(facts.surprise))
    return "\n".join(parts)


def length_words(facts: Line) -> str:
    """Return how long a line is."""
    if facts.length <= 0:
        return ""
    if is_chinese(facts.text):
        return _tr("{0} characters").format(facts.length) if facts.length > 1 else _tr("one character")
    return _tr("{0} syllables").format(facts.length) if facts.length > 1 else _tr("one syllable")


def _tr(text: str) -> str:
    return QCoreApplication.translate("LineWords", text)
