"""A slot for requests that follow a hand: one is under way, of those that came meanwhile only the newest follows.

Unlike `Latest` it cancels nothing: while a slider is dragged, every answer is shown, and the next one is asked for.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.engine import Engine, Job
from genmodels.api.deferred import messages


class OneAtATime(QObject):
    """Asks as often as the engine answers, and never keeps it from others for longer than one request."""

    finished = Signal(object, object)  # what was asked for, and Done
    failed = Signal(object)  # Failed
    rested = Signal()  # no answer is still to come

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._job: Job | None = None
        self._what: object = None
        self._next: tuple[messages.Request, object] | None = None

    @property
    def running(self) -> bool:
        """Whether an answer is still to come."""
        return self._job is not None

    def ask(self, request: messages.Request, what: object) -> None:
        """Ask this as soon as the last answer is there; `finished` then brings `what` back."""
        self._next = request, what
        if self._job is None:
            self._submit()

    def forget(self) -> None:
        """Ask nothing more; what is under way ends unheard."""
        self._next = None
        job, self._job = self._job, None
        if job is not None:
            job.finished.disconnect(self._on_finished)
            job.failed.disconnect(self._on_failed)
            self._engine.cancel(job)

    def _submit(self) -> None:
        if self._next is None:
            self.rested.emit()
            return
        (request, self._what), self._next = self._next, None
        job = self._job = self._engine.submit(request)
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)

    def _on_finished(self, done: messages.Done) -> None:
        self._job = None
        self.finished.emit(self._what, done)
        self._go_on()

    def _on_failed(self, failure: messages.Failed) -> None:
        self._job = None
        self.failed.emit(failure)
        self._go_on()

    def _go_on(self) -> None:
        if self._job is None:  # else a listener has asked already
            self._submit()
