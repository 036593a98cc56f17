"""What the fake engine says of data: counts pictures and shows each as a ball of its own colour, or shows verse."""

import json
import math
import os
from pathlib import Path
from typing import Any

from fake_png import encode_rgba

MIN_PICTURES, SIDE = 10, 16


def report_on(data: list[str], reading: dict[str, Any], size: int) -> dict[str, Any]:
    """Return a DataReport as plain JSON; of text files alone, a VerseReport."""
    if all(Path(source).suffix == ".txt" for source in data):
        return verse_report(data)
    files = [path for source in data for path in files_of(Path(source))]
    broken = [path.name for path in files if not path.read_bytes()]
    names = [path.stem for path in files if path.name not in broken and path.stem not in reading["exclude"]]
    can_train = len(names) >= MIN_PICTURES
    problem = {"kind": "unreadable", "what": "It cannot be read."}
    return {
        "data": data,
        "usable": len(names),
        "counts": {"read": len(files), "unreadable": len(broken)},
        "sentences": [f"{len(names)} images, {len(broken)} unreadable.", f"Fit: {reading['fit']}."],
        "problems": [{"name": name, **problem} for name in broken],
        "pictures": [note(name, number) for number, name in enumerate(names)],
        "size": size or SIDE,
        "colours": 3,
        "colour_error": 0.01,
        "palette": ["00000000", "000000ff", "dc2832ff"],
        "can_train": can_train,
        "hint": "" if can_train else f"Add pictures: a training needs at least {MIN_PICTURES}.",
        "nearest_packs": nearest_packs(),
    }


def verse_report(data: list[str]) -> dict[str, Any]:
    """Return a VerseReport as plain JSON, in which every line is usable but the empty ones."""
    lines = [line for source in data for line in Path(source).read_text(encoding="utf-8").splitlines()]
    usable = [line for line in lines if line]
    lengths = [sum(len(line) == length for line in usable) for length in range(max(map(len, usable)) + 1)]
    return {
        "subject": "verse", "data": data, "usable": len(usable), "counts": {"read": len(lines)},
        "sentences": [f"{len(lines)} lines, {len(usable)} usable."],
        "problems": [{"name": "verse.txt", "line": 2, "kind": "empty", "what": "is empty", "text": ""}],
        "files": [], "encodings": {"UTF-8": len(data)}, "scripts": {"latin": len(usable)},
        "lengths": {"latin": lengths}, "examples": usable, "can_train": True, "hint": "",
    }  # fmt: skip


def nearest_packs() -> dict[str, str]:
    """Return the first pack of each family in the person's folder."""
    nearest: dict[str, str] = {}
    for card in sorted((Path(os.environ["SPRITEVERSE_HOME"]) / "packs").glob("*/pack.json")):
        nearest.setdefault(json.loads(card.read_text(encoding="utf-8"))["family"], str(card.parent))
    return nearest


def estimate() -> dict[str, Any]:
    """Return an Estimate as plain JSON."""
    steps = {"quick": 600, "good": 3000, "best": 12000}
    seconds = {effort: count * 0.24 for effort, count in steps.items()}
    return {"device": "cpu", "seconds_per_step": 0.24, "steps": steps, "seconds": seconds}


def files_of(source: Path) -> list[Path]:
    """Return the PNG files of a folder, or the file itself."""
    return sorted(source.rglob("*.png")) if source.is_dir() else [source]


def note(name: str, number: int) -> dict[str, Any]:
    """Return a PictureNote as plain JSON."""
    picture = ball(number)
    return {
        "name": name, "width": SIDE, "height": SIDE, "colours": 2, "fitting": "as it is",
        "original": picture, "fitted": picture, "clustered": picture,
    }  # fmt: skip


def ball(number: int) -> str:
    """Return a base64 PNG."""
    rows = []
    for y in range(SIDE):
        row = bytearray()
        for x in range(SIDE):
            inside = math.hypot(x - 7.5, y - 7.5) < 6
            row += bytes((number * 53 % 256, 90, 200, 255) if inside else (0, 0, 0, 0))
        rows.append(row)
    return encode_rgba(rows)
