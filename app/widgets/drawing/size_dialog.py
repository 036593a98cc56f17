"""Asks for the size of a new or a resized sprite."""

from PySide6.QtWidgets import QDialog, QFormLayout, QSpinBox, QWidget

from app.widgets.buttons import label
from app.widgets.dialogs import lay_out_dialog

MIN_SIDE, MAX_SIDE = 1, 4096


class SizeDialog(QDialog):
    """Two numbers and a sentence."""

    def __init__(self, title: str, text: str, width: int, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._width, self._height = self._side(width, self.tr("Width")), self._side(height, self.tr("Height"))
        sentence = label(self, text, role="muted")
        sentence.setWordWrap(True)
        form = QFormLayout()
        form.addRow(self.tr("Width"), self._width)
        form.addRow(self.tr("Height"), self._height)
        self.fill(form)
        lay_out_dialog(self, [sentence, form])
        self.setMinimumWidth(300)
        self._width.selectAll()

    def sides(self) -> tuple[int, int]:
        """Return the width and the height asked for."""
        return self._width.value(), self._height.value()

    def fill(self, form: QFormLayout) -> None:
        """Add what a kind of this dialog asks for beside the size."""

    def _side(self, value: int, name: str) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(MIN_SIDE, max(MAX_SIDE, value))  # an opened sprite may be larger already
        box.setValue(value)
        box.setSuffix(self.tr(" px"))
        box.setAccessibleName(name)
        return box
