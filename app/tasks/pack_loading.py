"""Keeps the chosen pack loaded in the engine, and tells the message bar how the engine is."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.engine import Engine, Job
from app.library import Pack
from app.widgets.job_bar import JobBar
from genmodels.api.deferred import messages


class PackLoading(QObject):
    """The first press of the button is quick because the pack was loaded when it was chosen."""

    def __init__(self, engine: Engine, bar: JobBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._engine, self._bar = engine, bar
        self._pack: Pack | None = None
        self._job: Job | None = None
        engine.became_ready.connect(self._on_ready)
        engine.died.connect(lambda: bar.show_engine(self.tr("Engine starts again…")))
        engine.gave_up.connect(self._on_gave_up)
        bar.show_engine(self.tr("Engine starts…"))

    def choose(self, pack: Pack) -> None:
        """Load this pack, now or as soon as the engine listens."""
        self._pack = pack
        if self._engine.is_ready:
            self._load(pack)

    def _load(self, pack: Pack) -> None:
        if self._job is not None:
            self._engine.cancel(self._job)
        self._bar.show_engine(self.tr("Loading {0}…").format(pack.card.title or pack.card.name))
        job = self._job = self._engine.submit(messages.LoadPack(pack=str(pack.folder)))
        job.finished.connect(lambda _done: self._on_over(job))
        job.cancelled.connect(lambda: self._on_over(job))
        job.failed.connect(lambda failure: self._on_over(job, failure))

    def _on_over(self, job: Job, failure: messages.Failed | None = None) -> None:
        if job is not self._job or not isValid(self):
            return  # another pack was chosen meanwhile, or the window has gone
        self._job = None
        if self._engine.is_ready:
            self._bar.show_engine(self.tr("Engine ready"))
        if failure is not None and self._engine.is_ready:  # the end of the engine has its own message
            self._bar.fail(failure)

    def _on_ready(self, _device: str) -> None:
        self._bar.show_engine(self.tr("Engine ready"))
        if self._pack is not None:
            self._load(self._pack)

    def _on_gave_up(self, failure: messages.Failed) -> None:
        self._bar.show_engine(self.tr("Engine stopped"))
        self._bar.fail(failure, offer=(self.tr("Restart"), self._engine.restart))
