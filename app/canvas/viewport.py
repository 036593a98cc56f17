"""Where the sprite's pixels lie on the widget: a whole-number zoom and an offset, nothing of Qt's widgets."""

from PySide6.QtCore import QPoint, QPointF, QRect, QSize

from app.document.raster import Box, Cell
from app.document.tiling import Tiling

ZOOMS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 40, 48, 64)
MARGIN = 24  # kept free round the sprite when it is fitted, in widget pixels


class Viewport:
    """Maps cells (sprite pixels) to widget pixels and back."""

    def __init__(self) -> None:
        self.zoom = 1
        self.origin = QPoint(0, 0)  # of the sprite's top left corner on the widget
        self.sprite = QSize(0, 0)
        self.tiling = Tiling()

    def fit(self, widget: QSize) -> None:
        """Show the whole sprite as large as whole numbers allow, in the middle."""
        room_x, room_y = widget.width() - 2 * MARGIN, widget.height() - 2 * MARGIN
        largest = min(room_x // max(self.sprite.width(), 1), room_y // max(self.sprite.height(), 1))
        self.zoom = min(max(largest, ZOOMS[0]), ZOOMS[-1])
        self.centre(widget)

    def centre(self, widget: QSize) -> None:
        """Put the sprite's middle into the widget's."""
        drawn = self.sprite * self.zoom
        self.origin = QPoint((widget.width() - drawn.width()) // 2, (widget.height() - drawn.height()) // 2)

    def zoom_to(self, zoom: int, around: QPointF) -> None:
        """Change the zoom; the sprite's point under `around` stays where it is."""
        zoom = min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        x = (around.x() - self.origin.x()) / self.zoom
        y = (around.y() - self.origin.y()) / self.zoom
        self.zoom = zoom
        self.origin = QPoint(round(around.x() - x * zoom), round(around.y() - y * zoom))

    def stepped(self, steps: int) -> int:
        """Return the zoom this many steps nearer (or farther, below 0)."""
        at = min(range(len(ZOOMS)), key=lambda i: abs(ZOOMS[i] - self.zoom))
        return ZOOMS[min(max(at + steps, 0), len(ZOOMS) - 1)]

    def keep_reachable(self, widget: QSize) -> None:
        """Move the sprite back where less than a third of it, or of the widget, would stay in sight."""
        drawn = self.sprite * self.zoom
        keep_x, keep_y = min(drawn.width(), widget.width()) // 3, min(drawn.height(), widget.height()) // 3
        self.origin = QPoint(
            min(max(self.origin.x(), keep_x - drawn.width()), widget.width() - keep_x),
            min(max(self.origin.y(), keep_y - drawn.height()), widget.height() - keep_y),
        )

    def cell_at(self, point: QPointF) -> Cell:
        """Return the cell under a widget point; it may lie outside the sprite."""
        return (
            int((point.x() - self.origin.x()) // self.zoom),
            int((point.y() - self.origin.y()) // self.zoom),
        )

    def rect_of(self, box: Box) -> QRect:
        """Return the widget rectangle of a box of cells."""
        left, top, right, bottom = box
        corner = QPoint(self.origin.x() + left * self.zoom, self.origin.y() + top * self.zoom)
        return QRect(corner, QSize((right - left) * self.zoom, (bottom - top) * self.zoom))

    def sprite_rect(self) -> QRect:
        """Return the widget rectangle of the whole sprite."""
        return QRect(self.origin, self.sprite * self.zoom)

    def copies(self) -> list[QPoint]:
        """Return how far the sprite is shown from its place: nowhere else, or also beside it where it is tiled."""
        drawn = self.sprite * self.zoom
        steps_x, steps_y = ((-1, 0, 1) if one else (0,) for one in (self.tiling.across, self.tiling.down))
        return [QPoint(x * drawn.width(), y * drawn.height()) for y in steps_y for x in steps_x]

    def cells_in(self, rect: QRect) -> Box:
        """Return the box of the sprite's cells that a widget rectangle touches; empty boxes have no width."""
        left, top = self.cell_at(QPointF(rect.topLeft()))
        right, bottom = self.cell_at(QPointF(rect.bottomRight()))
        left, top = max(left, 0), max(top, 0)
        return (
            left,
            top,
            max(min(right + 1, self.sprite.width()), left),
            max(min(bottom + 1, self.sprite.height()), top),
        )
