"""From dropped files to a training that can start: checks the data, measures the time, and says what is missing."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.engine import Engine
from app.runs import Runs, plain_name
from app.tasks.latest import Latest
from app.widgets.packs.subject_words import words_about
from genmodels.api import paths
from genmodels.api.codec import from_dict
from genmodels.api.configs import (
    Effort,
    ModelConfig,
    ReadingConfig,
    TrainConfig,
    TrainRequest,
    VerseConfig,
    VerseVAEConfig,
    family_of,
)
from genmodels.api.errors import ConfigError, ErrorKind
from genmodels.api.families import learns_from
from genmodels.api.messages import CheckData, Done, EstimateTraining, Failed
from genmodels.api.reports import DataReport, Estimate, VerseReport, read_report

CHECK_REST_MS, MEASURE_REST_MS = 300, 700
_NAME = "mine"  # of a pack whose data have none that can be used


def read_as(model: ModelConfig) -> tuple[int, int]:
    """Return in which size, pixels, and how many colours pictures are read for a model; 0 leaves it open."""
    return (0, 0) if isinstance(model, VerseVAEConfig) else (model.size, model.colours)


class Preparation(QObject):
    """Owns what is known of a training to come; a change asks again, and the newest question wins."""

    checking = Signal(object)  # Progress, or None at the beginning
    checked = Signal(object)  # DataReport or VerseReport
    check_failed = Signal(Failed)
    measuring = Signal()
    measured = Signal(object)  # Estimate, or None where it is not known
    changed = Signal()  # `reason` may be another

    def __init__(self, engine: Engine, runs: Runs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs = runs
        self.data: tuple[Path, ...] = ()
        self.report: DataReport | VerseReport | None = None
        self._refusal = ""  # of the measurement
        self._check = Latest(engine, CHECK_REST_MS, self)
        self._measure = Latest(engine, MEASURE_REST_MS, self)
        self._check.progressed.connect(self.checking)
        self._check.finished.connect(self._on_checked)
        self._check.failed.connect(self._on_check_failed)
        self._measure.finished.connect(self._on_measured)
        self._measure.failed.connect(self._on_measure_failed)

    def take(self, data: Sequence[Path]) -> None:
        """Begin with these files and folders."""
        self.data, self.report = tuple(data), None

    def check(self, reading: ReadingConfig, verse: VerseConfig, model: ModelConfig) -> None:
        """Look at the data."""
        self._refusal = ""
        self._measure.cancel()
        data = tuple(str(path.absolute()) for path in self.data)
        size, colours = read_as(model)
        self._check.ask(CheckData(data=data, reading=reading, verse=verse, size=size, colours=colours))
        self.checking.emit(None)
        self.changed.emit()

    def measure(self, request: TrainRequest | None) -> None:
        """Measure how long this would take."""
        self._refusal = ""
        can_train = self.report is not None and self.report.can_train
        if request is None or not can_train or self._check.running:
            self._measure.cancel()
            self.measured.emit(None)
        else:
            self._measure.ask(EstimateTraining(request=request))
            self.measuring.emit()
        self.changed.emit()

    def rest(self) -> bool:
        """Ask nothing more for now; returns whether an answer was still to come."""
        was_running = self._check.running or self._measure.running
        self._check.cancel()
        self._measure.cancel()
        return was_running

    def request(
        self,
        name: str,
        *,
        start: str,
        effort: Effort,
        reading: ReadingConfig,
        verse: VerseConfig,
        model: ModelConfig,
        train: TrainConfig,
    ) -> TrainRequest:
        """Return the training as chosen; raises ConfigError for a name that no pack can have."""
        family = family_of(model)
        folders = ", ".join(f"“{path.name}”" for path in self.data[:3]) + ("…" if len(self.data) > 3 else "")
        return TrainRequest(
            name=name,
            data=tuple(str(path.absolute()) for path in self.data),
            run=str(self._runs.folder_for(name)),
            family=family,
            start=start,
            effort=effort,
            reading=reading,
            verse=verse,
            title=name.replace("-", " ").replace("_", " ").strip().capitalize(),
            trained_on=words_about(learns_from(family)).trained_on.format(self._usable(), folders),
            model=model,
            train=train,
        )

    def free_name(self) -> str:
        """Return a name for the pack, made from the data's and not taken yet."""
        first = self.data[0] if self.data else Path(_NAME)
        stem = plain_name(first.stem if first.is_file() else first.name) or _NAME
        name, number = stem, 1
        while self._is_taken(name):
            number += 1
            name = f"{stem[:60]}-{number}"
        return name

    def reason(self, name: str, *, valid: bool) -> str:
        """Return why the training cannot start, empty where it can; valid: whether all settings can be."""
        if not self.data:
            return self.tr("Choose pictures or verse first.")
        if self._check.running:
            return self.tr("The files are being looked at.")
        if self.report is None:
            return self.tr("The files could not be looked at.")
        if not self.report.can_train:
            return self.report.hint
        if not valid:
            return self.tr("A setting is out of its range: it is marked.")
        try:
            TrainRequest(name=name, data=(), run="")
        except ConfigError as error:
            return str(error) if name else self.tr("Give the pack a name.")
        if self._is_taken(name):
            return self.tr("There is a pack of this name already: choose another name.")
        return self._refusal

    def _usable(self) -> int:
        """Return how many pictures or lines one training reads."""
        match self.report:
            case VerseReport() as report:
                return report.lines_in(report.script)
            case DataReport() as report:
                return report.usable
            case None:
                return 0

    def _is_taken(self, name: str) -> bool:
        live = any(card.live and card.name == name for card in self._runs.cards)
        return live or any((root / name).exists() for root in paths.pack_roots())

    def _on_checked(self, done: Done) -> None:
        try:
            self.report = read_report(done.values)
        except ConfigError as error:
            message = self.tr("The engine sent a report that cannot be read.")
            self._on_check_failed(Failed(error=ErrorKind.INTERNAL, message=message, detail=str(error)))
            return
        self.checked.emit(self.report)
        self.changed.emit()

    def _on_check_failed(self, failure: Failed) -> None:
        self.report = None
        self.check_failed.emit(failure)
        self.changed.emit()

    def _on_measured(self, done: Done) -> None:
        try:
            estimate = from_dict(Estimate, done.values)
        except ConfigError:
            estimate = None  # the time is a courtesy
        self.measured.emit(estimate)
        self.changed.emit()

    def _on_measure_failed(self, failure: Failed) -> None:
        if failure.error is not ErrorKind.INTERNAL:  # what cannot be measured cannot be trained either
            self._refusal = f"{failure.message} {failure.hint}".strip()
        self.measured.emit(None)
        self.changed.emit()
