"""A client of the engine's protocol, and both engines it is tried on."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from genmodels.api.messages import TERMINAL, Event, Request, decode_event, encode

ROOT = Path(__file__).parents[2]
COMMANDS = {
    "fake": [sys.executable, str(ROOT / "tests/fake_engine.py"), "--row-ms", "20"],
    "real": [sys.executable, "-m", "genmodels", "serve"],
}


class Client:
    """Speaks to one engine process; every line it says must be an event."""

    def __init__(self, command: list[str]) -> None:
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def write(self, line: str) -> None:
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def send(self, job: str, request: Request) -> None:
        self.write(encode(request, job))

    def read(self) -> tuple[str, Event]:
        line = self.process.stdout.readline()
        assert line, "the engine ended"
        return decode_event(line.decode())

    def until_end_of(self, *jobs: str) -> dict[str, list[Event]]:
        """Return the events of each job, read until all of them have ended."""
        seen: dict[str, list[Event]] = {job: [] for job in jobs}
        while not all(events and isinstance(events[-1], TERMINAL) for events in seen.values()):
            job, event = self.read()
            seen[job].append(event)
        return seen

    def close(self) -> int:
        """End the input, read what is left and return the exit status."""
        self.process.stdin.close()
        self.process.stdout.read()
        self.process.stdout.close()
        return self.process.wait()


@pytest.fixture(scope="module", params=COMMANDS)
def command(request: pytest.FixtureRequest) -> list[str]:
    return COMMANDS[request.param]


@pytest.fixture(scope="module")
def engine(command: list[str]) -> Iterator[Client]:
    """An engine that has said that it is ready; it outlives all tests of a module."""
    client = Client(command)
    client.ready = client.read()
    yield client
    assert client.close() == 0
