"""A pack's card in plain words; cards come from strangers, so every figure in them may be missing or nonsense."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import Qt  # that of QtCore lacks convertFromPlainText

from genmodels.api.packs import PackCard

if TYPE_CHECKING:
    from datetime import date

_MAX_LENGTH = 300  # characters of one line on a card; the tooltip has more
_HEADLINE = "lower-half"  # the mask that people use most


def one_line(text: str, limit: int = _MAX_LENGTH) -> str:
    """Return text on one line, without what is not for showing, and not longer than this."""
    plain = "".join(character if character.isprintable() else " " for character in text)
    words = " ".join(plain.split())
    return words if len(words) <= limit else f"{words[: limit - 1]}…"


def tooltip(text: str) -> str:
    """Return text for a tooltip, which shows it as it is even where it looks like markup."""
    lines = [one_line(line, 2000) for line in text[:8000].splitlines()]
    return Qt.convertFromPlainText("\n".join(lines))


def title_of(card: PackCard) -> str:
    """Return what the pack is called."""
    return one_line(card.title, 120) or card.name


def does(card: PackCard) -> str:
    """Return what the pack is for, and how much it sees."""
    from app.widgets.packs.family_words import family_named, words_of  # here, because a start lists no families

    family = family_named(card.family)
    if family is None:
        return _tr("Of the family “{0}”, which this version does not use").format(one_line(card.family, 40))
    parts = [words_of(family).does]
    if script := _script(card):
        parts.append(script)
    if card.size:
        parts.append(_tr("sees {0}×{0} pixels at once").format(card.size))
    if card.colours:
        parts.append(_tr("{0} colours").format(len(card.colours)))
    if tags := len(card.tags):
        parts.append(_tr("{0} tags").format(tags) if tags > 1 else _tr("one tag"))
    return " · ".join(parts)


def when(card: PackCard) -> str:
    """Return when the training ended, how long it took and on what; empty where the card says nothing of it."""
    day, minutes = _day(card.record.get("finished")), _number(card.record.get("minutes"))
    device = card.record.get("device")
    parts = [f"{day.day} {day:%B %Y}"] if day else []
    if minutes is not None and minutes > 0:
        parts.append(_lasted(minutes))
    if isinstance(device, str) and device:
        parts.append(one_line(device.split(",", maxsplit=1)[0], 60))
    return " · ".join(parts)


def how_good(card: PackCard) -> str:
    """Return the figure that says most; empty where it was not measured.

    How unsure the pack is of a hidden pixel, or how much of a picture or a line is in its code.
    """
    bits, shares = _bits(card).get(_HEADLINE), _shares(card)
    share, lines = shares.get("foreground"), shares.get("lines")
    if bits is not None:
        # 2 to the power of the mean bits is the perplexity: so many equally likely colours would be as hard to guess.
        text = _tr("With the lower half hidden, each pixel is as hard to guess as one of {0:.1f} colours")
        text = text.format(2**bits)
    elif share is not None:
        text = _tr("From a picture's code it draws {0:.0f} % of the figure's pixels as they were").format(100 * share)
    elif lines is not None:
        text = _tr("From a line's code it gives back {0:.0f} % of lines word for word").format(100 * lines)
    else:
        return ""
    unseen, measured = "valid_pictures", _tr(", measured on {0:,} pictures it had not seen.")
    if lines is not None:
        unseen, measured = "valid_lines", _tr(", measured on {0:,} lines it had not seen.")
    held_out = _number(card.metrics.get(unseen))
    return text + (measured.format(int(held_out)) if held_out is not None and held_out >= 1 else ".")


def figures(card: PackCard) -> str:
    """Return all measured figures."""
    names = {
        "whole": _tr("all hidden"),
        "lower-half": _tr("lower half"),
        "lower-three-quarters": _tr("lower three quarters"),
        "box": _tr("a box inside"),
    }
    bits = [f"{names[key]} {value:.2f}" for key, value in _bits(card).items() if key in names]
    shares, whole = _shares(card), _number(card.metrics.get("elbo_bits_per_pixel"))
    told = [_tr("Bits per hidden pixel: {0}").format(", ".join(bits))] if bits else []
    if {"all", "foreground"} <= shares.keys():
        words = _tr("Pixels as they were: {0:.1f} % of all, {1:.1f} % of the figure")
        told.append(words.format(100 * shares["all"], 100 * shares["foreground"]))
    if whole is not None and 0 <= whole < 32:
        told.append(_tr("Bits per pixel of a whole picture: {0:.2f}").format(whole))
    if {"lines", "pieces"} <= shares.keys():
        words = _tr("Given back from the code: {0:.1f} % of lines, {1:.1f} % of their pieces")
        told.append(words.format(100 * shares["lines"], 100 * shares["pieces"]))
    nats, of_code = _number(card.metrics.get("elbo_nats_per_line")), _number(card.metrics.get("kl"))
    if nats is not None and of_code is not None and 0 <= of_code <= nats < 10_000:
        told.append(_tr("Nats per line (minus ELBO): {0:.1f}, {1:.1f} of them in the code").format(nats, of_code))
    return "\n".join(told)


def _script(card: PackCard) -> str:
    match card.config.get("script"):  # as packs that write verse name it
        case "latin":
            return _tr("lines in Latin letters")
        case "han":
            return _tr("lines in Chinese")
        case _:
            return ""


def _lasted(minutes: float) -> str:
    if minutes < 1:
        return _tr("less than a minute")
    if minutes < 90:
        return _tr("{0} minutes").format(round(minutes)) if round(minutes) != 1 else _tr("one minute")
    return _tr("{0:.1f} hours").format(minutes / 60)


def _day(value: Any) -> date | None:
    from datetime import datetime  # here, because the Draw page shows no dates

    try:
        return datetime.fromisoformat(value).date() if isinstance(value, str) else None
    except ValueError:
        return None


def _bits(card: PackCard) -> dict[str, float]:
    found = card.metrics.get("bits_per_hidden_pixel")
    numbers = {key: _number(value) for key, value in found.items()} if isinstance(found, dict) else {}
    return {key: value for key, value in numbers.items() if value is not None and 0 <= value < 32}


def _shares(card: PackCard) -> dict[str, float]:
    """Return which share of pixels, or of lines and their pieces, comes back from codes, 0 to 1."""
    found = card.metrics.get("reconstruction")
    numbers = {key: _number(value) for key, value in found.items()} if isinstance(found, dict) else {}
    return {key: value for key, value in numbers.items() if value is not None and 0 <= value <= 1}


def _number(value: Any) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and abs(value) < 1e9 and math.isfinite(value) else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("PackWords", text)
