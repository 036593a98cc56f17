"""The axes of symmetry on the canvas: a line each, with handles outside the sprite by which it is moved."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QColor, QPainter, QPen

from app.canvas.viewport import Viewport
from app.document.symmetry import Symmetry

_OUT, _RADIUS = 10, 6  # of a handle: from the sprite's edge to its middle, and its size; widget pixels


def paint_axes(painter: QPainter, viewport: Viewport, symmetry: Symmetry, colour: QColor) -> None:
    """Paint the lines and their handles."""
    for upright in (True, False):
        ends = _ends(viewport, symmetry, upright=upright)
        if ends:
            for shade, width in ((QColor("white"), 3), (colour, 1)):
                painter.setPen(QPen(shade, width))
                painter.drawLine(*ends)
            painter.setBrush(colour)
            painter.setPen(QPen(QColor("white"), 2))
            for end in ends:
                painter.drawEllipse(end, _RADIUS, _RADIUS)


def axis_at(viewport: Viewport, symmetry: Symmetry, point: QPointF) -> str:
    """Return the field of the symmetry whose handle is at the point, or nothing."""
    for upright, field in ((True, "axis_x"), (False, "axis_y")):
        for end in _ends(viewport, symmetry, upright=upright):
            if (point.toPoint() - end).manhattanLength() <= 2 * _RADIUS:
                return field
    return ""


def moved(viewport: Viewport, symmetry: Symmetry, field: str, point: QPointF) -> Symmetry:
    """Return the symmetry with the axis at the half pixel next to the point."""
    offset, zoom = point - QPointF(viewport.origin), viewport.zoom
    if field == "axis_x":
        return replace(symmetry, axis_x=min(max(round(2 * offset.x() / zoom), 0), 2 * viewport.sprite.width()))
    return replace(symmetry, axis_y=min(max(round(2 * offset.y() / zoom), 0), 2 * viewport.sprite.height()))


def _ends(viewport: Viewport, symmetry: Symmetry, *, upright: bool) -> tuple[QPoint, ...]:
    """Return both ends of an axis, where the handles are; nothing where it is not used."""
    sprite = viewport.sprite_rect()
    axis_x, axis_y = symmetry.axes((viewport.sprite.height(), viewport.sprite.width()))
    outer: QRect = sprite.adjusted(-_OUT, -_OUT, _OUT, _OUT)
    if upright and symmetry.across:
        x = sprite.left() + axis_x * viewport.zoom // 2
        return QPoint(x, outer.top()), QPoint(x, outer.bottom())
    if not upright and symmetry.down:
        y = sprite.top() + axis_y * viewport.zoom // 2
        return QPoint(outer.left(), y), QPoint(outer.right(), y)
    return ()
