"""The foot of a side panel: what can be made of the frames, and how much larger."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.buttons import command_button, rule
from app.widgets.fields import scale_field


class ExportFoot(QWidget):
    """A button for each command, and the scale of what is written."""

    scale_changed = Signal()

    def __init__(self, exports: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        animation, sheet, pictures, draw, timeline, *_others = exports
        first, pair, onwards = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        first.addWidget(command_button(self, animation, role="primary"), 1)
        self._scale = scale_field(self)
        first.addWidget(self._scale)
        for one in (sheet, pictures):
            pair.addWidget(command_button(self, one), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setSpacing(6)
        layout.addWidget(rule(self))
        layout.addLayout(first)
        layout.addLayout(pair)
        onwards.addWidget(command_button(self, draw, self.tr("To the canvas")), 1)
        onwards.addWidget(command_button(self, timeline, self.tr("To the timeline")), 1)
        layout.addLayout(onwards)
        self._scale.currentIndexChanged.connect(self.scale_changed)

    @property
    def scale(self) -> int:
        """How many pixels a pixel of a frame becomes, along each side."""
        return self._scale.currentData()

    def show_scale(self, scale: int) -> None:
        """Show this scale, without a signal."""
        self._scale.blockSignals(True)
        self._scale.setCurrentIndex(max(self._scale.findData(scale), 0))
        self._scale.blockSignals(False)
