"""The page on which packs are trained: a training to come, and all that went on or go on."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.engine import Engine
from app.library import Pack, all_packs
from app.runs import Follower, Runs
from app.tasks.pasting import keep_text
from app.tasks.preparation import Preparation, read_as
from app.tasks.steering import Steering
from app.widgets.buttons import label, text_button
from app.widgets.drops import files_of
from app.widgets.job_bar import JobBar
from app.widgets.menus import action
from app.widgets.training.data_panel import DataPanel
from app.widgets.training.drop_hint import DropHint
from app.widgets.training.run_list import RunList
from app.widgets.training.train_choices import TrainChoices
from genmodels.api.configs import Effort, Family, Preset, TrainRequest
from genmodels.api.errors import ConfigError, StorageError
from genmodels.api.packs import SUFFIX
from genmodels.api.reports import DataReport, VerseReport
from genmodels.api.runs import PACK

if TYPE_CHECKING:
    from app.widgets.training.run_view import RunView

_LIST_WIDTH = 208


class TrainPage(QWidget):
    """Puts the parts together and connects them."""

    pack_asked = Signal(Path)  # to use, on the page of its family

    def __init__(
        self, engine: Engine, runs: Runs, steering: Steering, bar: JobBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._engine, self._runs, self._steering, self._bar = engine, runs, steering, bar
        self._follower: Follower | None = None
        self._checked: object = None  # what the last check was asked for
        self._measured: object = None  # and the last measurement
        self._is_new = False  # these data have no report yet
        self.preparation = Preparation(engine, runs, self)
        self._new = text_button(self, self.tr("New training"), self.begin)  # parts are made in the order of Tab
        self.list = RunList(self)
        self.paste = action(self, "train.paste", self.tr("&Paste verse"), self._on_paste, "Ctrl+V")
        self.paste.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self.paste)
        self.hint = DropHint(self.paste, self)
        self.data = DataPanel(self)
        self.choices = TrainChoices(self)
        self.run_view: RunView | None = None  # built when a run is first shown: its curves take a while to load
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.refresh_packs()
        self._on_runs_changed()
        live = [card.folder for card in runs.cards if card.live]
        if live:  # the window was closed meanwhile
            self.show_run(live[0])

    # Parts

    def _lay_out(self) -> None:
        side = QFrame(self)
        side.setProperty("role", "rail")
        side.setFixedWidth(_LIST_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(10, 12, 10, 10)
        column.setSpacing(8)
        column.addWidget(self._new)
        column.addSpacing(4)
        column.addWidget(label(side, self.tr("Trainings"), role="title"))
        self._no_runs = label(side, self.tr("None yet."), role="muted")
        column.addWidget(self._no_runs)
        column.addWidget(self.list, 1)
        self._setup = QWidget(self)
        both = QHBoxLayout(self._setup)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self.data, 1)
        both.addWidget(self.choices)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.hint)
        self._stack.addWidget(self._setup)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(side)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.hint)

    def _connect(self) -> None:
        preparation, data, choices = self.preparation, self.data, self.choices
        for panel in (self.hint, data):
            panel.folder_asked.connect(self._ask_for_folder)
            panel.files_asked.connect(self._ask_for_files)
        data.reading_changed.connect(self._on_choices_changed)
        choices.changed.connect(self._on_choices_changed)
        choices.start_asked.connect(self.start)
        preparation.checking.connect(data.report.show_checking)
        preparation.checked.connect(self._on_checked)
        preparation.check_failed.connect(data.report.show_failure)
        preparation.measuring.connect(choices.show_measuring)
        preparation.measured.connect(choices.show_estimate)
        preparation.changed.connect(self._show_reason)
        self._engine.became_ready.connect(self._on_engine_ready)
        self._runs.changed.connect(self._on_runs_changed)
        self.list.chosen.connect(self.show_run)

    def _made_run_view(self) -> "RunView":
        from app.widgets.training.run_view import RunView  # here, because its curves come with a large library

        view = self.run_view = RunView(self)
        steering = self._steering
        for signal, steer in (
            (view.pause_asked, steering.pause),
            (view.go_on_asked, steering.go_on),
            (view.stop_asked, steering.stop),
            (view.stop_now_asked, steering.stop_now),
            (view.resume_asked, steering.resume),
            (view.keep_asked, steering.keep),
            (view.delete_asked, steering.delete_asking),
        ):
            signal.connect(lambda steer=steer: self._with_run(steer))
        view.try_asked.connect(lambda: self._with_run(lambda run: self.pack_asked.emit(run / PACK)))
        view.use_asked.connect(self.pack_asked)
        self._stack.addWidget(view)
        return view

    # A training to come

    def begin(self) -> None:
        """Go to the training to come; the one chosen in the list is left."""
        self._unfollow()
        self.list.choose(None)
        self._stack.setCurrentWidget(self._setup if self.preparation.data else self.hint)

    def take(self, files: Sequence[Path]) -> None:
        """Look at these files and folders as the pictures, or the verse, of a training to come."""
        data = [path for path in files if path.suffix.lower() != SUFFIX]
        if not data:
            text = self.tr("These are packs, no pictures and no verse.")
            self._bar.say(text, self.tr("Drop them on the Library page."))
            return
        self._is_new, self._checked, self._measured = True, None, None
        self.preparation.take(data)
        self.data.show_data(data)
        self.choices.propose_name(self.preparation.free_name())
        self.begin()
        self._on_choices_changed()

    def start(self) -> None:
        """Start the training as it is chosen."""
        request = self._request()
        if request is None or self._reason():
            return
        self.preparation.rest()
        try:
            folder = self._runs.start(request)
        except StorageError as error:
            self._bar.fail(error)
            return
        self.show_run(folder)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.choices.propose_name(self.preparation.free_name())

    def refresh_packs(self) -> None:
        """Read the packs again, because one came, went or changed."""
        packs = [pack for pack in all_packs() if isinstance(pack, Pack)]
        self.choices.set_packs([pack for pack in packs if pack.card.config.get("preset") != Preset.LECTURE])

    def _request(self) -> TrainRequest | None:
        choices, readings = self.choices, self.data.reading()
        model, train = choices.model, choices.train
        if readings is None or model is None or train is None:
            return None
        try:
            return self.preparation.request(
                choices.name,
                start=choices.start,
                effort=choices.effort,
                reading=readings[0],
                verse=readings[1],
                model=model,
                train=train,
            )
        except ConfigError:
            return None

    def _reason(self) -> str:
        choices = self.choices
        valid = None not in (self.data.reading(), choices.model, choices.train)
        return self.preparation.reason(choices.name, valid=valid)

    def _show_reason(self) -> None:
        self.choices.show_start(self._reason())

    def _ask_for_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder of pictures, or of verse"))
        if name:
            self.take([Path(name)])

    def _ask_for_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Choose pictures, or text files of verse"))
        if names:
            self.take([Path(name) for name in names])

    def _take_data(self, data: QMimeData) -> None:
        """Take files, or else text, which is kept as a file of the person's own."""
        if files := files_of(data):
            self.take(files)
        elif data.text().strip():
            try:
                self.take([keep_text(data.text())])
            except StorageError as error:
                self._bar.fail(error)
        else:
            hint = self.tr("Copy lines of verse, a line to a line, or files; then paste them here.")
            self._bar.say(self.tr("There is nothing to learn from on the clipboard."), hint)

    # A run

    def show_run(self, folder: Path) -> None:
        """Show a run and follow it."""
        card = self._runs.card(folder)
        if card is None or (self._follower is not None and self._follower.folder == folder):
            return
        self._unfollow()
        view = self.run_view or self._made_run_view()
        view.begin()
        follower = self._follower = Follower(folder, self)
        follower.told.connect(lambda: view.show_story(folder, follower.story))
        view.show_card(card)
        view.show_story(folder, follower.story)
        self.list.choose(folder, silently=True)
        self._stack.setCurrentWidget(view)

    def _with_run(self, steer: Callable[[Path], object]) -> None:
        if self._follower is not None:
            steer(self._follower.folder)

    def _unfollow(self) -> None:
        if self._follower is not None:
            self._follower.deleteLater()
            self._follower = None

    # Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        """Go on with what was asked before the page was left."""
        super().showEvent(event)
        self._on_choices_changed()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the engine to the other pages."""
        super().hideEvent(event)
        if self.preparation.rest():
            self._checked = self._measured = None  # so that it is asked again

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders, and text."""
        if files_of(event.mimeData()) or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at them."""
        event.acceptProposedAction()
        self._take_data(event.mimeData())

    # Slots

    def _on_paste(self) -> None:
        self._take_data(QGuiApplication.clipboard().mimeData() or QMimeData())  # which an empty one may lack

    def _on_choices_changed(self) -> None:
        readings, model = self.data.reading(), self.choices.model
        if readings is not None and model is not None and self.preparation.data:
            wanted = (readings, *read_as(model))
            if wanted != self._checked:
                self._checked = wanted
                self.preparation.check(*readings, model)
            else:
                self._measure()
        self._show_reason()

    def _on_engine_ready(self, _device: str) -> None:
        if self.preparation.report is None and self.isVisible():
            self._checked = None  # its end may have taken the report with it
            self._on_choices_changed()

    def _measure(self) -> None:
        request = self._request()
        key = replace(request, name="any", run="", title="", effort=Effort.GOOD) if request else None
        if key is None or key != self._measured:
            self._measured = key
            self.preparation.measure(request)

    def _on_checked(self, report: DataReport | VerseReport) -> None:
        self.data.show_report(report)
        match report:
            case DataReport():
                self.choices.show_subject(report.subject)
                nearest = report.nearest_packs
            case VerseReport():
                self.choices.show_subject(report.subject, report.script)
                nearest = {Family.VERSE_VAE.value: self.choices.first_start}
        if self._is_new:
            self._is_new = False
            self.choices.propose_starts(nearest)
        self._measured = None
        self._on_choices_changed()  # of another family, which may see the data otherwise

    def _on_runs_changed(self) -> None:
        self.list.show_runs(self._runs.cards)
        self._no_runs.setVisible(not self._runs.cards)
        if self._follower is not None and self.run_view is not None:
            card = self._runs.card(self._follower.folder)
            if card is None:  # it was deleted
                self.begin()
            else:
                self.run_view.show_card(card)
                self.run_view.show_story(card.folder, self._follower.story)
        self._show_reason()
