"""Asks for the properties of a layer."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QSlider,
    QWidget,
)

from app.widgets.buttons import label
from app.widgets.dialogs import lay_out_dialog
from app.widgets.fields import field_grid, name_field
from genmodels.media.artwork.artwork import Layer


class LayerDialog(QDialog):
    """Name, opacity and the two switches."""

    def __init__(self, layer: Layer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Layer properties"))
        self._layer = layer
        self.name = name_field(self, layer.name, self.tr("Name"))
        self.opacity = QSlider(Qt.Orientation.Horizontal, self)
        self.opacity.setRange(0, 255)
        self.opacity.setPageStep(26)
        self.opacity.setAccessibleName(self.tr("Opacity"))
        self._percent = label(self, role="muted")
        self._percent.setMinimumWidth(44)
        self.opacity.valueChanged.connect(lambda value: self._percent.setText(f"{round(value / 2.55)} %"))
        self.opacity.setValue(layer.opacity)
        self.visible = QCheckBox(self.tr("&Visible"), self)
        self.visible.setChecked(layer.visible)
        self.locked = QCheckBox(self.tr("&Locked: no tool changes it"), self)
        self.locked.setChecked(layer.locked)
        self._lay_out()

    def layer(self) -> Layer:
        """Return the layer as it is asked for; an empty name leaves the old one."""
        return replace(
            self._layer,
            name=self.name.text().strip() or self._layer.name,
            opacity=self.opacity.value(),
            visible=self.visible.isChecked(),
            locked=self.locked.isChecked(),
        )

    def _lay_out(self) -> None:
        how_opaque = QWidget(self)
        line = QHBoxLayout(how_opaque)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.opacity, 1)
        line.addWidget(self._percent)
        fields = field_grid(self, [(self.tr("&Name"), self.name), (self.tr("&Opacity"), how_opaque)])
        lay_out_dialog(self, [fields, self.visible, self.locked])
        self.setMinimumWidth(380)
