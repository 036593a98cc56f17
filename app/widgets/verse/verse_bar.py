"""The bar above the verse desk: the pack, how many lines are written between, the seed, and the steps back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.document.poem import MAX_BETWEEN
from app.widgets.buttons import action_button, command_button
from app.widgets.drawing.pack_picker import PackPicker
from app.widgets.drawing.seed_field import SeedField
from app.widgets.exploring.field_label import field_label
from app.widgets.fields import number_field

_PICKER_WIDTH, _SEED_WIDTH = 190, 170


class VerseBar(QFrame):
    """Parts are made in the order of Tab."""

    changed = Signal()  # what is remembered

    def __init__(self, write: QAction, keep: QAction, steps: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "top")
        self._followed = 0  # lines between of the poem
        self.picker = PackPicker(self)
        self.picker.about.hide()
        self.picker.setFixedWidth(_PICKER_WIDTH)
        self.write = command_button(self, write, self.tr("Write"), role="primary")
        self.between = number_field(self, 1, MAX_BETWEEN, "", self.tr("Lines between"))
        self.between.setToolTip(self.tr("How many lines are written between the first and the last"))
        self.seed = SeedField(self)
        self.seed.setFixedWidth(_SEED_WIDTH)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.setSpacing(8)
        layout.addWidget(field_label(self, self.tr("&Pack"), self.picker))
        layout.addWidget(self.picker)
        layout.addWidget(self.write)
        layout.addWidget(field_label(self, self.tr("Li&nes between"), self.between))
        layout.addWidget(self.between)
        layout.addWidget(field_label(self, self.tr("S&eed"), self.seed))
        layout.addWidget(self.seed)
        layout.addStretch(1)
        layout.addWidget(command_button(self, keep, self.tr("Keep")))
        for step in steps:
            layout.addWidget(action_button(self, step))
        self.between.valueChanged.connect(self.changed)

    def follow(self, between: int) -> None:
        """Show how many lines a poem has between its ends, where that has changed; a wish for more or fewer stays."""
        if between and between != self._followed:
            self.show_between(between)
        self._followed = between

    def show_between(self, between: int) -> None:
        """Show how many lines are to be between, without a signal."""
        self.between.blockSignals(True)
        self.between.setValue(between)
        self.between.blockSignals(False)
