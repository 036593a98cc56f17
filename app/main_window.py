"""The window: menu, sidebar, pages and message bar; a page other than the first is built when it is first asked for."""

from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.engine import Engine
from app.library import IMAGE_FAMILY, PackWatch
from app.pages.draw_page import DrawPage
from app.settings import Settings
from app.version import version
from app.widgets.job_bar import JobBar
from app.widgets.look_menu import fill_look_menu
from app.widgets.menus import Entry, action, fill, shortcuts_of
from app.widgets.sidebar import Sidebar
from genmodels.api.errors import PackError
from genmodels.api.packs import SUFFIX, read_card

if TYPE_CHECKING:
    from app.pages.explore_page import ExplorePage
    from app.pages.library_page import LibraryPage
    from app.pages.morph_page import MorphPage
    from app.pages.train_page import TrainPage
    from app.runs import RunCard, Runs
    from app.tasks.steering import Steering
    from app.widgets.training.run_notice import RunNotice
    from genmodels.media.arrays import np

LOOK_AFTER_MS = 300


class Place(IntEnum):
    """The pages, from top to bottom."""

    DRAW = 0
    MORPH = 1
    EXPLORE = 2
    TRAIN = 3
    LIBRARY = 4


class MainWindow(QMainWindow):
    """Connects the pages, which do not know each other."""

    first_painted = Signal()
    closed = Signal()

    def __init__(self, engine: Engine, settings: Settings, run_command: Sequence[str] = ()) -> None:
        super().__init__()
        self._settings, self._run_command = settings, run_command
        self.engine = engine
        self._painted = False
        self._runs: Runs | None = None
        self._steering: Steering | None = None
        self.notice: RunNotice | None = None
        self.morph_page: MorphPage | None = None
        self.explore_page: ExplorePage | None = None
        self.train_page: TrainPage | None = None
        self.library_page: LibraryPage | None = None
        self._packs = PackWatch(self)
        self._packs.changed.connect(self._on_packs_changed)
        self._places = self._page_actions()
        body = QWidget(self)  # all is made in its place: Qt restyles what is in a widget that changes its parent
        self.sidebar = Sidebar(self._places, body)
        self._stack = QStackedWidget(body)
        self.bar = JobBar(body)
        self.page = DrawPage(engine, settings, self.bar, self._stack)
        self._stack.addWidget(self.page)
        self._lay_out(body)
        self._add_menus()
        self.setAcceptDrops(True)
        self.page.named.connect(self._on_named)
        self.page.files.opened.connect(lambda: self.show_place(Place.DRAW))
        self.page.morph_asked.connect(lambda last: self._morph(*self._sprite(), last=last))
        self.first_painted.connect(lambda: QTimer.singleShot(LOOK_AFTER_MS, self, self._look_about))
        self._on_named(*self.page.name())
        self.resize(1300, 840)
        self.restoreGeometry(settings.geometry)
        self.page.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, body: QWidget) -> None:
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        layout = QHBoxLayout()
        layout.setSpacing(0)
        layout.addWidget(self.sidebar)
        layout.addLayout(self._column, 1)
        outer = QVBoxLayout(body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(layout, 1)
        outer.addWidget(self.bar)
        self.setCentralWidget(body)

    def _page_actions(self) -> list[QAction]:
        group = QActionGroup(self)
        actions = []
        for place, text, key, name in (
            (Place.DRAW, self.tr("&Draw"), "Ctrl+1", "draw"),
            (Place.MORPH, self.tr("&Morph"), "Ctrl+2", "morph"),
            (Place.EXPLORE, self.tr("&Explore"), "Ctrl+3", "explore"),
            (Place.TRAIN, self.tr("&Train"), "Ctrl+4", "train"),
            (Place.LIBRARY, self.tr("&Library"), "Ctrl+5", "library"),
        ):
            entry = Entry(text=text, slot=lambda place=place: self.show_place(place), keys=(key,), icon=name)
            actions.append(action(self, entry))
            actions[-1].setCheckable(True)
            actions[-1].setChecked(place is Place.DRAW)
            group.addAction(actions[-1])
        return actions

    def _add_menus(self) -> None:
        menus = self.menuBar()
        self.page.add_menus(menus)
        file, *drawing = menus.actions()
        self._page_menus = {Place.DRAW: drawing}
        file = file.menu()
        if isinstance(file, QMenu):
            self._file_entries = file.actions()
            fill(file, [None, action(self, Entry(text=self.tr("&Quit"), slot=self.close, keys=("Ctrl+Q", "Ctrl+W")))])
        window = menus.addMenu(self.tr("&Window"))
        self._window_menu = window.menuAction()
        fill(window, [*self._places, None])
        fill_look_menu(window.addMenu(self.tr("L&ook")), self._settings)
        keys = action(self, Entry(text=self.tr("&Keys"), slot=self._show_keys, keys=("F1", "?")))
        about = action(self, Entry(text=self.tr("&About Spriteverse"), slot=self._show_about))
        fill(menus.addMenu(self.tr("&Help")), [keys, about])

    # Pages

    def show_place(self, place: Place) -> None:
        """Show a page."""
        page = self._made(place)
        self._places[place].setChecked(True)
        if self._stack.currentWidget() is page:
            return
        self._stack.setCurrentWidget(page)
        for owner, entries in self._page_menus.items():
            for entry in entries:
                entry.setVisible(place is owner)  # their keys rest too
        for entry in self._file_entries:
            entry.setVisible(place not in (Place.MORPH, Place.EXPLORE))  # whose menus open and save for themselves
        (self.page.canvas if place is Place.DRAW else page).setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_named(*self.page.name())

    def use_pack(self, folder: Path) -> None:
        """Use this pack on the page of its family."""
        try:
            family = read_card(folder).family
        except PackError as error:
            self.bar.fail(error)
            return
        if family == IMAGE_FAMILY:
            self._made_morph_page().use_pack(folder)
            self.show_place(Place.MORPH)
        else:
            self.page.use_pack(folder)
            self.show_place(Place.DRAW)

    def _made(self, place: Place) -> QWidget:
        match place:
            case Place.DRAW:
                return self.page
            case Place.MORPH:
                return self._made_morph_page()
            case Place.EXPLORE:
                return self._made_explore_page()
            case Place.TRAIN:
                return self._made_train_page()
            case Place.LIBRARY:
                return self._made_library_page()

    def _made_morph_page(self) -> "MorphPage":
        if self.morph_page is not None:
            return self.morph_page
        from app.pages.morph_page import MorphPage  # here, because a start shows no morph

        page = self.morph_page = MorphPage(self.engine, self._settings, self.bar, self)
        page.canvas_asked.connect(lambda at: page.keys.take(*self._sprite(), at))
        self._add_picture_page(Place.MORPH, page)
        return page

    def _made_explore_page(self) -> "ExplorePage":
        if self.explore_page is not None:
            return self.explore_page
        from app.pages.explore_page import ExplorePage  # here, because a start explores nothing

        page = self.explore_page = ExplorePage(self.engine, self._settings, self.bar, self)
        page.canvas_asked.connect(lambda: page.take_sprite(*self._sprite()))
        page.morph_asked.connect(lambda rgba_HWC, name: self._morph(name, rgba_HWC, last=True))
        self._add_picture_page(Place.EXPLORE, page)
        return page

    def _add_picture_page(self, place: Place, page: "MorphPage | ExplorePage") -> None:
        page.frame_asked.connect(self.page.files.take)
        page.train_asked.connect(lambda: self.show_place(Place.TRAIN))
        self._page_menus[place] = [page.add_menu(self.menuBar(), self._window_menu)]
        self._stack.addWidget(page)

    def _sprite(self) -> "tuple[str, np.ndarray]":
        """Return the name and the pixels of the sprite on the canvas."""
        return Path(self.page.name()[0]).stem, self.page.drawing.rgba_HWC

    def _morph(self, name: str, rgba_HWC: "np.ndarray", *, last: bool) -> None:
        self._made_morph_page().keys.take_as_end(name, rgba_HWC, last=last)
        self.show_place(Place.MORPH)

    def _made_train_page(self) -> "TrainPage":
        if self.train_page is not None:
            return self.train_page
        from app.pages.train_page import TrainPage  # here, because a start shows no training

        runs, steering = self._trainings()
        page = self.train_page = TrainPage(self.engine, runs, steering, self.bar, self)
        page.pack_asked.connect(self.use_pack)
        self._stack.addWidget(page)
        return page

    def _made_library_page(self) -> "LibraryPage":
        if self.library_page is not None:
            return self.library_page
        from app.pages.library_page import LibraryPage  # here, because a start shows no library

        page = self.library_page = LibraryPage(self.engine, self.bar, self)
        page.packs_changed.connect(self._packs.look)
        page.pack_renamed.connect(self._on_pack_renamed)
        page.pack_asked.connect(self.use_pack)
        self._stack.addWidget(page)
        return page

    # Trainings

    def _trainings(self) -> "tuple[Runs, Steering]":
        if self._runs is None or self._steering is None:
            from app.runs import COMMAND, Runs  # here, because a start needs no training
            from app.tasks.steering import Steering

            self._runs = Runs(self._run_command or COMMAND, parent=self)
            self._steering = Steering(self._runs, self.bar, self)
            self._runs.changed.connect(self._on_runs_changed)
            self._runs.finished.connect(self._on_run_finished)
            self._runs.failed.connect(self._on_run_failed)
            self._runs.watch()
        return self._runs, self._steering

    def _look_about(self) -> None:
        """Watch packs and trainings, and offer what broke off; late, because the window is usable before."""
        from app.runs import RunState
        from app.widgets.training.run_notice import RunNotice

        self._packs.start()
        runs, steering = self._trainings()
        broken = [card for card in runs.cards if card.state is RunState.INTERRUPTED]
        if broken and self.notice is None:
            notice = self.notice = RunNotice(self)
            notice.resume_asked.connect(steering.resume)
            notice.keep_asked.connect(steering.keep)
            notice.delete_asked.connect(steering.delete_asking)
            self._column.insertWidget(0, notice)
            for card in broken:
                notice.offer(card.folder, card.name, has_pack=card.pack.is_dir())

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window is there."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)  # when all that is in the window is painted too

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close unless the drawing is to be kept, or a training is not to be left."""
        event.ignore()  # first, so that an error on the way keeps the window, and with it the drawing
        if not self.page.files.may_leave() or (self._steering is not None and not self._steering.may_close()):
            return
        self._settings.geometry = self.saveGeometry()
        event.accept()
        self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what no page takes for itself: folders, and several files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import packs; show anything else on the page for training."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if files and all(file.suffix.lower() == SUFFIX for file in files):
            self._made_library_page().files.import_all(files)
            self.show_place(Place.LIBRARY)
        else:
            self._made_train_page().take(files)
            self.show_place(Place.TRAIN)

    # Slots

    def _on_named(self, name: str, dirty: bool) -> None:
        self.setWindowTitle(f"{name}[*] – Spriteverse")
        self.setWindowModified(dirty)

    def _on_runs_changed(self) -> None:
        from app.runs import RunState  # loaded by now

        cards = self._runs.cards if self._runs else []
        self.sidebar.set_busy(Place.TRAIN, busy=any(card.live for card in cards))
        if self.notice is not None:
            broken = {card.folder for card in cards if card.state is RunState.INTERRUPTED}
            self.notice.keep_only(broken)

    def _on_run_failed(self, card: "RunCard") -> None:
        if card.failure is not None:
            self.bar.fail(card.failure, offer=(self.tr("Show"), lambda: self._show_run(card.folder)))

    def _show_run(self, folder: Path) -> None:
        self._made_train_page().show_run(folder)
        self.show_place(Place.TRAIN)

    def _on_packs_changed(self) -> None:
        self.page.refresh_packs()
        for page in (self.morph_page, self.explore_page, self.train_page):
            if page is not None:
                page.refresh_packs()
        if self.library_page is not None:
            self.library_page.reload()

    def _on_pack_renamed(self, before: str, now: str) -> None:
        if self._settings.pack == before:
            self._settings.pack = now
        if self._settings.image_pack == before:
            self._settings.image_pack = now

    def _on_run_finished(self, card: "RunCard") -> None:
        made = card.made
        if made is not None:
            from app.widgets.packs.family_words import words_of  # here, because a start ends no training

            text, hint = self.tr("The training “{0}” has finished."), self.tr("Its pack is in every list.")
            use = (words_of(card.family).use_there, lambda: self.use_pack(made))
            self.bar.say(text.format(card.name), hint, use)

    def _show_keys(self) -> None:
        from app.widgets.keys_sheet import KeysSheet  # here, because few starts ask for keys

        menus = [(entry.text().replace("&", ""), entry.menu()) for entry in self.menuBar().actions()]
        sections = [(title, shortcuts_of(menu.actions())) for title, menu in menus if isinstance(menu, QMenu)]
        held = [(self.tr("Canvas"), self.page.held_keys())]
        for title, page in ((self.tr("Morph page"), self.morph_page), (self.tr("Explore page"), self.explore_page)):
            if page is not None:
                held.append((title, page.held_keys()))
        KeysSheet([*(one for one in sections if one[1]), *held], self).open()

    def _show_about(self) -> None:
        from PySide6.QtWidgets import QMessageBox  # here, because few starts show one

        text = self.tr("Spriteverse {0}\n\nDraws on your own machine; nothing is sent anywhere.")
        QMessageBox.about(self, self.tr("About Spriteverse"), text.format(version()))
