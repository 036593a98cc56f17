"""How the mask shows on the canvas: tint, diagonal hatching and a two-coloured outline, readable without its hue."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPixmap

from app.canvas.viewport import Viewport
from app.images import mask_to_qimage
from genmodels.media.arrays import np

_TILE = 8  # period of the hatching, widget pixels


class MaskOverlay:
    """Paints a mask over the sprite; knows the drawing only through the mask it was last given."""

    def __init__(self) -> None:
        self._mask_HW: np.ndarray | None = None
        self._image = QImage()
        self._outline: list[QLineF] = []

    def update(self, mask_HW: np.ndarray) -> None:
        """Take in a mask; the same array again is known to be unchanged."""
        if mask_HW is self._mask_HW:
            return
        self._mask_HW = mask_HW
        self._image = mask_to_qimage(mask_HW)
        self._outline = outline(mask_HW)

    def paint(self, painter: QPainter, viewport: Viewport, clip: QRect, colour: QColor, *, hatched: bool) -> None:
        """Paint the part inside clip; without hatching only the outline, so that what lies below can be judged."""
        if not self._outline:
            return
        if hatched:
            self._paint_hatching(painter, viewport, clip, colour)
        lines = [QLineF(_at(viewport, line.p1()), _at(viewport, line.p2())) for line in self._outline]
        painter.setPen(QPen(colour.darker(170), 3))
        painter.drawLines(lines)
        dashes = QPen(QColor("white"), 1, Qt.PenStyle.CustomDashLine)
        dashes.setDashPattern([4, 3])
        painter.setPen(dashes)
        painter.drawLines(lines)

    def _paint_hatching(self, painter: QPainter, viewport: Viewport, clip: QRect, colour: QColor) -> None:
        left, top, right, bottom = box = viewport.cells_in(clip)
        if left >= right or top >= bottom:
            return
        target = viewport.rect_of(box)
        layer = QImage(target.size(), QImage.Format.Format_ARGB32_Premultiplied)
        layer.fill(Qt.GlobalColor.transparent)
        inner = QPainter(layer)
        inner.drawImage(layer.rect(), self._image, QRect(left, top, right - left, bottom - top))
        inner.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        inner.setBrushOrigin(QPointF(viewport.origin - target.topLeft()))  # steady whatever part is redrawn
        inner.fillRect(layer.rect(), QBrush(_hatching(colour)))
        inner.end()
        painter.drawImage(target.topLeft(), layer)


def outline(mask_HW: np.ndarray) -> list[QLineF]:
    """Return the lines between masked and other pixels in cell coordinates, joined into runs."""
    return [*_edges(mask_HW, upright=False), *_edges(mask_HW.T, upright=True)]


def _edges(mask_HW: np.ndarray, *, upright: bool) -> list[QLineF]:
    height, width = mask_HW.shape
    padded = np.zeros((height + 2, width), bool)
    padded[1:-1] = mask_HW
    edges = padded[1:] != padded[:-1]  # edges[y, x]: the line above cell (x, y) separates
    framed = np.zeros((height + 1, width + 2), bool)
    framed[:, 1:-1] = edges
    turns = np.argwhere(framed[:, 1:] != framed[:, :-1]).tolist()  # in pairs: a run's start, its end
    lines = []
    for (y, start), (_, end) in list(pairwise(turns))[::2]:
        lines.append(QLineF(y, start, y, end) if upright else QLineF(start, y, end, y))
    return lines


def _at(viewport: Viewport, point: QPointF) -> QPointF:
    return QPointF(viewport.origin) + point * viewport.zoom


def _hatching(colour: QColor) -> QPixmap:
    tint, stroke, light = QColor(colour), QColor(colour), QColor("white")
    tint.setAlpha(76)
    stroke.setAlpha(235)
    light.setAlpha(150)
    tile = QPixmap(_TILE, _TILE)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.fillRect(QRectF(tile.rect()), tint)
    for pen, shift in ((QPen(stroke, 1), 0), (QPen(light, 1), 1)):
        painter.setPen(pen)
        for y in range(_TILE):
            painter.drawPoint((_TILE - 1 - y + shift) % _TILE, y)
    painter.end()
    return tile
