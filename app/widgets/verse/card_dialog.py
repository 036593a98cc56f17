"""The poem card before it is saved: how the sprite and the poem look together."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.widgets.buttons import text_button

_WIDEST, _HIGHEST = 860, 460


class PoemCardDialog(QDialog):
    """Light or dark; saved or copied."""

    save_asked = Signal(QImage)
    copy_asked = Signal(QImage)

    def __init__(self, draw: Callable[[bool], QImage], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw = draw
        self.image = QImage()
        self.setWindowTitle(self.tr("Poem card"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._view = QLabel(self)
        self._view.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._view.setAccessibleName(self.tr("The poem beside the sprite of the canvas"))
        self.dark = QCheckBox(self.tr("Dark"), self)
        self.dark.toggled.connect(lambda _on: self._show())
        line = QHBoxLayout()
        line.addWidget(self.dark)
        line.addStretch(1)
        line.addWidget(text_button(self, self.tr("Close"), self.reject))
        line.addWidget(text_button(self, self.tr("Copy"), lambda: self.copy_asked.emit(self.image)))
        line.addWidget(text_button(self, self.tr("Save…"), lambda: self.save_asked.emit(self.image), role="primary"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 18, 18, 14)
        layout.setSpacing(14)
        layout.addWidget(self._view, 1)
        layout.addLayout(line)
        self._show()

    def _show(self) -> None:
        self.image = self._draw(self.dark.isChecked())
        shown = self.image
        if shown.width() > _WIDEST or shown.height() > _HIGHEST:
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            shown = shown.scaled(_WIDEST, _HIGHEST, keep, smooth)
        self._view.setPixmap(QPixmap.fromImage(shown))
