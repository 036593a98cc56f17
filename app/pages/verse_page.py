"""The verse desk: a poem that goes from a first line to a last, written with a model, line by line one's own."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenuBar, QStackedWidget, QWidget

from app.document.poem import MAX_BETWEEN
from app.document.rhymes import rhyme_letters
from app.document.words import is_chinese
from app.engine import Engine
from app.library import Pack, verse_packs
from app.settings import Settings
from app.tasks.keeping import keep_poems
from app.tasks.naming import Naming
from app.tasks.pack_language import better_pack
from app.tasks.trial import Trial
from app.tasks.verse_editing import VerseEditing
from app.tasks.verse_exploring import VerseExploring, numbers_of
from app.tasks.verse_exports import VerseExports
from app.tasks.verse_finding import VerseFinding
from app.tasks.verse_picking import Chosen, VersePicking
from app.tasks.verse_reading import VerseReading
from app.tasks.verse_remarks import VerseRemarks
from app.tasks.verse_writing import VerseRecipe, VerseWriting
from app.widgets.job_bar import JobBar
from app.widgets.menus import action, fill
from app.widgets.packs.pack_words import title_of
from app.widgets.page_layout import arrange
from app.widgets.verse.poem_view import PoemShowing, PoemView
from app.widgets.verse.verse_bar import VerseBar
from app.widgets.verse.verse_hint import VerseHint
from app.widgets.verse.verse_side import VerseSide
from genmodels.api.errors import ErrorKind
from genmodels.api.messages import Failed, LoadPack, Progress
from genmodels.api.reports import Subject


class VersePage(QWidget):
    """Puts the parts together and connects them."""

    canvas_asked = Signal()  # the sprite on the canvas, to be given to `exports.show_card`
    train_asked = Signal()

    def __init__(self, engine: Engine, settings: Settings, bar: JobBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine, self._settings, self._bar = engine, settings, bar
        self.desk, self.keeping = keep_poems(bar, self)
        self.reading = VerseReading(engine, self)
        self.remarks = VerseRemarks(self.reading, self)
        self.writing = VerseWriting(engine, self.desk, self.reading, self)
        self.finding = VerseFinding(engine, self.reading, self)
        self.exploring = VerseExploring(engine, self.desk, self)
        self.naming = Naming(bar, self, Subject.VERSE)
        self.editing = VerseEditing(self.desk, bar, self)
        self.picking = VersePicking(
            self._chosen,
            self.desk,
            editing=self.editing,
            finding=self.finding,
            exploring=self.exploring,
            reading=self.reading,
            parent=self,
        )
        self.exports = VerseExports(self.desk, bar, self)
        self._make_actions()
        pick = self.picking
        self.top = VerseBar(self._write, self.editing.keep, self.editing.steps.both, self)  # in the order of Tab
        self._trial = Trial(self.top.picker, verse_packs, bar, self)
        self._stack = QStackedWidget(self)
        self.hint = VerseHint(self._write, self._stack)
        exports = self.exports
        uses = [("", self.editing.star), ("", exports.copy), (self.tr("Export…"), exports.export)]
        self.view = PoemView(pick.begin, [*uses, (self.tr("Card…"), exports.card)], self._stack)
        self.side = VerseSide(
            self._unfold,
            [pick.fresh, pick.near],
            [pick.first, pick.here, pick.last],
            [pick.explore, pick.explore_found],
            keep=self.editing.keep,
            parent=self,
        )
        self.rules, self.explorer = self.side.rules, self.side.explorer
        self._lay_out()
        self._show_choices()
        self._connect()
        self.refresh_packs()
        self._on_desk_changed()

    # Parts

    def _make_actions(self) -> None:
        make = partial(action, self)
        self._write = make(
            "verse.write", self.tr("&Write"), self.write, "Ctrl+Shift+Return",
            tip=self.tr("Write the lines between; what is locked stays: also Enter in the first or last line"),
        )  # fmt: skip
        self._roll = make("verse.others_here", self.tr("&Other lines here"), self.vary, "Ctrl+Return", "Ctrl+Enter")
        self._unfold = make(
            "verse.unfold", self.tr("Show &all other lines"), self._on_choices_changed, "Ctrl+U",
            tip=self.tr("Show the others of every line, not only of the one you are at"),
        )  # fmt: skip
        self._unfold.setCheckable(True)
        self._escape = make("verse.cancel", self.tr("Cance&l"), self._on_escape, "Esc")

    def _lay_out(self) -> None:
        self._stack.addWidget(self.hint)
        self._stack.addWidget(self.view)
        arrange(self, [self._stack], self.side, grows=self._stack, top=self.top)

    def _connect(self) -> None:
        view, desk, editing, exploring = self.view, self.desk, self.editing, self.exploring
        desk.subscribe(self._on_desk_changed)
        self.top.picker.chosen.connect(self._on_pack_chosen)
        self.top.changed.connect(self._on_choices_changed)
        self.rules.changed.connect(self._on_choices_changed)
        self.hint.train_asked.connect(self.train_asked)
        view.titled.connect(lambda text: desk.entitle(text, self.tr("title")))
        view.typed.connect(self._on_typed)
        view.pasted.connect(editing.take_lines)
        view.entered.connect(self._on_entered)
        view.left.connect(desk.settle)
        view.picked.connect(lambda place, number: desk.turn(place, number + 1, self.tr("other line")))
        view.lock_asked.connect(editing.lock_at)
        view.roll_asked.connect(lambda _place: self.vary())
        view.words_asked.connect(lambda place, words: desk.lock_words(place, words, self.tr("lock words")))
        view.current_changed.connect(self._on_current_changed)
        editing.stepping.connect(self.writing.cancel)
        editing.words_asked.connect(lambda: view.rows[editing.place].toggle_words(None))
        self.reading.changed.connect(self._show_poem)
        self.writing.changed.connect(self._on_writing_changed)
        self.writing.progressed.connect(self._on_progressed)
        self.writing.failed.connect(self._on_failed)
        self.writing.wrote.connect(self._on_wrote)
        self.finding.changed.connect(lambda: self.side.found.show_lines(self.finding.found, self.finding.near))
        self.finding.failed.connect(self._bar.fail)
        exploring.changed.connect(self._show_spot)
        exploring.failed.connect(self._bar.fail)
        exploring.ends_changed.connect(lambda: self.explorer.sliders.show_ends(exploring.ends))
        for chosen in (self.side.found.chosen, self.side.changed):
            chosen.connect(self.picking.enable)
        self.picking.found_asked.connect(lambda: self.side.show_part(self.side.found))
        self.picking.explorer_asked.connect(lambda: self.side.show_part(self.explorer))
        self.picking.began.connect(self._on_begun)
        self.naming.changed.connect(self._show_headings)
        self.explorer.sliders.pulled.connect(exploring.pull)
        self.explorer.sliders.settled.connect(desk.settle)
        self.explorer.sliders.reset_asked.connect(exploring.reset)
        self.naming.serve(self.explorer.sliders, lambda: exploring.spot)
        editing.serve(self.side.shelf)
        self.exports.sprite_asked.connect(self.canvas_asked)
        self._bar.cancelled.connect(self.writing.cancel)

    def add_menu(self, bar: QMenuBar, before: QAction) -> QAction:
        """Add the page's menu to the window's bar; returns its entry."""
        menu = bar.addMenu(self.tr("&Verse"))
        bar.insertMenu(before, menu)
        edit, pick = self.editing, self.picking
        fill(menu, [self._write, self._roll, self._escape, None, *edit.steps.both, None, *edit.line_actions(), None])
        fill(menu, [pick.begin, pick.fresh, pick.near, pick.explore, pick.first, pick.here, pick.last, self._unfold])
        fill(menu, [None, *edit.poem_actions(), None, *self.exports.actions()])
        return menu.menuAction()

    def held_keys(self) -> list[tuple[str, str]]:
        """Return what keys do that belong to no menu."""
        return [
            (self.tr("Write"), self.tr("Enter, in the first or last line")),
            (self.tr("On to the next line"), self.tr("Enter between them; arrow keys")),
            (self.tr("Take another line"), self.tr("Tab to it, Enter")),
            (self.tr("Open, discard a kept poem"), self.tr("Enter, Del on the shelf")),
        ]

    # Packs

    def refresh_packs(self) -> None:
        """Read the packs again, because one came, went or changed; the chosen one stays where it is still there."""
        self._trial.refresh(self._settings.verse.pack)
        self._show_packs()

    def use_pack(self, folder: Path) -> None:
        """Choose this pack; one that lies elsewhere, because it is still being trained, joins the list."""
        self._trial.use(folder)
        self._show_packs()

    def _show_packs(self) -> None:
        pack = self.top.picker.pack
        if pack is None:
            self._choose(None)
        has_poems = not self.desk.poem.empty or bool(self.desk.now.kept)
        self._stack.setCurrentWidget(self.view if pack is not None or has_poems else self.hint)
        self.side.setVisible(pack is not None or has_poems)
        self._enable()

    def _on_pack_chosen(self, pack: Pack) -> None:
        if not self._trial.is_on(pack):
            self._settings.verse = replace(self._settings.verse, pack=pack.folder.name)
        if not pack.has_weights_of(self.reading.pack) and self.isVisible():
            self._engine.submit(LoadPack(pack=str(pack.folder)))
        self._choose(pack)

    def _choose(self, pack: Pack | None) -> None:
        if pack is None or not pack.has_weights_of(self.reading.pack):
            self.writing.cancel()
            self.finding.clear()
            self.remarks.forget()
        self.reading.choose(pack)
        self.exploring.choose(pack)
        self.naming.follow(pack, numbers_of(pack))
        self._show_spot()

    def _suit_pack(self) -> None:
        """Choose a pack of the language that is typed, where the chosen one writes another."""
        poem = self.desk.poem
        fitting = better_pack(self.top.picker.pack, self._trial.packs(), (poem.first, poem.last))
        if fitting is not None:
            self.top.picker.choose(fitting.folder.name)
            self._bar.say(self.tr("“{0}” writes this language, and is chosen now.").format(title_of(fitting.card)))

    # Writing

    def write(self) -> None:
        """Have the lines between the two ends written; what is locked stays."""
        missing = self.remarks.missing_end(self.desk.poem)
        if self.top.picker.pack is None:
            self._bar.say(self.tr("No pack writes verse yet."), self.tr("Train one on the Train page."))
        elif missing is not None:
            self._show_poem()
            self.view.focus_on(missing)
        else:
            self.remarks.forget()
            self.writing.write(replace(self._recipe(self.top.picker.pack), seed=self.top.seed.take(1)[0]))

    def vary(self) -> None:
        """Have other lines written for the place a person is at; at an end, write."""
        pack, place = self.top.picker.pack, self.editing.place
        line = self.desk.poem.lines[place]
        if self.desk.poem.is_end(place):
            self.write()
        elif line.locked and line.text.strip():
            self._bar.say(self.tr("This line is locked."), self.tr("Ctrl+L unlocks it."))
        elif pack is not None:
            self.writing.vary(place, self._recipe(pack))

    def _recipe(self, pack: Pack) -> VerseRecipe:
        return VerseRecipe(
            pack=pack.folder,
            between=self.top.between.value(),
            alternatives=self.rules.alternatives.value(),
            search=self.rules.search.isChecked(),
            rules=self.rules.rules,
        )

    def _chosen(self) -> Chosen:
        side = self.side
        return Chosen(pack=self.top.picker.pack, rules=self.rules.rules, found=side.found.current, offered=side.offered)

    # What is shown

    def _on_desk_changed(self) -> None:
        state, poem = self.desk.now, self.desk.poem
        self.top.follow(poem.between)
        self.reading.show(poem.texts)
        self.side.shelf.show_kept(state.kept, poem.number)
        self.rules.show_language(chinese=any(is_chinese(text) for text in poem.texts))
        self._show_poem()

    def _show_poem(self) -> None:
        poem = self.writing.awaited or self.desk.poem
        facts = [self.reading.facts(line.text) for line in poem.lines]
        coming = {place for place, line in enumerate(poem.lines[1:-1], 1) if not (line.locked and line.text.strip())}
        first = facts[0]
        self.rules.propose_length(first.length if first is not None else 0)
        showing = PoemShowing(
            facts=self.reading.facts,
            letters=rhyme_letters(facts),
            problems=self.remarks.at(poem),
            drafts=frozenset(coming if self.writing.awaited is not None else ()),
            rolling=self.writing.place,
            unfolded=self._unfold.isChecked(),
            coming=self.top.between.value(),
        )
        self.view.show_poem(poem, showing)
        self._enable()

    def _enable(self) -> None:
        pack = self.top.picker.pack
        self._write.setEnabled(pack is not None)
        self._roll.setEnabled(pack is not None and self.desk.poem.between > 0)
        self.editing.choose(self.view.current)
        self.picking.enable()

    def _show_spot(self) -> None:
        self._show_headings()
        self.explorer.show_spot(self.exploring.spot, self.exploring.text)
        self.explorer.sliders.show_ends(self.exploring.ends)
        self.picking.enable()

    def _show_headings(self) -> None:
        spot = self.exploring.spot
        if spot is not None:
            sliders = self.explorer.sliders
            sliders.show_headings(*self.naming.headings(len(spot.origin.code.numbers)))
            self.exploring.show_ends(sliders.headings)

    # What is remembered

    def _show_choices(self) -> None:
        choices = self._settings.verse
        self.top.show_between(min(max(choices.between, 1), MAX_BETWEEN))
        self.rules.show_choices(choices)
        self._unfold.setChecked(choices.unfolded)

    def _on_choices_changed(self) -> None:
        rules = self.rules.rules
        self._settings.verse = replace(
            self._settings.verse,
            between=self.top.between.value(),
            alternatives=self.rules.alternatives.value(),
            temperature=rules.temperature,
            new_only=rules.new_only,
            rhyme=rules.rhyme,
            tones=self.rules.tones.isChecked(),
            length=rules.length,
            search=self.rules.search.isChecked(),
            unfolded=self._unfold.isChecked(),
        )
        self._show_poem()

    # Qt's events

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keys on; a focus proxy would make Tab jump there too."""
        super().focusInEvent(event)
        if self._stack.currentWidget() is self.view:
            self.view.focus_on(self.view.current)
        else:
            self.hint.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Load the pack ahead of its first use."""
        super().showEvent(event)
        pack = self.top.picker.pack
        if pack is not None:
            self._engine.submit(LoadPack(pack=str(pack.folder)))
            self.reading.show(self.desk.poem.texts)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save; lines under way are so short of their end that they are let come."""
        super().hideEvent(event)
        self.desk.settle()
        self.keeping.save()

    # Slots

    def _on_typed(self, place: int, text: str) -> None:
        self.desk.type(place, text, self.tr("typing"))
        self._suit_pack()

    def _on_entered(self, place: int) -> None:
        if self.desk.poem.is_end(place):
            self.write()
        else:
            self.view.focus_on(place + 1)

    def _on_current_changed(self, place: int) -> None:
        self.editing.choose(place)
        self._show_poem()

    def _on_writing_changed(self) -> None:
        if not self.writing.running:
            self._bar.end_progress("")
        self._show_poem()

    def _on_progressed(self, progress: Progress) -> None:
        self._bar.show_progress(self.tr("Writing…"), progress.done, progress.total)

    def _on_begun(self) -> None:
        self.view.focus_on(0)  # the button that did it is gone
        self.write()

    def _on_wrote(self) -> None:
        self._bar.end_progress(self.tr("Written with seed {0}.").format(self.desk.poem.seed))

    def _on_failed(self, failure: Failed) -> None:
        if failure.error is ErrorKind.INPUT:
            self.remarks.refuse(self.desk.poem, failure)
            self._show_poem()
        self._bar.fail(failure)

    def _on_escape(self) -> None:
        if self.writing.running:
            self.writing.cancel()
        else:
            self._bar.clear()
