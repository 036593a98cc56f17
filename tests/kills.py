"""`make kills`: a drawing session is killed at random moments, during saves too; then every file opens, none is old."""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from app.document.autosaver import DELAY_S
from app.document.project.reading import open_project
from app.document.sessions import find_copies
from tests.drawing_session import LOOK_EVERY, number_in

COUNT = 200
MOST_S = 60  # of the session's own clock: what is older is in a file
_START_S, _LIFE_S = 60.0, 2.0  # until it draws; how long it draws at most
_ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a killed session left behind."""

    drawn: int  # the last step
    held: int  # the last step that a file holds
    copies: int
    saved: bool
    during: bool  # a file was being written when it was killed
    left_over: int  # files half written, which nothing takes for whole ones

    @property
    def lost_s(self) -> int:
        """How old the oldest step is that no file holds, by the session's own clock."""
        return self.drawn - self.held


def kill_once(folder: Path, seed: int) -> Found:
    """Run a session, kill it somewhere, and look at all that it left; raises where a file does not open."""
    home = folder / "home"
    environment = os.environ | {"SPRITEVERSE_HOME": str(home), "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "tests.drawing_session", str(folder), str(seed)]
    with subprocess.Popen(command, cwd=_ROOT, env=environment) as session:
        try:
            _wait_for_a_step(session, folder / "log")
            time.sleep(random.Random(seed).uniform(0, _LIFE_S))
        finally:
            session.send_signal(signal.SIGKILL)
    return _look(folder, home)


def _wait_for_a_step(session: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _START_S
    while not log.exists() or not log.stat().st_size:
        if session.poll() is not None or time.monotonic() > until:
            raise RuntimeError("the session did not begin")
        time.sleep(0.01)


def _look(folder: Path, home: Path) -> Found:
    lines = [line.split() for line in (folder / "log").read_text().splitlines()]
    told = {word: [int(number) for found, number in lines if found == word] for word in ("step", "saved", "copied")}
    drawn, held = max(told["step"]), 0
    for file in folder.rglob("*.sprv"):
        drawing, remarks = open_project(file)
        assert not remarks, (file, remarks)
        number = number_in(drawing)
        assert number <= drawn
        steps = [change.text for change in drawing.history.done if change.text.startswith("Step")]
        assert not number or steps[-1] == f"Step {number}", "undo leads back from what is seen"
        drawing.undo()
        assert number_in(drawing) < max(number, 1)
        held = max(held, number)
    last = max([0, *told["saved"], *told["copied"]])
    assert held >= last, f"a file that was told to be there holds step {held}, not {last}"
    copies = find_copies(home / "sessions")
    assert all(copy.note.width for copy in copies), "each copy has its note"
    return Found(
        drawn=drawn,
        held=held,
        copies=len(copies),
        saved=(folder / "hero.sprv").exists(),
        during=any(line[0] == "copying" for line in lines[-3:]) or bool(list(folder.rglob("*.tmp"))),
        left_over=len(list(folder.rglob("*.tmp"))),
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="make kills", description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT)
    count = parser.parse_args().count
    found = []
    for seed in range(count):
        with tempfile.TemporaryDirectory(prefix="kills-") as folder:
            found.append(kill_once(Path(folder), seed))
            assert found[-1].lost_s <= MOST_S, f"seed {seed}: {found[-1]}"
    lost = sorted(one.lost_s for one in found)
    sys.stdout.write(
        f"{count} kills after {min(one.drawn for one in found)} to {max(one.drawn for one in found)} steps (a second "
        f"each); {sum(one.during for one in found)} while a file was written, {sum(one.left_over for one in found)} "
        f"half written ones left aside; every file opened. Lost: {lost[len(lost) // 2]} s in the middle, "
        f"{lost[-1]} s at most, of {MOST_S} (copies are due {DELAY_S:.0f} s after a look, every {LOOK_EVERY} s)\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
