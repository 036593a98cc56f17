"""Which pieces may stand where in a Chinese line, so that every line that is written has the form that is asked for.

Letters: B rows, V numbers of pieces, K kinds of place.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import torch
from torch import Tensor

from genmodels.api.configs import Script
from genmodels.data.verse import chinese
from genmodels.jobs.versing.plan import Wish
from genmodels.models.versevae import VerseVAE
from genmodels.models.versevae.spelling import END, FIRST
from genmodels.models.versevae.writing import Allowed


class Letters:
    """The pieces of a pack by what they are good for; of Latin ones, which tell too little, all may come."""

    def __init__(self, model: VerseVAE) -> None:
        pieces = model.config.pieces
        self._pieces = pieces
        self._end_V = _mask(len(pieces), [END])
        self._any_V = _mask(len(pieces), _characters(pieces))
        self._is_free = model.config.script is not Script.HAN or not bool(self._any_V.any())

    def allowed(self, asked: Sequence[Wish]) -> Allowed | None:
        """Return which pieces may come at a place of rows that are to be like this."""
        if self._is_free:
            return None
        kinds: dict[tuple[object, ...], int] = {}
        masks: list[Tensor] = []

        def number(wish: Wish, at: int) -> int:
            key = self._key(wish, at)
            if key not in kinds:
                kinds[key] = len(masks)
                masks.append(self._mask(*key))
            return kinds[key]

        longest = max(wish.length for wish in asked) + 1
        kind_BT = torch.tensor([[number(wish, at) for at in range(longest)] for wish in asked])
        mask_KV = torch.stack(masks)
        return lambda at: mask_KV[kind_BT[:, min(at, longest - 1)]]

    @staticmethod
    def _key(wish: Wish, at: int) -> tuple[bool, str, frozenset[str]]:
        """Return whether the line is over there, the tone that is asked for, and the rhymes."""
        if at >= wish.length:
            return True, "", frozenset()
        is_last = at == wish.length - 1
        return False, wish.pattern[at : at + 1], wish.rhymes if is_last else frozenset()

    def _mask(self, over: bool, tone: str, rhymes: frozenset[str]) -> Tensor:  # noqa: FBT001 - the parts of a key
        if over:
            return self._end_V
        found = [
            number
            for number in _characters(self._pieces)
            if (not tone or tone == chinese.EITHER or chinese.tone(self._pieces[number - FIRST]) in (tone, "中"))
            and (not rhymes or chinese.rhyme_of(self._pieces[number - FIRST]) in rhymes)
        ]
        return _mask(len(self._pieces), found) if found else self._any_V


@lru_cache(maxsize=4)
def _characters(pieces: tuple[str, ...]) -> tuple[int, ...]:
    """Return the numbers of the pieces that are one Chinese character."""
    return tuple(number for number, piece in enumerate(pieces, FIRST) if chinese.characters(piece) == piece)


def _mask(pieces: int, numbers: Sequence[int]) -> Tensor:
    mask_V = np.zeros(FIRST + pieces, bool)
    mask_V[list(numbers)] = True
    return torch.from_numpy(mask_V)
