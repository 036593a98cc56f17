"""Frames as they will be seen, each for as long as players show it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.theme import icon
from app.widgets.buttons import icon_button
from app.widgets.training.enlarged import Enlarged


class MovingView(QWidget):
    """Plays by itself, again and again; a button stops it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = Enlarged(self.tr("Preview of the file"), self)
        self.view.setMinimumSize(320, 240)
        self._button = icon_button(self, "pause", self.tr("Pause"), self._on_toggled)
        self._images: Sequence[QImage] = ()
        self._durations_ms: Sequence[int] = ()
        self._at = 0
        self._is_paused = False
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(lambda: self._show(self._at + 1))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_frames(self, images: Sequence[QImage], durations_ms: Sequence[int]) -> None:
        """Play these."""
        self._images, self._durations_ms = images, durations_ms
        self._button.setVisible(len(images) > 1)
        self._show(0)

    def _show(self, at: int) -> None:
        self._at = at % len(self._images)
        self.view.show_image(self._images[self._at])
        if len(self._images) > 1 and not self._is_paused:
            self._clock.start(self._durations_ms[self._at])

    def _on_toggled(self) -> None:
        self._is_paused = not self._is_paused
        self._clock.stop()
        if not self._is_paused and self._images:
            self._show(self._at)
        self._button.setIcon(icon("play" if self._is_paused else "pause"))
        text = self.tr("Play") if self._is_paused else self.tr("Pause")
        self._button.setToolTip(text)
        self._button.setAccessibleName(text)
