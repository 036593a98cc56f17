"""The smallest PNG reader and writer that the fake engine needs: 8 bits a channel, not interlaced, standard library."""

import base64
import struct
import zlib

_CHANNELS = {0: 1, 2: 3, 4: 2, 6: 4}  # by colour type: grey, RGB, grey + alpha, RGBA


def encode_rgba(rows: list[bytearray]) -> str:
    """Return rows of RGBA bytes as a base64 PNG."""
    head = struct.pack(">IIBBBBB", len(rows[0]) // 4, len(rows), 8, 6, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + bytes(row) for row in rows))
    parts = (_chunk(b"IHDR", head), _chunk(b"IDAT", body), _chunk(b"IEND", b""))
    return base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"".join(parts)).decode()


def decode_rgba(text: str) -> list[bytearray]:
    """Return a base64 PNG as rows of RGBA bytes; raises ValueError for the kinds of PNG it does not know."""
    raw, place, pixels, size = base64.b64decode(text), 8, b"", (0, 0, 0)
    while place + 8 <= len(raw):
        length, kind = struct.unpack(">I4s", raw[place : place + 8])
        data, place = raw[place + 8 : place + 8 + length], place + 12 + length
        if kind == b"IHDR":
            width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", data)
            if depth != 8 or colour not in _CHANNELS or interlaced:
                raise ValueError(f"PNG of depth {depth}, colour type {colour}")
            size = (width, height, _CHANNELS[colour])
        elif kind == b"IDAT":
            pixels += data
    width, height, channels = size
    flat, rows, above = zlib.decompress(pixels), [], bytearray(width * channels)
    for y in range(height):
        start = y * (width * channels + 1)
        above = _unfilter(flat[start], flat[start + 1 : start + 1 + width * channels], above, channels)
        rows.append(_rgba(above, channels))
    return rows


def _unfilter(kind: int, line: bytes, above: bytearray, step: int) -> bytearray:
    out = bytearray(line)
    for i, value in enumerate(line):
        left, up = out[i - step] if i >= step else 0, above[i]
        corner = above[i - step] if i >= step else 0
        guess = (0, left, up, (left + up) // 2, _paeth(left, up, corner))[kind]
        out[i] = (value + guess) & 255
    return out


def _paeth(left: int, up: int, corner: int) -> int:
    estimate = left + up - corner
    return min((left, up, corner), key=lambda value: abs(estimate - value))


def _rgba(line: bytearray, channels: int) -> bytearray:
    out = bytearray()
    for i in range(0, len(line), channels):
        pixel = line[i : i + channels]
        grey, alpha = channels < 3, pixel[-1] if channels in (2, 4) else 255
        out += bytes((*(pixel[:1] * 3 if grey else pixel[:3]), alpha))
    return out


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
