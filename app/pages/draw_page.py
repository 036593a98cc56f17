"""The page on which sprites are drawn and completed: puts the parts together and connects them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QMenuBar, QVBoxLayout, QWidget

from app.canvas.ink import Ink
from app.canvas.view import Canvas
from app.document.candidates import Candidate
from app.document.drawing import Drawing, blank
from app.document.landing import lay
from app.engine import Engine
from app.library import Pack, drawing_packs, sample_sprites
from app.settings import Settings
from app.tasks.animating import Animating
from app.tasks.audition import Audition
from app.tasks.completion import Completion
from app.tasks.drawing_commands import DrawingCommands
from app.tasks.exporting import Exporting
from app.tasks.file_commands import FileCommands
from app.tasks.files import Files
from app.tasks.importing import Importing
from app.tasks.landing_choice import LandingChoice
from app.tasks.pack_loading import PackLoading
from app.tasks.palette_editing import PaletteEditing
from app.tasks.trial import Trial
from app.widgets.buttons import rule
from app.widgets.drawing.complete_panel import CompletePanel
from app.widgets.drawing.palette_bar import PaletteBar
from app.widgets.drawing.tool_options import ToolOptions
from app.widgets.drawing.tool_rail import ToolCard, ToolRail
from app.widgets.drops import one_picture
from app.widgets.job_bar import JobBar
from app.widgets.menus import action, fill
from app.widgets.page_layout import arrange, scrolled
from genmodels.api.deferred import messages
from genmodels.media.sprite import Sprite

if TYPE_CHECKING:
    from genmodels.media.arrays import np

_SIDE = 32  # of a new sprite where there is no pack to suggest a size
_PANEL_WIDTH = 300


class DrawPage(QWidget):
    """Owns the drawing and decides what the parts do with each other."""

    named = Signal(str, bool)  # the sprite's name, and whether it has unsaved changes
    morph_asked = Signal(bool)  # of the sprite into others, or, where true, of others into the sprite

    def __init__(self, engine: Engine, settings: Settings, bar: JobBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine, self._settings, self._bar = engine, settings, bar
        self._drawing: Drawing | None = None
        self._remarks: list[str] = []  # what the engine said about the completion that runs
        self._ink = Ink(self, settings.tools)
        self.canvas = Canvas(lambda: self.drawing, QSize(_SIDE, _SIDE), self._ink, self)
        self.completion = Completion(engine, self)
        self.files = Files(self, lambda: self.drawing, bar, settings)
        self.exporting = Exporting(self, lambda: self.drawing, bar)
        self.importing = Importing(self, self.files, lambda: self.drawing, self.canvas, bar)
        self._file_commands = FileCommands(self, self.files, self.exporting, self.importing, self.new_sprite)
        self.commands = DrawingCommands(self, lambda: self.drawing, self.canvas, self._ink, bar)
        self._landing = LandingChoice(settings, self)
        self.audition = Audition(self, lambda: self.drawing, self.canvas, bar, lambda: self._landing.landing)
        self.animating = Animating(self, lambda: self.drawing, self.canvas, bar, settings)
        self._loading = PackLoading(engine, bar, self)
        self._make_actions()
        self.rail = ToolRail(self._ink, self)
        self._options = ToolOptions(self._ink, self.commands.shown(), self)
        self._side = QFrame(self)
        content = scrolled(self._side)
        self.panel = CompletePanel(self._complete, self._from_nothing, content)
        self._trial = Trial(self.panel.picker, drawing_packs, bar, self)
        self._palette = PaletteBar(self._ink, content)
        self._colours = PaletteEditing(self, self._palette, lambda: self.drawing, self._ink, bar)
        self._lay_out(content)
        self._connect()
        self.setAcceptDrops(True)
        self.rail.choose(0)
        self.panel.set_temperature(settings.temperature)

    # Parts

    def _lay_out(self, content: QWidget) -> None:
        inside = QVBoxLayout(content)
        inside.setContentsMargins(16, 14, 16, 14)
        inside.setSpacing(16)
        inside.addWidget(self.panel)
        inside.addWidget(rule(content))
        inside.addWidget(self._palette)
        inside.addStretch(1)
        self._side.setProperty("role", "side")
        self._side.setFixedWidth(_PANEL_WIDTH)
        parts = [self._options, self.canvas, self.animating.dock, self.audition.strip]
        arrange(self, parts, self._side, grows=self.canvas, left=self.rail)

    def _connect(self) -> None:
        self.rail.chosen.connect(self._on_tool_chosen)
        self._ink.changed.connect(self._on_ink_changed)
        self.commands.guides.changed.connect(self.audition.refresh)
        self.commands.colouring.instead = self.audition.discard_current
        self.canvas.zoomed.connect(self._options.show_zoom)
        self.canvas.pointed.connect(self._options.show_place)
        self.panel.picker.chosen.connect(self._on_pack_chosen)
        self.panel.temperature_changed.connect(self._on_temperature_changed)
        self._colours.hold(self.panel)
        self.animating.shown.connect(self._show_strip)
        self.audition.strip.looked_at.connect(self._on_looked_at)
        self.audition.strip.settings_asked.connect(self.panel.use)
        self.audition.strip.save_asked.connect(self._save_candidate)
        self.files.opened.connect(self.show_drawing)
        self.files.saving.saved.connect(self._on_settled)
        self.completion.began.connect(self._on_began)
        self.completion.updated.connect(self.audition.on_updated)
        self.completion.progressed.connect(self._on_progressed)
        self.completion.logged.connect(self._on_logged)
        self.completion.ended.connect(self._on_ended)
        self.completion.failed.connect(self._on_failed)
        self._bar.cancelled.connect(self.completion.cancel)

    def _make_actions(self) -> None:
        make = partial(action, self)
        self._complete = make(
            "draw.complete", self.tr("&Complete"), self.complete, "Ctrl+Return", "Ctrl+Enter", icon="complete",
            tip=self.tr("Draw the selected pixels"),
        )  # fmt: skip
        self._from_nothing = make(
            "draw.from_nothing", self.tr("Draw from &nothing"), self.draw_from_nothing, "Ctrl+Shift+Return"
        )
        self._escape = make("draw.cancel", self.tr("Cancel, or back to the &original"), self._on_escape, "Esc")

    def add_menus(self, bar: QMenuBar) -> None:
        """Add the page's menus to the window's bar."""
        make = partial(action, self)
        self._file_commands.add_menu(bar)
        larger = make("draw.larger_brush", self.tr("&Larger brush"), lambda: self._options.step_size(1), "+", "=", "]")
        smaller = make("draw.smaller_brush", self.tr("S&maller brush"), lambda: self._options.step_size(-1), "-", "[")
        self.commands.add_edit_menus(bar)
        bar.addMenu(self._palette.menu)
        self.animating.add_menus(bar)
        self.commands.add_view_menus(bar, [self.animating.toggle])
        fill(bar.addMenu(self.tr("&Tools")), [*self.rail.actions_, None, larger, smaller])
        model = [self._complete, self._from_nothing, self._escape, None, *self.audition.actions(), None]
        model += [*self._landing.actions(), None]
        first = make(
            "draw.first_of_morph",
            self.tr("Use as the f&irst picture of a morph"),
            lambda: self.morph_asked.emit(False),
            "Ctrl+M",
        )
        last = make(
            "draw.last_of_morph",
            self.tr("Use as the &last picture of a morph"),
            lambda: self.morph_asked.emit(True),
            "Ctrl+Shift+M",
        )
        fill(bar.addMenu(self.tr("M&odel")), [*model, first, last])

    def held_keys(self) -> list[tuple[str, str]]:
        """Return what keys do that are held, or work on the canvas, and so belong to no menu."""
        compare = (self.tr("Compare with the original"), self.tr("hold \\"))
        palette = (self.tr("Palette: select more, move"), self.tr("hold Ctrl or Shift; Alt and arrow keys"))
        return [compare, *self.commands.held_keys(), palette, *self.animating.held_keys()]

    # The drawing

    @property
    def drawing(self) -> Drawing:
        """The drawing; an empty one where none was opened yet. The first paint does without, and so without NumPy."""
        drawing = self._drawing
        if drawing is None:
            drawing = blank(_SIDE, _SIDE)
            self.show_drawing(drawing)
        return drawing

    def name(self) -> tuple[str, bool]:
        """Return the sprite's name, and whether it has unsaved changes."""
        drawing = self._drawing
        if drawing is None or drawing.origin is None:
            return self.tr("New sprite"), drawing is not None and drawing.dirty
        name = drawing.origin.name
        return name if drawing.path is not None else self.tr("{0} (recovered)").format(name), drawing.dirty

    def show_drawing(self, drawing: Drawing) -> None:
        """Work on another drawing; of the candidates of the last one only the starred stay."""
        self._drawing = drawing
        self.completion.cancel()
        self.audition.show_kept(drawing)
        self._show_strip()
        drawing.subscribe(lambda _box: self._on_drawing_changed(drawing))
        drawing.follow(lambda: self._on_step(drawing))
        self.commands.guides.attach(drawing)
        self.canvas.set_drawing(drawing)
        self._colours.set_drawing(drawing)
        self.animating.show_drawing(drawing)
        self._on_settled()

    def open_first(self, file: Path | None) -> None:
        """Read the packs, then open this file, or a sample where there is none; call it when the window is shown."""
        packs, errors = drawing_packs()
        self.panel.picker.set_packs(packs, self._settings.pack)
        if self._drawing is not None and self._drawing.history.undo_text:  # a person has begun to draw already
            if file is not None:
                self.files.open_asking(file)
            return
        first = file or next(iter(sample_sprites()), None)
        loaded = first is not None and self.files.load(first, remember=file is not None)
        if not loaded:
            self.show_drawing(blank(self._pack_side(), self._pack_side()))
        if errors and (loaded or first is None):  # a file that failed has the message bar
            self._bar.fail(errors[0])

    def refresh_packs(self) -> None:
        """Read the packs again, because one came, went or changed; the chosen one stays where it is still there."""
        self._trial.refresh(self._settings.pack)

    def use_pack(self, folder: Path) -> None:
        """Choose this pack; one that lies elsewhere, because it is still being trained, joins the list."""
        self._trial.use(folder)

    def new_sprite(self) -> None:
        """Ask for a size, the pack's own proposed, and start an empty sprite."""
        self.files.new(self._pack_side(), self._pack_side())

    def complete(self) -> None:
        """Let the model draw the selected pixels, or say what is missing."""
        recipe = self.panel.recipe()
        if self.completion.running:
            return
        if recipe is None:
            hint = self.tr("Train one on the Train page, or drop an .svpack file anywhere on this window.")
            self._bar.say(self.tr("No pack completes sprites yet."), hint)
        elif not self.drawing.mask_HW.any():
            hint = self.tr("The model draws in the selection: paint over a part (K), or press Ctrl+A to redraw all.")
            self._bar.say(self.tr("Nothing is selected yet."), hint)
        else:
            self.canvas.abort_stroke()
            self.completion.start(self.drawing, recipe, self.panel.take_seeds())

    def draw_from_nothing(self) -> None:
        """Start an empty sprite of the pack's size and let the model draw all of it."""
        if not self.completion.running and self.files.may_leave(self.draw_from_nothing):
            self.show_drawing(blank(self._pack_side(), self._pack_side()))
            self.commands.selecting.all.trigger()
            self.complete()

    def lay(self, rgba_HWC: np.ndarray, name: str) -> None:
        """Lay a picture of another page onto the drawing."""
        self.canvas.abort_stroke()
        drawing = self.drawing
        selected = bool(drawing.mask_HW.any())
        text = self.tr("Lay {0} onto it").format(name)
        if not lay(drawing, rgba_HWC, landing=self._landing.landing, text=text, name=name):
            nothing = self.tr("Nothing changed: the sprite looks like that already, or the selection keeps it out.")
            self._bar.say(nothing)
            return
        laid = self.tr("Laid “{0}” on the selected part.") if selected else self.tr("Laid “{0}” on the middle.")
        self._bar.say(laid.format(name), self.tr("Ctrl+Z takes it back."))

    def _pack_side(self) -> int:
        pack = self.panel.picker.pack
        return (pack.card.size if pack else 0) or _SIDE

    def _save_candidate(self, candidate: Candidate) -> None:
        name = f"{self.drawing.path.stem if self.drawing.path else 'sprite'}-{candidate.seed}.png"
        self.files.saving.save_picture(Sprite(rgba_HWC=candidate.over(candidate.rgba_HWC)), name)

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the original while the backslash is held."""
        if event.key() == Qt.Key.Key_Backslash:
            self.audition.compare(held=True)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Show the candidate again."""
        if event.key() == Qt.Key.Key_Backslash and not event.isAutoRepeat():
            self.audition.compare(held=False)
        else:
            super().keyReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if one_picture(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file."""
        path = one_picture(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.files.open_asking(path)

    # Slots

    def _on_tool_chosen(self, card: ToolCard) -> None:
        self.canvas.set_tool(card.tool)
        self._options.show_tool(card)

    def _on_ink_changed(self) -> None:
        self._settings.tools = self._ink.choices

    def _on_pack_chosen(self, pack: Pack) -> None:
        if not self._trial.is_on(pack):
            self._settings.pack = pack.folder.name
        self._loading.choose(pack)

    def _on_temperature_changed(self, temperature: float) -> None:
        self._settings.temperature = temperature

    def _on_looked_at(self, candidate: Candidate | None) -> None:
        self.animating.allow_playing(allowed=candidate is None)
        self.audition.refresh()  # what was played may have taken its place

    def _on_escape(self) -> None:
        if self.canvas.stroke_under_way:
            self.canvas.abort_stroke()
        elif self.completion.running:
            self.completion.cancel()
        elif not self.audition.leave():
            self._bar.clear()

    def _on_drawing_changed(self, drawing: Drawing) -> None:
        if drawing is not self.drawing:
            return
        self.audition.on_drawing_changed()

    def _on_step(self, drawing: Drawing) -> None:
        if drawing is self.drawing:
            self.animating.on_step()
            self._on_settled()

    def _on_settled(self) -> None:
        self.commands.editing.show_history()
        self.named.emit(*self.name())

    def _on_began(self, candidates: list[Candidate]) -> None:
        self._remarks = []
        self.audition.strip.add_set(candidates)
        self._show_strip()
        self.panel.set_busy(busy=True)
        self._bar.clear()
        self._bar.show_progress(self._drawing_text())

    def _on_progressed(self, progress: messages.Progress) -> None:
        self._bar.show_progress(self._drawing_text(), progress.done, progress.total)

    def _on_logged(self, text: str) -> None:
        self._remarks.append(text)

    def _on_ended(self, unfinished: list[Candidate]) -> None:
        for candidate in unfinished:
            self.audition.strip.remove(candidate)
        self.panel.set_busy(busy=False)
        self._show_strip()
        if unfinished:
            self._bar.end_progress(self.tr("Cancelled."))
            return
        self.audition.strip.drop_earlier()
        hint = " ".join(self._remarks) or self.tr("Page Down looks at the first one, Enter applies.")
        self._bar.end_progress(self.tr("{0} candidates.").format(len(self.audition.strip.candidates)), hint)

    def _on_failed(self, failure: messages.Failed) -> None:
        self._bar.fail(failure, offer=(self.tr("Retry"), self.complete))

    def _show_strip(self) -> None:
        """Give the room of a strip without candidates to the timeline."""
        strip = self.audition.strip
        strip.setVisible(bool(strip.candidates) or not self.animating.toggle.isChecked())

    def _drawing_text(self) -> str:
        if not self._engine.is_ready:
            return self.tr("Waiting for the engine to start…")
        return self.tr("The model is drawing…")
