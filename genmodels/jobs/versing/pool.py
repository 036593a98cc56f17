"""Candidates for the lines of a poem, each once, with what the search has to know of them.

Letters: C candidates, B of them at a time, T pieces, N numbers of a code, V numbers of pieces.
"""

from collections.abc import Collection, Generator, Iterable, Sequence

import numpy as np
import torch

from genmodels.data.verse.form import Form, form_of
from genmodels.jobs.versing.pen import Pen
from genmodels.models.versevae.fluency import surprise
from genmodels.models.versevae.spelling import UNKNOWN
from genmodels.models.versevae.writing import MOST_PIECES, padded
from genmodels.models.versevae.written import letters_of

AT_ONCE = 32  # lines that are measured between two yields


class Pool:
    """Grows as lines are found; lines that may not be taken are passed over."""

    def __init__(self, pen: Pen, *, banned: Iterable[str], new_only: bool) -> None:
        """banned: lines of the poem itself, as they are typed."""
        self._pen, self._new_only = pen, new_only
        self._known = {letters_of(pen.taken(text)) for text in banned} | {""}
        self.texts: list[str] = []
        self.tokens: list[list[int]] = []
        self.forms: list[Form] = []
        self._codes = [np.zeros((0, pen.model.config.numbers), np.float32)]
        self._surprise = [np.zeros(0, np.float32)]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.texts)

    @property
    def codes(self) -> np.ndarray:
        """Mean codes, CN."""
        return np.concatenate(self._codes)

    @property
    def surprise(self) -> np.ndarray:
        """Mean nats of a piece to the pack, told nothing, C."""
        return np.concatenate(self._surprise)

    def add(self, texts: Iterable[str]) -> Generator[None, None, None]:
        """Take lines that the pack wrote, and yield now and then."""
        fresh = [text for text in map(self._pen.dressed, texts) if self._is_new(text)]
        fresh.sort(key=len)
        for at in range(0, len(fresh), AT_ONCE):
            self._measure(fresh[at : at + AT_ONCE])
            yield

    def holding(self, words: Collection[str]) -> np.ndarray:
        """Return which candidates hold these words in this order, C."""
        return np.array([holds(text, words) for text in self.texts], bool)

    def _is_new(self, text: str) -> bool:
        letters = letters_of(text)
        if letters in self._known or not self._pen.knows(text):
            return False
        self._known.add(letters)
        return not (self._new_only and self._pen.model.written.holds(text))

    @torch.inference_mode()
    def _measure(self, texts: list[str]) -> None:
        model = self._pen.model
        rows = [model.spelling.numbers(text) for text in texts]
        kept = [n for n, row in enumerate(rows) if row and UNKNOWN not in row and len(row) <= MOST_PIECES]
        if not kept:
            return
        tokens_BT = padded([rows[n] for n in kept])
        self._codes.append(model.posterior(tokens_BT)[0].numpy())
        self._surprise.append(surprise(model, tokens_BT).numpy())
        self.texts += [texts[n] for n in kept]
        self.tokens += [rows[n] for n in kept]
        self.forms += [form_of(texts[n]) for n in kept]


def turnover(one_K: Sequence[Collection[int]], other_L: Sequence[Collection[int]]) -> np.ndarray:
    """Return the share of pieces that each line of the ones does not have in common with each of the others, KL."""
    place = {piece: number for number, piece in enumerate({piece for row in (*one_K, *other_L) for piece in row})}
    has_KP, has_LP = (np.zeros((len(rows), len(place)), np.float32) for rows in (one_K, other_L))
    for has_BP, rows in ((has_KP, one_K), (has_LP, other_L)):
        for has_P, row in zip(has_BP, rows, strict=True):
            has_P[[place[piece] for piece in row]] = 1
    most_KL = np.maximum(has_KP.sum(1)[:, None], has_LP.sum(1)).clip(1)
    return 1 - has_KP @ has_LP.T / most_KL


def holds(text: str, words: Collection[str]) -> bool:
    """Return whether a line holds these words in this order, whole ones where there are blanks between."""
    units = units_of(text)
    at = 0
    for word in words:
        wanted = units_of(word)
        while at <= len(units) - len(wanted) and units[at : at + len(wanted)] != wanted:
            at += 1
        if at > len(units) - len(wanted):
            return False
        at += len(wanted)
    return True


def units_of(text: str) -> list[str]:
    """Return the words of a line in small letters and without marks; a Chinese line's are its characters."""
    units: list[str] = []
    for part in text.split():
        signs = "".join(sign for sign in part.casefold() if sign.isalnum() or sign in "'’-").strip("'’-")
        units += list(signs) if signs and not signs.isascii() and form_of(signs).tones else [signs] if signs else []
    return units
