"""Fills the board of random pictures, and has the first of them explored where there is nothing else yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.engine import Engine
from app.library import Pack
from app.tasks.exploring import Exploring
from app.tasks.random_pictures import RandomPictures
from app.widgets.exploring.random_board import RandomBoard
from app.widgets.job_bar import JobBar
from genmodels.api.deferred import messages


class Rolling(QObject):
    """Stands between the board, the engine and the message bar; tag tells which tag is chosen."""

    def __init__(
        self, engine: Engine, exploring: Exploring, board: RandomBoard, bar: JobBar, tag: Callable[[], str]
    ) -> None:
        super().__init__(board)
        self._exploring, self._board, self._bar, self._tag = exploring, board, bar, tag
        self._pack: Pack | None = None
        self._explores = False  # the first picture
        self._first = 0  # its seed
        self._random = RandomPictures(engine, self)
        board.seeds_asked.connect(self._on_seeds_asked)
        self._random.began.connect(self._on_began)
        self._random.previewed.connect(board.show_picture)
        self._random.drawn.connect(board.show_picture)
        self._random.failed.connect(self._on_failed)
        self._random.ended.connect(self._on_ended)
        bar.cancelled.connect(self._random.cancel)

    @property
    def running(self) -> bool:
        """Whether pictures are still to come."""
        return self._random.running

    def choose(self, pack: Pack | None) -> None:
        """Draw with this pack from now on; pictures of another one go."""
        before, self._pack = self._pack, pack
        if pack is None or not pack.has_weights_of(before):
            self._random.cancel()
            self._board.clear()

    def cancel(self) -> None:
        """End what is under way; what is drawn stays."""
        self._random.cancel()

    def explore_seed(self, seed: int) -> None:
        """Draw this seed and those that follow it, and explore it."""
        if not self._random.running:
            self._explores = True
            self._board.ask_seed(seed)

    def _on_seeds_asked(self, seeds: tuple[int, ...]) -> None:
        if self._pack is not None:
            self._random.start(self._pack.folder, seeds, self._board.variety, self._tag())

    def _on_began(self, seeds: tuple[int, ...], variety: float) -> None:
        self._explores = self._explores or self._exploring.spot is None
        self._first = seeds[0]
        self._board.add(seeds, variety)
        self._board.set_busy(busy=True)
        self._bar.clear()
        self._bar.show_progress(self.tr("Drawing random pictures…"))

    def _on_failed(self, failure: messages.Failed) -> None:
        self._explores = False
        self._bar.fail(failure)

    def _on_ended(self) -> None:
        self._board.drop_unfinished()
        self._board.set_busy(busy=False)
        self._bar.end_progress("")
        if self._explores:
            self._explores = False
            self._board.choose(messages.Prior.MIXTURE, self._first)
