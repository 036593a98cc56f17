"""Asks how onion skin is shown; what is chosen is seen at once."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.settings import TimelineChoices
from app.widgets.fields import field_grid, number_field

_MOST = 8  # frames to a side


class OnionDialog(QDialog):
    """How many frames, how opaque, and whether tinted."""

    changed = Signal(object)  # TimelineChoices

    def __init__(self, choices: TimelineChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Onion skin"))
        self._choices = choices
        self.before = number_field(self, 0, _MOST, "", self.tr("Frames before"))
        self.after = number_field(self, 0, _MOST, "", self.tr("Frames after"))
        self.opacity = number_field(self, 5, 100, self.tr(" %"), self.tr("Opacity"), step=5)
        self.tinted = QCheckBox(self.tr("&Tinted: red before, blue after"), self)
        self.before.setValue(choices.onion_before)
        self.after.setValue(choices.onion_after)
        self.opacity.setValue(choices.onion_percent)
        self.tinted.setChecked(choices.onion_tinted)
        for field in (self.before, self.after, self.opacity):
            field.valueChanged.connect(self._on_changed)
        self.tinted.toggled.connect(self._on_changed)
        rows: list[tuple[str, QWidget]] = [
            (self.tr("Frames &before"), self.before),
            (self.tr("Frames &after"), self.after),
            (self.tr("&Opacity"), self.opacity),
        ]
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addLayout(field_grid(self, rows))
        layout.addWidget(self.tinted)
        layout.addWidget(buttons)
        self.setMinimumWidth(300)

    def _on_changed(self) -> None:
        self._choices = replace(
            self._choices,
            onion_before=self.before.value(),
            onion_after=self.after.value(),
            onion_percent=self.opacity.value(),
            onion_tinted=self.tinted.isChecked(),
        )
        self.changed.emit(self._choices)
