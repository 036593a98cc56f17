"""Makes the files that the readers are tested with: small pictures, and .aseprite files byte by byte."""

import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image


def blob(seed: int, side: int = 10) -> np.ndarray:
    """A picture like no other seed's: noise of eight colours with a transparent rim, alpha 0 or 255."""
    rgba_HW4 = np.zeros((side, side, 4), np.uint8)
    inside_HW3 = np.random.default_rng(seed).integers(0, 2, (side - 2, side - 2, 3), np.uint8) * 200
    rgba_HW4[1:-1, 1:-1, :3] = inside_HW3
    rgba_HW4[1:-1, 1:-1, 3] = 255
    return rgba_HW4


def save(path: Path, rgba_HW4: np.ndarray) -> None:
    """Write a picture, in 8-bit colours where its suffix knows no others."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(rgba_HW4).save(path)


def chunk(kind: int, data: bytes) -> bytes:
    return struct.pack("<IH", len(data) + 6, kind) + data


def layer(name: str, *, flags: int = 1, kind: int = 0, level: int = 0, blend: int = 0, opacity: int = 255) -> bytes:
    text = name.encode()
    return chunk(0x2004, struct.pack("<HHH4xHB3xH", flags, kind, level, blend, opacity, len(text)) + text)


def cel(
    number: int,
    pixels_HWC: np.ndarray,
    *,
    at: tuple[int, int] = (0, 0),
    opacity: int = 255,
    z: int = 0,
    packed: bool = True,
) -> bytes:
    height, width = pixels_HWC.shape[:2]
    head = struct.pack("<HhhBHh5xHH", number, *at, opacity, 2 if packed else 0, z, width, height)
    data = pixels_HWC.tobytes()
    return chunk(0x2005, head + (zlib.compress(data) if packed else data))


def link(number: int, frame: int) -> bytes:
    return chunk(0x2005, struct.pack("<HhhBHh5xH", number, 0, 0, 255, 1, 0, frame))


def tiles(number: int) -> bytes:
    return chunk(0x2005, struct.pack("<HhhBHh5x", number, 0, 0, 255, 3, 0))


def palette(*colours: tuple[int, int, int, int], name: str = "") -> bytes:
    tail = struct.pack("<H", len(name)) + name.encode() if name else b""
    entries = b"".join(struct.pack("<HBBBB", bool(name), *colour) + tail for colour in colours)
    return chunk(0x2019, struct.pack("<III8x", len(colours), 0, len(colours) - 1) + entries)


def old_palette(*colours: tuple[int, int, int], kind: int = 0x0004) -> bytes:
    return chunk(kind, struct.pack("<HBB", 1, 0, len(colours)) + bytes(sum(colours, ())))


def document(
    width: int, height: int, *frames: Sequence[bytes], depth: int = 32, flags: int = 3, clear_index: int = 0
) -> bytes:
    """A whole file of these frames of chunks."""
    body = b""
    for chunks in frames:
        data = b"".join(chunks)
        body += struct.pack("<IHHH2xI", len(data) + 16, 0xF1FA, len(chunks), 100, len(chunks)) + data
    head = struct.pack("<IHHHHHI", 128 + len(body), 0xA5E0, len(frames), width, height, depth, flags)
    return head.ljust(28, b"\0") + bytes([clear_index]) + bytes(99) + body


def aseprite_file(*layers: tuple[str, np.ndarray], frames: int = 1) -> bytes:
    """An RGBA file of these layers; frames after the first are links to it."""
    height, width = layers[0][1].shape[:2]
    first = [layer(name) for name, _ in layers] + [cel(n, pixels) for n, (_, pixels) in enumerate(layers)]
    return document(width, height, first, *[[link(n, 0) for n in range(len(layers))]] * (frames - 1))
