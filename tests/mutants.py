"""Damages files as disks, editors and strangers do: the same number always gives the same damage."""

import random
import re
import struct
import zlib
from collections.abc import Callable, Sequence

PNG = b"\x89PNG\r\n\x1a\n"
_BYTES = (0, 1, 0x7F, 0x80, 0xFE, 0xFF)
_COUNTS = (
    0,
    1,
    0x7FFF,
    0x8000,
    0xFFFF,
    0x7FFFFFFF,
    0x80000000,
    0xFFFFFFFF,
)  # where 16 and 32 bits end
_NUMBERS = (b"-1", b"0", b"256", b"65536", b"4294967296", b"1e9", b"nan", b"9" * 5000)
_LONGEST = 1 << 16  # bytes that one damage adds at most

Damage = Callable[[bytes, random.Random], bytes]


def mutant(seeds: Sequence[bytes], number: int, mend: Callable[[bytes], bytes] | None = None) -> bytes:
    """Return one of the files with one to four damages; mend makes every other one pass a reader's first checks."""
    rng = random.Random(number)
    data = rng.choice(seeds)
    for _ in range(rng.randint(1, 4)):
        data = rng.choice(_DAMAGES)(data, rng) if rng.random() < 0.9 else _spliced(data, rng.choice(seeds), rng)
    return mend(data) if mend is not None and number % 2 else data


def with_checksums(data: bytes) -> bytes:
    """Return a PNG whose chunks have the checksums of what they now hold, as far as chunks can be told."""
    if not data.startswith(PNG):
        return data
    at, chunks = len(PNG), [PNG]
    while at + 12 <= len(data):
        end = at + 8 + int.from_bytes(data[at : at + 4], "big")
        if end + 4 > len(data):
            break
        chunks.append(data[at:end] + struct.pack(">I", zlib.crc32(data[at + 4 : end])))
        at = end + 4
    return b"".join(chunks) + data[at:]


def _span(data: bytes, rng: random.Random) -> tuple[int, int]:
    start = rng.randint(0, len(data))
    return start, min(len(data), start + rng.choice((1, 2, 4, rng.randint(1, 64), len(data))))


def _flipped(data: bytes, rng: random.Random) -> bytes:
    return _put(data, rng.randrange(len(data) or 1), lambda byte: byte ^ (1 << rng.randrange(8)))


def _swapped(data: bytes, rng: random.Random) -> bytes:
    return _put(data, rng.randrange(len(data) or 1), lambda _byte: rng.choice(_BYTES))


def _put(data: bytes, at: int, change: Callable[[int], int]) -> bytes:
    return data[:at] + bytes(change(byte) for byte in data[at : at + 1]) + data[at + 1 :]


def _counted(data: bytes, rng: random.Random) -> bytes:
    """Have it claim another count or length somewhere."""
    size = rng.choice((2, 4))
    at = rng.randint(0, max(len(data) - size, 0))
    value = rng.choice(_COUNTS) & ((1 << 8 * size) - 1)
    return data[:at] + value.to_bytes(size, "little" if rng.random() < 0.5 else "big") + data[at + size :]


def _renumbered(data: bytes, rng: random.Random) -> bytes:
    """Write another number over one that is told in digits."""
    found = list(re.finditer(rb"\d+", data[:_LONGEST]))
    if not found:
        return data
    start, end = rng.choice(found).span()
    return data[:start] + rng.choice(_NUMBERS) + data[end:]


def _cut(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randint(0, len(data))]


def _without(data: bytes, rng: random.Random) -> bytes:
    start, end = _span(data, rng)
    return data[:start] + data[end:]


def _repeated(data: bytes, rng: random.Random) -> bytes:
    start, end = _span(data, rng)
    part = data[start:end]
    return data[:start] + part * min(rng.choice((2, 3, 300)), 1 + _LONGEST // (len(part) or 1)) + data[end:]


def _strewn(data: bytes, rng: random.Random) -> bytes:
    at = rng.randint(0, len(data))
    return data[:at] + rng.randbytes(rng.choice((1, 3, 40))) + data[at:]


def _spliced(data: bytes, other: bytes, rng: random.Random) -> bytes:
    return data[: rng.randint(0, len(data))] + other[rng.randint(0, len(other)) :]


_DAMAGES: tuple[Damage, ...] = (_flipped, _swapped, _counted, _renumbered, _cut, _without, _repeated, _strewn)
