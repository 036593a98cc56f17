"""Finds the pieces that a language is best spelt with: byte pair encoding (Sennrich et al. 2016) on characters."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

from genmodels.api.messages import Progress
from genmodels.data.steps import Pace, Steps
from genmodels.models.versevae.spelling import words_of

RARE = 2  # a character, or a word to join pieces in, stands in the lines as often at least
MOST_WORDS = 60_000  # the most frequent ones, in which pieces are joined


def find_pieces(lines: Iterable[str], most: int) -> Steps[tuple[str, ...]]:
    """Return single characters, the most frequent first, then joined pieces in their order; most: of all, or more.

    Characters are never left out for want of room, so that every line can be spelt.
    """
    counts, pace = Counter[str](), Pace()
    for done, line in enumerate(lines):
        counts.update(words_of(line))
        if pace.is_due():
            yield Progress(done=done, total=done + 1, note="counting words")
    signs = Counter[str]()
    for word, count in counts.items():
        for sign in word:
            signs[sign] += count
    common = [sign for sign, count in signs.most_common() if count >= RARE]
    joined = yield from _join(counts, most - len(common), pace)
    return (*common, *joined)


def _join(counts: Counter[str], most: int, pace: Pace) -> Steps[list[str]]:
    """Return the pieces that come of joining the most frequent pair again and again."""
    frequent = [(word, count) for word, count in counts.most_common(MOST_WORDS) if count >= RARE and len(word) > 1]
    words, weights = [list(word) for word, _ in frequent], [count for _, count in frequent]
    pairs, places = Counter[tuple[str, str]](), defaultdict[tuple[str, str], set[int]](set)
    for number, word in enumerate(words):
        for pair in pairwise(word):
            pairs[pair] += weights[number]
            places[pair].add(number)
    heap = [(-count, pair) for pair, count in pairs.items()]
    heapq.heapify(heap)
    joined = list[str]()
    known = set[str]()
    while heap and len(joined) < most:
        count, pair = heapq.heappop(heap)
        if -count != pairs[pair]:
            continue  # it has changed since, and stands in the heap again
        if -count < RARE:
            break
        if "".join(pair) not in known:
            joined.append("".join(pair))
            known.add(joined[-1])
        for changed in _join_in(words, weights, pair, pairs, places):
            heapq.heappush(heap, (-pairs[changed], changed))
        if pace.is_due():
            yield Progress(done=len(joined), total=most, note="finding pieces of words")
    return joined


def _join_in(
    words: list[list[str]],
    weights: list[int],
    pair: tuple[str, str],
    pairs: Counter[tuple[str, str]],
    places: defaultdict[tuple[str, str], set[int]],
) -> set[tuple[str, str]]:
    """Join a pair wherever it stands; return the pairs whose counts have changed for it."""
    changed = set[tuple[str, str]]()
    for number in places.pop(pair):
        word, weight = words[number], weights[number]
        for old in pairwise(word):
            pairs[old] -= weight
            changed.add(old)
        place = 0
        while place < len(word) - 1:
            if (word[place], word[place + 1]) == pair:
                word[place : place + 2] = ["".join(pair)]
            place += 1
        for new in pairwise(word):
            pairs[new] += weight
            places[new].add(number)
            changed.add(new)
    return changed
