"""How likely lines are to someone who has counted signs in others: interpolated n-grams; it knows lines, no model.

Letters: X signs of many lines, G different n-grams, H different beginnings of them, K an order from 1 on.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

END, UNKNOWN, FIRST = 0, 1, 2  # numbers of signs; END also stands before a line
MOST_BITS = 63  # of an n-gram: it is one int64
AT_ONCE = 2048  # lines counted between two yields
SLICE = 2**17  # n-grams sorted between two yields
_BREAK = "\n"

Parts = Sequence[tuple[np.ndarray, np.ndarray]]  # n-grams, and how often each came


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Order:
    """The n-grams of one length, in order, and their beginnings: all signs but the last."""

    gram_G: np.ndarray
    count_G: np.ndarray
    begun_H: np.ndarray
    total_H: np.ndarray  # n-grams that begin so
    kinds_H: np.ndarray  # different ones


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NGrams:
    """Counts of signs after signs; the end of a line is a sign too."""

    lines: int  # that were counted
    bits: int  # of a sign
    sign_of: np.ndarray  # by code point
    orders: tuple[_Order, ...]

    @classmethod
    def counted(cls, lines: Sequence[str], order: int) -> Generator[None, None, Self]:
        """Count n-grams of up to so many signs, and yield now and then; raises ValueError where there is no line.

        Signs that do not fit into the number of an n-gram any more, the rarest ones, count as unknown.
        """
        if not lines:
            raise ValueError("there is nothing to count")
        often = np.zeros(0x110000, np.int64)
        blocks = [lines[at : at + AT_ONCE] for at in range(0, len(lines), AT_ONCE)]
        for block in blocks:
            often += np.bincount(_code_points(block), minlength=len(often))
            yield
        often[ord(_BREAK)] = 0
        known = np.flatnonzero(often)
        known = known[np.argsort(-often[known], kind="stable")][: 2 ** (MOST_BITS // order) - FIRST]
        sign_of = np.full(len(often), UNKNOWN, np.int64)
        sign_of[known] = np.arange(FIRST, FIRST + len(known))
        sign_of[ord(_BREAK)] = END
        bits = int(FIRST + len(known) - 1).bit_length()
        parts = list[tuple[np.ndarray, np.ndarray]]()
        for block in blocks:
            gram_X = _grams(sign_of[_code_points(block)], order, bits)[-1]
            parts.append(_summed(gram_X, np.ones_like(gram_X)))
            yield
        orders = list[_Order]()
        for size in range(order, 0, -1):  # all n-grams end as shorter ones do: only the longest have to be looked for
            gram_G, count_G = yield from _merged(parts)
            yield
            orders.append(_with_beginnings(gram_G, count_G, bits))
            yield
            parts = []
            for at in range(0, len(gram_G), SLICE):
                ends_X = gram_G[at : at + SLICE] & ((1 << bits * (size - 1)) - 1)
                parts.append(_summed(ends_X, count_G[at : at + SLICE]))
                yield
        return cls(lines=len(lines), bits=bits, sign_of=sign_of, orders=tuple(reversed(orders)))

    @property
    def order(self) -> int:
        """Signs of the longest n-grams."""
        return len(self.orders)

    def nats(self, lines: Sequence[str]) -> np.ndarray:
        """Return −log p of each line with its end: interpolated after Witten and Bell.

        As in Chen and Goodman 1999, section 2.5, down to all known signs and one for all others being as likely.
        """
        if not lines:
            return np.zeros(0)
        sign_X = self.sign_of[_code_points(lines)]
        p_X = np.full(len(sign_X), 1 / (1 + max(UNKNOWN, int(self.sign_of.max()))))
        for gram_X, one in zip(_grams(sign_X, self.order, self.bits), self.orders, strict=True):
            begun_X = gram_X >> self.bits
            total_X, kinds_X = (_found(one.begun_H, of_H, begun_X) for of_H in (one.total_H, one.kinds_H))
            counted_X = _found(one.gram_G, one.count_G, gram_X)
            p_X = np.where(total_X > 0, (counted_X + kinds_X * p_X) / np.maximum(total_X + kinds_X, 1), p_X)
        begins = np.flatnonzero(sign_X == END) + 1
        return np.add.reduceat(-np.log(p_X), np.concatenate(([0], begins[:-1])))


def surprise(grams: NGrams, lines: Sequence[str]) -> np.ndarray:
    """Return mean nats of a sign of each line, its end counted."""
    return grams.nats(lines) / np.array([1 + len(line) for line in lines], float)


def _code_points(lines: Sequence[str]) -> np.ndarray:
    text = _BREAK.join([*lines, ""])
    return np.frombuffer(text.encode("utf-32-le", "replace"), "<u4").astype(np.int64)


def _grams(sign_X: np.ndarray, order: int, bits: int) -> list[np.ndarray]:
    """Return the n-grams that end at each sign, the last one in the lowest bits: of one sign, of two, and so on."""
    end_X = np.flatnonzero(sign_X == END)
    begin_X = np.concatenate(([0], end_X[:-1] + 1))
    place_X = np.arange(len(sign_X)) - np.repeat(begin_X, end_X + 1 - begin_X)  # in its line
    found = [sign_X]
    for back in range(1, order):
        before_X = np.zeros_like(sign_X)
        before_X[back:] = sign_X[:-back]
        found.append(found[-1] | np.where(place_X < back, END, before_X) << bits * back)
    return found


def _summed(gram_X: np.ndarray, count_X: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return different n-grams in order, and the sums of their counts."""
    order_X = np.argsort(gram_X)
    gram_X = gram_X[order_X]
    first_G = np.flatnonzero(np.concatenate(([True], gram_X[1:] != gram_X[:-1])))
    return gram_X[first_G], np.add.reduceat(count_X[order_X], first_G)


