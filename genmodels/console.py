"""Runs a job for the command line: progress on standard error, Ctrl-C as a cancel, a failure as an exception."""

import contextlib
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any, TextIO

from genmodels.api.errors import (
    ConfigError,
    ErrorKind,
    GenError,
    InputError,
    PackError,
    ResourceError,
    StorageError,
)
from genmodels.api.messages import Cancelled, Done, Event, Failed, Health, Log, Metrics, Paused, Progress
from genmodels.runner import drive

SECONDS_BETWEEN_LINES = 3.0
_BY_KIND = {cls.kind: cls for cls in (InputError, PackError, ConfigError, StorageError, ResourceError, GenError)}


class ProgressLine:
    """One line that keeps changing on a terminal; elsewhere a line every few seconds."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._live = stream.isatty()
        self._shown = time.monotonic()
        self._open = False

    def show(self, event: Event) -> None:
        """Take one event; those that say nothing to a person are passed over."""
        match event:
            case Progress(done=done, total=total, note=note):
                self._step(f"{100 * done // max(1, total):3d} %  {done:,} of {total:,}  {note}".rstrip())
            case Metrics(step=step, values=values) if "held_out" in values:  # the others come every other second
                self.say(f"step {step:,}: " + ", ".join(f"{name} {value:.4g}" for name, value in values.items()))
            case Health(lights=lights):  # its answer comes as a log too
                for light in lights:
                    self.say(f"  {light.name}: {light.verdict}. {light.reason}")
            case Log(text=text):
                self.say(text)
            case Paused(reason=reason):
                self._step(reason or "waiting")

    def say(self, text: str) -> None:
        """Write a line that stays."""
        self.end()
        self._stream.write(f"{text}\n")

    def end(self) -> None:
        """Leave the changing line as it is."""
        if self._open:
            self._stream.write("\n")
            self._open = False

    def _step(self, text: str) -> None:
        if self._live:
            self._stream.write(f"\r\x1b[K{text}")
            self._stream.flush()
            self._open = True
        elif time.monotonic() - self._shown > SECONDS_BETWEEN_LINES:
            self._shown = time.monotonic()
            self._stream.write(f"{text}\n")


def run_job(events: Iterator[Event], keep: Callable[[Event], None] = lambda _: None, *, quiet: bool = False) -> Done:
    """Run a job to its end and return its result; every event goes to `keep` too, and unless quiet to a person.

    Raises the GenError that the job failed with, and KeyboardInterrupt where it was cancelled.
    """
    line, interrupted = ProgressLine(sys.stderr), []

    def interrupt(number: int, _: Any) -> None:
        interrupted.append(number)
        signal.signal(signal.SIGINT, signal.default_int_handler)  # a second Ctrl-C does not wait for the next yield

    before = {number: signal.signal(number, interrupt) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        for event in drive(events, lambda: bool(interrupted)):
            keep(event)
            if not quiet:
                line.show(event)
            match event:
                case Done():
                    return event
                case Cancelled():
                    raise KeyboardInterrupt
                case Failed():
                    raise _BY_KIND[event.error](event.message, hint=event.hint, detail=event.detail)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        line.end()
    raise AssertionError("a driven job always ends with a terminal event")


def show_result(value: dict[str, Any], text: str, *, as_json: bool) -> None:
    """Write a command's result on standard output: one JSON object, or text for people."""
    show_lines(json.dumps(value) if as_json else text)  # ASCII: consoles differ in their encoding


def show_lines(text: str) -> None:
    """Write on standard output; raises StorageError where that is closed or full. What it cannot show becomes “?”."""
    encoding = sys.stdout.encoding or "utf-8"
    try:
        sys.stdout.write(text.encode(encoding, errors="replace").decode(encoding) + "\n")
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left is not tried again at exit
        message = f"The result cannot be written to standard output: {error.strerror}."
        raise StorageError(message, hint="Files that were to be written are there.", detail=str(error)) from error


def share_cores() -> None:
    """Let threads that wait give their core away; to be called before torch is imported.

    They meet after every product. Where one of them has to wait for a core, the others would by default spin on theirs,
    and a step of training beside one busy program took 16 times as long.
    """
    os.environ.setdefault("GOMP_SPINCOUNT", "1000")  # GNU's OpenMP, of torch on Linux
    os.environ.setdefault("KMP_BLOCKTIME", "1")  # LLVM's and Intel's, ms


def step_aside() -> None:
    """Let programs that a person waits for go first: a training takes the time that they leave."""
    import psutil  # here, because only a training needs it

    process = psutil.Process()
    with contextlib.suppress(psutil.Error):
        process.nice(psutil.BELOW_NORMAL_PRIORITY_CLASS if sys.platform == "win32" else 10)


def show_error(error: GenError) -> int:
    """Write an error on standard error and return the exit status: 2 where the person can put it right, else 1."""
    sys.stderr.write(f"error: {error}\n")
    if error.kind is ErrorKind.INTERNAL and error.detail:
        sys.stderr.write(f"{error.detail}\n")
    return 2 if error.kind in (ErrorKind.INPUT, ErrorKind.PACK, ErrorKind.CONFIG) else 1
