"""`genmodels serve`: JSON lines on standard input and output; jobs run one after another on the main thread."""

import json
import os
import signal
import sys
import threading
from collections.abc import Iterator
from typing import TextIO, assert_never

from genmodels.api.errors import ConfigError, ErrorKind
from genmodels.api.messages import (
    Cancel,
    Cancelled,
    CheckData,
    Complete,
    Decode,
    Demonstrate,
    Encode,
    EstimateTraining,
    Event,
    Failed,
    FindOriginal,
    ImportPack,
    Job,
    LoadPack,
    Morph,
    Ready,
    Sample,
    Started,
    decode_request,
    encode,
)
from genmodels.api.verse import DecodeLines, MorphVerse, NearLines, ReadLines, SampleVerse, VaryLine
from genmodels.runner import drive


class Server:
    """Takes requests on a thread of its own, so that a cancel or the end of the input reaches a running job."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._changed = threading.Condition()  # guards all below and the order of lines on `out`
        self._waiting: dict[str, Job] = {}  # by job id, in order of arrival
        self._running = ""
        self._cancelled = False  # the running job should end
        self._closed = False

    def listen(self, lines: Iterator[bytes]) -> None:
        """Take requests until the input ends, then cancel everything."""
        for line in lines:
            if line.strip():
                self._take(line.decode("utf-8", errors="replace"))
        with self._changed:
            self._closed = self._cancelled = True
            for job in list(self._waiting):
                self._drop(job)
            self._changed.notify()

    def run(self) -> None:
        """Run jobs until the input has ended."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._closed)
                if self._closed:
                    return
                self._running, request = next(iter(self._waiting.items()))
                del self._waiting[self._running]
                self._cancelled = False
            for event in drive(_steps(request), lambda: self._cancelled):
                self.send(event, self._running)
            with self._changed:
                self._running = ""

    def send(self, event: Event, job: str = "") -> None:
        """Write one event; a reader that has gone away closes the server."""
        with self._changed:
            try:
                self._out.write(encode(event, job) + "\n")
                self._out.flush()
            except OSError:
                self._closed = self._cancelled = True

    def _take(self, line: str) -> None:
        try:
            job, request = decode_request(line)
            with self._changed:
                if not isinstance(request, Cancel) and (not job or job == self._running or job in self._waiting):
                    raise ConfigError(f"The job id “{job}” is empty or still in use.", hint="Give each job its own id.")
        except ConfigError as error:
            self._refuse(line, error)
            return
        with self._changed:
            match request:
                case Cancel(job=target) if target in self._waiting:
                    self._drop(target)
                case Cancel(job=target):
                    self._cancelled |= target == self._running
                case _:
                    self._waiting[job] = request
                    self._changed.notify()

    def _drop(self, job: str) -> None:
        del self._waiting[job]
        self.send(Started(), job)
        self.send(Cancelled(), job)

    def _refuse(self, line: str, error: ConfigError) -> None:
        """Answer a line that is no request; a job that is known by its id keeps its own stream."""
        job = _readable_id(line)
        with self._changed:
            if job == self._running or job in self._waiting:
                job = ""
            if job:
                self.send(Started(), job)
            self.send(Failed(error=ErrorKind.CONFIG, message=error.message, hint=error.hint, detail=error.detail), job)


def serve() -> int:
    """Answer requests until the input ends; returns the exit status."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    server = Server(_claim_output())
    threading.Thread(target=server.listen, args=(_lines(sys.stdin.fileno()),), daemon=True).start()
    # After the thread has begun to listen, because importing torch takes a second or more.
    from genmodels.jobs import complete, loading  # noqa: F401  so that the first job does not wait for it

    server.send(Ready(device="cpu"))
    server.run()
    return 0


def _steps(request: Job) -> Iterator[Event]:
    match request:
        case Complete():
            from genmodels.jobs.complete import complete

            return complete(request)
        case Morph():
            from genmodels.jobs.morph import morph

            return morph(request)
        case Encode():
            from genmodels.jobs.encode import encode as encode_picture

            return encode_picture(request)
        case Decode():
            from genmodels.jobs.decode import decode

            return decode(request)
        case Sample():
            from genmodels.jobs.sample import sample

            return sample(request)
        case FindOriginal():
            from genmodels.jobs.find_original import find_original

            return find_original(request)
        case Demonstrate():
            from genmodels.jobs.demonstrate import demonstrate

            return demonstrate(request)
        case LoadPack():
            from genmodels.jobs.loading import load_pack

            return load_pack(request)
        case CheckData():
            from genmodels.jobs.check_data import check_data

            return check_data(request)
        case EstimateTraining():
            from genmodels.jobs.estimate import estimate

            return estimate(request)
        case ImportPack():
            from genmodels.jobs.import_pack import import_pack

            return import_pack(request)
        case MorphVerse():
            from genmodels.jobs.morph_verse import morph_verse

            return morph_verse(request)
        case VaryLine():
            from genmodels.jobs.vary_line import vary_line

            return vary_line(request)
        case SampleVerse():
            from genmodels.jobs.sample_verse import sample_verse

            return sample_verse(request)
        case NearLines():
            from genmodels.jobs.near_lines import near_lines

            return near_lines(request)
        case ReadLines():
            from genmodels.jobs.read_lines import read_lines

            return read_lines(request)
        case DecodeLines():
            from genmodels.jobs.decode_lines import decode_lines

            return decode_lines(request)
        case _:
            assert_never(request)


def _readable_id(line: str) -> str:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return ""
    job = data.get("id") if isinstance(data, dict) else ""
    return job if isinstance(job, str) else ""


def _claim_output() -> TextIO:
    """Keep standard output for messages alone; what anything prints goes to standard error."""
    sys.stdout.flush()
    out = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8", errors="replace", newline="\n")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return out


def _lines(descriptor: int) -> Iterator[bytes]:
    """Yield lines as they come; without sys.stdin, whose lock a thread blocked in it would hold at exit."""
    parts: list[bytes] = []
    while chunk := os.read(descriptor, 1 << 20):
        *ended, rest = chunk.split(b"\n")
        for line in ended:
            yield b"".join([*parts, line])
            parts = []
        parts.append(rest)
    yield b"".join(parts)
