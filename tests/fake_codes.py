"""What the fake engine knows of codes: the first two numbers move a ball, the third and fourth change size and colour.

A picture of its own drawing is not recognised: every picture has a code made from its bytes.
"""

import hashlib
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fake_png import decode_rgba, encode_rgba

COLOURS = ((220, 60, 70), (70, 150, 230), (90, 190, 90), (240, 200, 60), (170, 100, 210), (230, 140, 60))
NEAREST = "ball-1"  # what every sprite comes nearest to
Events = Iterator[tuple[str, dict[str, Any]]]


def encoded(data: dict[str, Any]) -> Events:
    """Answer Encode."""
    card, rows = card_of(data["pack"]), decode_rgba(data["picture"])
    yield "progress", {"done": 1, "total": 1, "note": ""}
    yield "done", {"codes": [code_of(rows, card)], "values": {"distance_from_pack": 1.0, "tags": tags_of(card)}}


def decoded(data: dict[str, Any]) -> Events:
    """Answer Decode: the anchor's own code is drawn with its very pixels."""
    card, anchor = card_of(data["pack"]), data.get("anchor", "")
    own = code_of(decode_rgba(anchor), card) if anchor else None
    frames = []
    for code in data["codes"]:
        if own is not None and all(code[key] == own[key] for key in ("numbers", "detail", "tag")):
            frames.append(anchor)
        else:
            frames.append(encode_rgba(drawn(code, card)))
    yield "done", {"frames": frames} | likenesses(data["codes"], card)


def sampled(data: dict[str, Any]) -> Events:
    """Answer Sample."""
    card, candidates, codes = card_of(data["pack"]), [], []
    for index, seed in enumerate(data["seeds"]):
        chance = random.Random(seed)
        middle = 1.0 if data.get("prior") == "mixture" else 0.0
        numbers = [middle + chance.gauss(0, data.get("variety", 1.0)) for _ in range(numbers_of(card))]
        code = {"numbers": numbers, "detail": "", "tag": data.get("tag", ""), "palette": data.get("palette", [])}
        picture = encode_rgba(drawn(code, card))
        candidates.append({"seed": seed, "picture": picture, "bits_per_pixel": 0.0})
        codes.append(code)
        yield "preview", {"index": index, "x": 0, "y": 0, "picture": picture}
    yield "done", {"candidates": candidates, "codes": codes} | likenesses(codes, card)


def likenesses(codes: list[dict[str, Any]], card: dict[str, Any]) -> dict[str, Any]:
    """Return what a pack that tells of originality says of these: by their first number new, relative or copy."""
    if not card["config"].get("tells_originality"):
        return {}
    told = []
    for code in codes:
        kind = min(int(abs(code["numbers"][0]) * 2), 2)
        told.append(
            {
                "originality": ("copy", "relative", "new")[kind],
                "distance": round(abs(code["numbers"][0]), 3),
                "nearest": NEAREST,
            }
        )
    return {"likenesses": told}


def found(data: dict[str, Any]) -> Events:
    """Answer FindOriginal: the one training picture lies in any folder that has a file of its name."""
    card = card_of(data["pack"])
    here = data["name"] == NEAREST and any((Path(folder) / f"{NEAREST}.png").is_file() for folder in data["data"])
    plain = {"numbers": [0.0] * numbers_of(card), "tag": "", "palette": []}
    yield "done", {"frames": [encode_rgba(drawn(plain, card))] if here else []}


def card_of(folder: str) -> dict[str, Any]:
    """Return pack.json."""
    return json.loads((Path(folder) / "pack.json").read_text(encoding="utf-8"))


def numbers_of(card: dict[str, Any]) -> int:
    """Return how many numbers a code has."""
    return card["config"].get("numbers", 12)


def tags_of(card: dict[str, Any]) -> list[str]:
    """Return what the pack knows."""
    return card["config"].get("tags", [])


def code_of(rows: list[bytearray], card: dict[str, Any]) -> dict[str, Any]:
    """Return a code made from a picture's bytes."""
    digest = hashlib.sha256(b"".join(rows)).digest()
    numbers = [digest[n % 32] / 128 - 1 for n in range(numbers_of(card))]
    return {"numbers": numbers, "detail": "AAAA", "tag": "", "palette": ["dc2832ff", "281014ff"]}


def drawn(code: dict[str, Any], card: dict[str, Any]) -> list[bytearray]:
    """Return a ball where the first numbers say, its colour the tag's, or the fourth number's."""
    side, (x, y, size, hue) = card["config"]["size"], code["numbers"][:4]
    tags = ["", *tags_of(card)]
    kind = tags.index(code["tag"]) if code["tag"] in tags[1:] else int(hue * 1.5)
    red, green, blue = in_palette(COLOURS[kind % len(COLOURS)], code["palette"])
    dark = in_palette((red // 4, green // 4, blue // 4), code["palette"])
    middle, radius = (side - 1) / 2, max(side * (0.26 + size * 0.04), 1.0)
    rows = [bytearray(4 * side) for _ in range(side)]
    for row in range(side):
        for column in range(side):
            far = ((column - middle - x * side / 14) ** 2 + (row - middle - y * side / 14) ** 2) ** 0.5
            if far < radius:
                inner = far < radius - 1.6
                pixel = (red, green, blue, 255) if inner else (*dark, 255)
                rows[row][4 * column : 4 * column + 4] = bytes(pixel)
    return rows


def in_palette(colour: tuple[int, int, int], palette: list[str]) -> tuple[int, int, int]:
    """Return the opaque colour of a palette that is nearest; the colour itself where there is no palette."""
    opaque = [bytes.fromhex(text)[:3] for text in palette if not text.endswith("00")]
    if not opaque:
        return colour
    red, green, blue = min(opaque, key=lambda other: sum((a - b) ** 2 for a, b in zip(colour, other, strict=True)))
    return red, green, blue
