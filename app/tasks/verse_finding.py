"""Finds lines to pick from: fresh ones from random codes, and those that lie round a line."""

from __future__ import annotations

import random

from PySide6.QtCore import QObject, Signal

from app.document.found_line import FoundLine
from app.engine import Engine
from app.library import Pack
from app.tasks.latest import Latest
from app.tasks.verse_reading import VerseReading
from genmodels.api.messages import Done
from genmodels.api.verse import Draft, NearLines, SampleVerse, VerseRules

COUNT = 8
_SEEDS = 10**6


class VerseFinding(QObject):
    """The newest request wins; what was found before goes."""

    changed = Signal()
    failed = Signal(object)  # Failed

    def __init__(self, engine: Engine, reading: VerseReading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self.found: list[FoundLine] = []
        self.near = ""  # the line whose neighbours these are; empty for fresh ones
        self._seeds: tuple[int, ...] = ()
        self._latest = Latest(engine, 0, self)
        self._latest.drafted.connect(self._on_drafted)
        self._latest.finished.connect(self._on_finished)
        self._latest.failed.connect(self._on_failed)

    @property
    def running(self) -> bool:
        """Whether lines are still to come."""
        return self._latest.running

    def find_fresh(self, pack: Pack, rules: VerseRules, count: int = COUNT) -> None:
        """Have lines written from random codes."""
        first = random.randrange(_SEEDS)
        self.found, self.near = [], ""
        self._seeds = tuple(range(first, first + count))
        variety = min(max(2 * rules.temperature, 0.5), 2.0)
        self._latest.ask(SampleVerse(pack=str(pack.folder), seeds=self._seeds, variety=variety, rules=rules))
        self.changed.emit()

    def find_near(self, pack: Pack, rules: VerseRules, text: str) -> None:
        """Have lines written that lie round this one."""
        self.found, self.near, self._seeds = [], text, ()
        seed = random.randrange(_SEEDS)
        self._latest.ask(NearLines(pack=str(pack.folder), text=text, count=COUNT, seed=seed, rules=rules))
        self.changed.emit()

    def clear(self) -> None:
        """Forget what was found, because another pack is chosen."""
        self._latest.cancel()
        self.found, self.near = [], ""
        self.changed.emit()

    def _seed(self, number: int) -> int | None:
        return self._seeds[number] if number < len(self._seeds) else None

    def _on_drafted(self, draft: Draft) -> None:
        if draft.index == len(self.found):
            self.found.append(FoundLine(line=draft.line, seed=self._seed(draft.index)))
        elif draft.index < len(self.found):
            self.found[draft.index] = FoundLine(line=draft.line, seed=self._seed(draft.index))
        self.changed.emit()

    def _on_finished(self, done: Done) -> None:
        codes = done.codes if len(done.codes) == len(done.lines) else (None,) * len(done.lines)
        self.found = [
            FoundLine(line=line, code=code, seed=self._seed(number))
            for number, (line, code) in enumerate(zip(done.lines, codes, strict=True))
        ]
        self._reading.learn(done.lines)
        self.changed.emit()

    def _on_failed(self, failure: object) -> None:
        self.changed.emit()
        self.failed.emit(failure)
