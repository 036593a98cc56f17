"""A sheet as a dialogue shows it: its picture with the frames outlined, and what there is to know about it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.images import to_qimage
from app.theme import current
from app.widgets.training.enlarged import Enlarged, paint_enlarged
from genmodels.media.arrays import np
from genmodels.media.sheets.draft import Draft

_MOST = 2048  # pixels of a side that are shown; of a larger sheet every second or third one and so on
_LEAST_FRAME = 6  # pixels of the screen; the outlines of smaller frames would hide them

Box = tuple[int, int, int, int]  # x, y, width, height, in pixels of the sheet


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SheetLook:
    """What is shown of a draft."""

    rgba_HWC: np.ndarray  # uint8, perhaps with fewer pixels than the sheet
    size: tuple[int, int]  # of the sheet
    frames: int
    places: frozenset[Box]  # frames that look the same may share one
    remarks: tuple[str, ...]


def look_of(draft: Draft) -> SheetLook:
    """Return what is shown of a draft."""
    rgba_HWC = draft.pixels()
    step = -(-max(rgba_HWC.shape[:2]) // _MOST)
    return SheetLook(
        rgba_HWC=np.ascontiguousarray(rgba_HWC[::step, ::step]),
        size=draft.sheet.size,
        frames=len(draft.sheet.frames),
        places=frozenset(frame.frame for frame in draft.sheet.frames),
        remarks=draft.remarks,
    )


class SheetView(Enlarged):
    """The sheet, as large as it fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Preview of the sheet"), parent)
        self._look: SheetLook | None = None
        self.setMinimumSize(320, 240)

    def show_look(self, look: SheetLook) -> None:
        """Show another sheet."""
        self._look = look
        self.show_image(to_qimage(look.rgba_HWC))
        words = self.tr("{0} frames on {1}×{2} pixels").format(look.frames, *look.size)
        self.setAccessibleDescription(words)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint the picture, and a thin line round each frame."""
        painter = QPainter(self)
        shown = paint_enlarged(painter, self.rect(), self.image)
        if self._look is None or shown.isEmpty():
            return
        zoom = shown.width() / self._look.size[0]
        line = QColor(current().accent)
        painter.setPen(QPen(line, 1))
        for x, y, width, height in self._look.places:
            if min(width, height) * zoom >= _LEAST_FRAME:
                corner = shown.x() + x * zoom, shown.y() + y * zoom
                painter.drawRect(QRectF(*corner, width * zoom - 1, height * zoom - 1))
