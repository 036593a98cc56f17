"""The commands that find lines and explore them, and put what they bring into the poem."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.document.found_line import FoundLine
from app.document.poem import Desk
from app.library import Pack
from app.tasks.verse_editing import VerseEditing
from app.tasks.verse_exploring import VerseExploring
from app.tasks.verse_finding import VerseFinding
from app.tasks.verse_reading import VerseReading
from app.widgets.menus import action
from genmodels.api.verse import VerseRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What is chosen on the page."""

    pack: Pack | None
    rules: VerseRules
    found: FoundLine | None  # among the lines found
    offered: str  # the line that would come into the poem: the one found, or the one explored


class VersePicking(QObject):
    """Asks what is chosen when a command is given."""

    found_asked = Signal()  # show the lines that are found
    explorer_asked = Signal()  # show the sliders
    began = Signal()  # two fresh lines are the ends of the poem

    def __init__(
        self,
        chosen: Callable[[], Chosen],
        desk: Desk,
        *,
        editing: VerseEditing,
        finding: VerseFinding,
        exploring: VerseExploring,
        reading: VerseReading,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._chosen, self._editing, self._desk = chosen, editing, desk
        self._finding, self._exploring, self._reading = finding, exploring, reading
        self._begins = False  # what is found next are the ends of the poem
        make = partial(action, self)
        self.begin = make("verse.begin", self.tr("&Begin with two fresh lines"), self._on_begin, "Ctrl+G")
        self.fresh = make("verse.fresh", self.tr("&Fresh lines"), self._on_fresh, "Ctrl+R", icon="dice")
        self.near = make("verse.neighbours", self.tr("Ne&ighbours"), self._on_near, "Ctrl+Shift+R")
        self.explore = make("verse.explore", self.tr("Explore the li&ne"), self._on_explore, "Ctrl+I", icon="explore")
        self.explore_found = make(
            "verse.explore_found", self.tr("Explore the line that was found"), self._on_explore_found
        )
        self.first = make("verse.use_first", self.tr("Use as the first line"), lambda: self._use(0), "Ctrl+Shift+1")
        self.here = make(
            "verse.use_here", self.tr("Use as the line you are at"), lambda: self._use(editing.place), "Ctrl+Shift+2"
        )
        self.last = make("verse.use_last", self.tr("Use as the last line"), self._use_last, "Ctrl+Shift+3")
        finding.changed.connect(self._on_found)

    def enable(self) -> None:
        """Allow what can be done with what is chosen."""
        chosen = self._chosen()
        line = bool(self._line().strip())
        for one in (self.begin, self.fresh):
            one.setEnabled(chosen.pack is not None)
        for one in (self.near, self.explore):
            one.setEnabled(chosen.pack is not None and line)
        self.explore_found.setEnabled(chosen.found is not None)
        for one in (self.first, self.here, self.last):
            one.setEnabled(bool(chosen.offered))

    def _line(self) -> str:
        return self._desk.poem.lines[self._editing.place].text

    def _use(self, place: int) -> None:
        text = self._chosen().offered
        if text:
            self._desk.use(place, text, self.tr("pick a line"))

    def _use_last(self) -> None:
        self._use(len(self._desk.poem.lines) - 1)

    # Slots

    def _on_begin(self) -> None:
        chosen = self._chosen()
        if chosen.pack is not None:
            self._finding.find_fresh(chosen.pack, chosen.rules, 2)
            self._begins = True

    def _on_fresh(self) -> None:
        chosen = self._chosen()
        if chosen.pack is not None:
            self._begins = False
            self.found_asked.emit()
            self._finding.find_fresh(chosen.pack, chosen.rules)

    def _on_near(self) -> None:
        chosen = self._chosen()
        if chosen.pack is not None and self._line().strip():
            self._begins = False
            self.found_asked.emit()
            self._finding.find_near(chosen.pack, chosen.rules, self._line())

    def _on_explore(self) -> None:
        text = self._line()
        if text.strip():
            self.explorer_asked.emit()
            self._exploring.take(text, self._reading.code(text))

    def _on_explore_found(self) -> None:
        found = self._chosen().found
        if found is not None:
            self.explorer_asked.emit()
            self._exploring.take(found.line.text, found.code)

    def _on_found(self) -> None:
        found = self._finding.found
        if not self._begins or self._finding.running:
            return
        self._begins = False
        if len(found) == 2:
            poem = self._desk.poem
            first, last = (replace(line, text=one.line.text, own=False)
                           for line, one in zip((poem.lines[0], poem.lines[-1]), found, strict=True))  # fmt: skip
            lines = (first, *poem.lines[1:-1], last)
            self._desk.put_poem(replace(poem, lines=lines), self.tr("two fresh lines"))
            self.began.emit()
