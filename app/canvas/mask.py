"""How the selection shows on the canvas: tint, hatching and a two-coloured outline, readable without its hue."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPixmap

from app.canvas.viewport import Viewport
from app.images import mask_to_qimage
from genmodels.media.arrays import np

_TILE = 8  # period of the hatching, widget pixels


class MaskOverlay:
    """Paints what is selected over the sprite; knows the drawing only through the mask it was last given."""

    def __init__(self) -> None:
        self._mask_HW: np.ndarray | None = None
        self._image = QImage()
        self._edges_N4: np.ndarray | None = None

    def update(self, mask_HW: np.ndarray) -> None:
        """Take in a mask; the same array again is known to be unchanged."""
        if mask_HW is self._mask_HW:
            return
        self._mask_HW = mask_HW
        self._image = mask_to_qimage(mask_HW)
        self._edges_N4 = outline(mask_HW)

    def paint(self, painter: QPainter, viewport: Viewport, clip: QRect, colour: QColor, *, hatched: bool) -> None:
        """Paint the part inside clip; without hatching only the outline, so that what lies below can be judged."""
        if self._edges_N4 is None or not len(self._edges_N4):
            return
        if hatched:
            self._paint_hatching(painter, viewport, clip, colour)
        left, top, right, bottom = viewport.cells_in(clip.adjusted(-_TILE, -_TILE, _TILE, _TILE))
        x0, y0, x1, y1 = self._edges_N4.T
        near_N4 = self._edges_N4[(x0 <= right) & (x1 >= left) & (y0 <= bottom) & (y1 >= top)]
        lines = widget_lines(near_N4, viewport.origin, viewport.zoom)
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


def outline(mask_HW: np.ndarray) -> np.ndarray:
    """Return the lines between selected and other pixels, joined into runs, as N×4 cell coordinates x0, y0, x1, y1."""
    level_N4, upright_N4 = _edges(mask_HW), _edges(mask_HW.T)
    return np.concatenate([level_N4, upright_N4[:, [1, 0, 3, 2]]])


def widget_lines(edges_N4: np.ndarray, origin: QPoint, zoom: int) -> list[QLineF]:
    """Return lines in cell coordinates as lines on the widget."""
    points_N4 = edges_N4 * zoom + np.tile((origin.x(), origin.y()), 2)
    return [QLineF(*line) for line in points_N4.tolist()]


def _edges(mask_HW: np.ndarray) -> np.ndarray:
    height, width = mask_HW.shape
    padded = np.zeros((height + 2, width), bool)
    padded[1:-1] = mask_HW
    edges = padded[1:] != padded[:-1]  # edges[y, x]: the line above cell (x, y) separates
    framed = np.zeros((height + 1, width + 2), bool)
    framed[:, 1:-1] = edges
    turns_N2 = np.argwhere(framed[:, 1:] != framed[:, :-1])  # in pairs: a run's start, its end
    starts_N2, ends_N2 = turns_N2[::2], turns_N2[1::2]
    return np.concatenate([starts_N2[:, ::-1], ends_N2[:, ::-1]], axis=1)


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
