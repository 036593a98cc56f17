"""Knows what there is to tell of lines: asks the pack for those it was not told of yet, a short rest after typing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from app.engine import Engine
from app.library import Pack
from app.tasks.latest import Latest
from genmodels.api.codes import Code
from genmodels.api.errors import ErrorKind
from genmodels.api.messages import Done, Failed
from genmodels.api.verse import Line, Origin, ReadLines

REST_MS = 160
MOST = 5000  # lines that are remembered


class VerseReading(QObject):
    """Facts belong to a pack and a text, whoever wrote it: an undone line has its own again at once."""

    changed = Signal()  # more is known

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pack: Pack | None = None
        self._facts: dict[str, Line] = {}
        self._codes: dict[str, Code] = {}
        self._problems: dict[str, str] = {}
        self._shown: tuple[str, ...] = ()
        self._asked: tuple[str, ...] = ()
        self._singly = False  # one of several lines could not be read, and it is not known which
        self._latest = Latest(engine, REST_MS, self)
        self._latest.finished.connect(self._on_read)
        self._latest.failed.connect(self._on_failed)

    @property
    def running(self) -> bool:
        """Whether something is still to be told."""
        return self._latest.running

    def choose(self, pack: Pack | None) -> None:
        """Have this pack tell from now on."""
        if pack is not None and pack.has_weights_of(self.pack):
            self.pack = pack
            return
        self._latest.cancel()
        self.pack = pack
        self._facts, self._codes, self._problems, self._asked = {}, {}, {}, ()
        self._ask()

    def show(self, texts: Sequence[str]) -> None:
        """Find out what is not known yet of these lines."""
        self._shown = tuple(dict.fromkeys(text for text in texts if text.strip()))
        self._ask()

    def learn(self, lines: Iterable[Line]) -> None:
        """Remember what an answer told of its lines."""
        for line in lines:
            if line.origin is not Origin.GIVEN:  # whether these are already written is not told
                self._remember(line.text, line)
            for other in line.alternatives:
                self._remember(other.text, other)

    def facts(self, text: str) -> Line | None:
        """Return what is known of a line."""
        return self._facts.get(text)

    def code(self, text: str) -> Code | None:
        """Return a line's code, where it was read and has one."""
        code = self._codes.get(text)
        return code if code is not None and any(code.numbers) else None

    def problem(self, text: str) -> str:
        """Return why a line cannot be read; empty where it can."""
        code = self._codes.get(text)
        if code is not None and text.strip() and not any(code.numbers):
            return self.tr("This pack knows nothing of such a line: choose another pack for it.")
        return self._problems.get(text, "")

    def leave(self) -> None:
        """Ask for nothing more until the next line is shown."""
        self._latest.cancel()
        self._asked = ()

    def _ask(self) -> None:
        wanted = tuple(text for text in self._shown if text not in self._facts and text not in self._problems)
        if self._singly:
            wanted = wanted[:1]
        if not wanted or self.pack is None:
            self._singly = False
            self._latest.cancel()
            self._asked = ()
        elif wanted != self._asked:
            self._asked = wanted
            self._latest.ask(ReadLines(pack=str(self.pack.folder), lines=wanted))

    def _remember(self, text: str, line: Line) -> None:
        if len(self._facts) > MOST:
            self._facts, self._codes, self._problems = {}, {}, {}
        self._facts[text] = line

    def _on_read(self, done: Done) -> None:
        asked, self._asked = self._asked, ()
        if len(done.lines) == len(done.codes) == len(asked):
            for text, line, code in zip(asked, done.lines, done.codes, strict=True):
                self._remember(text, line)
                self._codes[text] = code
        else:
            self._problems |= dict.fromkeys(asked, self.tr("The engine sent an answer that does not belong here."))
        self.changed.emit()
        self._ask()

    def _on_failed(self, failure: Failed) -> None:
        asked, self._asked = self._asked, ()
        if failure.error is not ErrorKind.INPUT:
            return  # the engine's trouble, which those who write tell of
        if len(asked) == 1:
            self._problems[asked[0]] = f"{failure.message} {failure.hint}".strip()
            self.changed.emit()
        else:
            self._singly = True
        self._ask()
