"""The engine: one child process that runs the models, spoken to in JSON lines; it starts again when it dies.

Nothing here waits: every answer is a signal. The window may close at once, the process then ends by itself.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QIODevice, QObject, QProcess, QTimer, Signal

from app.logs import rotated, tail
from genmodels.api.deferred import messages
from genmodels.api.errors import ConfigError, ErrorKind

COMMAND = (sys.executable, "-m", "genmodels", "serve")
RESTART_DELAYS_MS = (200, 1000)  # before the second and the third start in a row; then a person has to ask for it
QUICK_DEATH_MS = 10_000  # a process that got ready and lived longer than this had started properly
TERMINATE_AFTER_MS, KILL_AFTER_MS = 2000, 5000


class Job(QObject):
    """One request under way; exactly one of finished, cancelled and failed is emitted, as the last signal."""

    started = Signal()
    progressed = Signal(object)  # Progress
    previewed = Signal(object)  # Preview
    drafted = Signal(object)  # Draft
    measured = Signal(object)  # Metrics
    logged = Signal(str)
    finished = Signal(object)  # Done
    cancelled = Signal()
    failed = Signal(object)  # Failed

    def __init__(self, id_: str, request: messages.Request, parent: QObject) -> None:
        super().__init__(parent)
        self.id = id_
        self.request = request
        self.over = False

    def receive(self, event: messages.Event) -> None:
        """Emit the signal of this event."""
        if self.over:
            return
        self.over = isinstance(event, messages.Done | messages.Cancelled | messages.Failed)
        match event:
            case messages.Started():
                self.started.emit()
            case messages.Progress():
                self.progressed.emit(event)
            case messages.Preview():
                self.previewed.emit(event)
            case messages.Draft():
                self.drafted.emit(event)
            case messages.Metrics():
                self.measured.emit(event)
            case messages.Log():
                self.logged.emit(event.text)
            case messages.Done():
                self.finished.emit(event)
            case messages.Cancelled():
                self.cancelled.emit()
            case messages.Failed():
                self.failed.emit(event)
            case messages.Ready() | messages.Snapshot() | messages.Health() | messages.Paused():
                pass  # ready belongs to no job; the others are a training's, which has a process of its own
            case _:
                assert_never(event)


class Engine(QObject):
    """Owns the process, hands out jobs, and keeps the process alive."""

    became_ready = Signal(str)  # the device
    died = Signal()  # it starts again by itself
    gave_up = Signal(object)  # Failed: it will not start again by itself
    stopped = Signal()  # after shut_down: the process is gone

    def __init__(
        self,
        log: Path,
        command: Sequence[str] = COMMAND,
        restart_delays_ms: Sequence[int] = RESTART_DELAYS_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._log, self._command, self._delays_ms = log, tuple(command), tuple(restart_delays_ms)
        self._process: QProcess | None = None
        self._jobs: dict[str, Job] = {}
        self._waiting: list[Job] = []  # submitted while no process was listening
        self._buffer = b""
        self._numbers = itertools.count(1)
        self._quick_deaths = 0
        self._closing = self._is_ready = self._gave_up = False
        self._age = QElapsedTimer()

    @property
    def is_ready(self) -> bool:
        """Whether the process listens."""
        return self._is_ready

    @property
    def process_id(self) -> int:
        """The process's id, 0 where none runs."""
        return self._process.processId() if self._process else 0

    def start(self) -> None:
        """Start the process unless it runs."""
        if self._process is not None or self._closing:
            return
        process = self._process = QProcess(self)
        try:
            process.setStandardErrorFile(str(rotated(self._log)), QIODevice.OpenModeFlag.Append)
        except OSError:  # no place for a log is no reason not to draw
            process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._on_output)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._buffer = b""
        self._age.start()
        process.start(self._command[0], list(self._command[1:]))

    def restart(self) -> None:
        """Start again after giving up, because a person asked."""
        self._quick_deaths, self._gave_up = 0, False
        self.start()

    def submit(self, request: messages.Request) -> Job:
        """Send the request as soon as the process listens; the job's signals tell the rest."""
        job = Job(f"job-{next(self._numbers)}", request, self)
        self._waiting.append(job)
        if self._gave_up:
            self.restart()  # asking again is as good as pressing Restart
        self._send_waiting()
        return job

    def cancel(self, job: Job) -> None:
        """Ask the job to end; its `cancelled` follows, unless it ends otherwise first."""
        if job in self._waiting:
            self._waiting.remove(job)
            job.receive(messages.Cancelled())
            job.deleteLater()
        elif not job.over and self._process is not None:
            self._write(messages.encode(messages.Cancel(job=job.id)))

    def shut_down(self) -> None:
        """Ask the process to end, firmly after 2 s and by force after 5; `stopped` follows."""
        self._closing, self._is_ready = True, False
        process = self._process
        if process is None:
            QTimer.singleShot(0, self.stopped.emit)
            return
        process.closeWriteChannel()
        QTimer.singleShot(TERMINATE_AFTER_MS, process, process.terminate)
        QTimer.singleShot(KILL_AFTER_MS, process, process.kill)

    def _send_waiting(self) -> None:
        if self._is_ready:
            waiting, self._waiting = self._waiting, []
            for job in waiting:
                self._jobs[job.id] = job
                self._write(messages.encode(job.request, job.id))

    def _write(self, line: str) -> None:
        if self._process is not None:
            self._process.write(line.encode() + b"\n")

    def _on_output(self) -> None:
        if self._process is None:
            return
        *lines, self._buffer = (self._buffer + self._process.readAllStandardOutput().data()).split(b"\n")
        for line in lines:
            try:
                job, event = messages.decode_event(line.decode())
            except (ConfigError, UnicodeDecodeError):
                continue  # a library printed something; the stream goes on
            if isinstance(event, messages.Ready):
                self._on_ready(event)
            elif job in self._jobs:
                receiver = self._jobs[job]
                receiver.receive(event)
                if receiver.over:
                    self._forget(job)

    def _on_ready(self, event: messages.Ready) -> None:
        if event.protocol != messages.PROTOCOL:
            self._quick_deaths = len(self._delays_ms) + 1  # starting it again would not help
            if self._process is not None:
                self._process.kill()
            return
        self._is_ready = True
        self.became_ready.emit(event.device)
        self._send_waiting()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:  # the one error that `finished` does not follow
            self._on_finished()

    def _on_finished(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.deleteLater()
        had_started = self._is_ready and self._age.elapsed() >= QUICK_DEATH_MS
        self._is_ready = False
        if self._closing:
            self.stopped.emit()
            return
        self._quick_deaths = 1 if had_started else self._quick_deaths + 1
        gives_up = self._quick_deaths > len(self._delays_ms)
        for job in [*self._jobs]:
            self._jobs[job].receive(self._death())
            self._forget(job)
        if gives_up:
            self._gave_up = True
            waiting, self._waiting = self._waiting, []
            for job in waiting:
                job.receive(self._death())
                job.deleteLater()
            self.gave_up.emit(self._death())
            return
        QTimer.singleShot(self._delays_ms[self._quick_deaths - 1], self, self.start)
        self.died.emit()

    def _forget(self, job: str) -> None:
        self._jobs.pop(job).deleteLater()

    def _death(self) -> messages.Failed:
        if self._quick_deaths > len(self._delays_ms):
            message = QCoreApplication.translate("Engine", "The engine that runs the models does not start.")
            hint = QCoreApplication.translate("Engine", "Press Restart; if that does not help, install again.")
        else:
            message = QCoreApplication.translate("Engine", "The engine stopped while it was drawing.")
            hint = QCoreApplication.translate("Engine", "Your sprite is safe. The engine starts again by itself.")
        return messages.Failed(error=ErrorKind.INTERNAL, message=message, hint=hint, detail=tail(self._log))
