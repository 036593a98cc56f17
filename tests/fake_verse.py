"""What the fake engine knows of verse: words of the first line give way to those of the last, one after another.

Chinese is told by its characters, which are its words. A line that the pack's config names in `corpus` is already
written.
"""

import hashlib
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NUMBERS = 12
ENGLISH = (
    "a lantern swings above the quiet mill",
    "the river keeps the colour of the rain",
    "no one has swept the stairs of fallen leaves",
    "an old boat turns its shoulder to the tide",
    "and every window holds a smaller moon",
    "the orchard hums a tune it half recalls",
)
CHINESE = ("小舟泊晚汀", "新月过疏篱", "风来竹自鸣", "晴窗一砚冰", "山深鸟不惊", "夜雨洗灯青")
Events = Iterator[tuple[str, dict[str, Any]]]


def morphed(data: dict[str, Any]) -> Events:
    """Answer MorphVerse: drafts say the words of the first line; with new_only no line of the corpus is told."""
    first, last, count = data["first"].strip(), data["last"].strip(), data.get("count", 5)
    if not first or not last:
        raise ValueError("There is no line to begin or to end with.")
    poem, rules = Poem(data), data.get("rules", {})
    held = {one["place"]: one for one in data.get("locked", [])}
    texts = [first, *[poem.between(first, last, n / (count + 1), n) for n in range(1, count + 1)], last]
    lines = []
    for n, text in enumerate(texts):
        t = n / (count + 1)
        yield "draft", {"index": n, "line": poem.line(first if n <= count else last, t, given=n in (0, count + 1))}
        if n in (0, count + 1):
            lines.append(poem.line(text, t, given=True))
            continue
        own = held.get(n, {})
        others = [poem.line(poem.other(n, k, rules), t) for k in range(data.get("alternatives", 3))]
        chosen = own.get("text") or " ".join([text, *own.get("words", [])])
        lines.append(poem.line(chosen, t, given=bool(own.get("text"))) | {"alternatives": others})
    yield "progress", {"done": 1, "total": 1, "note": ""}
    values = {"seed": data.get("seed", 1), "pack": poem.card["name"], "ends_from_code": [True, False]}
    yield "done", {"lines": lines, "values": values}


def varied(data: dict[str, Any]) -> Events:
    """Answer VaryLine."""
    poem, place, rules = Poem(data), data["place"], data.get("rules", {})
    t = place / (len(data["lines"]) - 1)
    words = data.get("words", [])
    others = [" ".join([poem.other(place, k, rules), *words]) for k in range(data.get("alternatives", 6))]
    line = poem.line(data["lines"][place], t) | {"alternatives": [poem.line(text, t) for text in others]}
    yield "done", {"lines": [line], "values": {}}


def sampled_lines(data: dict[str, Any]) -> Events:
    """Answer SampleVerse."""
    poem, lines = Poem(data), []
    for index, seed in enumerate(data["seeds"]):
        lines.append(poem.line(poem.known[seed % len(poem.known)], 0.0))
        yield "draft", {"index": index, "line": lines[-1]}
    yield "done", {"lines": lines, "codes": [code_of(line["text"]) for line in lines], "values": {}}


def near(data: dict[str, Any]) -> Events:
    """Answer NearLines."""
    poem = Poem(data)
    lines = [poem.line(poem.other(0, k, data.get("rules", {})), 0.0) for k in range(data.get("count", 8))]
    yield "done", {"lines": lines, "codes": [code_of(line["text"]) for line in lines], "values": {}}


def read_lines(data: dict[str, Any]) -> Events:
    """Answer ReadLines."""
    poem = Poem(data)
    codes = [code_of(text) if text.strip() else {"numbers": [0.0] * NUMBERS} for text in data["lines"]]
    yield "done", {"lines": [poem.line(text, 0.0) for text in data["lines"]], "codes": codes, "values": {}}


def decoded_lines(data: dict[str, Any]) -> Events:
    """Answer DecodeLines: the anchor's own code is its very line, another one a line by its first number."""
    poem, anchor, lines = Poem(data), data.get("anchor", ""), []
    for code in data["codes"]:
        own = bool(anchor) and code["numbers"] == code_of(anchor)["numbers"]
        text = anchor if own else poem.known[int(abs(code["numbers"][0]) * 10) % len(poem.known)]
        lines.append(poem.line(text, 0.0, given=own))
    yield "done", {"lines": lines, "values": {}}


class Poem:
    """One pack's way with words, and one seed's."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.card = json.loads((Path(data["pack"]) / "pack.json").read_text(encoding="utf-8"))
        self.seed = data.get("seed", 1)
        texts = [data.get("first", ""), data.get("text", ""), *data.get("lines", [])]
        self.known = CHINESE if any(is_chinese(text) for text in texts) else ENGLISH

    def between(self, first: str, last: str, t: float, place: int) -> str:
        """Return the last words of one line after the first ones of the other, never the same twice in a poem."""
        join = "" if is_chinese(first) and is_chinese(last) else " "
        before, after = (list(text) if not join else text.split() for text in (first, last))
        mixed = join.join([*after[: round(t * len(after))], *before[round(t * len(before)) :]])
        return mixed if mixed not in (first, last) else self.other(place, 0, {})

    def other(self, place: int, number: int, rules: dict[str, Any]) -> str:
        """Return another line; where only new ones are asked for, none of the corpus."""
        chance = random.Random(f"{self.seed} {place}")
        free = [text for text in self.known if not (rules.get("new_only") and self.is_corpus(text))]
        chance.shuffle(free)
        return free[number % len(free)]

    def is_corpus(self, text: str) -> bool:
        return text in self.card["config"].get("corpus", [])

    def line(self, text: str, t: float, *, given: bool = False) -> dict[str, Any]:
        """Return what is told of a line."""
        origin = "given" if given else "corpus" if self.is_corpus(text) else "new"
        letters = [sign for sign in text if sign.isalpha()]
        chinese = is_chinese(text)
        return {
            "text": text,
            "t": t,
            "origin": origin,
            "length": len(letters) if chinese else sum(sign in "aeiou" for sign in letters),
            "rhyme": "".join(letters[-1:] if chinese else letters[-2:]),
            "tones": "".join("平仄"[ord(sign) % 2] for sign in letters) if chinese else "",
            "surprise": 4.0,
            "unknown": [word for word in text.split() if word.lower() == "xyzzy"],
            "alternatives": [],
        }


def is_chinese(text: str) -> bool:
    """Return whether a line has Chinese characters."""
    return any("\u4e00" <= sign <= "\u9fff" for sign in text)


def code_of(text: str) -> dict[str, Any]:
    """Return a code made from a line's bytes."""
    digest = hashlib.sha256(text.encode()).digest()
    return {"numbers": [digest[n] / 128 - 1 for n in range(NUMBERS)]}
