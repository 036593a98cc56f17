"""The board: a grid of sprites that a model makes up, to be starred, varied, crossed, walked through and sent on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QMenuBar, QStackedWidget, QWidget

from app.document.board import BoardSprite, Lock
from app.document.exploration import Heading
from app.engine import Engine
from app.library import Pack, board_packs
from app.settings import Settings
from app.tasks.board_editing import BoardEditing
from app.tasks.board_making import BoardMaking
from app.tasks.board_originals import BoardOriginals
from app.tasks.board_sending import BoardSending, any_seed
from app.tasks.board_sliding import BoardSliding
from app.tasks.board_walking import BoardWalking
from app.tasks.keeping import keep_board
from app.tasks.naming import Naming
from app.tasks.trial import Trial
from app.widgets.board.board_bar import BoardBar
from app.widgets.board.board_hint import BoardHint
from app.widgets.board.choice_strip import ChoiceStrip
from app.widgets.board.sprite_card import SpriteCard
from app.widgets.board.sprite_grid import SpriteGrid
from app.widgets.board.sprite_panel import SpritePanel
from app.widgets.board.sprite_words import card_facts, choice_text, panel_facts
from app.widgets.job_bar import JobBar
from app.widgets.menus import action, fill
from app.widgets.packs.pack_words import title_of
from app.widgets.page_layout import arrange
from genmodels.api.messages import LoadPack


class BoardPage(QWidget):
    """Puts the parts together and connects them."""

    canvas_asked = Signal()  # the sprite on the canvas, to be given to `sending.hold_to_sprite`
    train_asked = Signal()

    def __init__(self, engine: Engine, settings: Settings, bar: JobBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine, self._settings, self._bar = engine, settings, bar
        self.board, self.keeping = keep_board(bar, self)
        self.making = BoardMaking(engine, self.board, bar, self)
        self.sliding = BoardSliding(engine, self.board, self)
        self.editing = BoardEditing(self.board, bar, self)
        self.sending = BoardSending(self.making, bar, self)
        self.originals = BoardOriginals(engine, settings, bar, self)
        self.naming = Naming(bar, self)
        self._packs: dict[str, Pack] = {}
        self._make_actions()
        edit, send = self.editing, self.sending
        self.top = BoardBar(self._new, edit.only_starred, self._walk, edit.steps.both, self)
        self._trial = Trial(self.top.picker, board_packs, bar, self)
        self._stack = QStackedWidget(self)  # parts are made in the order of Tab
        self.hint = BoardHint(self._new, self._stack)
        self.grid = SpriteGrid(self._stack)
        self.walking = BoardWalking(engine, self.board, settings, bar, self)
        texts = [(self.tr("Draw"), send.draw), (self.tr("Morph"), send.morph), (self.tr("Explore"), send.explore)]
        self.strip = ChoiceStrip([edit.star, edit.discard, send.copy, send.sheet], texts, self)
        self._side = QStackedWidget(self)
        self.panel = SpritePanel(
            self._more, self._cross, self.originals.show_folder, [self._settings_of], self._side
        )  # fmt: skip
        self._lay_out()
        self._show_choices()
        self._connect()
        self.refresh_packs()
        self._show_board()

    # Parts

    def _make_actions(self) -> None:
        make = partial(action, self)
        self._new = make(
            "board.new", self.tr("&New sprites"), self.make_new, "N", icon="dice",
            tip=self.tr("Draw more sprites: also Space on the board"),
        )  # fmt: skip
        self._more = make("board.more", self.tr("More like &this"), self._on_more, "M")
        self._cross = make("board.cross", self.tr("Cross &two"), self._on_cross, "X")
        self._settings_of = make(
            "board.use_settings", self.tr("&Use its seed and settings"), self._on_settings, "U", icon="recipe"
        )
        self._about = make("board.about", self.tr("A&bout this sprite"), self._show_card, icon="info")
        self._walk = make("board.walk", self.tr("&Walk through the starred sprites"), self._on_walk, "W")
        self._walk.setCheckable(True)
        self._larger = make("board.larger", self.tr("&Larger"), lambda: self.grid.step_zoom(1), "Ctrl++", "Ctrl+=")
        self._smaller = make("board.smaller", self.tr("S&maller"), lambda: self.grid.step_zoom(-1), "Ctrl+-")
        self._escape = make("board.cancel", self.tr("Cance&l"), self._on_escape, "Esc")

    def _lay_out(self) -> None:
        for page in (self.hint, self.grid, self.walking.view):
            self._stack.addWidget(page)
        for panel in (self.panel, self.walking.panel):
            self._side.addWidget(panel)
        self._side.setFixedWidth(self.panel.width())
        arrange(self, [self._stack, self.strip], self._side, grows=self._stack, top=self.top)

    def _connect(self) -> None:
        top, panel, grid, making = self.top, self.panel, self.grid, self.making
        self.board.subscribe(self._show_board)
        making.drawing.changed.connect(self._show_board)
        making.locked.connect(lambda: top.show_lock(making.lock))
        self.sliding.moved.connect(self._show_current)
        self.sliding.failed.connect(self._bar.fail)
        self.editing.stepping.connect(self._on_stepping)
        self.editing.filtered.connect(lambda _only: self._show_board())
        self.originals.changed.connect(self._show_original)
        self.sending.seed_pasted.connect(self._on_seed_pasted)
        self.naming.changed.connect(self._show_headings)
        self.hint.train_asked.connect(self.train_asked)
        top.picker.chosen.connect(self._on_pack_chosen)
        top.changed.connect(self._remember)
        top.free_asked.connect(lambda: making.hold_to(Lock()))
        top.file_asked.connect(self.sending.ask_for_palette)
        top.canvas_asked.connect(self.canvas_asked)
        grid.new_asked.connect(self.make_new)
        grid.opened.connect(self._show_card)
        grid.chosen.connect(self._show_current)
        grid.menu_asked.connect(self._open_menu)
        grid.zoomed.connect(lambda _zoom: self._remember())
        panel.radius_changed.connect(self._remember)
        panel.card_asked.connect(self._show_card)
        panel.sliders.pulled.connect(self._on_pulled)
        panel.sliders.settled.connect(self.sliding.settle)
        panel.sliders.reset_asked.connect(lambda: self._with_current(self.sliding.reset))
        self.naming.serve(panel.sliders, lambda: grid.current.spot if grid.current is not None else None)
        self._bar.cancelled.connect(self._cancel)

    def add_menu(self, bar: QMenuBar, before: QAction) -> QAction:
        """Add the page's menu to the window's bar; returns its entry."""
        menu = bar.addMenu(self.tr("&Board"))
        bar.insertMenu(before, menu)
        edit = self.editing
        first = [self._new, self._more, self._cross, self._escape, None, *edit.steps.both, edit.star, edit.discard]
        looks = [self._walk, edit.only_starred, self._larger, self._smaller, *self._about_one()]
        fill(menu, [*first, None, *looks, None, *self.sending.actions(), None, *self.walking.exports.actions()])
        self._show_mode()
        return menu.menuAction()

    def held_keys(self) -> list[tuple[str, str]]:
        """Return what keys do that belong to no menu."""
        return [
            (self.tr("New sprites"), self.tr("Space, on the board")),
            (self.tr("Choose several"), self.tr("Shift or Ctrl with arrow keys, Ctrl+Space; Ctrl+A")),
            (self.tr("About a sprite"), self.tr("Enter")),
            (self.tr("Play and pause a walk"), self.tr("Space")),
            (self.tr("Reorder a walk"), self.tr("Ctrl with arrow keys, on a sprite")),
        ]

    # Packs

    def refresh_packs(self) -> None:
        """Read the packs again, because one came, went or changed; the chosen one stays where it is still there."""
        packs = self._trial.packs()
        self._packs = {pack.folder.name: pack for pack in packs}
        self.sending.packs = self._packs
        self._trial.refresh(self._settings.board.pack)
        if not packs:
            self.sending.pack = None
        self.originals.forget()
        self.hint.show_packs(any_=bool(packs))
        self._new.setEnabled(bool(packs))
        self._show_current()

    def use_pack(self, folder: Path) -> None:
        """Choose this pack; one that lies elsewhere, because it is still being trained, joins the list."""
        self._trial.use(folder)
        self.refresh_packs()

    def _on_pack_chosen(self, pack: Pack) -> None:
        self.sending.pack = pack
        if not self._trial.is_on(pack):
            self._settings.board = replace(self._settings.board, pack=pack.folder.name)
        if self.isVisible():
            self._engine.submit(LoadPack(pack=str(pack.folder)))

    # Sprites

    def make_new(self) -> None:
        """Have fresh sprites drawn."""
        pack = self.top.picker.pack
        if pack is None or self._walking:
            return
        if self.editing.only_starred.isChecked():
            self.editing.only_starred.trigger()  # so that they are seen
        self.making.make_fresh(pack.folder, self.top.take(), self.top.tag, self.tr("new sprites"))

    @property
    def _walking(self) -> bool:
        return self._walk.isChecked()

    def _with_current(self, do: Callable[[BoardSprite], object]) -> None:
        if self.grid.current is not None:
            do(self.grid.current)

    def _on_more(self) -> None:
        self._with_current(lambda one: self.making.make_relatives(one, self.panel.radius, any_seed()))

    def _on_cross(self) -> None:
        chosen = self.grid.selected
        if len(chosen) == 2:
            one, other = chosen
            self.making.make_children(one, other, any_seed())
        else:
            self._bar.say(self.tr("Choose two sprites to cross."), self.tr("Ctrl and a click adds one to the choice."))

    def _on_settings(self) -> None:
        sprite = self.grid.current
        if sprite is None:
            return
        self.top.picker.choose(sprite.pack.name)
        if sprite.fresh is None:
            hint = self.tr("Copy its recipe instead: it holds its numbers.")
            self._bar.say(self.tr("This sprite began with no seed of its own."), hint)
            return
        self.top.show_recipe(sprite.fresh, sprite.own.tag)
        self._bar.say(self.tr("Seed {0} and its settings are chosen: N draws it again.").format(sprite.fresh.seed))

    def _on_seed_pasted(self, seed: int) -> None:
        pack = self.top.picker.pack
        if pack is not None:
            self.making.make_fresh(pack.folder, [self.top.fresh(seed)], self.top.tag, self.tr("paste"))

    def _on_pulled(self, heading: Heading, amount: float) -> None:
        self._with_current(lambda one: self.sliding.pull(one, heading, amount))

    # What is shown

    def _show_board(self) -> None:
        state, only = self.board.state, self.editing.only_starred.isChecked()
        self.grid.show_state(state, self.making.drawing.pending, only_starred=only)
        if self._walking and self.isVisible():
            self.walking.show()
        self.top.show_stars(len(state.stars))
        self._walk.setEnabled(bool(state.stars) or self._walking)
        self._show_mode()

    def _show_mode(self) -> None:
        """Show the board, the walk, or how to begin."""
        walking = self._walking
        empty = not self.board.state.sprites and not self.making.drawing.pending
        page = self.walking.view if walking else self.hint if empty else self.grid
        had_focus = self._stack.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        if page is not self._stack.currentWidget():
            self._stack.setCurrentWidget(page)
            if had_focus and self.isVisible():
                self._focus_on_page()
        self._side.setCurrentWidget(self.walking.panel if walking else self.panel)
        self._side.setVisible(walking or not empty)
        self.strip.setVisible(not walking and not empty)
        for one in self.walking.exports.actions():
            one.setVisible(walking)
        for one in (self._new, self._more, self._cross, self._larger, self._smaller, *self._board_actions()):
            one.setVisible(not walking)

    def _board_actions(self) -> list[QAction]:
        edit = self.editing
        own = [edit.star, edit.discard, edit.only_starred, *self._about_one()]
        return [*own, *(one for one in self.sending.actions() if one is not None)]

    def _about_one(self) -> list[QAction]:
        return [self._about, self._settings_of, self.originals.show_folder]

    def _show_current(self) -> None:
        chosen, current = self.grid.selected, self.grid.current
        self.editing.choose(chosen)
        self.sending.choose(chosen, current)
        self._more.setEnabled(current is not None)
        self._settings_of.setEnabled(current is not None)
        self._about.setEnabled(current is not None)
        self.strip.show_text(choice_text(self.board.state, chosen, self.making.drawing.pending))
        if current is not None:
            self.naming.follow(self._packs.get(current.pack.name), len(current.code.numbers))
        self.panel.show_sprite(current, current.name if current else "", panel_facts(current) if current else "")
        self.originals.follow(current if self.isVisible() else None)
        self._show_original()
        self._show_headings()
        self.panel.show_spot(self.sliding.spot(current) if current is not None else None)

    def _show_headings(self) -> None:
        current = self.grid.current
        if current is not None:
            self.panel.sliders.show_headings(*self.naming.headings(len(current.code.numbers)))

    def _show_card(self) -> None:
        sprite = self.grid.current
        if sprite is not None:
            pack = self._packs.get(sprite.pack.name)
            facts = card_facts(sprite, title_of(pack.card) if pack else sprite.pack.name)
            card = SpriteCard(sprite, facts, self.originals.show_folder, self)
            self._show_original()
            card.open()

    def _show_original(self) -> None:
        """Show the nearest training picture wherever its sprite is shown."""
        cards = [(card, card.sprite) for card in self.findChildren(SpriteCard)]
        for shown, sprite in [*cards, (self.panel, self.grid.current)]:
            if sprite is not None:
                shown.show_original(self.originals.picture(sprite), is_missing=self.originals.is_missing(sprite))

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        edit = self.editing
        first = [self._more, self._cross, None, edit.star, edit.discard, None, *self._about_one(), None]
        fill(menu, [*first, *self.sending.actions()])
        menu.popup(at)

    def _on_walk(self) -> None:
        if not self._walking:
            self.walking.leave()
        self._show_board()
        self._focus_on_page()

    # What is remembered

    def _show_choices(self) -> None:
        choices = self._settings.board
        self.top.show_choices(choices)
        self.panel.show_radius(choices.radius)
        self.grid.set_zoom(choices.zoom)

    def _remember(self) -> None:
        choices = replace(
            self._settings.board,
            variety=self.top.variety,
            prior=self.top.prior.value,
            radius=self.panel.radius,
            zoom=self.grid.zoom,
        )
        self._settings.board = choices

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Play a walk, or have sprites drawn, with keys that the focused part has no use for."""
        if self._walking and self.walking.take_key(event):
            return
        if event.key() == Qt.Key.Key_Space and not self._walking and not event.isAutoRepeat():
            self.make_new()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keys on; a focus proxy would make Tab jump there too."""
        super().focusInEvent(event)
        self._focus_on_page()

    def showEvent(self, event: QShowEvent) -> None:
        """Load the pack ahead of its first use, and go on with what is still to come."""
        super().showEvent(event)
        pack = self.top.picker.pack
        if pack is not None:
            self._engine.submit(LoadPack(pack=str(pack.folder)))
        self.making.come_back()
        self._show_board()
        self._show_current()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the engine to the other pages."""
        super().hideEvent(event)
        self.making.leave()
        self.sliding.leave()
        self.walking.leave()
        self.originals.leave()
        self.keeping.save()

    def _focus_on_page(self) -> None:
        at_board = self.grid if self._stack.currentWidget() is self.grid else self.hint
        target = self.walking.view.player.stage if self._walking else at_board
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # Slots

    def _on_escape(self) -> None:
        if self.making.drawing.running or self.walking.running:
            self._cancel()
        elif self._walking:
            self._walk.trigger()
        else:
            self._bar.clear()

    def _on_stepping(self) -> None:
        self.making.drawing.cancel()  # what came after would be a new step, and end what redo could bring back
        self.sliding.leave()

    def _cancel(self) -> None:
        self.making.drawing.cancel()
        self.walking.leave()
