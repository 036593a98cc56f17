"""Fields of side panels, made the same way everywhere: numbers, choices, and rows of them with their titles."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSpinBox, QWidget

from app.widgets.buttons import label

SCALES = (1, 2, 3, 4, 6, 8, 10)
_LONGEST_NAME = 200
_TITLES = 100  # width of the titles


def number_field(parent: QWidget, least: int, most: int, unit: str, name: str, *, step: int = 1) -> QSpinBox:
    """Return a field for a whole number."""
    box = QSpinBox(parent)
    box.setRange(least, most)
    box.setSingleStep(step)
    box.setSuffix(unit)
    box.setAccessibleName(name)
    return box


def name_field(parent: QWidget, text: str, name: str) -> QLineEdit:
    """Return a field for what something is called, its text chosen so that typing replaces it."""
    field = QLineEdit(text, parent)
    field.setAccessibleName(name)
    field.setMaxLength(_LONGEST_NAME)
    field.selectAll()
    return field


def choice_field(parent: QWidget, entries: Sequence[tuple[object, str]], name: str) -> QComboBox:
    """Return a list to choose from, of values and their words."""
    box = QComboBox(parent)
    box.setAccessibleName(name)
    for value, text in entries:
        box.addItem(text, value)
    return box


def scale_field(parent: QWidget) -> QComboBox:
    """Return a list of sizes for exported pictures."""
    tip = QCoreApplication.translate("Fields", "Size of what is exported: every pixel becomes a square of so many")
    box = choice_field(parent, [(scale, f"{scale}×") for scale in SCALES], tip.split(":", maxsplit=1)[0])
    box.setToolTip(tip)
    return box


def field_grid(parent: QWidget, rows: Sequence[tuple[str, QWidget]]) -> QGridLayout:
    """Return fields below each other, each with its title, whose mnemonic goes to the field."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(7)
    grid.setColumnMinimumWidth(0, _TITLES)
    grid.setColumnStretch(1, 1)
    for number, (text, field) in enumerate(rows):
        title = label(parent, text, role="muted")
        title.setBuddy(field)
        grid.addWidget(title, number, 0)
        grid.addWidget(field, number, 1)
    return grid
