"""Proposes candidates: lines drawn round a code, and edits of lines that are good already.

Edits as in CGMH (Miao et al. 2019, arXiv 1811.10996): replace, insert and delete pieces that the model finds likely.
Letters: B rows, N numbers of a code, T pieces, V numbers of pieces.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor

from genmodels.api.configs import Script
from genmodels.data.verse.form import form_of
from genmodels.jobs.versing.letters import Letters
from genmodels.jobs.versing.pen import Pen
from genmodels.jobs.versing.plan import Wish
from genmodels.models.versevae.fluency import next_pieces
from genmodels.models.versevae.spelling import CAPITAL, FIRST
from genmodels.models.versevae.writing import MOST_PIECES, padded, texts, write

AT_ONCE = 32  # rows between two yields


class Proposer:
    """Proposes with one pen, one seed after another."""

    def __init__(self, pen: Pen, chance: np.random.Generator) -> None:
        self._pen, self._model, self._chance = pen, pen.model, chance
        self._letters = Letters(pen.model)
        self._is_han = pen.script is Script.HAN

    def likeliest(self, z_BN: Tensor, asked: Sequence[Wish]) -> list[str]:
        """Return the likeliest line of each code that has the form that is asked for."""
        longest = self._longest(asked)
        return texts(self._model, write(self._model, z_BN, longest=longest, allowed=self._letters.allowed(asked)))

    def drawn(
        self, z_BN: Tensor, asked: Sequence[Wish], *, each: int, noise: float, heat: float
    ) -> Iterator[list[str]]:
        """Yield so many lines for each code, drawn round it."""
        z_BN, wished = z_BN.repeat_interleave(each, 0), [wish for wish in asked for _ in range(each)]
        noise_BN = torch.from_numpy(self._chance.standard_normal(tuple(z_BN.shape), np.float32))
        z_BN = z_BN + noise * noise_BN
        for at in range(0, len(z_BN), AT_ONCE):
            part = wished[at : at + AT_ONCE]
            tokens_BT = write(
                self._model,
                z_BN[at : at + AT_ONCE],
                temperature=heat,
                seed=int(self._chance.integers(2**31)),
                longest=self._longest(part),
                allowed=self._letters.allowed(part),
            )
            yield texts(self._model, tokens_BT)

    def edited(self, rows: Sequence[list[int]], z_N: Tensor, wish: Wish, *, pieces: int, most: int) -> list[str]:
        """Return lines made of others by changing one piece, the likeliest changes first; Chinese stays as long."""
        logp_BTV = next_pieces(self._model, padded(rows), z_N.expand(len(rows), -1))
        if wish.rhymes and not self._is_han:
            return self._rhyming(rows, logp_BTV, wish, most)
        allowed = self._letters.allowed([wish])
        found: list[tuple[float, list[int]]] = []
        for row, logp_TV in zip(rows, logp_BTV, strict=True):
            for at, old in enumerate(row):
                logp_V = logp_TV[at] if allowed is None else logp_TV[at].masked_fill(~allowed(at)[0], -torch.inf)
                best = logp_V.topk(min(pieces + 1, len(logp_V)))
                lost = float(logp_TV[at, old])
                for gained, new in zip(best.values.tolist(), best.indices.tolist(), strict=True):
                    if new >= FIRST and new != old and np.isfinite(gained):
                        found.append((gained - lost, [*row[:at], new, *row[at + 1 :]]))
                        if not self._is_han:
                            found.append((gained, [*row[:at], new, *row[at:]]))
                if not self._is_han:
                    found.append((-lost, [*row[:at], *row[at + 1 :]]))
        found.sort(key=lambda one: -one[0])
        return [self._model.spelling.text(row) for _, row in found[:most]]

    def _rhyming(self, rows: Sequence[list[int]], logp_BTV: Tensor, wish: Wish, most: int) -> list[str]:
        """Return the lines with another last word that rhymes."""
        spelling = self._model.spelling
        fitting = [
            number
            for number, piece in enumerate(spelling.pieces, FIRST)
            if piece.startswith(" ") and form_of(piece).rhyme in wish.rhymes
        ]
        found: list[tuple[float, list[int]]] = []
        for row, logp_TV in zip(rows, logp_BTV, strict=True):
            starts = [
                at for at, number in enumerate(row) if number >= FIRST and spelling.pieces[number - FIRST][0] == " "
            ]
            if not starts:
                continue
            at = starts[-1]
            at -= at > 0 and row[at - 1] >= FIRST and spelling.pieces[row[at - 1] - FIRST] == CAPITAL
            found += [(float(logp_TV[at, new]), [*row[:at], new]) for new in fitting]
        found.sort(key=lambda one: -one[0])
        return [spelling.text(row) for _, row in found[:most]]

    def crossed(self, one: str, other: str) -> list[str]:
        """Return lines that begin as one and end as the other, and the other way round."""
        found: list[str] = []
        for first, last in ((one, other), (other, one)):
            head, tail = self._units(first), self._units(last)
            for cut in range(1, max(len(head), 1)):
                at = round(cut * len(tail) / len(head)) if head else 0
                found.append(self._joined([*head[:cut], *tail[at:]]))
        return found

    def worded(self, lines: Sequence[str], words: Sequence[str], most: int) -> list[str]:
        """Return lines with these words put in, in this order."""
        found: list[str] = []
        for number in range(most if lines else 0):
            units = self._units(lines[number % len(lines)])
            parts = [part for word in words for part in self._units(self._pen.taken(word))]
            if len(units) < len(parts):
                found.append(self._joined(parts))
                continue
            places = sorted(self._chance.choice(len(units), len(parts), replace=False).tolist())
            for place, part in zip(places, parts, strict=True):
                units[place] = part
            found.append(self._joined(units))
        return found

    def _longest(self, asked: Sequence[Wish]) -> int:
        most = max(wish.length for wish in asked)
        return min(MOST_PIECES, most + 1 if self._is_han else 3 * most + 6)

    def _units(self, text: str) -> list[str]:
        return list(text) if self._is_han else text.split()

    def _joined(self, units: Sequence[str]) -> str:
        return "".join(units) if self._is_han else " ".join(units)
