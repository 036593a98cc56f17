"""What can be chosen about the tool in use: how a shape joins the selection, whether it is filled, and the like."""

from dataclasses import replace

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QSpinBox, QToolButton, QWidget

from app.canvas.ink import Ink
from app.canvas.tools import Choice
from app.document.selection import Mode
from app.widgets.buttons import toggle_button
from app.widgets.fields import number_field


class ToolChoicesRow(QWidget):
    """Buttons that stay down, and a number; only those that the tool listens to are shown."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        self._modes = self._mode_buttons()
        self._switches = self._switch_buttons()
        self._tolerance = self._tolerance_field()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for widget in (*self._modes.values(), *self._switches.values(), self._tolerance):
            layout.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        ink.changed.connect(self._on_ink_changed)
        self.show_choices(())

    def show_choices(self, choices: tuple[Choice, ...]) -> None:
        """Show these alone."""
        for button in self._modes.values():
            button.setVisible(Choice.MODE in choices)
        for choice, button in self._switches.items():
            button.setVisible(choice in choices)
        self._tolerance.setVisible(Choice.TOLERANCE in choices)
        self._on_ink_changed()

    def _mode_buttons(self) -> dict[Mode, QToolButton]:
        texts = {
            Mode.REPLACE: self.tr("Select anew"),
            Mode.ADD: self.tr("Add to the selection (hold Shift)"),
            Mode.SUBTRACT: self.tr("Take away from the selection (hold Alt+Shift)"),
            Mode.INTERSECT: self.tr("Keep what is in both (hold Ctrl+Shift)"),
        }
        group, buttons = QButtonGroup(self), {}
        for mode, text in texts.items():
            button = buttons[mode] = toggle_button(self, f"mode-{mode}", f"mode-{mode}", text)
            button.clicked.connect(lambda *_, mode=mode: self._ink.join(mode))
            group.addButton(button)
        return buttons

    def _switch_buttons(self) -> dict[Choice, QToolButton]:
        texts = {
            Choice.PIXEL_PERFECT: self.tr("Pixel-perfect: no doubled corners in strokes of one pixel"),
            Choice.FILLED: self.tr("Filled"),
            Choice.CONTIGUOUS: self.tr("Only connected pixels"),
            Choice.PRESSURE: self.tr("A pen pressed harder draws wider"),
        }
        buttons = {}
        for choice, text in texts.items():
            button = buttons[choice] = toggle_button(self, choice.value, choice.value, text)
            button.clicked.connect(self._on_switched)
        return buttons

    def _tolerance_field(self) -> QSpinBox:
        field = number_field(self, 0, 255, "", self.tr("Tolerance"))
        field.setPrefix("± ")
        field.setToolTip(self.tr("Tolerance: how much the colours of pixels may differ, in each channel"))
        field.valueChanged.connect(lambda value: self._ink.choose(replace(self._ink.choices, tolerance=value)))
        return field

    def _on_switched(self) -> None:
        down = {choice: button.isChecked() for choice, button in self._switches.items()}
        changed = replace(
            self._ink.choices,
            pixel_perfect=down[Choice.PIXEL_PERFECT],
            filled=down[Choice.FILLED],
            contiguous=down[Choice.CONTIGUOUS],
            pressure=down[Choice.PRESSURE],
        )
        self._ink.choose(changed)

    def _on_ink_changed(self) -> None:
        choices = self._ink.choices
        self._modes[self._ink.mode].setChecked(True)
        for choice, down in (
            (Choice.PIXEL_PERFECT, choices.pixel_perfect),
            (Choice.FILLED, choices.filled),
            (Choice.CONTIGUOUS, choices.contiguous),
            (Choice.PRESSURE, choices.pressure),
        ):
            self._switches[choice].setChecked(down)
        self._tolerance.setValue(choices.tolerance)
