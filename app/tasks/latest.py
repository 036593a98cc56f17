"""A slot in which the newest request wins: an older one that still waits or runs is cancelled."""

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from shiboken6 import isValid

from app.engine import Engine, Job
from genmodels.api.messages import Done, Failed, Preview, Progress, Request
from genmodels.api.verse import Draft


class Latest(QObject):
    """Asks the engine after a short rest, so that typing does not ask at every key."""

    began = Signal()
    progressed = Signal(Progress)
    previewed = Signal(Preview)
    drafted = Signal(Draft)
    logged = Signal(str)
    finished = Signal(Done)
    failed = Signal(Failed)

    def __init__(self, engine: Engine, rest_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._request: Request | None = None
        self._job: Job | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest_ms)
        self._rest.timeout.connect(self._submit)

    @property
    def running(self) -> bool:
        """Whether an answer is still to come."""
        return self._job is not None or self._rest.isActive()

    def ask(self, request: Request) -> None:
        """Ask this, and forget what was asked before."""
        self.cancel()
        self._request = request
        self._rest.start()
        self.began.emit()

    def cancel(self) -> None:
        """Ask nothing any more."""
        self._rest.stop()
        job, self._job = self._job, None
        if job is not None:
            self._engine.cancel(job)

    def _submit(self) -> None:
        if self._request is None:
            return
        job = self._job = self._engine.submit(self._request)
        for heard, told in (
            (job.progressed, self.progressed),
            (job.previewed, self.previewed),
            (job.drafted, self.drafted),
            (job.logged, self.logged),
        ):
            heard.connect(lambda event, told=told: self._pass_on(job, told, event))
        job.finished.connect(lambda done: self._on_over(job, done))
        job.failed.connect(lambda failure: self._on_over(job, failure))

    def _hears(self, job: Job) -> bool:
        """Return whether this is the job asked for, and there is somebody left to tell: a window may go first."""
        return job is self._job and isValid(self)

    def _pass_on(self, job: Job, told: SignalInstance, event: object) -> None:
        if self._hears(job):
            told.emit(event)

    def _on_over(self, job: Job, result: Done | Failed) -> None:
        if not self._hears(job):
            return  # it ended while it was being cancelled
        self._job = None
        if isinstance(result, Done):
            self.finished.emit(result)
        else:
            self.failed.emit(result)
