"""The window: menu, sidebar, pages and message bar; a page other than the first is built when it is first asked for."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.engine import Engine
from app.keymap import Keymap
from app.library import IMAGE_FAMILY, MAKING_FAMILY, VERSE_FAMILY, PackWatch
from app.places import Pages, Place
from app.settings import Settings
from app.widgets.drops import are_packs, files_of
from app.widgets.job_bar import JobBar
from app.widgets.keys.foreign_keys import take_by_place
from app.widgets.language_menu import fill_language_menu
from app.widgets.look_menu import fill_look_menu
from app.widgets.menus import action, fill, plain_text, unmarked
from app.widgets.sidebar import Sidebar
from genmodels.api.errors import PackError
from genmodels.api.packs import read_card
from genmodels.api.version import version

if TYPE_CHECKING:
    from app.runs import RunCard, Runs
    from app.tasks.recovery import Recovery
    from app.tasks.steering import Steering
    from app.widgets.keys.command_list import Section
    from app.widgets.keys.keys_sheet import KeysSheet
    from app.widgets.training.run_notice import RunNotice

LOOK_AFTER_MS = 300
_OWN_FILES = (Place.MORPH, Place.EXPLORE, Place.BOARD, Place.VERSE)  # pages whose menus open and save for themselves


class MainWindow(QMainWindow):
    """Connects the pages, which do not know each other."""

    first_painted = Signal()
    closed = Signal()

    def __init__(self, engine: Engine, settings: Settings, run_command: Sequence[str] = ()) -> None:
        super().__init__()
        self._settings, self._run_command = settings, run_command
        self.engine = engine
        self.keymap = Keymap(settings, self)
        self._painted = False
        self._runs: Runs | None = None
        self._steering: Steering | None = None
        self.notice: RunNotice | None = None
        self._recovery: Recovery | None = None
        self._packs = PackWatch(self)
        self._places = self._page_actions()
        body = QWidget(self)  # all is made in its place: Qt restyles what is in a widget that changes its parent
        self.sidebar = Sidebar(self._places, body)
        self._stack = QStackedWidget(body)
        self.bar = JobBar(body)
        self.pages = Pages(
            engine, settings, self.bar, packs=self._packs, trainings=self._trainings, stack=self._stack, window=self
        )
        self.page = self.pages.draw
        self._lay_out(body)
        self._add_menus()
        self.keymap.adopt(self)
        self.setAcceptDrops(True)
        self.page.named.connect(self._on_named)
        self.pages.place_asked.connect(self.show_place)
        self.pages.pack_asked.connect(self.use_pack)
        self.pages.menu_added.connect(self._on_menu_added)
        self.pages.made_one.connect(self.keymap.adopt)
        self._packs.changed.connect(self.pages.refresh_packs)
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
        for place, text, key in (
            (Place.DRAW, self.tr("&Draw"), "Ctrl+1"),
            (Place.MORPH, self.tr("&Morph"), "Ctrl+2"),
            (Place.EXPLORE, self.tr("&Explore"), "Ctrl+3"),
            (Place.BOARD, self.tr("&Board"), "Ctrl+4"),
            (Place.VERSE, self.tr("&Verse"), "Ctrl+5"),
            (Place.TRAIN, self.tr("&Train"), "Ctrl+6"),
            (Place.LIBRARY, self.tr("&Library"), "Ctrl+7"),
        ):
            name = f"window.{place.name.lower()}"
            actions.append(
                action(self, name, text, lambda place=place: self.show_place(place), key, icon=place.name.lower())
            )
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
            fill(file, [action(self, "file.recover", self.tr("Reco&ver…"), lambda: self._kept().show_list())])
            self._file_entries = file.actions()
            fill(file, [None, action(self, "window.quit", self.tr("&Quit"), self.close, "Ctrl+Q", "Ctrl+W")])
        window = menus.addMenu(self.tr("&Window"))
        self.pages.window_menu = window.menuAction()
        fill(window, [*self._places, None])
        fill_look_menu(window.addMenu(self.tr("L&ook")), self._settings)
        fill_language_menu(window.addMenu(self.tr("Lan&guage")), self._settings, self.bar.say)
        keys = action(self, "window.keys", self.tr("&Keys"), self._show_keys, "F1", "?", "Ctrl+Alt+Shift+K")
        about = action(self, "window.about", self.tr("&About Spriteverse"), self._show_about)
        fill(menus.addMenu(self.tr("&Help")), [keys, about])

    # Pages

    def show_place(self, place: Place) -> None:
        """Show a page."""
        page = self.pages.made(place)
        self._places[place].setChecked(True)
        if self._stack.currentWidget() is page:
            return
        self._stack.setCurrentWidget(page)
        for owner, entries in self._page_menus.items():
            for entry in entries:
                entry.setVisible(place is owner)  # their keys rest too
        for entry in self._file_entries:
            entry.setVisible(place not in _OWN_FILES)
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
            self.pages.made_morph().use_pack(folder)
            self.show_place(Place.MORPH)
        elif family == MAKING_FAMILY:
            self.pages.made_board().use_pack(folder)
            self.show_place(Place.BOARD)
        elif family == VERSE_FAMILY:
            self.pages.made_verse().use_pack(folder)
            self.show_place(Place.VERSE)
        else:
            self.page.use_pack(folder)
            self.show_place(Place.DRAW)

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

    def _kept(self) -> "Recovery":
        if self._recovery is None:
            from app.tasks.recovery import Recovery  # here, because the first paint recovers nothing

            self._recovery = Recovery(self.page.files, lambda: self.page.drawing, self.bar, self)
            self.closed.connect(self._recovery.close)
        return self._recovery

    def _look_about(self) -> None:
        """Watch packs, drawing and trainings, and offer what broke off; late, because the window is usable before."""
        from app.runs import RunState
        from app.widgets.training.run_notice import RunNotice

        self._packs.start()
        self._kept().start()
        if self.keymap.dropped:
            text = self.tr("Some keys of your own could not be read and were left out: {0}.")
            self.bar.say(text.format(", ".join(self.keymap.dropped)), self.tr("Help > Keys shows all that there are."))
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a key that nothing knows by its place on the keyboard."""
        if not take_by_place(event, self.keymap):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of what such a key held."""
        if not take_by_place(event, self.keymap):
            super().keyReleaseEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close unless the drawing is to be kept, or a training is not to be left."""
        event.ignore()  # first, so that an error on the way keeps the window, and with it the drawing
        if not self.page.files.may_leave(self.close) or (self._steering is not None and not self._steering.may_close()):
            return
        self._settings.geometry = self.saveGeometry()
        event.accept()
        self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what no page takes for itself: folders, and several files."""
        if files_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import packs; show anything else on the page for training."""
        files = files_of(event.mimeData())
        event.acceptProposedAction()
        if are_packs(files):
            self.pages.made_library().files.import_all(files)
            self.show_place(Place.LIBRARY)
        else:
            self.pages.made_train().take(files)
            self.show_place(Place.TRAIN)

    # Slots

    def _on_named(self, name: str, dirty: bool) -> None:
        self.setWindowTitle(f"{name}[*] – Spriteverse")
        self.setWindowModified(dirty)

    def _on_menu_added(self, place: Place, menu: QAction) -> None:
        self._page_menus[place] = [menu]

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
        self.pages.made_train().show_run(folder)
        self.show_place(Place.TRAIN)

    def _on_run_finished(self, card: "RunCard") -> None:
        made = card.made
        if made is not None:
            from app.widgets.packs.family_words import words_of  # here, because a start ends no training

            text, hint = self.tr("The training “{0}” has finished."), self.tr("Its pack is in every list.")
            use = (words_of(card.family).use_there, lambda: self.use_pack(made))
            self.bar.say(text.format(card.name), hint, use)

    def _show_keys(self) -> None:
        from app.widgets.keys.keys_sheet import KeysSheet  # here, because few starts ask for keys

        sheet = KeysSheet(self.keymap, self._key_sections, self)
        sheet.open()
        self._make_all(sheet, list(Place))

    def _make_all(self, sheet: "KeysSheet", places: list[Place]) -> None:
        """Make the pages that are missing in the list of keys, one at a time, so that the window goes on answering."""
        if places:
            self.pages.made(places.pop(0))
            sheet.show_sections()
            QTimer.singleShot(0, sheet, lambda: self._make_all(sheet, places))
        elif gone := self.keymap.forget_unknown():
            one, many = (
                self.tr("one command that is not there any more"),
                self.tr("{0} commands that are not there any more"),
            )
            sheet.say(self.tr("Left out: the keys of {0}.").format(one if gone == 1 else many.format(gone)))

    def _key_sections(self) -> "list[Section]":
        from app.widgets.keys.command_list import Entry, Section  # loaded by now

        def commands(title: str, actions: Iterable[QAction]) -> Section:
            named = [one for one in actions if one.objectName()]
            return Section(title=title, entries=[Entry(text=plain_text(one), name=one.objectName()) for one in named])

        def of_menu(title: str, menu: QMenu) -> Iterable[Section]:
            yield commands(title, menu.actions())
            for one in menu.actions():
                inner = one.menu()
                if isinstance(inner, QMenu):
                    yield from of_menu(f"{title} > {unmarked(one.text())}", inner)

        menus = [(unmarked(entry.text()), entry.menu()) for entry in self.menuBar().actions()]
        sections = [one for title, menu in menus if isinstance(menu, QMenu) for one in of_menu(title, menu)]
        told = {one.name for section in sections for one in section.entries}
        rest = [one for one in self.keymap.actions() if one.objectName() not in told]
        held = [
            Section(title=title, entries=[Entry(text=text, held=keys) for text, keys in rows])
            for title, rows in self.pages.held_keys()
        ]
        return [one for one in (*sections, commands(self.tr("Elsewhere"), rest), *held) if one.entries]

    def _show_about(self) -> None:
        from PySide6.QtWidgets import QMessageBox  # here, because few starts show one

        text = self.tr("Spriteverse {0}\n\nDraws on your own machine; nothing is sent anywhere.")
        QMessageBox.about(self, self.tr("About Spriteverse"), text.format(version()))
