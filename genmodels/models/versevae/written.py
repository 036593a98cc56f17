"""Knows which lines are already written without holding one: a Bloom filter of their hashes (Bloom 1970)."""

import hashlib
import unicodedata
from collections.abc import Iterable

import torch
from torch import Tensor, nn

from genmodels.api.messages import Progress
from genmodels.data.steps import Pace, Steps

BITS, HASHES = 16, 8  # a line: one new line in 1,700 is then taken for an old one


class Written(nn.Module):
    """The lines that a pack was trained on, as far as to tell them from new ones; marks, blanks and capitals aside."""

    filter_X: Tensor

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.register_buffer("filter_X", torch.zeros(max(1, lines * BITS // 8), dtype=torch.uint8))

    def holds(self, text: str) -> bool:
        """Return whether the line is one of them."""
        bits = self.filter_X.numpy()
        return all(bits[place >> 3] >> (place & 7) & 1 for place in _places(text, 8 * len(bits)))

    def fill(self, lines: Iterable[str]) -> Steps[None]:
        """Take these lines, and forget all others."""
        bits, pace = self.filter_X.zero_().numpy(), Pace()
        for done, line in enumerate(lines):
            for place in _places(line, 8 * len(bits)):
                bits[place >> 3] |= 1 << (place & 7)
            if pace.is_due():
                yield Progress(done=done, total=done + 1, note="noting which lines there are")


def letters_of(text: str) -> str:
    """Return what tells a line from others: its letters and digits, without marks, blanks and capitals."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


def _places(text: str, bits: int) -> list[int]:
    """Return the bits that a line sets; two hashes make all of them (Kirsch & Mitzenmacher 2006)."""
    digest = hashlib.blake2b(letters_of(text).encode(), digest_size=16).digest()
    first, second = int.from_bytes(digest[:8], "big"), int.from_bytes(digest[8:], "big") | 1
    return [(first + number * second) % bits for number in range(HASHES)]
