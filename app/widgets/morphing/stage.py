"""The current frame of a morph, as large as whole pixels fit, on the ground that the canvas has."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.canvas.mask import MaskOverlay
from app.canvas.scene import Scene, paint_scene
from app.canvas.viewport import Viewport


class Stage(QWidget):
    """Only shows; keys that it does not know are the page's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = Scene(image=QImage(), overlay=MaskOverlay(), viewport=Viewport(), grid=False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Frame of the morph"))
        self.setAccessibleDescription(self.tr("Arrow keys step through the frames, Space plays and pauses"))
        self.setMinimumSize(160, 120)

    @property
    def image(self) -> QImage:
        """What is shown."""
        return self._scene.image

    def show_image(self, image: QImage, size: QSize) -> None:
        """Show a frame of this size; an empty image leaves only the ground, while the frame is not known."""
        self._scene.image = image
        if self._scene.viewport.sprite != size:
            self._scene.viewport.sprite = size
            self._scene.viewport.fit(self.size())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the frame anew."""
        super().resizeEvent(event)
        self._scene.viewport.fit(self.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what lies in the dirty rectangle."""
        self._scene.focused = self.hasFocus()
        paint_scene(QPainter(self), event.rect(), self.rect(), self._scene)
