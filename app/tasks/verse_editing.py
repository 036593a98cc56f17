"""The commands that change the poem, its lines and the shelf, with their keys; every one can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from app.document.poem import MAX_BETWEEN, Desk, Poem, PoemLine
from app.document.poem_text import name_of
from app.tasks.undoing import Undoing
from app.theme import icon
from app.widgets.job_bar import JobBar
from app.widgets.menus import action
from app.widgets.verse.shelf_panel import ShelfPanel


class VerseEditing(QObject):
    """Acts on the line that a person is at, which it is told of."""

    stepping = Signal()  # undo or redo is about to take a step, which nothing that is written may cut off
    words_asked = Signal()  # lock the words that are chosen in the line

    def __init__(self, desk: Desk, bar: JobBar, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._bar = desk, bar
        self._at = 0
        make = partial(action, self)
        self.steps = Undoing(self._on_undo, self._on_redo, self)
        self.lock = make("verse.lock_line", self.tr("&Lock the line"), lambda: self.lock_at(self.place), "Ctrl+L")
        self.lock_words = make("verse.lock_word", self.tr("Lock the &word"), self.words_asked.emit, "Ctrl+Shift+L")
        self.next = make("verse.next_other", self.tr("&Next of its others"), lambda: self.turn(1), "Ctrl+Down")
        self.previous = make(
            "verse.previous_other", self.tr("&Previous of its others"), lambda: self.turn(-1), "Ctrl+Up"
        )
        self.add = make("verse.add_line", self.tr("&Add a line below"), self._on_add, "Ctrl+Shift+N")
        self.remove = make("verse.remove_line", self.tr("&Remove the line"), self._on_remove, "Ctrl+Shift+X")
        self.new = make("verse.new", self.tr("Ne&w poem"), self._on_new, "Ctrl+N")
        self.keep = make("verse.keep", self.tr("&Keep"), self._on_keep, "Ctrl+S", icon="save")
        self.keep_another = make(
            "verse.keep_another", self.tr("Keep as anot&her"), self._on_keep_another, "Ctrl+Shift+S"
        )
        self.star = make("verse.star", self.tr("&Star"), self._on_star, "Ctrl+B")
        self.star.setCheckable(True)
        self.star.setIcon(icon("star", checked_name="star-filled"))
        self.star.setIconVisibleInMenu(False)
        desk.subscribe(self.refresh)
        self.refresh()

    def line_actions(self) -> Sequence[QAction]:
        """Return what is done with a line, in the order of a menu."""
        return [self.lock, self.lock_words, self.next, self.previous, self.add, self.remove]

    def poem_actions(self) -> Sequence[QAction]:
        """Return what is done with the poem, in the order of a menu."""
        return [self.new, self.keep, self.keep_another, self.star]

    @property
    def place(self) -> int:
        """The place of the line that is acted on."""
        return min(self._at, len(self._desk.poem.lines) - 1)

    def choose(self, place: int) -> None:
        """Act on the line at this place from now on."""
        self._at = place
        self.refresh()

    def refresh(self) -> None:
        """Allow what can be done at the line a person is at."""
        desk, at = self._desk, self.place
        self.steps.show(desk)
        line, between = desk.poem.lines[at], not desk.poem.is_end(at)
        self.lock.setText(self.tr("Un&lock the line") if line.locked else self.tr("&Lock the line"))
        for one in (self.lock, self.lock_words, self.remove):
            one.setEnabled(between)
        for one in (self.next, self.previous):
            one.setEnabled(between and bool(line.others))
        self.add.setEnabled(desk.poem.between < MAX_BETWEEN)
        poem = desk.poem
        self.keep.setEnabled(not poem.empty and not desk.now.is_kept)
        self.keep_another.setEnabled(not poem.empty and poem.number != 0)
        self.new.setEnabled(not poem.empty)
        self.star.setEnabled(not poem.empty)
        self.star.setChecked(poem.starred)

    def lock_at(self, place: int) -> None:
        """Lock a line, or unlock it; an empty one stays free."""
        line = self._desk.poem.lines[place]
        if line.text.strip() or line.locked:
            self._desk.lock(place, self.tr("unlock") if line.locked else self.tr("lock"))
        else:
            self._bar.say(self.tr("There is no line to lock yet."))

    def turn(self, by: int) -> None:
        """Go on in the others of the line."""
        self._desk.turn(self.place, by, self.tr("other line"))

    def take_lines(self, texts: Sequence[str]) -> None:
        """Have a poem of these lines on the desk, as it was pasted: the lines between are locked."""
        most = MAX_BETWEEN + 2
        taken = texts[:most]
        lines = tuple(PoemLine(text=text, own=True, locked=0 < n < len(taken) - 1) for n, text in enumerate(taken))
        self._desk.begin(Poem(lines=lines), self.tr("paste"))
        text = (
            self.tr("A poem of {0} lines.") if len(texts) <= most else self.tr("Only the first {0} lines were taken.")
        )
        self._bar.say(text.format(len(taken)), self.tr("Unlock lines to have them written anew. Ctrl+Z goes back."))

    def serve(self, shelf: ShelfPanel) -> None:
        """Do what is asked of the poems on the shelf."""
        shelf.open_asked.connect(self.open)
        shelf.star_asked.connect(self.star_kept)
        shelf.discard_asked.connect(self.discard)

    def open(self, number: int) -> None:
        """Have a kept poem on the desk."""
        poem = self._desk.now.kept_poem(number)
        if poem is not None and poem != self._desk.poem:
            self._desk.begin(poem, self.tr("open"))
            self._bar.say(self.tr("“{0}” is on the desk.").format(self._name(poem)), self.tr("Ctrl+Z goes back."))

    def star_kept(self, number: int) -> None:
        """Star a poem of the shelf, or take its star."""
        self._desk.star(number, self.tr("star"))

    def discard(self, number: int) -> None:
        """Take a poem off the shelf."""
        poem = self._desk.now.kept_poem(number)
        if poem is not None:
            self._desk.discard(number, self.tr("discard"))
            self._bar.say(self.tr("Discarded “{0}”.").format(self._name(poem)), self.tr("Ctrl+Z brings it back."))

    def _name(self, poem: Poem) -> str:
        return name_of(poem) or self.tr("Untitled")

    # Slots

    def _on_add(self) -> None:
        place = min(self.place, len(self._desk.poem.lines) - 2)
        self._desk.add_after(place, self.tr("add a line"))

    def _on_remove(self) -> None:
        self._desk.remove(self.place, self.tr("remove a line"))

    def _on_new(self) -> None:
        kept = self._desk.poem.between > 0
        self._desk.begin(Poem(), self.tr("new poem"))
        text = self.tr("A new poem. The last one is on the shelf.") if kept else self.tr("A new poem.")
        self._bar.say(text, self.tr("Ctrl+Z goes back to it."))

    def _on_keep(self) -> None:
        self._desk.keep(self.tr("keep"))
        self._bar.say(self.tr("Kept “{0}” on the shelf.").format(self._name(self._desk.poem)))

    def _on_keep_another(self) -> None:
        self._desk.keep_another(self.tr("keep another"))
        self._bar.say(self.tr("Kept another “{0}” on the shelf.").format(self._name(self._desk.poem)))

    def _on_star(self) -> None:
        desk = self._desk
        desk.star_poem(self.tr("star"))
        text = self.tr("Starred “{0}”; it is on the shelf.") if desk.poem.starred else self.tr("“{0}” has no star now.")
        self._bar.say(text.format(self._name(desk.poem)))

    def _on_undo(self) -> None:
        self.stepping.emit()
        text = self.tr("Took back: {0}.").format(self._desk.undo_text)
        self._desk.undo()
        self._bar.say(text)

    def _on_redo(self) -> None:
        self.stepping.emit()
        text = self.tr("Brought back: {0}.").format(self._desk.redo_text)
        self._desk.redo()
        self._bar.say(text)
