"""Has sprites drawn for the board, one wish after another; what is still to come waits while the page is left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.document.board import Fresh, Lock, Pending
from app.engine import Engine, Job
from genmodels.api.codes import Code
from genmodels.api.errors import ErrorKind
from genmodels.api.messages import Decode, Done, Failed, Preview, Sample

CHUNK = 8  # sprites a request: so many are lost at most when a press is cancelled


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wish:
    """Sprites asked for together: fresh ones, or those of codes."""

    pack: Path
    names: tuple[str, ...]  # for people, one a sprite
    text: str  # what the step is called that puts them on the board
    gesture: object  # wishes of one press share it
    fresh: tuple[Fresh | None, ...]  # how the first numbers of each were drawn
    codes: tuple[Code, ...] = ()  # empty where they are still to be drawn
    palette: tuple[str, ...] = ()  # rrggbbaa, where there are no codes
    tag: str = ""  # likewise
    numbers: tuple[int, ...] = ()  # of the sprites that these take the places of; empty for new ones
    lock: Lock | None = None  # that holds when these are there

    @property
    def request(self) -> Sample | Decode:
        """What the engine is asked."""
        fresh = [one for one in self.fresh if one is not None]
        if self.codes or not fresh:
            return Decode(pack=str(self.pack), codes=self.codes)
        return Sample(
            pack=str(self.pack),
            seeds=tuple(one.seed for one in fresh),
            prior=fresh[0].prior,
            variety=fresh[0].variety,
            tag=self.tag,
            palette=self.palette,
        )


class BoardDrawing(QObject):
    """Owns the wishes; `ended` comes when none is left, whatever became of them."""

    changed = Signal()  # what is still to come
    drawn = Signal(object, object, object)  # Wish, pictures (base64 PNG), Done
    failed = Signal(object)  # Failed
    ended = Signal()

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._wishes: list[Wish] = []
        self._jobs: dict[Wish, Job] = {}
        self._previews: dict[Wish, dict[int, str]] = {}
        self._resting = True

    @property
    def running(self) -> bool:
        """Whether sprites are still to come."""
        return bool(self._wishes)

    @property
    def redraws(self) -> bool:
        """Whether sprites of the board are being drawn anew."""
        return any(wish.numbers for wish in self._wishes)

    @property
    def pending(self) -> list[Pending]:
        """New sprites that are still to come, in their order."""
        return [
            Pending(name=name, picture=self._previews.get(wish, {}).get(index, ""))
            for wish in self._wishes
            if not wish.numbers
            for index, name in enumerate(wish.names)
        ]

    def ask(self, wishes: Iterable[Wish]) -> None:
        """Ask for these after what was asked for before."""
        self._wishes += wishes
        if not self._resting:
            self.go_on()
        self.changed.emit()

    def cancel(self) -> None:
        """Ask for nothing more; what is on the board stays."""
        self._end([])

    def rest(self) -> None:
        """Leave the engine to others; the wishes stay."""
        self._resting = True
        jobs, self._jobs = self._jobs, {}
        for job in jobs.values():
            self._engine.cancel(job)

    def go_on(self) -> None:
        """Ask for what is still to come."""
        self._resting = False
        for wish in self._wishes:
            if wish not in self._jobs:
                job = self._jobs[wish] = self._engine.submit(wish.request)
                job.previewed.connect(lambda preview, wish=wish, job=job: self._on_previewed(wish, job, preview))
                job.finished.connect(lambda done, wish=wish, job=job: self._on_finished(wish, job, done))
                job.failed.connect(lambda failure, wish=wish, job=job: self._on_failed(wish, job, failure))

    def _on_previewed(self, wish: Wish, job: Job, preview: Preview) -> None:
        if self._jobs.get(wish) is job:
            self._previews.setdefault(wish, {})[preview.index] = preview.picture
            self.changed.emit()

    def _on_finished(self, wish: Wish, job: Job, done: Done) -> None:
        if self._jobs.get(wish) is not job:
            return  # it was cancelled
        pictures = [*done.frames] if wish.codes else [candidate.picture for candidate in done.candidates]
        count = len(wish.names)
        if len(pictures) != count or (not wish.codes and len(done.codes) != count):
            message = self.tr("The engine sent other sprites than were asked for.")
            self._on_failed(wish, job, Failed(error=ErrorKind.INTERNAL, message=message))
            return
        self._forget(wish)
        self.drawn.emit(wish, pictures, done)
        self.changed.emit()
        if not self._wishes:
            self.ended.emit()

    def _on_failed(self, wish: Wish, job: Job, failure: Failed) -> None:
        if self._jobs.get(wish) is job:
            self._end([job])  # the others would fail alike
            self.failed.emit(failure)

    def _end(self, over: Sequence[Job]) -> None:
        jobs, self._jobs = self._jobs, {}
        for job in jobs.values():
            if job not in over:
                self._engine.cancel(job)
        had_any = bool(self._wishes)
        self._wishes, self._previews = [], {}
        if had_any:
            self.changed.emit()
            self.ended.emit()

    def _forget(self, wish: Wish) -> None:
        self._wishes.remove(wish)
        self._jobs.pop(wish, None)
        self._previews.pop(wish, None)


def fresh_wishes(
    pack: Path, fresh: Sequence[Fresh], names: Sequence[str], text: str, *, tag: str, palette: tuple[str, ...]
) -> list[Wish]:
    """Return the wishes of one press for fresh sprites."""
    gesture = object()
    return [
        Wish(
            pack=pack,
            fresh=tuple(fresh[at : at + CHUNK]),
            names=tuple(names[at : at + CHUNK]),
            tag=tag,
            palette=palette,
            text=text,
            gesture=gesture,
        )
        for at in range(0, len(fresh), CHUNK)
    ]
