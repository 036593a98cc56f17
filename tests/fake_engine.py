"""A stand-in for `genmodels serve`: the same protocol on standard input and output, no torch, behaviour set by flags.

It draws every hidden pixel of a candidate in one colour made from the seed (see `colour_of`), a row at a time.
    python tests/fake_engine.py --hold 2         complete: stays at row 2 until it is cancelled;  --spare 1: but once
                                                 check_data: the first one does so too;  morph: stays at frame 2
    python tests/fake_engine.py --crash 2        complete: dies at row 2;  --crash-once FILE: only the first time
    python tests/fake_engine.py --fail pack      complete: fails with this kind after the first row
    python tests/fake_engine.py --row-ms 20      complete: takes so long a row; encode, decode, sample, verse: an event
    python tests/fake_engine.py --mute           never says ready;  --protocol 9: says ready with this version
    python tests/fake_engine.py --noise          prints a line that is no message before each event
    python tests/fake_engine.py --record FILE    appends every line it is sent to FILE
"""

import argparse
import json
import os
import queue
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from fake_codes import decoded, encoded, found, sampled
from fake_morph import frames_of
from fake_png import decode_rgba, encode_rgba
from fake_report import estimate, report_on
from fake_verse import decoded_lines, morphed, near, read_lines, sampled_lines, varied

CRASH_CODE = 9


