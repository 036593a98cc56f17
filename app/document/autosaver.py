"""Decides when a recovery copy is due: less than a minute after a change, never where nothing has changed. No Qt."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any

from app.document.belongings import Belongings
from app.document.drawing import Drawing
from app.document.project.pictures import Pictures
from app.document.project.project import project_of
from app.document.sessions import Note, Session
from genmodels.api.errors import GenError
from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Artwork

DELAY_S = 25.0  # from seeing a change to the copy: the rest of a minute is for looking and for writing

Start = Callable[[Callable[[], Any], Callable[[Future[Any]], object]], None]
_Work = tuple[Artwork, "np.ndarray", Belongings]


class Autosaver:
    """Is to be asked to look every few seconds; `start` has a copy written elsewhere, and tells how that went."""

    def __init__(
        self,
        session: Session,
        start: Start,
        failed: Callable[[GenError], None],
        *,
        clock: Callable[[], float] = time.monotonic,
        delay_s: float = DELAY_S,
    ) -> None:
        self._session, self._start, self._failed = session, start, failed
        self._clock, self._delay_s = clock, delay_s
        self._pictures = Pictures()
        self._drawing: Drawing | None = None
        self._number = 0
        self._filed: _Work | None = None  # what is in the drawing's own file, or was there from the beginning
        self._copied: _Work | None = None  # what is in the copy, or in the file
        self._seen_at: float | None = None  # when a change was first seen
        self._was_dirty = False
        self._writing = False
        self._needed = False  # what the copy's note says
        self._told = False

    def look(self, drawing: Drawing | None) -> None:
        """See whether the drawing has changed, and have it copied where that is due."""
        if drawing is None:
            return
        if drawing is not self._drawing:
            if self._writing:
                return
            if self._drawing is not None and self._needed:  # it was left, and a person was asked about that
                self._settle(self._drawing)
                return
            self._begin(drawing)
        work = _work(drawing)
        if self._was_dirty and not drawing.dirty:
            self._filed = work
        self._was_dirty = drawing.dirty
        if self._filed is not None and _same(work, self._filed):
            self._copied, self._seen_at = work, None
            if self._needed and not self._writing:
                self._settle(drawing)
            return
        if self._copied is not None and _same(work, self._copied):
            self._seen_at = None
            return
        now = self._clock()
        self._seen_at = now if self._seen_at is None else self._seen_at
        if now - self._seen_at >= self._delay_s and not self._writing:
            self._copy(drawing, work)

    def close(self) -> None:
        """Let go of the copies: a person was asked about unsaved work."""
        self._session.close()

    def _begin(self, drawing: Drawing) -> None:
        self._drawing, self._number = drawing, self._number + 1
        self._filed = None if drawing.dirty else _work(drawing)
        self._copied, self._seen_at, self._was_dirty = self._filed, None, drawing.dirty

    def _copy(self, drawing: Drawing, work: _Work) -> None:
        self._copied, self._seen_at, self._needed = work, None, True
        note, project = _note(drawing, needed=True), project_of(drawing)
        self._have_done(partial(self._session.write, self._number, note, project, self._pictures))

    def _settle(self, drawing: Drawing) -> None:
        self._needed = False
        self._have_done(partial(self._session.settle, self._number, _note(drawing, needed=False)))

    def _have_done(self, write: Callable[[], None]) -> None:
        self._writing = True
        self._start(write, self._on_over)

    def _on_over(self, future: Future[None]) -> None:
        self._writing = False
        try:
            future.result()
            self._told = False
        except GenError as error:
            self._copied = self._filed  # so that the next look tries again
            if not self._told:
                self._told = True
                self._failed(error)


def _work(drawing: Drawing) -> _Work:
    state = drawing.settled
    return state.artwork, state.mask_HW, drawing.belongings


def _same(work: _Work, other: _Work) -> bool:
    return all(one is its for one, its in zip(work, other, strict=True))


def _note(drawing: Drawing, *, needed: bool) -> Note:
    artwork = drawing.settled.artwork
    return Note(
        origin=str(drawing.origin.absolute()) if drawing.origin is not None else "",
        width=artwork.width,
        height=artwork.height,
        layers=len(artwork.layers),
        frames=len(artwork.frames),
        needed=needed,
    )
