"""Asks where the axes of symmetry are, to half a pixel."""

from dataclasses import replace

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QDoubleSpinBox, QFormLayout, QVBoxLayout, QWidget

from app.document.symmetry import Symmetry


class AxesDialog(QDialog):
    """Two numbers of pixels, and a button that puts both axes into the middle."""

    def __init__(self, symmetry: Symmetry, shape: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Axes of symmetry"))
        self._symmetry, self._shape = symmetry, shape
        axis_x, axis_y = symmetry.axes(shape)
        self._x = self._field(axis_x, shape[1], self.tr("From the left"))
        self._y = self._field(axis_y, shape[0], self.tr("From the top"))
        form = QFormLayout()
        form.addRow(self.tr("From the left"), self._x)
        form.addRow(self.tr("From the top"), self._y)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        middle = buttons.addButton(self.tr("Middle"), QDialogButtonBox.ButtonRole.ResetRole)
        middle.clicked.connect(self._on_middle)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(buttons)

    def symmetry(self) -> Symmetry:
        """Return the symmetry with these axes; those in the middle stay there when the size changes."""
        height, width = self._shape
        axis_x, axis_y = round(2 * self._x.value()), round(2 * self._y.value())
        return replace(
            self._symmetry,
            axis_x=None if axis_x == width else axis_x,
            axis_y=None if axis_y == height else axis_y,
        )

    def _field(self, axis: int, length: int, name: str) -> QDoubleSpinBox:
        field = QDoubleSpinBox(self)
        field.setDecimals(1)
        field.setSingleStep(0.5)
        field.setRange(0, length)
        field.setValue(axis / 2)
        field.setSuffix(self.tr(" px"))
        field.setAccessibleName(name)
        return field

    def _on_middle(self) -> None:
        self._x.setValue(self._shape[1] / 2)
        self._y.setValue(self._shape[0] / 2)
