"""The walk as a person sees it: its row, its player, its choices and its exports, kept in step with the stars."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.document.board import Board
from app.document.playback import Timing, sequence
from app.engine import Engine
from app.settings import Settings
from app.tasks.board_walk import BoardWalk
from app.tasks.morph_exports import MorphExports, Showing
from app.widgets.board.walk_panel import WalkPanel
from app.widgets.board.walk_view import WalkView
from app.widgets.job_bar import JobBar
from genmodels.api.messages import Failed, Progress


class BoardWalking(QObject):
    """Draws nothing until it is shown; stars that come or go, and their order, are steps of the board."""

    frame_asked = Signal(object, str)  # uint8 RGBA to draw on, and its name

    def __init__(self, engine: Engine, board: Board, settings: Settings, bar: JobBar, window: QWidget) -> None:
        super().__init__(window)
        self._board, self._settings, self._bar = board, settings, bar
        self.walk = BoardWalk(engine, self)
        self.exports = MorphExports("walk", self._showing, bar, window)
        self.view = WalkView(window)
        self.panel = WalkPanel(self.exports.actions(), window)
        self.panel.show_choices(settings.board)
        self.view.player.transport.show_toggles(ping_pong=False, loop=True)
        self._connect()

    def _connect(self) -> None:
        walk, view, panel = self.walk, self.view, self.panel
        view.row.looked_at.connect(view.player.look_at)
        view.row.move_asked.connect(self._on_move_asked)
        view.row.remove_asked.connect(self._on_remove_asked)
        view.player.toggled.connect(self._on_timing_changed)
        view.player.frame_shown.connect(lambda known: self.exports.enable(final=walk.final, known=known))
        panel.changed.connect(self._on_length_changed)
        panel.timing_changed.connect(self._on_timing_changed)
        panel.scale_changed.connect(self._remember)
        walk.changed.connect(self._show_frames)
        walk.began.connect(lambda: self._bar.show_progress(self.tr("Drawing the walk…")))
        walk.progressed.connect(self._on_progressed)
        walk.ended.connect(lambda: self._bar.end_progress(""))
        walk.failed.connect(self._on_failed)
        self.exports.frame_asked.connect(self.frame_asked)

    @property
    def running(self) -> bool:
        """Whether frames are still to come."""
        return self.walk.running

    def show(self) -> None:
        """Walk through what is starred now."""
        self.walk.show(self._board.state.starred, self._settings.board.between)

    def leave(self) -> None:
        """Stand still, and leave the engine to others."""
        self.walk.leave()
        self.view.player.transport.pause()

    def take_key(self, event: QKeyEvent) -> bool:
        """Play, and step through the frames; returns whether the key was one of those."""
        return self.view.player.take_key(event)

    def _timing(self) -> Timing:
        choices, transport = self._settings.board, self.view.player.transport
        return Timing(
            frame_ms=choices.frame_ms,
            hold_ms=choices.hold_ms,
            ping_pong=transport.ping_pong,
            loop=transport.loop,
        )

    def _showing(self) -> Showing:
        return Showing(
            name=self.tr("walk"),
            frames=self.walk.frames,
            order=sequence(self.walk.times, self._timing()),
            current=self.view.player.transport.current,
            scale=self._settings.board.scale,
        )

    def _show_frames(self) -> None:
        walk = self.walk
        self.view.show_row(walk.row, walk.left_out)
        self.view.player.show_frames(walk.frames, walk.times, walk.row, self._timing(), rough=not walk.final)
        self.view.player.words.show_state((), final=walk.final)

    def _remember(self) -> None:
        self._settings.board = self.panel.choices(self._settings.board)

    # Slots

    def _on_length_changed(self) -> None:
        self._remember()
        self.show()

    def _on_timing_changed(self) -> None:
        self._remember()
        self.view.player.show_timing(self._timing())

    def _on_move_asked(self, at: int, to: int) -> None:
        stars, sprites = self._board.state.stars, self.walk.sprites
        places = [stars.index(one.number) for one in sprites]  # those of other packs stand between them
        self._board.move_star(places[at], places[to], self.tr("reorder"))

    def _on_remove_asked(self, at: int) -> None:
        sprite = self.walk.sprites[at]
        self._board.star([sprite.number], self.tr("remove the star"))
        self.view.row.show_remark(self.tr("removed the star of “{0}”: Ctrl+Z brings it back").format(sprite.name))

    def _on_progressed(self, progress: Progress) -> None:
        self._bar.show_progress(self.tr("Drawing the walk…"), progress.done, progress.total)

    def _on_failed(self, failure: Failed) -> None:
        self._bar.fail(failure, offer=(self.tr("Retry"), self.show))
