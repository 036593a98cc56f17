"""How lines are written: from plain to wild, only new ones, and what of their form is held."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from app.settings import VerseChoices
from app.widgets.buttons import follow_tip, label, rule
from app.widgets.exploring.field_label import field_label
from app.widgets.fields import number_field
from genmodels.api.verse import VerseRules

MAX_LENGTH, MAX_ALTERNATIVES = 40, 12
_FINE, _WILDEST = 20, 2


class RulesPanel(QWidget):
    """Parts are made in the order of Tab."""

    changed = Signal()

    def __init__(self, unfold: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.temperature = QSlider(Qt.Orientation.Horizontal, self)
        self._figure = label(self, role="muted")
        self.new_only = QCheckBox(self.tr("New lines only"), self)
        self.new_only.setToolTip(self.tr("No line that the verse the pack learned from holds word for word"))
        self.rhyme = QCheckBox(self.tr("Hold the rhyme"), self)
        self.rhyme.setToolTip(self.tr("Lines rhyme with the first line or with the last"))
        self.tones = QCheckBox(self.tr("Hold the tone pattern"), self)
        self.tones.setToolTip(self.tr("The regulated pattern that comes nearest to the two ends'"))
        self.holds_length = QCheckBox(self.tr("Hold to"), self)
        self.holds_length.setAccessibleName(self.tr("Hold the length"))
        self.holds_length.setToolTip(self.tr("Otherwise lengths go step by step from the first line's to the last's"))
        self.length = number_field(self, 1, MAX_LENGTH, "", self.tr("Length of every line"))
        self._unit = label(self, role="muted")
        self.alternatives = number_field(self, 0, MAX_ALTERNATIVES, "", self.tr("Others for each line"))
        self._unfold = QCheckBox(self.tr("Show them for every line"), self)
        follow_tip(self._unfold, unfold)
        self._unfold.clicked.connect(lambda *_: unfold.trigger())
        unfold.toggled.connect(self._unfold.setChecked)
        self.search = QCheckBox(self.tr("Search for the best way"), self)
        self.search.setToolTip(self.tr("Otherwise: the likeliest line of each point of the way, as papers have it"))
        self._lay_out()
        self._connect()
        self.show_language(chinese=False)

    def _lay_out(self) -> None:
        self.temperature.setRange(0, _WILDEST * _FINE)
        self.temperature.setAccessibleName(self.tr("Temperature"))
        self.temperature.setToolTip(
            self.tr("Plain keeps to what is likely; wild takes what comes. 1 is as real verse.")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        head, ends, length, others = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(field_label(self, self.tr("&Temperature"), self.temperature), 1)
        head.addWidget(self._figure)
        ends.addWidget(label(self, self.tr("plain"), role="muted"))
        ends.addStretch(1)
        ends.addWidget(label(self, self.tr("wild"), role="muted"))
        length.addWidget(self.holds_length)
        length.addWidget(self.length)
        length.addWidget(self._unit, 1)
        others.addWidget(field_label(self, self.tr("&Others for each line"), self.alternatives))
        others.addStretch(1)
        others.addWidget(self.alternatives)
        layout.addLayout(head)
        layout.addWidget(self.temperature)
        layout.addLayout(ends)
        layout.addSpacing(2)
        layout.addWidget(rule(self))
        for widget in (self.new_only, self.rhyme, self.tones):
            layout.addWidget(widget)
        layout.addLayout(length)
        layout.addWidget(rule(self))
        layout.addLayout(others)
        layout.addWidget(self._unfold)
        layout.addWidget(rule(self))
        layout.addWidget(self.search)
        self._hint = label(self, role="muted")
        self._hint.setWordWrap(True)
        self._hint.setText(
            self.tr(
                "Lock a line with Ctrl+L, or the word at the cursor with Ctrl+Shift+L, and write again: what is "
                "locked stays. Ctrl+Enter has other lines written for one place; Ctrl+Down takes the next of them."
            )
        )
        layout.addSpacing(4)
        layout.addWidget(self._hint)
        layout.addStretch(1)

    def _connect(self) -> None:
        self.temperature.valueChanged.connect(self._on_temperature)
        for box in (self.new_only, self.rhyme, self.tones, self.search):
            box.toggled.connect(self.changed)
        self.holds_length.toggled.connect(self._on_holds_length)
        for field in (self.length, self.alternatives):
            field.valueChanged.connect(self.changed)

    @property
    def rules(self) -> VerseRules:
        """What is asked of lines."""
        return VerseRules(
            temperature=self.temperature.value() / _FINE,
            new_only=self.new_only.isChecked(),
            rhyme=self.rhyme.isChecked(),
            tones=self.tones.isChecked() and self.tones.isVisibleTo(self),
            length=self.length.value() if self.holds_length.isChecked() else 0,
        )

    def show_choices(self, choices: VerseChoices) -> None:
        """Show what was chosen on an earlier day."""
        self.temperature.setValue(round(min(max(choices.temperature, 0), _WILDEST) * _FINE))
        self.new_only.setChecked(choices.new_only)
        self.rhyme.setChecked(choices.rhyme)
        self.tones.setChecked(choices.tones)
        self.length.setValue(choices.length or self.length.value())
        self.holds_length.setChecked(choices.length > 0)
        self.search.setChecked(choices.search)
        self.alternatives.setValue(choices.alternatives)
        self._on_temperature()
        self._on_holds_length()

    def show_language(self, *, chinese: bool) -> None:
        """Show what belongs to a language; tone patterns are for Chinese."""
        self.tones.setVisible(chinese)
        self._unit.setText(self.tr("characters") if chinese else self.tr("syllables"))

    def propose_length(self, length: int) -> None:
        """Show this length while none is held."""
        if length and not self.holds_length.isChecked():
            self.length.blockSignals(True)
            self.length.setValue(length)
            self.length.blockSignals(False)

    def _on_temperature(self) -> None:
        self._figure.setText(f"{self.temperature.value() / _FINE:.2f}")
        self.changed.emit()

    def _on_holds_length(self) -> None:
        self.length.setEnabled(self.holds_length.isChecked())
        self.changed.emit()
