"""Drives one completion after another: request out, previews and results into candidates."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.document.candidates import Candidate, Recipe
from app.document.drawing import Drawing
from app.engine import Engine, Job
from genmodels.api.deferred import messages
from genmodels.api.errors import ErrorKind, InputError
from genmodels.media.masks import mask_png
from genmodels.media.sprite import decode_png, encode_png


class Completion(QObject):
    """At most one completion runs; `ended` follows each, whatever became of it."""

    began = Signal(list)  # the candidates, still empty
    updated = Signal(Candidate)
    progressed = Signal(object)  # Progress
    logged = Signal(str)
    failed = Signal(object)  # Failed
    ended = Signal(list)  # the candidates that stayed unfinished

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._job: Job | None = None
        self._candidates: list[Candidate] = []

    @property
    def running(self) -> bool:
        """Whether the model draws, or is asked to."""
        return self._job is not None

    def start(self, drawing: Drawing, recipe: Recipe, seeds: Sequence[int]) -> None:
        """Ask for one candidate per seed; does nothing while another completion runs."""
        if self._job is not None:
            return
        mask_HW = drawing.mask_HW.copy()
        blank_HWC = drawing.rgba_HWC.copy()
        blank_HWC[mask_HW] = 0
        self._candidates = [
            Candidate(seed=seed, recipe=recipe, mask_HW=mask_HW, rgba_HWC=blank_HWC.copy()) for seed in seeds
        ]
        request = messages.Complete(
            pack=str(recipe.pack),
            sprite=encode_png(drawing.rgba_HWC),
            mask=mask_png(mask_HW),
            seeds=tuple(seeds),
            temperature=recipe.temperature,
            palette=recipe.palette,
            colours=recipe.colours,
        )
        job = self._job = self._engine.submit(request)
        job.previewed.connect(self._on_previewed)
        job.progressed.connect(self.progressed)
        job.logged.connect(self.logged)
        job.finished.connect(self._on_finished)
        job.cancelled.connect(self._end)
        job.failed.connect(self._on_failed)
        self.began.emit(self._candidates)

    def cancel(self) -> None:
        """Ask the running completion to end; what is unfinished then goes."""
        if self._job is not None:
            self._engine.cancel(self._job)

    def _on_previewed(self, preview: messages.Preview) -> None:
        if 0 <= preview.index < len(self._candidates):
            candidate = self._candidates[preview.index]
            try:
                candidate.lay(preview.x, preview.y, decode_png(preview.picture).rgba_HWC)
            except InputError:
                return  # a preview is a courtesy; the result will tell
            self.updated.emit(candidate)

    def _on_finished(self, done: messages.Done) -> None:
        try:
            for candidate, result in zip(self._candidates, done.candidates, strict=True):
                candidate.finish(decode_png(result.picture).rgba_HWC)
                self.updated.emit(candidate)
        except (InputError, ValueError) as error:
            message = self.tr("The engine sent a result that does not belong to this sprite.")
            self._on_failed(messages.Failed(error=ErrorKind.INTERNAL, message=message, detail=str(error)))
            return
        self._end()

    def _on_failed(self, failure: messages.Failed) -> None:
        self._end()
        self.failed.emit(failure)

    def _end(self) -> None:
        unfinished = [candidate for candidate in self._candidates if not candidate.finished]
        self._job, self._candidates = None, []
        self.ended.emit(unfinished)
