"""The pages: each is built when it is first asked for, and connected to the others, which do not know it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from app.engine import Engine
from app.library import PackWatch
from app.pages.draw_page import DrawPage
from app.settings import Settings
from app.widgets.job_bar import JobBar

if TYPE_CHECKING:
    from app.document.animation import Animation
    from app.document.board import BoardSprite
    from app.document.key_pictures import KeyPicture
    from app.pages.board_page import BoardPage
    from app.pages.explore_page import ExplorePage
    from app.pages.library_page import LibraryPage
    from app.pages.morph_page import MorphPage
    from app.pages.train_page import TrainPage
    from app.pages.verse_page import VersePage
    from app.runs import Runs
    from app.tasks.frame_taking import FrameTaking
    from app.tasks.steering import Steering
    from genmodels.media.arrays import np


class Place(IntEnum):
    """The pages, from top to bottom."""

    DRAW = 0
    MORPH = 1
    EXPLORE = 2
    BOARD = 3
    VERSE = 4
    TRAIN = 5
    LIBRARY = 6


class Pages(QObject):
    """Makes the pages; those that a person has not been to are None."""

    place_asked = Signal(Place)
    pack_asked = Signal(Path)  # to be used on the page of its family
    menu_added = Signal(Place, QAction)
    made_one = Signal(QWidget)  # a page, whose commands have their usual keys so far

    def __init__(
        self,
        engine: Engine,
        settings: Settings,
        bar: JobBar,
        *,
        packs: PackWatch,
        trainings: Callable[[], tuple[Runs, Steering]],
        stack: QStackedWidget,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._engine, self._settings, self._bar, self._packs = engine, settings, bar, packs
        self._trainings, self._stack, self._window = trainings, stack, window
        self.window_menu: QAction | None = None  # before which pages put theirs
        self._taking: FrameTaking | None = None
        self.draw = DrawPage(engine, settings, bar, stack)
        self.morph: MorphPage | None = None
        self.explore: ExplorePage | None = None
        self.board: BoardPage | None = None
        self.verse: VersePage | None = None
        self.train: TrainPage | None = None
        self.library: LibraryPage | None = None
        stack.addWidget(self.draw)
        self.draw.files.opened.connect(lambda: self.place_asked.emit(Place.DRAW))
        self.draw.morph_asked.connect(lambda last: self._morph(*self._sprite(), last=last))

    def made(self, place: Place) -> QWidget:
        """Return a page, which is built now where it was not yet."""
        match place:
            case Place.DRAW:
                return self.draw
            case Place.MORPH:
                return self.made_morph()
            case Place.EXPLORE:
                return self.made_explore()
            case Place.BOARD:
                return self.made_board()
            case Place.VERSE:
                return self.made_verse()
            case Place.TRAIN:
                return self.made_train()
            case Place.LIBRARY:
                return self.made_library()

    def made_morph(self) -> MorphPage:
        """Return the Morph page."""
        if self.morph is None:
            from app.pages.morph_page import MorphPage  # here, because a start shows no morph

            page = self.morph = MorphPage(self._engine, self._settings, self._bar, self._window)
            page.canvas_asked.connect(lambda at: page.keys.take(*self._sprite(), at))
            page.frame_asked.connect(self.draw.files.take)
            page.exports.frames_asked.connect(self._take_frames)
            self._add(Place.MORPH, page)
        return self.morph

    def made_explore(self) -> ExplorePage:
        """Return the Explore page."""
        if self.explore is None:
            from app.pages.explore_page import ExplorePage  # here, because a start explores nothing

            page = self.explore = ExplorePage(self._engine, self._settings, self._bar, self._window)
            page.canvas_asked.connect(lambda: page.take_sprite(*self._sprite()))
            page.morph_asked.connect(lambda rgba_HWC, name: self._morph(name, rgba_HWC, last=True))
            page.frame_asked.connect(self.draw.files.take)
            self._add(Place.EXPLORE, page)
        return self.explore

    def made_board(self) -> BoardPage:
        """Return the Board page."""
        if self.board is None:
            from app.pages.board_page import BoardPage  # here, because a start makes up nothing

            page = self.board = BoardPage(self._engine, self._settings, self._bar, self._window)
            page.canvas_asked.connect(lambda: page.sending.hold_to_sprite(*self._sprite()))
            page.sending.morph_asked.connect(self._morph_all)
            page.sending.explore_asked.connect(self._explore)
            page.sending.frame_asked.connect(self.draw.files.take)
            page.sending.lay_asked.connect(self._lay)
            page.walking.frame_asked.connect(self.draw.files.take)
            for sender in (page.sending, page.walking.exports):
                sender.frames_asked.connect(self._take_frames)
            self._add(Place.BOARD, page)
        return self.board

    def made_verse(self) -> VersePage:
        """Return the Verse page."""
        if self.verse is None:
            from app.pages.verse_page import VersePage  # here, because a start writes no verse

            page = self.verse = VersePage(self._engine, self._settings, self._bar, self._window)
            page.canvas_asked.connect(lambda: page.exports.show_card(self.draw.drawing.rgba_HWC))
            self._add(Place.VERSE, page)
            page.train_asked.connect(self._train_verse)
        return self.verse

    def made_train(self) -> TrainPage:
        """Return the Train page."""
        if self.train is None:
            from app.pages.train_page import TrainPage  # here, because a start shows no training

            page = self.train = TrainPage(self._engine, *self._trainings(), self._bar, self._window)
            page.pack_asked.connect(self.pack_asked)
            self._stack.addWidget(page)
            self.made_one.emit(page)
        return self.train

    def made_library(self) -> LibraryPage:
        """Return the Library page."""
        if self.library is None:
            from app.pages.library_page import LibraryPage  # here, because a start shows no library

            page = self.library = LibraryPage(self._engine, self._bar, self._window)
            page.packs_changed.connect(self._packs.look)
            page.pack_renamed.connect(self._settings.rename_pack)
            page.pack_asked.connect(self.pack_asked)
            self._stack.addWidget(page)
            self.made_one.emit(page)
        return self.library

    def refresh_packs(self) -> None:
        """Have every page read the packs again, because one came, went or changed."""
        self.draw.refresh_packs()
        for page in (self.morph, self.explore, self.board, self.verse, self.train):
            if page is not None:
                page.refresh_packs()
        if self.library is not None:
            self.library.reload()

    def held_keys(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return what keys do on the pages that belong to no menu, page by page."""
        pages = (
            (self.tr("Canvas"), self.draw),
            (self.tr("Morph page"), self.morph),
            (self.tr("Explore page"), self.explore),
            (self.tr("Board page"), self.board),
            (self.tr("Verse page"), self.verse),
        )
        return [(title, page.held_keys()) for title, page in pages if page is not None]

    # From page to page

    def _add(self, place: Place, page: MorphPage | ExplorePage | BoardPage | VersePage) -> None:
        page.train_asked.connect(lambda: self.place_asked.emit(Place.TRAIN))
        if self.window_menu is not None:
            self.menu_added.emit(place, page.add_menu(self._window.menuBar(), self.window_menu))
        self._stack.addWidget(page)
        self.made_one.emit(page)

    def _sprite(self) -> tuple[str, np.ndarray]:
        """Return the name and the pixels of the sprite on the canvas."""
        return Path(self.draw.name()[0]).stem, self.draw.drawing.rgba_HWC

    def _morph(self, name: str, rgba_HWC: np.ndarray, *, last: bool) -> None:
        self.made_morph().keys.take_as_end(name, rgba_HWC, last=last)
        self.place_asked.emit(Place.MORPH)

    def _morph_all(self, pictures: Sequence[KeyPicture]) -> None:
        keys = self.made_morph().keys
        self.place_asked.emit(Place.MORPH)
        keys.insert(len(keys.row), pictures)

    def _lay(self, rgba_HWC: np.ndarray, name: str) -> None:
        self.place_asked.emit(Place.DRAW)
        self.draw.lay(rgba_HWC, name)

    def _take_frames(self, animation: Animation, new: bool) -> None:
        from app.tasks.frame_taking import FrameTaking  # here, because a start takes none

        if self._taking is None:
            draw = self.draw
            self._taking = FrameTaking(draw.files, lambda: draw.drawing, draw.canvas, self._bar, self)
        if new:
            self._taking.open(animation)
        else:
            self.place_asked.emit(Place.DRAW)
            self._taking.insert(animation)

    def _train_verse(self) -> None:
        self.made_train().begin()
        hint = self.tr("A text file, or a folder of them: a line to a line.")
        self._bar.say(self.tr("Drop verse here to train a pack that writes."), hint)

    def _explore(self, sprite: BoardSprite) -> None:
        page = self.made_explore()
        self.place_asked.emit(Place.EXPLORE)
        page.take_code(sprite.pack, sprite.picture, sprite.code, sprite.name)
