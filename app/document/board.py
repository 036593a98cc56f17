"""The board: sprites that a model made up, which of them are starred, and the palette that all are held to.

Changed only by undoable steps; every sprite keeps its recipe. It knows no Qt.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.document.exploration import Origin, Place, Spot, Vector
from app.document.steps import Steps, moved
from genmodels.api.codes import Code
from genmodels.api.deferred import messages

MAX_STEPS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """How a sprite's first numbers were drawn."""

    seed: int
    prior: messages.Prior
    variety: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """All that is needed to draw a sprite again."""

    pack: str  # name of its folder
    code: Code
    fresh: Fresh | None = None  # None where the numbers came from other sprites, or were moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """The palette that all sprites are held to; without colours the model chooses."""

    name: str = ""  # for people
    colours: tuple[str, ...] = ()  # rrggbbaa


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardSprite:
    """One sprite."""

    number: int  # tells it from the others
    pack: Path
    name: str
    picture: str  # base64 PNG
    own: Code  # as it was made
    moves: tuple[tuple[Vector, float], ...] = ()  # along which directions it was moved since
    fresh: Fresh | None = None
    likeness: messages.Likeness | None = None

    @property
    def caption(self) -> str:
        """Its name in few letters: the seed alone of a fresh one, marked where it was moved since."""
        return self.name if self.fresh is None else f"{self.fresh.seed} ±" if self.moves else str(self.fresh.seed)

    @property
    def spot(self) -> Spot:
        """The sprite as sliders show it."""
        origin = Origin(picture=self.picture, code=self.own, name=self.name, is_own=False)
        return Spot(origin=origin, place=Place(moves=self.moves, tag=self.own.tag))

    @property
    def code(self) -> Code:
        """What it is drawn from."""
        return self.spot.code

    @property
    def recipe(self) -> Recipe:
        """What brings it back."""
        return Recipe(pack=self.pack.name, code=self.code, fresh=None if self.moves else self.fresh)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A sprite that is still to come, which no step knows of yet."""

    name: str
    picture: str = ""  # base64 PNG, once it is drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardState:
    """All that a step can change."""

    sprites: tuple[BoardSprite, ...] = ()
    stars: tuple[int, ...] = ()  # numbers of the starred ones, in the order of a walk
    lock: Lock = Lock()

    def sprite(self, number: int) -> BoardSprite | None:
        """Return the sprite of this number."""
        return next((one for one in self.sprites if one.number == number), None)

    @property
    def starred(self) -> tuple[BoardSprite, ...]:
        """The starred sprites, in the order of a walk."""
        by_number = {one.number: one for one in self.sprites}
        return tuple(by_number[number] for number in self.stars)


class Board(Steps[BoardState]):
    """The state and the steps to it; listeners hear of every change."""

    def __init__(self, state: BoardState | None = None) -> None:
        first = state or BoardState()
        super().__init__(first, MAX_STEPS)
        self._numbers = itertools.count(max((one.number for one in first.sprites), default=0) + 1)

    @property
    def state(self) -> BoardState:
        """The board as it is now."""
        return self.now

    def next_number(self) -> int:
        """Return a number that no sprite has had."""
        return next(self._numbers)

    def add(self, sprites: Iterable[BoardSprite], text: str, gesture: str = "") -> None:
        """Put sprites last."""
        self.put(replace(self.state, sprites=(*self.state.sprites, *sprites)), text, gesture)

    def discard(self, numbers: Collection[int], text: str) -> None:
        """Take sprites away, and with them their stars."""
        sprites = tuple(one for one in self.state.sprites if one.number not in numbers)
        stars = tuple(number for number in self.state.stars if number not in numbers)
        self.put(replace(self.state, sprites=sprites, stars=stars), text)

    def star(self, numbers: Sequence[int], text: str) -> None:
        """Star these, or take their stars where all have one."""
        stars = self.state.stars
        new = [number for number in numbers if number not in stars]
        kept = (*stars, *new) if new else tuple(number for number in stars if number not in numbers)
        self.put(replace(self.state, stars=kept), text)

    def move_star(self, at: int, to: int, text: str) -> None:
        """Give a starred sprite another place in the walk, counted without it."""
        self.put(replace(self.state, stars=moved(self.state.stars, at, to)), text)

    def change(self, sprites: Iterable[BoardSprite], text: str, gesture: str = "", lock: Lock | None = None) -> None:
        """Put other versions of sprites in their places; those that are gone stay gone."""
        changed = {one.number: one for one in sprites}
        now = tuple(changed.get(one.number, one) for one in self.state.sprites)
        self.put(replace(self.state, sprites=now, lock=self.state.lock if lock is None else lock), text, gesture)
