"""What a person chooses about a training: its name, what it starts from, how long, and, folded away, all the rest."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.library import Pack
from app.theme import icon
from app.widgets.buttons import label, text_button
from app.widgets.training.config_form import ConfigForm
from app.widgets.training.durations import about
from app.widgets.training.fold import Fold
from genmodels.api.configs import Effort, PixelRNNConfig, TrainConfig
from genmodels.api.reports import Estimate

_DEVICES = ("auto", "cpu", "cuda", "mps")


class TrainChoices(QFrame):
    """Knows the settings, not what they are used for."""

    changed = Signal()
    start_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setFixedWidth(300)
        self._name = QLineEdit(self)
        self._name.setAccessibleName(self.tr("Name of the pack"))
        self._from = QComboBox(self)
        self._from.setAccessibleName(self.tr("Start from"))
        self._from.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._device = QComboBox(self)
        self._device.setAccessibleName(self.tr("Device"))
        for device, text in zip(_DEVICES, (self.tr("Found by itself"), "CPU", "CUDA", "MPS"), strict=True):
            self._device.addItem(text, device)
        self._efforts = QButtonGroup(self)
        self._times = {effort: label(self, role="muted") for effort in Effort}
        self._where = label(self, role="muted")
        self._where.setWordWrap(True)
        self._train = ConfigForm(TrainConfig(), self._train_titles(), {}, self, without=("device",))
        self._model = ConfigForm(PixelRNNConfig(), self._model_titles(), {}, self)
        self._folds = [
            (Fold(self.tr("Training"), self._train, self), self._train),
            (Fold(self.tr("Network"), self._model, self), self._model),
        ]
        self._start = text_button(self, self.tr("Start training"), self.start_asked.emit, role="primary")
        self._start.setIcon(icon("train", ink=lambda colours: colours.on_accent))
        self._reason = label(self, role="muted")
        self._reason.setWordWrap(True)
        self._lay_out()
        self._name.textEdited.connect(self._on_changed)
        self._from.activated.connect(self._on_changed)
        self._device.activated.connect(self._on_changed)
        self._efforts.buttonClicked.connect(self._on_changed)
        for form in (self._train, self._model):
            form.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        content = QWidget(self)
        inside = QVBoxLayout(content)
        inside.setContentsMargins(16, 14, 16, 14)
        inside.setSpacing(5)
        for text, field in (
            (self.tr("Name of the pack"), self._name),
            (self.tr("Start from"), self._from),
        ):
            inside.addWidget(label(content, text, role="muted"))
            inside.addWidget(field)
            inside.addSpacing(7)
        inside.addWidget(label(content, self.tr("How long"), role="muted"))
        inside.addLayout(self._effort_grid())
        inside.addWidget(self._where)
        inside.addSpacing(7)
        inside.addWidget(label(content, self.tr("Device"), role="muted"))
        inside.addWidget(self._device)
        inside.addSpacing(10)
        for fold, _ in self._folds:
            inside.addWidget(fold)
        inside.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = QFrame(self)
        foot.setProperty("role", "bottom")
        bottom = QVBoxLayout(foot)
        bottom.setContentsMargins(16, 10, 16, 12)
        bottom.addWidget(self._start)
        bottom.addWidget(self._reason)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(foot)

    def _effort_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        titles = {Effort.QUICK: self.tr("Quick"), Effort.GOOD: self.tr("Good"), Effort.BEST: self.tr("Best")}
        for number, effort in enumerate(Effort):
            button = QRadioButton(titles[effort], self)
            button.setChecked(effort is Effort.GOOD)
            self._efforts.addButton(button, number)
            grid.addWidget(button, number, 0)
            grid.addWidget(self._times[effort], number, 1, Qt.AlignmentFlag.AlignRight)
        return grid

    # What is chosen

    @property
    def name(self) -> str:
        """The pack's name, as typed."""
        return self._name.text().strip()

    @property
    def start(self) -> str:
        """Folder of the pack to go on from; empty for none."""
        return self._from.currentData() or ""

    @property
    def effort(self) -> Effort:
        """How long to train."""
        return list(Effort)[self._efforts.checkedId()]

    @property
    def train(self) -> TrainConfig | None:
        """How to train; None while a value cannot be."""
        config = self._train.config
        return replace(config, device=self._device.currentData()) if isinstance(config, TrainConfig) else None

    @property
    def model(self) -> PixelRNNConfig | None:
        """The network; None while a value cannot be."""
        config = self._model.config
        return config if isinstance(config, PixelRNNConfig) else None

    # What is shown

    def set_packs(self, packs: Sequence[Pack]) -> None:
        """Offer these packs to go on from; the chosen one stays where it is still there."""
        chosen = self.start
        self._from.clear()
        for pack in packs:
            self._from.addItem(pack.card.title or pack.card.name, str(pack.folder))
        self._from.addItem(self.tr("From scratch"), "")
        self.propose_start(Path(chosen) if chosen else None)

    def propose_start(self, folder: Path | None) -> None:
        """Choose what to go on from; None chooses to begin from scratch."""
        number = self._from.findData(str(folder)) if folder else -1
        self._from.setCurrentIndex(number if number >= 0 else self._from.count() - 1)

    def propose_name(self, name: str) -> None:
        """Show this name."""
        self._name.setText(name)

    def show_measuring(self) -> None:
        """Say that the time is being measured."""
        for text in self._times.values():
            text.setText("…")
        self._where.setText(self.tr("Measuring how fast this computer is…"))

    def show_estimate(self, estimate: Estimate | None) -> None:
        """Show how long each effort would take; None where that is not known."""
        for effort, text in self._times.items():
            seconds = estimate.seconds.get(effort.value) if estimate else None
            text.setText("" if seconds is None else about(seconds))
        if estimate is None:
            self._where.setText("")
            return
        device = estimate.device.split(",")[0].split(" (")[0]  # threads and versions follow
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        on_cpu = self.tr("on this computer's {0} cores").format(cores) if cores > 1 else self.tr("on this computer")
        where = on_cpu if device.lower().startswith("cpu") else self.tr("on the {0}").format(device)
        self._where.setText(self.tr("Measured {0}; it ends earlier when nothing gets better.").format(where))
        self._device.setItemText(0, self.tr("Found by itself: {0}").format(device))

    def show_start(self, reason: str) -> None:
        """Allow the start, or say why it cannot be."""
        self._start.setEnabled(not reason)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))

    def _on_changed(self) -> None:
        for fold, form in self._folds:
            fold.note(self.tr("{0} changed").format(form.changes) if form.changes else "")
        self.changed.emit()

    def _train_titles(self) -> dict[str, str]:
        return {
            "max_minutes": self.tr("End within, minutes"),
            "epochs": self.tr("Passes over the pictures"),
            "batch": self.tr("Pictures per step"),
            "rate": self.tr("Learning rate"),
            "flip": self.tr("Mirror"),
            "shift": self.tr("Shift, px"),
            "turn": self.tr("Turn"),
            "hue": self.tr("Rotate hues"),
            "patience": self.tr("Patience, checks"),
            "check_epochs": self.tr("Epochs between checks"),
            "average": self.tr("Averaging of weights"),
            "weight_decay": self.tr("Weight decay"),
            "clip": self.tr("Largest gradient"),
            "seed": self.tr("Seed"),
        }

    def _model_titles(self) -> dict[str, str]:
        return {
            "size": self.tr("Side of the square, px"),
            "colours": self.tr("Colour clusters"),
            "hidden": self.tr("Cells"),
            "embedding": self.tr("Colour embedding"),
            "context": self.tr("Channels of context"),
            "heads": self.tr("Attention heads"),
            "dropout": self.tr("Dropout"),
        }
