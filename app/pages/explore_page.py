"""The page on which a picture's code is explored: sliders, a pad over two directions, and random pictures."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenuBar, QStackedWidget, QVBoxLayout, QWidget

from app.document.drawing import Drawing, blank
from app.document.exploration import Heading, Place
from app.engine import Engine
from app.library import Pack, image_packs
from app.settings import Settings
from app.tasks.exchange import Exchange
from app.tasks.exploring import SIDE, Exploring
from app.tasks.files import Files
from app.tasks.naming import Naming
from app.tasks.rolling import Rolling
from app.tasks.undoing import Undoing
from app.widgets.buttons import rule
from app.widgets.drops import one_picture
from app.widgets.exploring.code_choices import CodeChoices
from app.widgets.exploring.direction_list import DirectionList
from app.widgets.exploring.explore_hint import ExploreHint
from app.widgets.exploring.pad_panel import PadPanel
from app.widgets.exploring.picture_panel import PicturePanel
from app.widgets.exploring.random_board import RandomBoard
from app.widgets.exploring.top_bar import TopBar
from app.widgets.job_bar import JobBar
from app.widgets.menus import action, fill
from app.widgets.page_layout import arrange
from app.widgets.training.enlarged import decoded
from genmodels.api.codes import Code
from genmodels.api.deferred import messages
from genmodels.media.sprite import decode_png, encode_png

if TYPE_CHECKING:
    from genmodels.media.arrays import np

_SIDE_WIDTH = 268
_FAR = 2.0  # distance from what the pack knows that is worth a word
_EDGE = 14


class ExplorePage(QWidget):
    """Puts the parts together and connects them."""

    canvas_asked = Signal()  # the sprite on the canvas, to be given to `take_sprite`
    frame_asked = Signal(object, str)  # uint8 RGBA to draw on, and its name
    morph_asked = Signal(object, str)  # uint8 RGBA to morph, and its name
    train_asked = Signal()

    def __init__(self, engine: Engine, settings: Settings, bar: JobBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine, self._settings, self._bar = engine, settings, bar
        self._source: Drawing = blank(1, 1)  # the file opened last: where saving begins to look
        self.exploring = Exploring(engine, self)
        self.naming = Naming(bar, self)
        self.files = Files(self, lambda: self._source, bar, settings)
        self._exchange = Exchange(self.exploring, self.files, bar, self)
        self._make_actions()
        sources = [(self.tr("Open…"), self._open), (self.tr("From the canvas"), self._canvas)]
        lesson = (self.tr("Why a VAE?"), self._lesson)
        self._top = TopBar(sources, self._steps.both, lesson, self)  # parts are made in the order of Tab
        self.picker = self._top.picker
        self._stack = QStackedWidget(self)
        self.hint = ExploreHint(self._stack)
        self._desk = QWidget(self._stack)
        self.picture = PicturePanel(
            [(self.tr("Draw"), self._draw), (self.tr("Morph"), self._morph)], [self._save, self._copy], self._desk
        )
        self.pad = PadPanel(SIDE, self._desk)
        self.board = RandomBoard(self)
        self._side = QFrame(self)
        self.choices = CodeChoices(self._side)
        self.sliders = DirectionList(self._side)
        self.rolling = Rolling(engine, self.exploring, self.board, bar, lambda: self.choices.tag)
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.refresh_packs()

    # Parts

    def _lay_out(self) -> None:
        both = QHBoxLayout(self._desk)
        both.setContentsMargins(_EDGE, 12, _EDGE, 12)
        both.setSpacing(18)
        both.addWidget(self.picture, 1)
        both.addWidget(self.pad, 1)
        self._stack.addWidget(self.hint)
        self._stack.addWidget(self._desk)
        self._side.setProperty("role", "side")
        self._side.setFixedWidth(_SIDE_WIDTH)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self.choices)
        side.addWidget(rule(self._side))
        side.addWidget(self.sliders, 1)
        arrange(self, [self._stack, self.board], self._side, grows=self._stack, top=self._top)

    def _connect(self) -> None:
        exploring, sliders, board, pad = self.exploring, self.sliders, self.board, self.pad
        self.picker.chosen.connect(self._on_pack_chosen)
        self.files.opened.connect(self._on_opened)
        self.hint.open_asked.connect(self.files.open)
        self.hint.canvas_asked.connect(self.canvas_asked)
        self.hint.train_asked.connect(self.train_asked)
        self.hint.new_asked.connect(board.ask_new)
        exploring.reading.connect(lambda name: self._bar.say(self.tr("Reading {0}…").format(name)))
        exploring.began.connect(self._on_began)
        exploring.moved.connect(self._on_moved)
        exploring.drawn.connect(self.picture.show_picture)
        exploring.cleared.connect(pad.pad.mark_stale)
        exploring.cell_drawn.connect(pad.pad.show_cell)
        exploring.remarked.connect(self._bar.say)
        exploring.failed.connect(self._bar.fail)
        self.naming.changed.connect(self._show_headings)
        sliders.pulled.connect(self._on_pulled)
        sliders.settled.connect(exploring.settle)
        sliders.reset_asked.connect(self.reset)
        self.naming.serve(sliders, lambda: exploring.spot)
        pad.headings_changed.connect(self._on_pad_chosen)
        pad.pulled.connect(self._on_pad_pulled)
        pad.pad.settled.connect(exploring.settle)
        self.choices.changed.connect(exploring.go)
        self.choices.copy_asked.connect(self._exchange.copy_code)
        self.choices.paste_asked.connect(self.paste)
        board.chosen.connect(exploring.begin)
        board.copied.connect(self._exchange.copied_seed)
        self._exchange.seed_pasted.connect(self.rolling.explore_seed)

    def _make_actions(self) -> None:
        make, exchange = partial(action, self), self._exchange
        self._open = make("explore.open", self.tr("&Open a picture…"), self.files.open, "Ctrl+O")
        self._canvas = make(
            "explore.take_canvas", self.tr("&Take the sprite on the canvas"), self.canvas_asked.emit, "Ctrl+Shift+I"
        )
        self._new = make("explore.new", self.tr("&New pictures"), lambda: self.board.ask_new(), "Ctrl+N")  # noqa: PLW0108 - made later
        self._steps = Undoing(self.exploring.undo, self.exploring.redo, self)
        self._reset = make("explore.reset", self.tr("&Back to the picture's own code"), self.reset, "Ctrl+0")
        self._save = make("explore.save", self.tr("&Save as PNG…"), exchange.save, "Ctrl+S", icon="save")
        self._copy = make("explore.copy", self.tr("&Copy the picture"), exchange.copy_picture, "Ctrl+C", icon="copy")
        self._copy_code = make("explore.copy_code", self.tr("Copy the co&de"), exchange.copy_code, "Ctrl+Shift+C")
        self._paste = make("explore.paste", self.tr("&Paste a code, a seed or a picture"), self.paste, "Ctrl+V")
        self._draw = make(
            "explore.to_draw",
            self.tr("Open on the Dra&w page"),
            lambda: self._send(self.frame_asked.emit),
            "Ctrl+D",
            icon="draw",
        )
        self._morph = make(
            "explore.morph",
            self.tr("Use in a &morph"),
            lambda: self._send(self.morph_asked.emit),
            "Ctrl+M",
            icon="morph",
        )
        self._escape = make("explore.cancel", self.tr("Cance&l"), self._on_escape, "Esc")
        self._lesson = make("explore.lesson", self.tr("Why a &VAE?"), self.show_lesson)

    def add_menu(self, bar: QMenuBar, before: QAction) -> QAction:
        """Add the page's menu to the window's bar; returns its entry."""
        menu = bar.addMenu(self.tr("E&xplore"))
        bar.insertMenu(before, menu)
        way = [self._open, self._canvas, self._new, self._escape, None, *self._steps.both, self._reset, None]
        out = [self._copy, self._copy_code, self._paste, None, self._save, self._draw, self._morph, None]
        fill(menu, [*way, *out, self._lesson])
        return menu.menuAction()

    def held_keys(self) -> list[tuple[str, str]]:
        """Return what keys do that belong to no menu."""
        return [
            (self.tr("Move the point of the pad"), self.tr("arrow keys, Shift for a whole picture")),
            (self.tr("Go through the random pictures"), self.tr("arrow keys, Enter explores")),
            (self.tr("Back to the picture's own value"), self.tr("0, or a double click")),
            (self.tr("Rename, delete a named direction"), self.tr("F2, Del on its slider")),
        ]

    # Pictures

    @property
    def pack(self) -> Pack | None:
        """The chosen pack."""
        return self.picker.pack

    def take_sprite(self, name: str, rgba_HWC: np.ndarray) -> None:
        """Explore this picture; without a pack it waits for one."""
        self.exploring.take(encode_png(rgba_HWC), name)
        if self.pack is None:
            hint = self.tr("Train one on the Train page, or drop an .svpack file anywhere on this window.")
            self._bar.say(self.tr("No pack explores pictures yet."), hint)

    def take_code(self, pack: Path, picture: str, code: Code, name: str) -> None:
        """Explore a picture (base64 PNG) that this pack drew from a code; with another pack, only the picture."""
        self.picker.choose(pack.name)
        if self.pack is not None and self.pack.folder == pack:
            self.exploring.begin(picture, code, name)
        else:
            self.exploring.take(picture, name)

    def refresh_packs(self) -> None:
        """Read the packs again, because one came, went or changed; the chosen one stays where it is still there."""
        packs, _ = image_packs()
        self.picker.refresh(packs, self._settings.image_pack)
        if not packs:
            self._on_no_pack()

    def paste(self) -> None:
        """Explore what the clipboard holds."""
        self._exchange.paste(self._numbers())

    def reset(self) -> None:
        """Go back to the picture's own code."""
        spot = self.exploring.spot
        if spot is not None:
            self.exploring.go(Place(tag=spot.origin.code.tag), self.tr("reset"))

    def show_lesson(self) -> None:
        """Show with one's own eyes what a VAE is for."""
        from app.widgets.lesson.lesson_dialog import LessonDialog  # here, because few starts ask for it

        dialog = LessonDialog(self._engine, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _send(self, emit: Callable[[object, str], object]) -> None:
        if self.exploring.picture and self.exploring.spot is not None:
            emit(decode_png(self.exploring.picture).rgba_HWC, self.exploring.spot.origin.name)

    def _numbers(self) -> int:
        """Return how many numbers a code of the pack has."""
        value = self.pack.card.config.get("numbers", 0) if self.pack is not None else 0
        return value if isinstance(value, int) else 0

    # What is shown

    def _show_headings(self) -> None:
        spot = self.exploring.spot
        count = len(spot.origin.code.numbers) if spot is not None else self._numbers()
        numbers, saved = self.naming.headings(count)
        self.sliders.show_headings(numbers, saved)
        self.pad.show_headings([*saved, *numbers])

    def _show_spot(self) -> None:
        spot = self.exploring.spot
        self.choices.show_spot(spot)
        self.sliders.show_spot(spot)
        if spot is None:
            return
        self.pad.show_place(spot.place)
        state = self.tr("as it is") if spot.is_home else self.tr("changed")
        note = ""
        if spot.origin.distance > _FAR:
            note = self.tr("Unlike the pack's pictures: {0:.1f} × as far as usual").format(spot.origin.distance)
        self.picture.show_name(spot.origin.name, state, note)

    def _on_no_pack(self) -> None:
        self.exploring.choose(None)
        self.naming.choose(None, 0)
        self.rolling.choose(None)
        self.choices.show_tags([])
        self.hint.show_packs(any_=False)
        for widget in (self.board, self._side):
            widget.hide()

    # Qt's events

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keys on; a focus proxy would make Tab jump there too."""
        super().focusInEvent(event)
        (self.pad.pad if self.exploring.spot is not None else self.hint).setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Load the pack ahead of its first use, and go on with the grid."""
        super().showEvent(event)
        if self.pack is not None:
            self._engine.submit(messages.LoadPack(pack=str(self.pack.folder)))
            self.exploring.come_back()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the engine to the other pages."""
        super().hideEvent(event)
        self.exploring.leave()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one picture; anything else is for the window."""
        if one_picture(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Explore it."""
        path = one_picture(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.files.load(path)

    # Slots

    def _on_pack_chosen(self, pack: Pack) -> None:
        self._settings.image_pack = pack.folder.name
        self.hint.show_packs(any_=True)
        for widget in (self.board, self._side):
            widget.show()
        another = not pack.has_weights_of(self.exploring.pack)
        self.rolling.choose(pack)
        self.choices.show_tags(pack.card.tags)
        self.exploring.choose(pack)
        self.naming.choose(pack, self._numbers())
        if another and self.isVisible():
            self._engine.submit(messages.LoadPack(pack=str(pack.folder)))

    def _on_opened(self, drawing: Drawing) -> None:
        self._source = drawing
        name = drawing.path.name if drawing.path is not None else self.tr("New sprite")
        self.take_sprite(name, drawing.rgba_HWC)

    def _on_began(self) -> None:
        spot = self.exploring.spot
        focus = self.focusWidget()
        at_hint = focus is not None and self.hint.isAncestorOf(focus)
        self._stack.setCurrentWidget(self._desk if spot is not None else self.hint)
        if spot is not None and at_hint:
            self.pad.pad.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_headings()
        if spot is not None:
            image = decoded(spot.origin.picture)
            self.pad.pad.begin(max(image.width(), image.height()))
        self.board.mark(spot.origin.picture if spot is not None and not spot.origin.is_own else "")
        if self._bar.text and spot is not None:
            self._bar.take_back(self.tr("Reading {0}…").format(spot.origin.name))

    def _on_moved(self) -> None:
        self._show_spot()
        self._steps.show(self.exploring.exploration)

    def _on_pulled(self, heading: Heading, amount: float) -> None:
        spot = self.exploring.spot
        if spot is not None:
            place = spot.place.moved(heading.vector, amount)
            self.exploring.go(place, heading.name, gesture=f"slider {heading.name}")

    def _on_escape(self) -> None:
        if self.rolling.running:
            self.rolling.cancel()
        else:
            self._bar.clear()

    def _on_pad_chosen(self, across: Heading, down: Heading) -> None:
        self.exploring.show_grid(across, down)

    def _on_pad_pulled(self, across: Heading, x: float, down: Heading, y: float) -> None:
        spot = self.exploring.spot
        if spot is not None:
            place = spot.place.moved(across.vector, x).moved(down.vector, y)
            text = self.tr("{0} and {1}").format(across.name, down.name)
            self.exploring.go(place, text, gesture=f"pad {text}")
