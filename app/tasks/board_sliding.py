"""Moves one sprite of the board along directions while a hand moves a slider; each picture that comes is shown."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.document.board import Board, BoardSprite
from app.document.exploration import Heading, Place, Spot
from app.engine import Engine
from app.tasks.one_at_a_time import OneAtATime
from genmodels.api.messages import Decode, Done

Moves = tuple[tuple[tuple[float, ...], float], ...]


class BoardSliding(QObject):
    """What one gesture moves is one step of the board; until its picture comes, a move is only the slider's."""

    moved = Signal()  # a sprite, or only its sliders
    failed = Signal(object)  # Failed

    def __init__(self, engine: Engine, board: Board, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._ahead: tuple[int, Moves] | None = None  # the sprite's number, and where its sliders are by now
        self._settles = False  # the gesture is over, its last picture is still to come
        self._live = OneAtATime(engine, self)
        self._live.finished.connect(self._on_drawn)
        self._live.failed.connect(self._on_failed)
        self._live.rested.connect(self._on_rested)

    @property
    def running(self) -> bool:
        """Whether a picture is still to come."""
        return self._live.running

    def spot(self, sprite: BoardSprite) -> Spot:
        """Return a sprite as its sliders are now."""
        if self._ahead is not None and self._ahead[0] == sprite.number:
            return replace(sprite.spot, place=replace(sprite.spot.place, moves=self._ahead[1]))
        return sprite.spot

    def pull(self, sprite: BoardSprite, heading: Heading, amount: float) -> None:
        """Move a sprite that far along a heading."""
        self._settles = False
        self._go(sprite, self.spot(sprite).place.moved(heading.vector, amount), heading.name)

    def reset(self, sprite: BoardSprite) -> None:
        """Move a sprite back to where it was made."""
        self._board.settle()
        self._go(sprite, Place(tag=sprite.own.tag), self.tr("reset"))
        self._settles = True

    def settle(self) -> None:
        """End a gesture."""
        if self._live.running:
            self._settles = True
        else:
            self._board.settle()

    def leave(self) -> None:
        """Ask for nothing more."""
        self._live.forget()
        self._forget()

    def _go(self, sprite: BoardSprite, place: Place, text: str) -> None:
        self._ahead = sprite.number, place.moves
        spot = self.spot(sprite)
        self._live.ask(Decode(pack=str(sprite.pack), codes=(spot.code,)), (sprite.number, place.moves, text))
        self.moved.emit()

    def _on_drawn(self, what: tuple[int, Moves, str], done: Done) -> None:
        number, moves, text = what
        sprite = self._board.state.sprite(number)
        if sprite is not None and len(done.frames) == 1:
            likeness = done.likenesses[0] if len(done.likenesses) == 1 else None
            changed = replace(sprite, moves=moves, picture=done.frames[0], likeness=likeness)
            self._board.change([changed], text, gesture=f"slider {number} {text}")

    def _on_failed(self, failure: object) -> None:
        self._live.forget()
        self._forget()
        self.failed.emit(failure)

    def _on_rested(self) -> None:
        if self._settles:
            self._board.settle()
        self._forget()

    def _forget(self) -> None:
        self._ahead, self._settles = None, False
        self.moved.emit()
