"""Asks for another size of the canvas, and for the side or corner that stays where it is."""

from PySide6.QtWidgets import QButtonGroup, QFormLayout, QGridLayout, QToolButton, QWidget

from app.document.anchoring import MIDDLE, Anchor
from app.widgets.drawing.size_dialog import SizeDialog

_SIDE = 26  # of a button, widget pixels


class CanvasDialog(SizeDialog):
    """Two numbers, and nine places of which one is chosen."""

    def __init__(self, width: int, height: int, parent: QWidget | None = None) -> None:
        self._places: dict[Anchor, QToolButton] = {}
        text = self.tr("What is drawn stays at the marked place; what no longer fits is cut off.")
        super().__init__(self.tr("Canvas size"), text, width, height, parent)

    def anchor(self) -> Anchor:
        """Return the chosen place."""
        return next((place for place, button in self._places.items() if button.isChecked()), MIDDLE)

    def fill(self, form: QFormLayout) -> None:
        """Add the places."""
        rows = (self.tr("top"), self.tr("middle"), self.tr("bottom"))
        columns = (self.tr("left"), self.tr("middle"), self.tr("right"))
        square, group, grid = QWidget(self), QButtonGroup(self), QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        for row, row_name in enumerate(rows):
            for column, column_name in enumerate(columns):
                button = self._places[column, row] = QToolButton(square)
                button.setText("●" if (column, row) == MIDDLE else "○")
                button.setCheckable(True)
                button.setFixedSize(_SIDE, _SIDE)
                button.setAccessibleName(f"{row_name}, {column_name}")
                button.setToolTip(f"{row_name}, {column_name}")
                button.toggled.connect(lambda down, button=button: button.setText("●" if down else "○"))
                group.addButton(button)
                grid.addWidget(button, row, column)
        self._places[MIDDLE].setChecked(True)
        square.setLayout(grid)
        form.addRow(self.tr("Stays at"), square)
