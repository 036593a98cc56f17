"""A stand-in for `genmodels train --resume RUN`: the same folder, no torch, standard library only.

It holds the run's lock, writes events and pictures, obeys STOP and PAUSE, and leaves a pack when it ends well.
    python tests/fake_run.py RUN                     trains for 20 steps of 10 ms
    python tests/fake_run.py --steps 200 --step-ms 50 RUN
    python tests/fake_run.py --die 7 RUN             dies at step 7 without a word;  --fail 7: fails with a reason
    python tests/fake_run.py --full 7 RUN            pauses at step 7 as if the disk were full, until PAUSE goes
    python tests/fake_run.py --mute RUN              prints an error and ends before its first event
"""

import argparse
import base64
import json
import math
import os
import sys
import time
from pathlib import Path
from typing import IO, Any

sys.path.insert(0, str(Path(__file__).parent))
from fake_png import encode_rgba

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

CRASH_CODE, WAIT_S = 9, 0.01


class FakeRun:
    """One start of a training."""

    def __init__(self, flags: argparse.Namespace) -> None:
        self.flags, self.run = flags, Path(flags.run)
        self.request = json.loads((self.run / "run.json").read_text(encoding="utf-8"))["request"]
        self.state = self.run / "states" / "step"
        self.lock: IO[bytes] | None = None

    def train(self) -> int:
        self.lock = (self.run / ".lock").open("wb")
        hold(self.lock)
        self.say("started")
        self.say("log", text="20 pictures, 4 of them held out.")
        first = int(self.state.read_text()) if self.state.exists() else 0
        for step in range(first, self.flags.steps + 1):
            if step == self.flags.die:
                os._exit(CRASH_CODE)
            if step == self.flags.fail:
                self.say(
                    "failed", error="resources", message="The memory is full.", hint="Take a smaller batch.", detail=""
                )
                return 1
            if step == self.flags.full and not (self.run / "PAUSE").exists():
                (self.run / "PAUSE").write_text("")
                self.say("paused", reason="The disk is full: make room, then press Resume.")
                self.wait()
            elif (self.run / "PAUSE").exists():
                self.say("paused", reason="")
                self.wait()
            if (self.run / "STOP").exists():
                mode = (self.run / "STOP").read_text()
                (self.run / "STOP").unlink()
                self.save(step)
                return self.finish(step) if mode == "save" else self.leave()
            self.step(step)
            time.sleep(self.flags.step_ms / 1000)
        return self.finish(self.flags.steps)

    def step(self, step: int) -> None:
        total = self.flags.steps
        self.say("progress", done=step, total=total, note="")
        bits = 0.6 + 2.2 * math.exp(-3 * step / total) + 0.05 * math.sin(step * 1.7)
        self.metrics(
            step, loss=bits, rate=0.002 * (1 - step / (total + 1)), per_second=310.0, seconds=step * 1.0,
            seconds_left=float(total - step), memory_mb=640.0,
        )  # fmt: skip
        if step % 5 == 0:
            held = 0.9 + 1.9 * math.exp(-3 * step / total) + 0.2 * (step / total) ** 4
            self.metrics(step, held_out=held, whole=held, **{"lower-half": held * 0.9, "box": held * 0.7})
            (self.run / "previews").mkdir(exist_ok=True)
            file = f"previews/{step:06d}.png"
            (self.run / file).write_bytes(base64.b64decode(picture(step / total)))
            self.say("snapshot", step=step, file=file)
            self.save(step)
            self.write_pack(self.run / "pack")

    def finish(self, step: int) -> int:
        pack = Path(os.environ["SPRITEVERSE_HOME"]) / "packs" / self.request["name"]
        self.write_pack(pack)
        values = {"run": str(self.run), "pack": str(pack), "name": self.request["name"], "best": 0.9}
        self.say("log", text=f"The pack of step {step} is the best.")
        self.say("done", candidates=[], values=values)
        return 0

    def leave(self) -> int:
        values = {"run": str(self.run), "name": self.request["name"], "best": 0.9, "reason": "stopped"}
        self.say("done", candidates=[], values=values)
        return 0

    def wait(self) -> None:
        while (self.run / "PAUSE").exists() and not (self.run / "STOP").exists():
            time.sleep(WAIT_S)

    def save(self, step: int) -> None:
        self.state.parent.mkdir(exist_ok=True)
        self.state.write_text(str(step))

    def write_pack(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        card = {
            "format_version": 1, "family": self.request["family"], "name": self.request["name"], "licence": "",
            "title": self.request["title"], "trained_on": self.request["trained_on"], "config": {"size": 16},
        }  # fmt: skip
        temporary = folder / "pack.json.tmp"
        temporary.write_text(json.dumps(card), encoding="utf-8")
        temporary.replace(folder / "pack.json")

    def metrics(self, step: int, **values: float) -> None:
        self.say("metrics", step=step, values=values)

    def say(self, kind: str, **fields: Any) -> None:
        with (self.run / "events.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps({"id": "", "kind": kind, **fields}, ensure_ascii=False) + "\n")


def hold(file: IO[bytes]) -> None:
    """Take the lock as filelock does."""
    if sys.platform == "win32":
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_EX)


def picture(share: float) -> str:
    """Return a sheet of 4×2 balls of 16×16 that come out of the noise."""
    rows = []
    for y in range(32):
        row = bytearray()
        for x in range(64):
            number, dx, dy = x // 16 + y // 16 * 4, x % 16 - 7.5, y % 16 - 7.5
            noise = (x * 37 + y * 91 + int(share * 50) * 53) % 97 / 97 > share
            inside = math.hypot(dx, dy) < 6
            grey = (x * 73 + y * 151) % 256
            colour = (grey, 128, 255 - grey, 255) if noise else (60 + number * 22, 90, 230 - number * 22, 255)
            row += bytes(colour if inside or noise else (0, 0, 0, 0))
        rows.append(row)
    return encode_rgba(rows)


def parse(arguments: list[str]) -> argparse.Namespace:
    """Return the flags; the module's docstring says what they do."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--steps", type=int, default=20)
    parser.add_argument("--step-ms", type=int, default=10)
    parser.add_argument("--die", type=int, default=-1)
    parser.add_argument("--fail", type=int, default=-1)
    parser.add_argument("--full", type=int, default=-1)
    parser.add_argument("--mute", action="store_true")
    parser.add_argument("run")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    told = parse(sys.argv[1:])
    if told.mute:
        sys.exit("this fake does not start, as it was told")
    sys.exit(FakeRun(told).train())
