"""What a person chooses about a training: what is learnt, from what on, how long, and, folded away, all the rest."""

import os
from collections.abc import Mapping, Sequence

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
from app.widgets.packs.family_words import words_of
from app.widgets.training.durations import about
from app.widgets.training.family_forms import FamilyForms
from genmodels.api.configs import Effort, Family, ModelConfig, Script, TrainConfig
from genmodels.api.families import begins_with, learns_from
from genmodels.api.reports import Estimate, Subject

_DEVICES = ("auto", "cpu", "cuda", "mps")


class TrainChoices(QFrame):
    """Knows the settings, not what they are used for."""

    changed = Signal()
    start_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setFixedWidth(300)
        self._families = QButtonGroup(self)
        self._meaning = label(self, role="muted")
        self._meaning.setWordWrap(True)
        self._packs: list[Pack] = []
        self._script: Script | None = None  # of verse
        self._starts: dict[str, str] = {}  # by family, the folder of the pack chosen to go on from
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
        self._forms: dict[Family, FamilyForms] = {}  # made when a family is first chosen
        self._place_of_forms = QVBoxLayout()
        self._start = text_button(self, self.tr("Start training"), self.start_asked.emit, role="primary")
        self._start.setIcon(icon("train", ink=lambda colours: colours.on_accent))
        self._reason = label(self, role="muted")
        self._reason.setWordWrap(True)
        self._lay_out()
        self._show_family()
        self._families.buttonClicked.connect(self._on_family_clicked)
        self._name.textEdited.connect(self.changed)
        self._from.activated.connect(self._on_start_chosen)
        self._device.activated.connect(self.changed)
        self._efforts.buttonClicked.connect(self.changed)

    def _lay_out(self) -> None:
        content = QWidget(self)
        inside = QVBoxLayout(content)
        inside.setContentsMargins(16, 14, 16, 14)
        inside.setSpacing(5)
        inside.addWidget(label(content, self.tr("What it learns"), role="muted"))
        for number, family in enumerate(Family):
            button = QRadioButton(words_of(family).learns, content)
            button.setToolTip(words_of(family).means)
            button.setChecked(not number)
            button.setVisible(learns_from(family) is Subject.PICTURES)
            self._families.addButton(button, number)
            inside.addWidget(button)
        inside.addWidget(self._meaning)
        inside.addSpacing(7)
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
        inside.addLayout(self._place_of_forms)
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
    def family(self) -> Family:
        """What is trained."""
        return list(Family)[self._families.checkedId()]

    @property
    def forms(self) -> FamilyForms:
        """The settings of what is trained."""
        return self._forms[self.family]

    @property
    def name(self) -> str:
        """The pack's name, as typed."""
        return self._name.text().strip()

    @property
    def start(self) -> str:
        """Folder of the pack to go on from; empty for none."""
        return self._from.currentData() or ""

    @property
    def first_start(self) -> str:
        """Folder of the first pack that could be gone on from; empty where there is none."""
        return self._from.itemData(0) or ""

    @property
    def effort(self) -> Effort:
        """How long to train."""
        return list(Effort)[self._efforts.checkedId()]

    @property
    def train(self) -> TrainConfig | None:
        """How to train; None while a value cannot be."""
        return self.forms.train(self._device.currentData())

    @property
    def model(self) -> ModelConfig | None:
        """The network; None while a value cannot be."""
        return self.forms.model

    # What is shown

    def show_subject(self, subject: Subject, script: Script | None = None) -> None:
        """Offer the families that learn from this; script: of verse, which only packs of the same one go on with."""
        self._script = script
        fitting = [family for family in Family if learns_from(family) is subject]
        for number, family in enumerate(Family):
            self._families.button(number).setVisible(family in fitting)
        if self.family not in fitting:
            self._families.button(list(Family).index(fitting[0])).setChecked(True)
        self._show_family()

    def set_packs(self, packs: Sequence[Pack]) -> None:
        """Offer these packs to go on from, to each family its own; the chosen one stays where it is still there."""
        self._packs = list(packs)
        self._show_starts()

    def propose_starts(self, folders: Mapping[str, str]) -> None:
        """Choose what to go on from, by family; one without a folder begins from scratch."""
        self._starts = dict(folders)
        self._show_starts()

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
        train = self.train
        if train is not None and train.patience:
            self._where.setText(self.tr("Measured {0}; it ends earlier when nothing gets better.").format(where))
        else:
            self._where.setText(self.tr("Measured {0}; the best weights are kept.").format(where))
        self._device.setItemText(0, self.tr("Found by itself: {0}").format(device))

    def show_start(self, reason: str) -> None:
        """Allow the start, or say why it cannot be."""
        self._start.setEnabled(not reason)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))

    def _show_family(self) -> None:
        family = self.family
        self._meaning.setText(words_of(family).means)
        if family not in self._forms:
            self._forms[family] = FamilyForms(family, self)
            self._forms[family].changed.connect(self.changed)
            self._place_of_forms.addWidget(self._forms[family])
        for one, forms in self._forms.items():
            forms.setVisible(one is family)
        self._show_starts()

    def _show_starts(self) -> None:
        self._from.clear()
        for family in begins_with(self.family):
            for pack in self._packs_of(family):
                title = pack.card.title or pack.card.name
                self._from.addItem(title if family is self.family else self._in_codes(title), str(pack.folder))
        self._from.addItem(self.tr("From scratch"), "")
        number = self._from.findData(self._starts.get(self.family, ""))
        self._from.setCurrentIndex(number if number >= 0 else self._from.count() - 1)

    def _packs_of(self, family: Family) -> list[Pack]:
        packs = [pack for pack in self._packs if pack.card.family == family]
        if learns_from(family) is Subject.PICTURES:
            return packs
        return [pack for pack in packs if pack.card.config.get("script") == self._script]

    def _in_codes(self, title: str) -> str:
        return self.tr("In the codes of {0}").format(title)

    def _on_family_clicked(self) -> None:
        self._show_family()
        self.changed.emit()

    def _on_start_chosen(self) -> None:
        self._starts[self.family] = self.start
        self.changed.emit()
