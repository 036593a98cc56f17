"""Explores a line: its code is moved along directions, and the likeliest line of every place comes at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.document.exploration import Heading, Origin, Place, Spot, Vector, home_of
from app.document.poem import Desk
from app.engine import Engine
from app.library import Pack
from app.tasks.latest import Latest
from app.tasks.one_at_a_time import OneAtATime
from genmodels.api.codes import Code
from genmodels.api.errors import ErrorKind
from genmodels.api.messages import Done, Failed
from genmodels.api.verse import DecodeLines, Line, ReadLines

_REST_MS = 250  # sliders go first


class VerseExploring(QObject):
    """The spot is the desk's, so that moving it can be undone like everything else there."""

    changed = Signal()  # the spot, or its line
    ends_changed = Signal()
    failed = Signal(object)  # Failed

    def __init__(self, engine: Engine, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pack: Pack | None = None
        self._asked = ""  # the line whose code is read
        self._seen: Spot | None = None
        self.text = ""  # of the spot, or of one on the way to it
        self.ends: dict[Vector, tuple[str, str]] = {}  # lines that stand at both ends of a heading's slider
        self._ended: tuple[Code, tuple[Heading, ...]] | None = None  # what their lines are asked for
        self._read_ends = Latest(engine, _REST_MS, self)
        self._encode = Latest(engine, 0, self)
        self._live = OneAtATime(engine, self)
        self._encode.finished.connect(self._on_read)
        self._encode.failed.connect(self.failed)
        self._live.finished.connect(self._on_written)
        self._live.failed.connect(self.failed)
        self._read_ends.finished.connect(self._on_ends_read)
        self._read_ends.failed.connect(self.failed)
        desk.subscribe(self.refresh)

    @property
    def spot(self) -> Spot | None:
        """The line that is explored and how far it is moved; None before there is one of this pack."""
        spot = self._desk.now.spot
        return spot if self._pack is not None and spot is not None and self._fits(spot) else None

    @property
    def running(self) -> bool:
        """Whether a line is still to come."""
        return self._encode.running or self._live.running or self._read_ends.running

    def choose(self, pack: Pack | None) -> None:
        """Explore with this pack from now on; codes of another one mean nothing to it."""
        another = pack is None or not pack.has_weights_of(self._pack)
        self._pack = pack
        if another:
            self._encode.cancel()
            self._live.forget()
            self._read_ends.cancel()
            self._ended, self.ends = None, {}
            self._seen, self.text = None, ""
            if self._desk.now.spot is not None and pack is not None:
                self.take(self._desk.now.spot.origin.name)
            self.changed.emit()

    def take(self, text: str, code: Code | None = None) -> None:
        """Explore this line; where its code is not known it is read first."""
        if code is not None:
            self._begin(text, code)
        elif self._pack is not None:
            self._asked = text
            self._encode.ask(ReadLines(pack=str(self._pack.folder), lines=(text,)))

    def pull(self, heading: Heading, amount: float) -> None:
        """Move that far along a heading."""
        if self.spot is not None:
            place = self.spot.place.moved(heading.vector, amount)
            self._desk.explore(Spot(origin=self.spot.origin, place=place), heading.name, f"slider {heading.name}")

    def show_ends(self, headings: Sequence[Heading]) -> None:
        """Have the lines written that stand at both ends of these headings, from the line itself."""
        if self.spot is None or self._pack is None or not headings:
            return
        own = self.spot.origin.code
        if self._ended == (own, tuple(headings)):
            return
        self._ended, self.ends = (own, tuple(headings)), {}
        codes = [own.along(one.vector, side * one.reach) for one in headings for side in (-1, 1)]
        self._read_ends.ask(DecodeLines(pack=str(self._pack.folder), codes=tuple(codes)))

    def reset(self) -> None:
        """Go back to the line itself."""
        if self.spot is not None:
            self._desk.settle()
            self._desk.explore(Spot(origin=self.spot.origin, place=Place()), self.tr("reset"))

    def refresh(self) -> None:
        """Show the line of the spot."""
        spot = self.spot
        if spot == self._seen:
            return
        self._seen = spot
        if spot is None:
            self.text = ""
        elif spot.is_home:
            self.text = spot.origin.name
        elif self._pack is not None:
            anchor = spot.origin.name
            request = DecodeLines(pack=str(self._pack.folder), codes=(spot.code,), anchor=anchor)
            self._live.ask(request, spot)
        self.changed.emit()

    def _fits(self, spot: Spot) -> bool:
        return numbers_of(self._pack) in (0, len(spot.origin.code.numbers))

    def _begin(self, text: str, code: Code) -> None:
        origin = Origin(picture="", code=code, name=text)
        self._seen = None
        self._desk.explore(Spot(origin=origin, place=home_of(origin)), self.tr("explore a line"))
        self.refresh()

    # Slots

    def _on_read(self, done: Done) -> None:
        if len(done.codes) != 1:
            message = self.tr("The engine sent an answer that does not belong to this line.")
            self.failed.emit(Failed(error=ErrorKind.INTERNAL, message=message))
        elif not any(done.codes[0].numbers):
            message = self.tr("This pack knows nothing of “{0}”.").format(self._asked)
            self.failed.emit(Failed(error=ErrorKind.INPUT, message=message, hint=self.tr("Explore another line.")))
        else:
            self._begin(self._asked, done.codes[0])

    def _on_written(self, spot: Spot, done: Done) -> None:
        now = self.spot
        if now is None or now.is_home or now.origin is not spot.origin or len(done.lines) != 1:
            return
        line: Line = done.lines[0]
        self.text = line.text
        self.changed.emit()

    def _on_ends_read(self, done: Done) -> None:
        headings = self._ended[1] if self._ended is not None else ()
        if len(done.lines) == 2 * len(headings):
            texts = [line.text for line in done.lines]
            pairs = zip(texts[::2], texts[1::2], strict=True)
            self.ends = {one.vector: ends for one, ends in zip(headings, pairs, strict=True)}
            self.ends_changed.emit()


def numbers_of(pack: Pack | None) -> int:
    """Return how many numbers a code of the pack has; 0 where its card does not tell."""
    value = pack.card.config.get("numbers") if pack is not None else 0
    return value if isinstance(value, int) else 0
