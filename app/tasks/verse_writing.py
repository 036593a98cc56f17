"""Has lines written: the way between the two ends, rough drafts first, or others for one line; the newest wins."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.document.poem import Desk, Poem, PoemLine, carried, locks_for
from app.engine import Engine
from app.tasks.latest import Latest
from app.tasks.verse_reading import VerseReading
from genmodels.api.errors import ErrorKind
from genmodels.api.messages import Done, Failed, Progress
from genmodels.api.verse import Draft, Line, MorphVerse, VaryLine, VerseRules

OTHERS = 6  # for one line
_SEEDS = 10**6


@dataclass(frozen=True, slots=True, kw_only=True)
class VerseRecipe:
    """Everything but the poem that the lines depend on."""

    pack: Path
    seed: int = 0  # of a whole way
    between: int = 5
    alternatives: int = 3
    search: bool = True
    rules: VerseRules = field(default_factory=VerseRules)


class VerseWriting(QObject):
    """What comes is one step; until it is there, it is only drafts. A poem changed meanwhile ends it."""

    changed = Signal()  # what is under way
    progressed = Signal(Progress)
    failed = Signal(Failed)
    wrote = Signal()  # a whole way

    def __init__(self, engine: Engine, desk: Desk, reading: VerseReading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._reading = desk, reading
        self._poem: Poem | None = None  # that is written, with all that is locked in its place
        self._recipe: VerseRecipe | None = None
        self.place: int | None = None  # of the one line that others are written for
        self.drafts: dict[int, Line] = {}
        self._latest = Latest(engine, 0, self)
        self._latest.progressed.connect(self.progressed)
        self._latest.drafted.connect(self._on_drafted)
        self._latest.finished.connect(self._on_finished)
        self._latest.failed.connect(self._on_failed)
        desk.subscribe(self._on_desk_changed)

    @property
    def running(self) -> bool:
        """Whether lines are still to come."""
        return self._poem is not None

    @property
    def awaited(self) -> Poem | None:
        """The poem as far as it is there while a whole way is written."""
        if self._poem is None or self.place is not None:
            return None
        lines = [self._awaited_line(place, line) for place, line in enumerate(self._poem.lines)]
        return replace(self._poem, lines=tuple(lines))

    def write(self, recipe: VerseRecipe) -> None:
        """Write the lines between the two ends; what is locked stays."""
        poem = self._desk.poem
        locks = locks_for(poem, recipe.between)
        kept = carried(poem, locks)
        between = [kept.get(place, PoemLine()) for place in range(1, recipe.between + 1)]
        self._begin(replace(poem, lines=(poem.lines[0], *between, poem.lines[-1])), recipe, None)
        request = MorphVerse(
            pack=str(recipe.pack),
            first=poem.first,
            last=poem.last,
            count=recipe.between,
            seed=recipe.seed,
            alternatives=recipe.alternatives,
            rules=recipe.rules,
            locked=locks,
            search=recipe.search,
        )
        self._latest.ask(request)

    def vary(self, place: int, recipe: VerseRecipe) -> None:
        """Write other lines for one between, others every time; its locked words stay."""
        poem = self._desk.poem
        self._begin(poem, recipe, place)
        request = VaryLine(
            pack=str(recipe.pack),
            lines=poem.texts,
            place=place,
            seed=random.randrange(_SEEDS),
            alternatives=max(recipe.alternatives, OTHERS),
            rules=recipe.rules,
            words=poem.lines[place].words,
        )
        self._latest.ask(request)

    def cancel(self) -> None:
        """Write nothing more; the poem stays as it is."""
        self._latest.cancel()
        if self.running:
            self._end()

    def _begin(self, poem: Poem, recipe: VerseRecipe, place: int | None) -> None:
        self._poem, self._recipe, self.place, self.drafts = poem, recipe, place, {}
        self.changed.emit()

    def _end(self) -> None:
        self._poem = self.place = None
        self.drafts = {}
        self.changed.emit()

    def _awaited_line(self, place: int, line: PoemLine) -> PoemLine:
        draft = self.drafts.get(place)
        return line if draft is None or line.text.strip() else replace(line, text=draft.text)

    # Slots

    def _on_desk_changed(self) -> None:
        if self._poem is None:
            return
        poem = self._desk.poem
        if (poem.first, poem.last) != (self._poem.first, self._poem.last) or (
            self.place is not None and poem.lines != self._poem.lines
        ):
            self.cancel()

    def _on_drafted(self, draft: Draft) -> None:
        self.drafts[draft.index] = draft.line
        self.changed.emit()

    def _on_finished(self, done: Done) -> None:
        poem, recipe, place = self._poem, self._recipe, self.place
        if poem is None or recipe is None:
            return
        self._end()
        fits = len(done.lines) == (len(poem.lines) if place is None else 1)
        if not fits or (place is not None and not done.lines[0].alternatives):
            message = self.tr("The engine sent lines that do not belong to this poem.")
            self.failed.emit(Failed(error=ErrorKind.INTERNAL, message=message))
            return
        self._reading.learn(done.lines)
        if place is None:
            self._put(poem, recipe, done.lines)
            self.wrote.emit()
        else:
            others = [one.text for one in done.lines[0].alternatives]
            self._desk.vary(place, others, self.tr("other line"))

    def _put(self, poem: Poem, recipe: VerseRecipe, lines: tuple[Line, ...]) -> None:
        now = [poem.lines[0]]
        for line, held in zip(lines[1:-1], poem.lines[1:-1], strict=True):
            others = tuple(dict.fromkeys(one.text for one in line.alternatives if one.text != line.text))
            if held.locked and held.text.strip():
                now.append(replace(held, others=held.others or others))
            else:
                now.append(replace(held, text=line.text, own=False, others=others))
        written = replace(self._desk.poem, lines=(*now, poem.lines[-1]), pack=recipe.pack.name, seed=recipe.seed)
        self._desk.settle()
        self._desk.put_poem(written, self.tr("write"))

    def _on_failed(self, failure: Failed) -> None:
        self._end()
        self.failed.emit(failure)
