"""Paints what the canvas shows, from the checkerboard up to the focus ring, inside one dirty rectangle."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap

from app.canvas.axes import paint_axes
from app.canvas.mask import MaskOverlay, outline, widget_lines
from app.canvas.viewport import Viewport
from app.document.raster import Cell
from app.document.strokes import brush
from app.document.symmetry import Symmetry
from app.theme import Colours, current
from genmodels.media.arrays import np

GRID_FROM_ZOOM = 8  # finer grids would hide the pixels
_CHECK = 8  # least side of a square of the checkerboard, widget pixels


@dataclass(slots=True, kw_only=True)
class Scene:
    """Everything that can be seen."""

    image: QImage
    onion: Sequence[tuple[QImage, float]] = ()  # of frames before and after, the lowest first, and how opaque
    overlay: MaskOverlay
    viewport: Viewport
    grid: bool = True  # between the pixels
    cells: QSize | None = None  # size of the cells of a larger grid
    symmetry: Symmetry | None = None
    hatched: bool = True  # the mask as hatching; only its outline where a candidate is to be judged
    pointer: Cell | None = None  # where the brush would touch
    brush_size: int = 0  # 0: the tool has no brush
    cursor: Cell | None = None  # of the keyboard
    focused: bool = False


def paint_scene(painter: QPainter, clip: QRect, size: QRect, scene: Scene) -> None:
    """Paint the part inside clip of a widget of this size."""
    viewport, colours = scene.viewport, current()
    painter.setBackground(QColor(colours.surround))
    painter.eraseRect(clip)
    for offset in viewport.copies():
        shown = viewport.sprite_rect().intersected(clip.translated(-offset))
        if not shown.isEmpty():
            painter.translate(offset)
            _paint_sprite(painter, shown, scene, colours)
            painter.translate(-offset)
    painter.setPen(QPen(QColor(colours.field_line), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(viewport.sprite_rect().adjusted(-1, -1, 0, 0))
    scene.overlay.paint(painter, viewport, clip, QColor(colours.mask), hatched=scene.hatched)
    if scene.symmetry is not None:
        paint_axes(painter, viewport, scene.symmetry, QColor(colours.accent))
    if scene.pointer is not None and scene.brush_size:
        _paint_brush(painter, scene.pointer, scene)
    if scene.cursor is not None and scene.focused:
        _paint_cursor(painter, scene.cursor, scene)
    if scene.focused:
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.drawRect(size.adjusted(1, 1, -1, -1))


def brush_rect(scene: Scene, cell: Cell) -> QRect:
    """Return the widget rectangle that the outline of the brush at cell needs."""
    reach = max(scene.brush_size, 1)
    x, y = cell
    return scene.viewport.rect_of((x - reach, y - reach, x + reach + 1, y + reach + 1)).adjusted(-2, -2, 2, 2)


def _paint_sprite(painter: QPainter, shown: QRect, scene: Scene, colours: Colours) -> None:
    viewport = scene.viewport
    painter.drawTiledPixmap(shown, _checkerboard(colours, viewport.zoom), shown.topLeft() - viewport.origin)
    left, top, right, bottom = box = viewport.cells_in(shown)
    for image, opacity in scene.onion:
        painter.setOpacity(opacity)
        painter.drawImage(viewport.rect_of(box), image, QRect(left, top, right - left, bottom - top))
    painter.setOpacity(1)
    painter.drawImage(viewport.rect_of(box), scene.image, QRect(left, top, right - left, bottom - top))
    if scene.grid and viewport.zoom >= GRID_FROM_ZOOM:
        _paint_grid(painter, shown, scene, QSize(1, 1), light=22, dark=38)
    if scene.cells is not None and viewport.zoom * min(scene.cells.width(), scene.cells.height()) >= GRID_FROM_ZOOM:
        _paint_grid(painter, shown, scene, scene.cells, light=90, dark=140)


def _paint_grid(painter: QPainter, shown: QRect, scene: Scene, cell: QSize, *, light: int, dark: int) -> None:
    viewport = scene.viewport
    left, top, right, bottom = viewport.cells_in(shown)
    left, top = left - left % cell.width(), top - top % cell.height()
    frame = viewport.rect_of((left, top, right, bottom))
    wide, high = cell.width() * viewport.zoom, cell.height() * viewport.zoom
    lines = [QLineF(x, frame.top(), x, frame.bottom()) for x in range(frame.left(), frame.right(), wide)]
    lines += [QLineF(frame.left(), y, frame.right(), y) for y in range(frame.top(), frame.bottom(), high)]
    for shade in (QColor(255, 255, 255, light), QColor(0, 0, 0, dark)):  # one of the two shows on any colour
        painter.setPen(QPen(shade, 1))
        painter.drawLines(lines)


def _paint_brush(painter: QPainter, cell: Cell, scene: Scene) -> None:
    offsets = brush(scene.brush_size)
    low = offsets.min(axis=0)
    stamp_HW = np.zeros((scene.brush_size, scene.brush_size), bool)
    stamp_HW[offsets[:, 1] - low[1], offsets[:, 0] - low[0]] = True
    zoom = scene.viewport.zoom
    corner = scene.viewport.origin + QPoint(cell[0] + int(low[0]), cell[1] + int(low[1])) * zoom
    _paint_double(painter, widget_lines(outline(stamp_HW), corner, zoom))


def _paint_cursor(painter: QPainter, cell: Cell, scene: Scene) -> None:
    x, y = cell
    frame = scene.viewport.rect_of((x, y, x + 1, y + 1)).adjusted(-1, -1, 0, 0)
    for colour, width in (("black", 4), ("white", 2)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawRect(frame)


def _paint_double(painter: QPainter, lines: list[QLineF]) -> None:
    for colour, width in (("black", 3), ("white", 1)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawLines(lines)


def _checkerboard(colours: Colours, zoom: int) -> QPixmap:
    side = zoom * -(-_CHECK // zoom)  # whole sprite pixels, so that its edges fall on the grid's
    tile = QPixmap(2 * side, 2 * side)
    tile.fill(QColor(colours.check_light))
    painter = QPainter(tile)
    painter.setBackground(QColor(colours.check_dark))
    for x, y in ((0, side), (side, 0)):
        painter.eraseRect(x, y, side, side)
    painter.end()
    return tile
