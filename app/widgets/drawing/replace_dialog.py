"""Asks which colour is to be replaced, by which, and where."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QPushButton, QWidget

from app.document.drawing import Rgba
from app.widgets.dialogs import lay_out_dialog
from app.widgets.fields import number_field

_SWATCH = QSize(28, 18)


class ReplaceDialog(QDialog):
    """Two colours, a tolerance, and whether all layers and frames are meant."""

    def __init__(self, old: Rgba, new: Rgba, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Replace colour"))
        self._colours = [old, new]
        self._buttons = [self._swatch(0, self.tr("Colour to replace")), self._swatch(1, self.tr("New colour"))]
        self._tolerance = number_field(self, 0, 255, "", self.tr("Tolerance"))
        self._everywhere = QCheckBox(self.tr("On all layers and frames"), self)
        form = QFormLayout()
        form.addRow(self.tr("Replace"), self._buttons[0])
        form.addRow(self.tr("By"), self._buttons[1])
        form.addRow(self.tr("Tolerance"), self._tolerance)
        form.addRow(self._everywhere)
        lay_out_dialog(self, [form])
        for number in (0, 1):
            self._show(number)

    def colours(self) -> tuple[Rgba, Rgba]:
        """Return the old and the new colour."""
        return self._colours[0], self._colours[1]

    def tolerance(self) -> int:
        """Return how much the channels of a pixel may differ from the old colour."""
        return self._tolerance.value()

    def everywhere(self) -> bool:
        """Return whether all layers and frames are meant."""
        return self._everywhere.isChecked()

    def _swatch(self, number: int, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setAutoDefault(False)
        button.setAccessibleName(name)
        button.setIconSize(_SWATCH)
        button.clicked.connect(lambda: self._choose(number))
        return button

    def _choose(self, number: int) -> None:
        from PySide6.QtWidgets import QColorDialog

        alpha = QColorDialog.ColorDialogOption.ShowAlphaChannel
        colour = QColorDialog.getColor(QColor(*self._colours[number]), self, self.windowTitle(), alpha)
        if colour.isValid():
            self._colours[number] = (colour.red(), colour.green(), colour.blue(), colour.alpha())
            self._show(number)

    def _show(self, number: int) -> None:
        picture = QPixmap(_SWATCH)
        picture.fill(QColor(*self._colours[number]))
        red, green, blue, alpha = self._colours[number]
        self._buttons[number].setIcon(QIcon(picture))
        self._buttons[number].setText(f"#{red:02x}{green:02x}{blue:02x}" + (f"{alpha:02x}" if alpha < 255 else ""))
