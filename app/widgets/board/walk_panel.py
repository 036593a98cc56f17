"""The panel at the right of the walk: its length, its speed, and what can be made of it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.settings import BoardChoices
from app.widgets.buttons import label
from app.widgets.fields import field_grid, number_field
from app.widgets.morphing.export_foot import ExportFoot

_WIDTH, _MAX_BETWEEN = 268, 60


class WalkPanel(QFrame):
    """Knows the choices, not what they are used for."""

    changed = Signal()  # what the frames depend on
    timing_changed = Signal()  # how they are played
    scale_changed = Signal()

    def __init__(self, exports: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setFixedWidth(_WIDTH)
        self._text = label(self, role="muted")
        self._text.setWordWrap(True)
        self._between = number_field(self, 0, _MAX_BETWEEN, "", self.tr("Frames between two sprites"))
        self._frame_ms = number_field(self, 10, 5000, self.tr(" ms"), self.tr("Time of a frame"), step=10)
        self._hold_ms = number_field(self, 10, 10_000, self.tr(" ms"), self.tr("Time of a starred sprite"), step=20)
        self._foot = ExportFoot(exports, self)
        self._text.setText(
            self.tr("From each starred sprite to the next, through sprites that the model draws between their numbers.")
        )
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 12, 16, 10)
        inside.setSpacing(9)
        inside.addWidget(label(self, self.tr("Walk"), role="title"))
        inside.addWidget(self._text)
        inside.addLayout(
            field_grid(
                self,
                [
                    (self.tr("Frames &between"), self._between),
                    (self.tr("A f&rame stays"), self._frame_ms),
                    (self.tr("A s&prite stays"), self._hold_ms),
                ],
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inside)
        layout.addStretch(1)
        layout.addWidget(self._foot)
        self._between.valueChanged.connect(self.changed)
        self._frame_ms.valueChanged.connect(self.timing_changed)
        self._hold_ms.valueChanged.connect(self.timing_changed)
        self._foot.scale_changed.connect(self.scale_changed)

    def choices(self, others: BoardChoices) -> BoardChoices:
        """Return what is chosen here, among the board's other choices."""
        return replace(
            others,
            between=self._between.value(),
            frame_ms=self._frame_ms.value(),
            hold_ms=self._hold_ms.value(),
            scale=self._foot.scale,
        )

    def show_choices(self, choices: BoardChoices) -> None:
        """Show these, without a signal."""
        fields = (self._between, self._frame_ms, self._hold_ms)
        for field in fields:
            field.blockSignals(True)
        self._between.setValue(choices.between)
        self._frame_ms.setValue(choices.frame_ms)
        self._hold_ms.setValue(choices.hold_ms)
        self._foot.show_scale(choices.scale)
        for field in fields:
            field.blockSignals(False)
