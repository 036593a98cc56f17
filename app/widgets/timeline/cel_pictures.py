"""Small pictures of cels, made a few at a time while nothing else is to do, and kept for those shown last."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap

from app.images import to_qimage
from genmodels.media.artwork.plane import Plane

_SLICE_MS = 6  # of one go
_TELL_MS = 60  # between two tellings of what was made
_KEPT = 4096


class CelPictures(QObject):
    """A plane never changes, so its picture is made once."""

    made = Signal()  # some that had been asked for

    def __init__(self, side: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._pictures: dict[Plane, QPixmap] = {}  # those used last stand last
        self._wanted: dict[Plane, None] = {}  # those asked for last stand last
        self._clock = QTimer(self)
        self._clock.setInterval(0)
        self._clock.timeout.connect(self._make_some)
        self._told = QElapsedTimer()
        self._told.start()

    def picture(self, plane: Plane) -> QPixmap | None:
        """Return the picture of a plane; None where it is still to be made."""
        made = self._pictures.pop(plane, None)
        if made is not None:
            self._pictures[plane] = made
            return made
        self._wanted.pop(plane, None)
        self._wanted[plane] = None
        self._clock.start()
        return None

    def _make_some(self) -> None:
        spent = QElapsedTimer()
        spent.start()
        while self._wanted and spent.elapsed() < _SLICE_MS:
            plane, _ = self._wanted.popitem()
            self._pictures[plane] = self._made(plane)
        for plane in list(self._wanted)[:-_KEPT]:
            del self._wanted[plane]  # long scrolled by
        while len(self._pictures) > _KEPT:
            del self._pictures[next(iter(self._pictures))]
        if not self._wanted:
            self._clock.stop()
        if not self._wanted or self._told.elapsed() > _TELL_MS:
            self._told.start()
            self.made.emit()

    def _made(self, plane: Plane) -> QPixmap:
        step = max(max(plane.width, plane.height) // (2 * self._side), 1)  # a large plane is looked at in fewer pixels
        image = to_qimage(plane.pixels()[::step, ::step])
        small = image.width() <= self._side and image.height() <= self._side
        smooth = Qt.TransformationMode.FastTransformation if small else Qt.TransformationMode.SmoothTransformation
        return QPixmap.fromImage(image.scaled(self._side, self._side, Qt.AspectRatioMode.KeepAspectRatio, smooth))
