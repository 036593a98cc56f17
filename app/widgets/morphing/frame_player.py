"""Frames of a way through pictures, to be looked at: a stage, words, buttons and a strip, which belong together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.document.key_pictures import Row
from app.document.playback import Timing, place_of
from app.images import to_qimage
from app.widgets.morphing.frame_strip import FrameStrip
from app.widgets.morphing.frame_words import FrameWords
from app.widgets.morphing.stage import Stage
from app.widgets.morphing.transport import Transport
from genmodels.media.arrays import np


class FramePlayer(QWidget):
    """Knows frames and when each is shown, not where they come from."""

    toggled = Signal()  # there and back, or loop
    frame_shown = Signal(bool)  # whether it is known

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images: list[QImage] = []
        self._times: Sequence[float] = ()
        self._row: Row = ()
        self.stage = Stage(self)  # parts are made in the order of Tab
        self.words = FrameWords(self)
        self.transport = Transport(self)
        self.strip = FrameStrip(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.stage, 1)
        for widget in (self.words, self.transport, self.strip):
            layout.addWidget(widget)
        self.transport.toggled.connect(self.toggled)
        self.transport.frame_changed.connect(self._show_frame)
        self.strip.frame_asked.connect(self.transport.go_to)

    def show_frames(
        self, frames: Sequence[np.ndarray | None], times: Sequence[float], row: Row, timing: Timing, *, rough: bool
    ) -> None:
        """Show frames (uint8 RGBA, None where nothing is known yet), which have these places among the row."""
        self._images = [QImage() if frame is None else to_qimage(frame) for frame in frames]
        self._times, self._row = times, row
        keys = {number for number, time in enumerate(times) if place_of(time).is_key}
        self.strip.show_frames(self._images, keys, rough=rough)
        self.transport.show_times(times, timing)
        self._show_frame(self.transport.current)

    def show_timing(self, timing: Timing) -> None:
        """Play the same frames otherwise."""
        self.transport.show_times(self._times, timing)

    def show_frame(self, number: int, frame: np.ndarray) -> None:
        """Show that one frame is another now."""
        self._images[number] = to_qimage(frame)
        self.strip.show_frame(number)
        if number == self.transport.current:
            self._show_frame(number)

    def look_at(self, place: int) -> None:
        """Go to the frame that is nearest to a picture of the row."""
        times = self._times
        self.transport.go_to(min(range(len(times)), key=lambda number: abs(times[number] - place), default=0))

    def take_key(self, event: QKeyEvent) -> bool:
        """Play, and step through the frames; returns whether the key was one of those."""
        transport = self.transport
        match event.key():
            case Qt.Key.Key_Space if not event.isAutoRepeat():
                transport.toggle()
            case Qt.Key.Key_Left:
                transport.step(-1)
            case Qt.Key.Key_Right:
                transport.step(1)
            case Qt.Key.Key_Home:
                transport.go_to(0)
            case Qt.Key.Key_End:
                transport.go_to(len(self._images) - 1)
            case _:
                return False
        return True

    def _show_frame(self, number: int) -> None:
        known = number < len(self._images) and not self._images[number].isNull()
        self.frame_shown.emit(known)
        if number < len(self._images):
            image = self._images[number]
            self.stage.show_image(image, image.size() if known else self._size())
            self.strip.show_current(number)
            self.words.show_frame(number, len(self._images), place_of(self._times[number]), self._row)

    def _size(self) -> QSize:
        """Return how large a frame will be that is not known yet."""
        return next((image.size() for image in self._images if not image.isNull()), QSize())
