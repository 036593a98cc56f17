"""A sheet with the cells of a grid over it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.theme import current
from app.widgets.training.enlarged import Enlarged, paint_enlarged
from genmodels.media.artwork.reshaping import Box


class GridView(Enlarged):
    """The cells are outlined twice, so that one of the two lines shows on any colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("The sheet and its cells"), parent)
        self._cells: Sequence[Box] = ()
        self.setMinimumSize(360, 300)

    def show_cells(self, cells: Sequence[Box]) -> None:
        """Outline these cells, in pixels of the sheet."""
        self._cells = cells
        self.setAccessibleDescription(self.tr("{0} cells").format(len(cells)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint the sheet, then the cells."""
        painter = QPainter(self)
        shown = paint_enlarged(painter, self.rect(), self.image)
        if shown.isEmpty():
            return
        zoom = shown.width() / self.image.width()
        cells = [
            QRectF(shown.x() + left * zoom, shown.y() + top * zoom, (right - left) * zoom, (bottom - top) * zoom)
            for left, top, right, bottom in self._cells
        ]
        for pen in (QPen(QColor(current().ground), 3), QPen(QColor(current().accent), 1)):
            painter.setPen(pen)
            painter.drawRects(cells)