class RefusalError(Exception):
    """Ends the job with `failed`."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


class FakeEngine:
    """Reads requests on a thread, runs them one after another on the main one."""

    def __init__(self, flags: argparse.Namespace) -> None:
        self.flags = flags
        self.jobs: queue.Queue[str | None] = queue.Queue()
        self.asked_to_end: set[str] = set()
        self.spared = self.checks = 0
        self.changed = threading.Condition()
        self.closed = False

    def run(self) -> None:
        threading.Thread(target=self.listen, daemon=True).start()
        if not self.flags.mute:
            self.say("", "ready", device="cpu", protocol=self.flags.protocol)
        while (line := self.jobs.get()) is not None:
            self.answer(line)

    def listen(self) -> None:
        for line in sys.stdin:
            if self.flags.record:
                with Path(self.flags.record).open("a", encoding="utf-8") as file:
                    file.write(line)
            cancelled = cancel_target(line)
            with self.changed:
                if cancelled is None:
                    self.jobs.put(line)
                else:
                    self.asked_to_end.add(cancelled)
                self.changed.notify_all()
        with self.changed:
            self.closed = True
            self.changed.notify_all()
        self.jobs.put(None)

    def answer(self, line: str) -> None:
        job = ""
        try:
            data = json.loads(line)
            if not isinstance(data, dict) or not isinstance(data.get("id", ""), str):
                raise RefusalError("config", "A message is an object with a text “id”.")
            job = data.get("id", "")
            known = {
                "complete": self.complete, "load_pack": self.load_pack, "import_pack": self.import_pack,
                "check_data": self.check_data, "estimate_training": self.estimate_training, "morph": self.morph,
                "encode": self.encode, "decode": self.decode, "sample": self.sample,
                "demonstrate": self.demonstrate, "find_original": self.find_original, "morph_verse": self.verse,
                "vary_line": self.verse, "sample_verse": self.verse, "near_lines": self.verse,
                "read_lines": self.verse, "decode_lines": self.verse,
            }  # fmt: skip
            steps = known.get(data.get("kind", ""))
            if steps is None:
                raise RefusalError("config", f"There is no message “{data.get('kind')}”.")
        except ValueError:
            self.say(job, "failed", error="config", message="This line is not JSON.", hint="", detail="")
            return
        except RefusalError as error:
            if job:
                self.say(job, "started")
            self.say(job, "failed", error=error.kind, message=str(error), hint="", detail="")
            return
        self.say(job, "started")
        try:
            for kind, fields in steps(data):
                if self.ended(job):
                    self.say(job, "cancelled")
                    return
                self.say(job, kind, **fields)
        except (RefusalError, ValueError, KeyError) as error:
            kind = error.kind if isinstance(error, RefusalError) else "input"
            self.say(job, "failed", error=kind, message=str(error), hint="Try another one.", detail="")

    def load_pack(self, data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        require_pack(data["pack"])
        yield "done", {"candidates": [], "values": {}}

    def import_pack(self, data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        file = Path(data["file"])
        yield "progress", {"done": 1, "total": 2, "note": "unpacking"}
        if file.read_text(encoding="utf-8") == "bad":
            raise RefusalError("pack", f"“{file.name}” is damaged.")
        folder = Path(os.environ["SPRITEVERSE_HOME"]) / "packs" / file.stem
        folder.mkdir(exist_ok=True)
        card = {"format_version": 1, "family": "pixelrnn", "name": file.stem, "title": file.stem}
        card |= {"licence": "MIT", "trained_on": "dots", "config": {"size": 8}}
        (folder / "pack.json").write_text(json.dumps(card), encoding="utf-8")
        yield "done", {"candidates": [], "values": {"name": file.stem, "folder": str(folder), "title": file.stem}}

    def check_data(self, data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        first, self.checks = not self.checks, self.checks + 1
        for y in range(3):
            self.misbehave(y, data["id"], holds=first)
            yield "progress", {"done": y, "total": 3, "note": "reading"}
        yield "done", {"candidates": [], "values": report_on(data["data"], data["reading"], data["size"])}

    def estimate_training(self, data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        yield "progress", {"done": 0, "total": 1, "note": "trying a few steps"}
        if data["request"]["train"]["device"] == "cuda":
            raise RefusalError("resources", "There is no CUDA device.")
        yield "done", {"candidates": [], "values": estimate()}

    def encode(self, data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        yield from self.slowly(encoded(data), data)

    def decode(self, data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        yield from self.slowly(decoded(data), data)

    def find_original(self, data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        yield from self.slowly(found(data), data)

    def sample(self, data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        yield from self.slowly(sampled(data), data)

    def verse(self, data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        answers = {
            "morph_verse": morphed, "vary_line": varied, "sample_verse": sampled_lines,
            "near_lines": near, "read_lines": read_lines, "decode_lines": decoded_lines,
        }  # fmt: skip
        yield from self.slowly(answers[data["kind"]](data), data)

    def slowly(
        self, events: Iterator[tuple[str, dict[str, Any]]], data: dict[str, Any]
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        require_pack(data["pack"])
        for y, event in enumerate(events, 1):
            self.misbehave(y, data["id"], holds=True)
            yield event

    def demonstrate(self, data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        columns, rows = {"moons": (9, 4), "colours": (8, 3)}[data["lesson"]]
        sheets = [
            encode_rgba([bytearray(colour_of(data["seed"] + which) * 16 * columns) for _ in range(16 * rows)])
            for which in range(2)
        ]
        for y in range(3):
            self.misbehave(y, data["id"], holds=True)
            yield "progress", {"done": y + 1, "total": 3, "note": "learning"}
            yield "metrics", {"step": y + 1, "values": {"loss_0": 1 / (y + 1), "loss_1": 2 / (y + 1)}}
            for which, sheet in enumerate(sheets):
                yield "preview", {"index": which, "x": 0, "y": 0, "picture": sheet}
        figures = {"half_way": 2.0, "broken": 0.25, "copy": 0.0, "foreign": 0.4, "clear": 0.5, "right": 0.9}
        values = {"columns": columns, "first": figures, "second": figures, "wrong_0": [4], "wrong_1": []}
        yield "done", {"candidates": [], "frames": sheets, "values": values}

    def complete(self, data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        require_pack(data["pack"])
        sprite, mask, seeds = decode_rgba(data["sprite"]), decode_rgba(data["mask"]), data["seeds"]
        hidden = hidden_of(mask)
        if [len(row) for row in sprite] != [len(row) for row in mask]:
            raise RefusalError("input", "The mask has another size than the sprite.")
        if not any(any(row) for row in hidden):
            raise RefusalError("input", "The mask is empty.")
        if not seeds:
            raise RefusalError("input", "There is no seed.")
        holds, self.spared = self.spared >= self.flags.spare, self.spared + 1
        pictures = [[bytearray(row) for row in sprite] for _ in seeds]
        for y, row in enumerate(hidden):
            self.misbehave(y, data["id"], holds=holds)
            for index, seed in enumerate(seeds):
                for x in (x for x, drawn in enumerate(row) if drawn):
                    pictures[index][y][4 * x : 4 * x + 4] = colour_of(seed)
                if any(row):
                    part = encode_rgba([pictures[index][y]])
                    yield "preview", {"index": index, "x": 0, "y": y, "picture": part}
            yield "progress", {"done": y + 1, "total": len(hidden), "note": ""}
        results = [
            {"seed": seed, "picture": encode_rgba(rows), "bits_per_pixel": 1.0}
            for seed, rows in zip(seeds, pictures, strict=True)
        ]
        yield "done", {"candidates": results, "values": {}}

    def morph(self, data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        require_pack(data["pack"])
        if len(data["pictures"]) < 2:
            raise RefusalError("input", "A morph needs two pictures.")
        frames = list(frames_of(data))
        for number, (_, picture) in enumerate(frames):
            self.misbehave(number, data["id"], holds=True)
            yield "preview", {"index": number, "x": 0, "y": 0, "picture": picture}
            yield "progress", {"done": number + 1, "total": len(frames), "note": ""}
        yield "log", {"text": "This fake only wipes."}
        count = len(data["pictures"])
        values = {"ends_exact": [True] * count, "distance_from_pack": [1.0 + n for n in range(count)]}
        yield (
            "done",
            {"frames": [picture for _, picture in frames], "values": values | {"times": [t for t, _ in frames]}},
        )

    def misbehave(self, y: int, job: str, *, holds: bool) -> None:
        if y == 1 and self.flags.fail:
            raise RefusalError(self.flags.fail, "This fake fails as it was told.")
        if y == self.flags.crash:
            os._exit(CRASH_CODE)
        if y == 1 and self.flags.crash_once and not Path(self.flags.crash_once).exists():
            Path(self.flags.crash_once).touch()
            os._exit(CRASH_CODE)
        patience = None if holds and y == self.flags.hold else self.flags.row_ms / 1000
        with self.changed:
            self.changed.wait_for(lambda: self.closed or job in self.asked_to_end, patience)

    def ended(self, job: str) -> bool:
        with self.changed:
            return self.closed or job in self.asked_to_end

    def say(self, job: str, kind: str, **fields: Any) -> None:
        if self.flags.noise:
            sys.stdout.write("this line is no message\n")
        sys.stdout.write(json.dumps({"id": job, "kind": kind, **fields}, ensure_ascii=False) + "\n")
        sys.stdout.flush()


def colour_of(seed: int) -> bytes:
    """Return the RGBA in which the candidate of this seed is drawn."""
    return bytes((seed * 37 % 256, 128, 255 - seed * 37 % 256, 255))


def cancel_target(line: str) -> str | None:
    """Return the id of the job a line asks to cancel, None for any other line."""
    try:
        data = json.loads(line)
    except ValueError:
        return None
    return data.get("job") if isinstance(data, dict) and data.get("kind") == "cancel" else None


def require_pack(folder: str) -> None:
    """Refuse folders without pack.json."""
    if not (Path(folder) / "pack.json").is_file():
        raise RefusalError("pack", f"There is no pack at “{folder}”.")


def hidden_of(mask: list[bytearray]) -> list[list[bool]]:
    """Return which pixels the mask hides: the opaque ones where alpha varies, else the white ones."""
    varies = any(alpha < 255 for row in mask for alpha in row[3::4])
    return [[value >= 128 for value in row[3 if varies else 0 :: 4]] for row in mask]


def parse(arguments: list[str]) -> argparse.Namespace:
    """Return the flags; the module's docstring says what they do."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--hold", type=int, default=-1)
    parser.add_argument("--spare", type=int, default=0)
    parser.add_argument("--row-ms", type=int, default=0)
    parser.add_argument("--crash", type=int, default=-1)
    parser.add_argument("--crash-once", default="")
    parser.add_argument("--fail", default="")
    parser.add_argument("--record", default="")
    parser.add_argument("--protocol", type=int, default=1)
    parser.add_argument("--mute", action="store_true")
    parser.add_argument("--noise", action="store_true")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    FakeEngine(parse(sys.argv[1:])).run()
