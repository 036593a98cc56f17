"""An exploration: a picture's own code, how far it was moved along which directions, and the steps back.

It knows no Qt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.document.steps import Steps
from genmodels.api.codes import Code

MAX_STEPS = 500

Vector = tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A direction as sliders and the pad show it; the vector tells it from others, so that it can be renamed."""

    name: str
    vector: Vector
    reach: float  # how far a slider goes to either side
    saved: bool = False  # named by a person


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The picture that is explored, and its own code."""

    picture: str  # base64 PNG
    code: Code
    name: str  # for people: a file's, or the seed
    is_own: bool = True  # the person's: a code near its own is drawn with its very pixels
    distance: float = 0.0  # from what the pack knows: 1 is usual, 0 is not known


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in the space round its origin an exploration is."""

    moves: tuple[tuple[Vector, float], ...] = ()
    tag: str = ""
    keep_detail: bool = True  # the picture's spatial code, rather than the likeliest
    keep_colours: bool = True  # the picture's palette, rather than what the model would choose

    def amount(self, vector: Vector) -> float:
        """Return how far this is along the vector."""
        return next((amount for other, amount in self.moves if other == vector), 0.0)

    def moved(self, vector: Vector, amount: float) -> Place:
        """Return the place that far along the vector, everything else kept."""
        others = [move for move in self.moves if move[0] != vector]
        return replace(self, moves=tuple([*others, (vector, amount)] if amount else others))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A picture, and a place round it."""

    origin: Origin
    place: Place

    @property
    def is_home(self) -> bool:
        """Whether nothing was changed: the picture itself."""
        return self.place == home_of(self.origin)

    @property
    def code(self) -> Code:
        """The code here."""
        code, place = self.origin.code, self.place
        for vector, amount in place.moves:
            code = code.along(vector, amount)
        detail = code.detail if place.keep_detail else ""
        return replace(code, tag=place.tag, detail=detail, palette=code.palette if place.keep_colours else ())

    @property
    def move(self) -> Vector:
        """What leads here from the picture's own numbers."""
        numbers = self.code.numbers
        return tuple(now - own for now, own in zip(numbers, self.origin.code.numbers, strict=True))


def home_of(origin: Origin) -> Place:
    """Return the place where a picture is itself."""
    return Place(tag=origin.code.tag)


def unit(number: int, count: int) -> Vector:
    """Return the vector of one number alone."""
    return tuple(float(other == number) for other in range(count))


def grid(spot: Spot, across: Heading, down: Heading, side: int) -> list[Spot]:
    """Return side × side spots, row by row: two headings swept about the picture's own values, the rest kept."""
    return [
        replace(spot, place=spot.place.moved(across.vector, x).moved(down.vector, y))
        for y in stops(down, side)
        for x in stops(across, side)
    ]


def stops(heading: Heading, side: int) -> list[float]:
    """Return the amounts at which a grid shows a heading, evenly from one end of its reach to the other."""
    return [heading.reach * (2 * n / (side - 1) - 1) for n in range(side)]


class Exploration(Steps[Spot | None]):
    """The spot a person is at, and the way there; what follows upon one gesture is one step."""

    def __init__(self) -> None:
        super().__init__(None, MAX_STEPS)

    @property
    def spot(self) -> Spot | None:
        """Where the person is; None before there is a picture."""
        return self.now

    def begin(self, origin: Origin, text: str) -> None:
        """Go to another picture."""
        self.put(Spot(origin=origin, place=home_of(origin)), text)

    def go(self, place: Place, text: str, gesture: str = "") -> None:
        """Go elsewhere round the picture; a step of the same gesture as the last one joins it."""
        if self.spot is not None:
            self.put(replace(self.spot, place=place), text, gesture)


def headings(names: Sequence[str], count: int, reach: float) -> list[Heading]:
    """Return a heading for each number of a code."""
    return [Heading(name=name, vector=unit(n, count), reach=reach) for n, name in enumerate(names)]
