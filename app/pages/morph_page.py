"""The page on which pictures turn into each other: puts the parts together and connects them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QFocusEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMenuBar, QStackedWidget, QWidget

from app.document.playback import Timing, sequence
from app.engine import Engine
from app.library import Pack, image_packs
from app.settings import MorphChoices, Settings
from app.tasks.key_editing import KeyEditing
from app.tasks.morph_exports import MorphExports, Showing
from app.tasks.morphing import Morphing, MorphRecipe
from app.tasks.trial import Trial
from app.widgets.drops import pictures_of
from app.widgets.job_bar import JobBar
from app.widgets.menus import action, fill
from app.widgets.morphing.frame_player import FramePlayer
from app.widgets.morphing.frame_words import fit_text
from app.widgets.morphing.morph_hint import MorphHint
from app.widgets.morphing.morph_panel import MorphPanel
from app.widgets.page_layout import arrange
from genmodels.api.messages import Easing, Failed, Progress


class MorphPage(QWidget):
    """Owns the key pictures; the frames follow from them and from the choices in the panel."""

    canvas_asked = Signal(int)  # the sprite on the canvas, to be given to `keys.take` with this place
    frame_asked = Signal(object, str)  # uint8 RGBA to draw on, and its name
    train_asked = Signal()

    def __init__(self, engine: Engine, settings: Settings, bar: JobBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine, self._settings, self._bar = engine, settings, bar
        self._asked: object = None  # what the frames were last asked with
        self.morphing = Morphing(engine, self)
        self.keys = KeyEditing(bar, self)  # parts are made in the order of Tab
        self.exports = MorphExports("morph", self._showing, bar, self)
        self._escape = action(self, "morph.cancel", self.tr("Cance&l"), self._on_escape, "Esc")
        self._stack = QStackedWidget(self)
        self.hint = MorphHint(self.keys.add, self.keys.add_canvas, self._stack)
        self.player = FramePlayer(self._stack)
        self.panel = MorphPanel(self.exports.actions(), self)
        self._trial = Trial(self.panel.picker, image_packs, bar, self)
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        choices = settings.morph
        self.panel.show_choices(choices)
        self.player.transport.show_toggles(ping_pong=choices.ping_pong, loop=choices.loop)
        self.refresh_packs()
        self._on_keys_changed()

    # Parts

    def _lay_out(self) -> None:
        self._stack.addWidget(self.hint)
        self._stack.addWidget(self.player)
        arrange(self, [self.keys.line, self._stack], self.panel, grows=self._stack)

    def _connect(self) -> None:
        keys, panel, morphing = self.keys, self.panel, self.morphing
        keys.changed.connect(self._on_keys_changed)
        keys.looked_at.connect(self.player.look_at)
        keys.canvas_asked.connect(self.canvas_asked)
        self.exports.frame_asked.connect(self.frame_asked)
        self.hint.train_asked.connect(self.train_asked)
        panel.picker.chosen.connect(self._on_pack_chosen)
        panel.changed.connect(self._on_choices_changed)
        panel.timing_changed.connect(self._on_timing_changed)
        panel.scale_changed.connect(self._remember)
        panel.palette_asked.connect(self._ask_for_palette)
        self.player.toggled.connect(self._on_timing_changed)
        self.player.frame_shown.connect(self._on_frame_shown)
        morphing.began.connect(self._on_began)
        morphing.changed.connect(self._on_frames_changed)
        morphing.frame_changed.connect(self._on_frame_changed)
        morphing.progressed.connect(self._on_progressed)
        morphing.ended.connect(self._on_ended)
        morphing.failed.connect(self._on_failed)
        self._bar.cancelled.connect(self._on_cancelled)

    def add_menu(self, bar: QMenuBar, before: QAction) -> QAction:
        """Add the page's menu to the window's bar; returns its entry."""
        menu = bar.addMenu(self.tr("&Morph"))
        bar.insertMenu(before, menu)
        fill(menu, [*self.keys.actions(), self._escape, None, *self.exports.actions()])
        return menu.menuAction()

    def held_keys(self) -> list[tuple[str, str]]:
        """Return what keys do that belong to no menu."""
        return [
            (self.tr("Play and pause"), self.tr("Space")),
            (self.tr("Previous and next frame"), self.tr("arrow keys; Home and End")),
            (self.tr("Move a key picture"), self.tr("Ctrl with arrow keys, on the picture")),
            (self.tr("Replace it, remove it"), self.tr("Enter, Delete, on the picture")),
        ]

    # Packs

    def refresh_packs(self) -> None:
        """Read the packs again, because one came, went or changed; the chosen one stays where it is still there."""
        self._trial.refresh(self._settings.image_pack)
        self._show_hint()

    def use_pack(self, folder: Path) -> None:
        """Choose this pack; one that lies elsewhere, because it is still being trained, joins the list."""
        self._trial.use(folder)
        self._show_hint()

    def _on_pack_chosen(self, pack: Pack) -> None:
        if not self._trial.is_on(pack):
            self._settings.image_pack = pack.folder.name
        if self.isVisible():
            self.morphing.load(pack.folder)
        self._ask()

    # The frames

    def _recipe(self) -> MorphRecipe | None:
        pack = self.panel.picker.pack
        if pack is None:
            return None
        choices = self._choices()
        return MorphRecipe(
            pack=pack.folder,
            frames=choices.between + 2,
            easing=Easing(choices.easing),
            palette=self.panel.palette_rule,
            colours=self.panel.colours if choices.palette == "list" else (),
        )

    def _ask(self, *, again: bool = False) -> None:
        """Ask for the frames of what is chosen now, where that has changed."""
        recipe, row, pack = self._recipe(), self.keys.row, self.panel.picker.pack
        wanted = recipe, row, pack.card.sha256 if pack else ""  # a pack may be trained anew under its name
        if not self.isVisible() or (wanted == self._asked and not again):
            return
        self._asked = wanted
        if recipe is None or len(row) < 2:
            self.morphing.show_pictures(row)
        else:
            self.morphing.start(row, recipe)

    def _choices(self) -> MorphChoices:
        transport = self.player.transport
        return self.panel.choices(ping_pong=transport.ping_pong, loop=transport.loop)

    def _timing(self) -> Timing:
        choices = self._choices()
        return Timing(
            frame_ms=choices.frame_ms, hold_ms=choices.hold_ms, ping_pong=choices.ping_pong, loop=choices.loop
        )

    def _remember(self) -> None:
        self._settings.morph = self._choices()

    def _on_choices_changed(self) -> None:
        self._remember()
        self._ask()

    def _on_timing_changed(self) -> None:
        self._remember()
        self.player.show_timing(self._timing())

    def _on_frames_changed(self) -> None:
        morphing, player, row = self.morphing, self.player, self.keys.row
        player.show_frames(morphing.frames, morphing.times, row, self._timing(), rough=not morphing.final)
        player.words.show_state(morphing.ends_exact, final=morphing.final)
        self.panel.show_fit(fit_text(morphing.distances, row))

    def _on_frame_changed(self, number: int) -> None:
        frame = self.morphing.frames[number]
        if frame is not None:
            self.player.show_frame(number, frame)

    def _on_frame_shown(self, known: bool) -> None:
        self.exports.enable(final=self.morphing.final, known=known and len(self.morphing.frames) > 1)

    def _show_hint(self) -> None:
        has_pack, count = self.panel.picker.pack is not None, len(self.keys.row)
        self.hint.show_state(count, has_pack=has_pack)
        ready = has_pack and count > 1
        self._stack.setCurrentWidget(self.player if ready else self.hint)
        self.keys.line.setVisible(count > 0)

    def _ask_for_palette(self) -> None:
        palette = self.keys.files.ask_for_palette()
        if palette is not None:
            self.panel.use_palette(*palette)

    def _showing(self) -> Showing:
        morphing = self.morphing
        return Showing(
            name=self.keys.name(),
            frames=morphing.frames,
            order=sequence(morphing.times, self._timing()),
            current=self.player.transport.current,
            scale=self._choices().scale,
        )

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Play, and step through the frames, with keys that the focused part has no use for."""
        if not self.player.take_key(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on; a focus proxy would have Tab leap over the key pictures."""
        target = self.player.stage if self._stack.currentWidget() is self.player else self.hint
        target.setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what has changed while the page was not seen."""
        super().showEvent(event)
        pack = self.panel.picker.pack
        if pack is not None:
            self.morphing.load(pack.folder)
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the engine to the other pages."""
        super().hideEvent(event)
        self.player.transport.pause()
        if self.morphing.running:
            self._asked = None  # so that it is asked again
            self.morphing.stop()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take pictures; folders and packs are for the window."""
        if pictures_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put them last."""
        event.acceptProposedAction()
        self.keys.insert_files(len(self.keys.row), pictures_of(event.mimeData()))

    # Slots

    def _on_keys_changed(self) -> None:
        self._ask()
        self._show_hint()

    def _on_began(self) -> None:
        self._bar.clear()
        self._bar.show_progress(self._morphing_text())

    def _on_progressed(self, progress: Progress) -> None:
        self._bar.show_progress(self._morphing_text(), progress.done, progress.total)

    def _on_ended(self) -> None:
        if self.morphing.final:
            text = self.tr("{0} frames.").format(len(self.morphing.frames))
            self._bar.end_progress(text, " ".join(self.morphing.remarks) or self.tr("Space plays them."))
        else:
            self._bar.end_progress("")

    def _on_failed(self, failure: Failed) -> None:
        self._bar.fail(failure, offer=(self.tr("Retry"), lambda: self._ask(again=True)))

    def _on_escape(self) -> None:
        if self.morphing.running:
            self._on_cancelled()
        else:
            self._bar.clear()

    def _on_cancelled(self) -> None:
        if self.morphing.running:
            self.morphing.stop()
            again = (self.tr("Morph again"), lambda: self._ask(again=True))
            self._bar.say(self.tr("Cancelled."), self.tr("What is there stays rough."), again)

    def _morphing_text(self) -> str:
        if not self._engine.is_ready:
            return self.tr("Waiting for the engine to start…")
        return self.tr("The model draws the way…")
