"""The panel at the right: pack, button, and the settings that stand beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.document.candidates import Candidate, Recipe
from app.theme import icon
from app.widgets.buttons import follow_tip, label, text_button
from app.widgets.drawing.pack_picker import PackPicker
from app.widgets.drawing.seed_field import SeedField
from genmodels.api.deferred import messages

_COUNT, _MAX_COUNT = 8, 32
_FINE = 100  # slider steps per unit of temperature
_MAX_TEMPERATURE = 2.0


class CompletePanel(QWidget):
    """Knows the settings, not what they are used for."""

    temperature_changed = Signal(float)
    colours_asked = Signal(tuple)  # rrggbbaa: the palette of a candidate whose settings are used

    def __init__(self, complete: QAction, from_nothing: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: tuple[str, ...] = ()  # the colours of a locked palette
        self.picker = PackPicker(self)
        self._button = text_button(self, complete.text(), complete.trigger, role="primary")
        self._button.setIcon(icon("complete", ink=lambda colours: colours.on_accent))
        follow_tip(self._button, complete)
        self._nothing = text_button(self, from_nothing.text(), from_nothing.trigger)
        self._nothing.setToolTip(self.tr("Start an empty sprite and let the model draw all of it"))
        self._count = QSpinBox(self)
        self._count.setRange(1, _MAX_COUNT)
        self._count.setValue(_COUNT)
        self._count.setAccessibleName(self.tr("Number of candidates"))
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setRange(0, int(_MAX_TEMPERATURE * _FINE))
        self._slider.setAccessibleName(self.tr("Temperature"))
        self._temperature = QDoubleSpinBox(self)
        self._temperature.setRange(0.0, _MAX_TEMPERATURE)
        self._temperature.setSingleStep(0.05)
        self._temperature.setFixedWidth(76)
        self._temperature.setAccessibleName(self.tr("Temperature"))
        self._seed = SeedField(self)
        self._keep_colours = QCheckBox(self.tr("Keep to this sprite's colours"), self)
        self.hold_to(())
        self._lay_out()
        self._slider.valueChanged.connect(lambda value: self._temperature.setValue(value / _FINE))
        self._temperature.valueChanged.connect(self._on_temperature_changed)

    def _lay_out(self) -> None:
        heat = QHBoxLayout()
        heat.setSpacing(10)
        heat.addWidget(self._slider, 1)
        heat.addWidget(self._temperature)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(5)
        for text, field, tip in (
            (self.tr("Candidates"), self._count, ""),
            (self.tr("Temperature"), heat, self.tr("Low: the likeliest pixels. High: surprises.")),
            (self.tr("Seed"), self._seed, ""),
        ):
            title = label(self, text, role="muted")
            title.setToolTip(tip)
            form.addRow(title, field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(label(self, self.tr("Model"), role="title"))
        layout.addWidget(self.picker)
        layout.addWidget(self._button)
        layout.addWidget(self._nothing)
        layout.addLayout(form)
        layout.addWidget(self._keep_colours)
        layout.addWidget(self.picker.about)

    def set_temperature(self, temperature: float) -> None:
        """Show this temperature."""
        self._temperature.setValue(temperature)

    def set_busy(self, busy: bool) -> None:
        """Block the buttons while the model draws."""
        self._button.setEnabled(not busy)
        self._nothing.setEnabled(not busy)

    def hold_to(self, colours: tuple[str, ...]) -> None:
        """Have the model draw with these colours alone, rrggbbaa; without any it draws as the box says."""
        self._held = colours
        self._keep_colours.setEnabled(not colours)
        self._keep_colours.setToolTip(
            self.tr("The palette is locked: the model keeps to it")
            if colours
            else self.tr("Draw only with colours that are visible on the sprite")
        )

    def recipe(self) -> Recipe | None:
        """Return the settings as they stand; None where there is no pack."""
        pack = self.picker.pack
        if pack is None:
            return None
        rules = messages.PaletteRule
        free = rules.SPRITE if self._keep_colours.isChecked() else rules.PACK
        return Recipe(
            pack=pack.folder,
            temperature=round(self._temperature.value(), 2),
            palette=rules.LIST if self._held else free,
            colours=self._held,
        )

    def take_seeds(self) -> tuple[int, ...]:
        """Return the seeds for one press, as many as candidates are asked for."""
        return self._seed.take(self._count.value())

    def use(self, candidate: Candidate) -> None:
        """Take over a candidate's settings and lock its seed."""
        self.picker.choose(candidate.recipe.pack.name)
        self._temperature.setValue(candidate.recipe.temperature)
        self._keep_colours.setChecked(candidate.recipe.palette is messages.PaletteRule.SPRITE)
        self._seed.set_seed(candidate.seed)
        if candidate.recipe.colours:
            self.colours_asked.emit(candidate.recipe.colours)

    def _on_temperature_changed(self, temperature: float) -> None:
        self._slider.setValue(round(temperature * _FINE))
        self.temperature_changed.emit(temperature)
