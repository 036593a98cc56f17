"""The poem on the desk and the poems that are kept: lines, others for their places, and what is locked of them.

Changed only by undoable steps. It knows no Qt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.document.exploration import Spot
from app.document.steps import Steps
from app.document.words import found_in
from genmodels.api.verse import LockedLine

MAX_STEPS = 1000
MAX_BETWEEN = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class PoemLine:
    """One line; what there is to tell of its text is the pack's to say."""

    text: str = ""
    own: bool = False  # typed or changed by the person
    locked: bool = False  # stays when the poem is written again
    words: tuple[str, ...] = ()  # of it that stay, in this order
    others: tuple[str, ...] = ()  # for its place, in a ring with its text


@dataclass(frozen=True, slots=True, kw_only=True)
class Poem:
    """Two lines or more: the first and the last are where it is to begin and to end."""

    lines: tuple[PoemLine, ...] = (PoemLine(own=True), PoemLine(own=True))
    title: str = ""
    number: int = 0  # tells it from the others that are kept; 0 is not kept
    starred: bool = False
    pack: str = ""  # name of the folder of the pack that wrote it last
    seed: int = 0  # with which it did

    @property
    def first(self) -> str:
        """The line it begins with."""
        return self.lines[0].text

    @property
    def last(self) -> str:
        """The line it ends with."""
        return self.lines[-1].text

    @property
    def between(self) -> int:
        """How many lines are between the two ends."""
        return len(self.lines) - 2

    @property
    def texts(self) -> tuple[str, ...]:
        """What its lines say."""
        return tuple(line.text for line in self.lines)

    @property
    def empty(self) -> bool:
        """Whether nothing is written yet."""
        return not self.title.strip() and not any(text.strip() for text in self.texts)

    def is_end(self, place: int) -> bool:
        """Return whether this is the first line or the last."""
        return place in (0, len(self.lines) - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskState:
    """All that a step can change."""

    poem: Poem = Poem()
    kept: tuple[Poem, ...] = ()  # the latest last
    spot: Spot | None = None  # the line that is explored, and how far it is moved

    def kept_poem(self, number: int) -> Poem | None:
        """Return the kept poem of this number."""
        return next((poem for poem in self.kept if poem.number == number), None)

    @property
    def is_kept(self) -> bool:
        """Whether the poem lies on the shelf as it is."""
        return self.poem.number != 0 and self.kept_poem(self.poem.number) == self.poem


class Desk(Steps[DeskState]):
    """The state and the steps to it; listeners hear of every change."""

    def __init__(self, state: DeskState | None = None) -> None:
        super().__init__(state or DeskState(), MAX_STEPS)

    @property
    def poem(self) -> Poem:
        """The poem on the desk."""
        return self.now.poem

    # Lines

    def type(self, place: int, text: str, step: str) -> None:
        """Have the person's own words at a place; a line between is locked by it, so that it stays."""
        line = self.poem.lines[place]
        kept = tuple(word.text for word in found_in(text, line.words))
        locked = line.locked or (bool(text.strip()) and not self.poem.is_end(place))
        self._change(place, replace(line, text=text, own=True, locked=locked, words=kept), step, f"type {place}")

    def turn(self, place: int, by: int, step: str) -> None:
        """Go on by so many in the ring of a line and the others for its place."""
        line = self.poem.lines[place]
        ring = (line.text, *line.others)
        by %= len(ring)
        text, *others = (*ring[by:], *ring[:by])
        if by:
            words = tuple(word.text for word in found_in(text, line.words))
            self._change(place, replace(line, text=text, others=tuple(others), own=False, words=words), step)

    def vary(self, place: int, others: Sequence[str], step: str) -> None:
        """Have the first of these lines at a place, and the rest and the line before as others."""
        line = self.poem.lines[place]
        text, *rest = dict.fromkeys([*others, line.text])
        now = replace(line, text=text, own=False, locked=False, others=tuple(rest))
        self._change(place, now, step)

    def use(self, place: int, text: str, step: str) -> None:
        """Have another line at a place; the one before joins the others."""
        line = self.poem.lines[place]
        others = tuple(other for other in (line.text, *line.others) if other.strip() and other != text)
        self._change(place, replace(line, text=text, own=False, words=(), others=others), step)

    def lock(self, place: int, step: str) -> None:
        """Lock a line, or unlock it."""
        line = self.poem.lines[place]
        self._change(place, replace(line, locked=not line.locked), step)

    def lock_words(self, place: int, words: tuple[str, ...], step: str) -> None:
        """Have these words of a line stay."""
        self._change(place, replace(self.poem.lines[place], words=words), step)

    def remove(self, place: int, step: str) -> None:
        """Take a line between out."""
        if not self.poem.is_end(place):
            lines = self.poem.lines
            self.put_poem(replace(self.poem, lines=(*lines[:place], *lines[place + 1 :])), step)

    def add_after(self, place: int, step: str) -> None:
        """Put an empty line after this one."""
        if self.poem.between < MAX_BETWEEN and place < len(self.poem.lines) - 1:
            lines = self.poem.lines
            new = PoemLine(own=True)
            self.put_poem(replace(self.poem, lines=(*lines[: place + 1], new, *lines[place + 1 :])), step)

    # Poems

    def put_poem(self, poem: Poem, step: str, gesture: str = "") -> None:
        """Have another poem on the desk."""
        self.put(replace(self.now, poem=poem), step, gesture)

    def entitle(self, title: str, step: str) -> None:
        """Give the poem a title."""
        self.put_poem(replace(self.poem, title=title), step, "title")

    def keep(self, step: str) -> None:
        """Put the poem on the shelf, in the place it has there already."""
        self.put(_shelved(self.now), step)

    def keep_another(self, step: str) -> None:
        """Put the poem on the shelf beside the one it comes from, which stays as it was."""
        self.put(_shelved(replace(self.now, poem=replace(self.poem, number=0, starred=False))), step)

    def begin(self, poem: Poem, step: str) -> None:
        """Have another poem on the desk; the one that was there is put on the shelf first, where it has lines."""
        before = self.now if self.poem.between == 0 or self.now.is_kept else _shelved(self.now)
        self.put(replace(before, poem=poem), step)

    def star_poem(self, step: str) -> None:
        """Star the poem on the desk, which keeps it, or take its star."""
        self.put(_shelved(replace(self.now, poem=replace(self.poem, starred=not self.poem.starred))), step)

    def star(self, number: int, step: str) -> None:
        """Star a kept poem, or take its star."""
        kept = tuple(replace(one, starred=not one.starred) if one.number == number else one for one in self.now.kept)
        poem = self.poem
        if poem.number == number:
            poem = next(replace(poem, starred=one.starred) for one in kept if one.number == number)
        self.put(replace(self.now, poem=poem, kept=kept), step)

    def discard(self, number: int, step: str) -> None:
        """Take a poem off the shelf; on the desk it stays."""
        kept = tuple(one for one in self.now.kept if one.number != number)
        poem = replace(self.poem, number=0, starred=False) if self.poem.number == number else self.poem
        self.put(replace(self.now, poem=poem, kept=kept), step)

    # Exploring

    def explore(self, spot: Spot, step: str, gesture: str = "") -> None:
        """Explore this line, or go elsewhere round it."""
        self.put(replace(self.now, spot=spot), step, gesture)

    def _change(self, place: int, line: PoemLine, step: str, gesture: str = "") -> None:
        lines = self.poem.lines
        self.put_poem(replace(self.poem, lines=(*lines[:place], line, *lines[place + 1 :])), step, gesture)


def _shelved(state: DeskState) -> DeskState:
    poem, kept = state.poem, state.kept
    if state.kept_poem(poem.number) is None:
        poem = replace(poem, number=max((one.number for one in kept), default=0) + 1)
        kept = (*kept, poem)
    return replace(state, poem=poem, kept=tuple(poem if one.number == poem.number else one for one in kept))


def locks_for(poem: Poem, count: int) -> tuple[LockedLine, ...]:
    """Return what is locked of a poem that is to have so many lines between: in order, as near as can to its place.

    Where more lines are locked than there are to be, the last ones are left out.
    """
    held = [
        (place, line)
        for place, line in enumerate(poem.lines[1:-1], 1)
        if (line.locked and line.text.strip()) or line.words
    ][:count]
    places: list[int] = []
    for number, (place, _) in enumerate(held):
        wanted = round(place * (count + 1) / (poem.between + 1))
        least = places[-1] + 1 if places else 1
        places.append(min(max(wanted, least), count - (len(held) - 1 - number)))
    return tuple(
        LockedLine(place=at, text=line.text if line.locked else "", words=line.words)
        for at, (_, line) in zip(places, held, strict=True)
    )


def carried(poem: Poem, locks: Sequence[LockedLine]) -> dict[int, PoemLine]:
    """Return the lines of a poem that these locks are made of, by the places that they have now."""
    held = [line for line in poem.lines[1:-1] if (line.locked and line.text.strip()) or line.words]
    return {lock.place: line for lock, line in zip(locks, held, strict=False)}