def _merged(parts: Parts) -> Generator[None, None, tuple[np.ndarray, np.ndarray]]:
    """Return the same of all parts together, a slice of their range after another."""
    sample = np.sort(np.concatenate([gram_G[:: max(1, len(gram_G) // 256)] for gram_G, _ in parts]))
    slices = 1 + sum(len(gram_G) for gram_G, _ in parts) // SLICE
    edges = np.unique(sample[np.linspace(0, len(sample) - 1, slices + 1).astype(int)])[1:-1]
    cuts = [[0, *np.searchsorted(gram_G, edges).tolist(), len(gram_G)] for gram_G, _ in parts]
    found = list[tuple[np.ndarray, np.ndarray]]()
    for number in range(len(edges) + 1):
        spans = [slice(*own[number : number + 2]) for own in cuts]
        gram_X, count_X = (
            np.concatenate([part[which][span] for part, span in zip(parts, spans, strict=True)]) for which in (0, 1)
        )
        found.append(_summed(gram_X, count_X))
        yield
    return np.concatenate([one for one, _ in found]), np.concatenate([one for _, one in found])


def _with_beginnings(gram_G: np.ndarray, count_G: np.ndarray, bits: int) -> _Order:
    begun_G = gram_G >> bits
    first_H = np.flatnonzero(np.concatenate(([True], begun_G[1:] != begun_G[:-1])))
    return _Order(
        gram_G=gram_G,
        count_G=count_G,
        begun_H=begun_G[first_H],
        total_H=np.add.reduceat(count_G, first_H),
        kinds_H=np.diff(np.append(first_H, len(gram_G))),
    )


def _found(key_G: np.ndarray, value_G: np.ndarray, asked_X: np.ndarray) -> np.ndarray:
    """Return the values of keys, 0 for those that are not there."""
    at_X = np.searchsorted(key_G, asked_X).clip(max=len(key_G) - 1)
    return np.where(key_G[at_X] == asked_X, value_G[at_X], 0)
