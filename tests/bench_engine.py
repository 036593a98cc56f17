"""An engine in a process of its own, as the window starts it, and how soon it answers."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from genmodels.api.messages import Done, Event, Failed, LoadPack, Request, decode_event, encode

ROOT = Path(__file__).parents[1]


class Engine:
    """Asks one thing after the other."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process, self._asked = process, 0
        self._next()  # ready

    def seconds(self, request: Request, wanted: type[Event] = Done) -> float:
        """Return the time from the request to the first event of this kind; waits for the end of the job."""
        return self.times(request)[wanted]

    def times(self, request: Request) -> dict[type[Event], float]:
        """Return the time from the request to the first event of each kind."""
        times: dict[type[Event], float] = {}
        self._asked += 1
        begun = time.perf_counter()
        self._process.stdin.write(encode(request, str(self._asked)).encode() + b"\n")
        self._process.stdin.flush()
        while Done not in times:
            event = self._next()
            assert not isinstance(event, Failed), event
            times.setdefault(type(event), time.perf_counter() - begun)
        return times

    def _next(self) -> Event:
        return decode_event(self._process.stdout.readline().decode())[1]


@contextmanager
def engine_with(pack: Path) -> Iterator[Engine]:
    """Run an engine that has loaded this pack."""
    command = [sys.executable, "-m", "genmodels", "serve"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        engine = Engine(process)
        engine.seconds(LoadPack(pack=str(pack)))
        yield engine
        process.stdin.close()
