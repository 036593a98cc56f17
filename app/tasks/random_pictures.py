"""Has random pictures drawn, the same seeds from both priors, so that they can be seen side by side."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.engine import Engine, Job
from genmodels.api.deferred import messages
from genmodels.api.errors import ErrorKind


class RandomPictures(QObject):
    """At most one press of the button is under way; `ended` follows each, whatever became of it."""

    began = Signal(object, float)  # the seeds, and the variety
    previewed = Signal(object, int, str)  # Prior, seed, base64 PNG
    drawn = Signal(object, int, str, object)  # Prior, seed, base64 PNG, Code
    failed = Signal(object)  # Failed
    ended = Signal()

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._jobs: list[Job] = []

    @property
    def running(self) -> bool:
        """Whether pictures are still to come."""
        return bool(self._jobs)

    def start(self, pack: Path, seeds: Sequence[int], variety: float, tag: str) -> None:
        """Ask for a picture of each seed from each prior; does nothing while others are still to come."""
        if self._jobs:
            return
        self.began.emit(tuple(seeds), variety)
        for prior in messages.Prior:
            request = messages.Sample(pack=str(pack), seeds=tuple(seeds), prior=prior, variety=variety, tag=tag)
            job = self._engine.submit(request)
            self._jobs.append(job)
            job.previewed.connect(lambda preview, request=request: self._on_previewed(request, preview))
            job.finished.connect(lambda done, job=job, request=request: self._on_finished(job, request, done))
            job.cancelled.connect(lambda job=job: self._on_over(job))
            job.failed.connect(lambda failure, job=job: self._on_failed(job, failure))

    def cancel(self) -> None:
        """Ask the jobs to end; what is drawn stays."""
        for job in [*self._jobs]:
            self._engine.cancel(job)

    def _on_previewed(self, request: messages.Sample, preview: messages.Preview) -> None:
        if 0 <= preview.index < len(request.seeds):
            self.previewed.emit(request.prior, request.seeds[preview.index], preview.picture)

    def _on_finished(self, job: Job, request: messages.Sample, done: messages.Done) -> None:
        if len(done.candidates) == len(done.codes) == len(request.seeds):
            for candidate, code in zip(done.candidates, done.codes, strict=True):
                self.drawn.emit(request.prior, candidate.seed, candidate.picture, code)
        else:
            message = self.tr("The engine sent other pictures than were asked for.")
            self.failed.emit(messages.Failed(error=ErrorKind.INTERNAL, message=message))
        self._on_over(job)

    def _on_failed(self, job: Job, failure: messages.Failed) -> None:
        self.failed.emit(failure)
        for other in self._jobs:
            if other is not job:
                self._engine.cancel(other)  # it would fail alike
        self._on_over(job)

    def _on_over(self, job: Job) -> None:
        self._jobs = [other for other in self._jobs if other is not job]
        if not self._jobs:
            self.ended.emit()
